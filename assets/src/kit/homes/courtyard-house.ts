import { dark, light, mix } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, project, softShadow } from '../base/iso.ts';
import { windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { cylinder } from '../base/solids.ts';
import { each, ellipse, line, polygon, repeat } from '../base/svg.ts';
import { bush } from '../nature/plants.ts';
import { tree } from '../nature/trees.ts';
import { flowerPot } from '../props/garlands.ts';
import { arch } from './home-parts.ts';

/**
 * House around a patio: a tiled back wing, a side wing with a terrace, low front wall with an arched gate, a tree and a fountain bowl inside.
 */
export function courtyardHouse({ wall = '#fbeccd', roof = PAL.terracotta, trim = PAL.indigo } = {}) {
  const [x0, x1, y0, y1] = [-1.6, 1.6, -1.5, 1.5],
    h = 1.55,
    low = 0.62;
  const back =
    box(x0, y0, x1, y0 + 1.15, 0.05, h, wall, { left: dark(wall, 0.05), right: dark(wall, 0.22), noTop: true }) +
    onLeftWall(
      x0 + 1.0,
      y0 + 1.15,
      h,
      each([0, 1, 2], (i) => arch(8 + i * 33, h * 44 - 3, i === 1 ? trim : '#7fb6c4', 20, 42)) +
        line('M0 8H105', trim, 3, 'stroke-dasharray="2 7"'),
    ) +
    onRightWall(x1, y0 + 1.15, h, windowPane(16, 20, 20, 20, dark(PAL.woodDk, 0.2), { lit: true })) +
    gable(x0, y0, x1, y0 + 1.15, h, h + 0.62, roof, { wall: dark(wall, 0.2), rows: 4, o: 0.16 });
  const floor =
    polygon(
      [
        project(x0 + 1, y0 + 1.15, 0.07),
        project(x1, y0 + 1.15, 0.07),
        project(x1, y1, 0.07),
        project(x0 + 1, y1, 0.07),
      ],
      PAL.sand,
    ) +
    repeat(6, (i) =>
      repeat(5, (j) => {
        const p = project(x0 + 1.2 + i * 0.36, y0 + 1.35 + j * 0.36, 0.08);
        return (i + j) % 2 ? ellipse(p[0], p[1], 13, 6.4, mix(PAL.sand, roof, 0.22)) : '';
      }),
    );
  const side =
    box(x0, y0 + 1.0, x0 + 1.0, y1, 0.05, 1.25, wall, {
      left: dark(wall, 0.04),
      right: dark(wall, 0.2),
      top: dark(wall, 0.1),
    }) +
    box(x0 - 0.04, y0 + 1.1, x0 + 1.04, y1 + 0.04, 1.25, 1.36, roof, { top: light(roof, 0.2) }) +
    onLeftWall(x0, y1, 1.25, windowPane(14, 16, 20, 18, PAL.woodDk, { lit: true, flower: PAL.rose })) +
    onRightWall(
      x0 + 1.0,
      y1,
      1.25,
      arch(20, 54, trim, 20, 38) + windowPane(58, 18, 18, 16, dark(PAL.woodDk, 0.2), { box: false, lit: true }),
    ) +
    atTile(x0 + 0.3, y0 + 1.7, flowerPot(PAL.rose), 1, 1.36) +
    atTile(x0 + 0.55, y1 - 0.35, flowerPot(PAL.marigold), 1, 1.36);
  const bowl =
    softShadow(24, 9) +
    cylinder(20, 10, PAL.stone) +
    ellipse(0, -10, 16, 7, PAL.water) +
    cylinder(3, 20, PAL.stone) +
    ellipse(0, -20, 9, 4, light(PAL.stone, 0.3)) +
    line('M0 -22C-4 -30 -9 -26 -10 -14M0 -22C4 -30 9 -26 10 -14', '#fff', 2.2, 'opacity=".8"');
  const patio =
    atTile(0.05, 0.0, tree('round', 'court', { w: 27, h: 24, c: '#8ab94a', fruit: '#f58a2c' }), 0.9) +
    atTile(0.75, 0.55, bowl, 0.9) +
    atTile(1.35, -0.1, flowerPot(PAL.lilac, PAL.teal)) +
    atTile(-0.4, 1.1, flowerPot(PAL.rose));
  const gateX = 0.35;
  const wallPiece = (a: number, b: number) =>
    box(a, y1 - 0.14, b, y1, 0, low, wall) + box(a - 0.02, y1 - 0.18, b + 0.02, y1 + 0.04, low, low + 0.09, roof);
  const rightWall =
    box(x1 - 0.14, y0 + 1.15, x1, y1, 0, low, wall) +
    box(x1 - 0.18, y0 + 1.15, x1 + 0.04, y1 + 0.04, low, low + 0.09, roof);
  const gate =
    box(gateX, y1 - 0.16, gateX + 0.72, y1 + 0.03, 0, 1.2, wall) +
    onLeftWall(gateX, y1 + 0.03, 1.2, arch(7, 53, trim, 20, 44)) +
    box(gateX - 0.06, y1 - 0.22, gateX + 0.78, y1 + 0.1, 1.2, 1.3, roof, { top: light(roof, 0.2) });
  return (
    footprintShadow(x0, y0, x1, y1, 0.7) +
    box(x0 - 0.06, y0 - 0.06, x1 + 0.06, y1 + 0.06, 0, 0.06, PAL.stone) +
    back +
    floor +
    side +
    patio +
    rightWall +
    wallPiece(x0 + 1.0, gateX) +
    wallPiece(gateX + 0.72, x1) +
    gate +
    atTile(-0.1, 1.75, bush('cy', '#79b653', '#f6c1cf'), 0.7)
  );
}
