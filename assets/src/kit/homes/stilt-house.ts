import { type Colour, dark } from '../base/colour.ts';
import { atTile, box, onLeftWall, onRightWall, post, project } from '../base/iso.ts';
import { door, windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { gable, type RoofTile } from '../base/roof.ts';
import { jar } from '../base/solids.ts';
import { each, ellipse, fill, line, type Point, repeat } from '../base/svg.ts';
import { flowerPot } from '../props/garlands.ts';
import { sack } from '../workplaces/props.ts';
import { planks } from './home-parts.ts';

/**
 * Wooden house on posts above damp ground: veranda, steps, wide thatch or shingle roof, jars and a boat below.
 */
export function stiltHouse({
  wall = '#d8a870',
  roof = '#c9a45a',
  tile = 'thatch',
  cloth = PAL.tomato,
}: {
  wall?: Colour;
  roof?: Colour;
  tile?: RoofTile;
  cloth?: Colour;
} = {}): string {
  const floor = 0.85,
    h = 2.35,
    [x0, x1, y0, y1] = [-1.05, 1.05, -1.0, 0.35],
    deckY = 0.95;
  const W = (x1 - x0) * 48,
    D = (y1 - y0) * 48,
    H = (h - floor) * 44;
  const stilts = (ys: readonly number[]) =>
    each(ys, (y) => each([-1, -0.35, 0.35, 1], (x) => post(x, y, 0, floor, dark(PAL.wood, 0.06), 0.1)));
  const ground =
    ellipse(14, 14, 112, 48, dark('#82bd50', 0.35), 'opacity=".3"') +
    atTile(-0.1, -0.3, jar(10, 22, PAL.terracotta)) +
    atTile(0.5, 0.1, jar(8, 18, '#c98d57')) +
    atTile(0.2, -0.75, sack(), 0.4);
  const rail = (a: Point, b: Point) => {
    const [p, q] = [project(...a, floor + 0.42), project(...b, floor + 0.42)],
      count = 6;
    return (
      line(`M${p}L${q}`, PAL.woodLt, 3.4) +
      repeat(count + 1, (i) => {
        const t = i / count,
          x = p[0] + (q[0] - p[0]) * t;
        return line(`M${x} ${p[1] + (q[1] - p[1]) * t}V${p[1] + 18 + (q[1] - p[1]) * t}`, PAL.woodLt, 2.4);
      })
    );
  };
  const steps = repeat(5, (i) =>
    box(-0.15, deckY + 0.08 + i * 0.13, 0.4, deckY + 0.21 + i * 0.13, 0, floor - 0.14 - i * 0.16, PAL.wood, {
      top: PAL.woodLt,
    }),
  );
  return (
    ground +
    stilts([y0 + 0.1, y1 - 0.1]) +
    stilts([deckY - 0.06]) +
    box(x0 - 0.08, y0 - 0.08, x1 + 0.08, deckY, floor - 0.12, floor, PAL.wood, { top: PAL.woodLt }) +
    repeat(8, (i) => {
      const [a, b] = [project(x0 - 0.08, y1 + i * 0.08, floor), project(x1 + 0.08, y1 + i * 0.08, floor)];
      return line(`M${a}L${b}`, PAL.wood, 1.2, 'opacity=".7"');
    }) +
    box(x0, y0, x1, y1, floor, h, wall, { left: dark(wall, 0.04), right: dark(wall, 0.22), noTop: true }) +
    onLeftWall(
      x0,
      y1,
      h,
      planks(W, H, wall, 9) +
        door(40, H - 44, 22, 43, cloth) +
        windowPane(10, H - 40, 18, 18, PAL.woodDk, { lit: true, box: false }) +
        windowPane(76, H - 40, 18, 18, PAL.woodDk, { lit: true, box: false }),
    ) +
    onRightWall(
      x1,
      y1,
      h,
      planks(D, H, dark(wall, 0.2), 9) +
        windowPane(22, H - 40, 20, 18, dark(PAL.woodDk, 0.2), { lit: true, flower: cloth }),
    ) +
    gable(x0, y0, x1, y1 + 0.1, h, h + 0.85, roof, { wall: dark(wall, 0.2), tile, rows: 6, o: 0.26 }) +
    each([-1, 0.97], (x) => post(x, deckY - 0.08, floor, floor + 0.42, PAL.woodLt, 0.07)) +
    rail([-1.08, deckY - 0.05], [-0.2, deckY - 0.05]) +
    rail([0.45, deckY - 0.05], [1.08, deckY - 0.05]) +
    steps +
    atTile(-0.7, 0.7, flowerPot(PAL.rose), 0.9, floor) +
    atTile(0.75, 0.72, flowerPot(PAL.marigold), 0.9, floor) +
    atTile(
      -1.45,
      0.9,
      fill('M-40 -9C-34 4 -18 8 0 8C20 8 34 2 42 -10C26 -4 -26 -4 -40 -9Z', dark(PAL.wood, 0.1)) +
        fill('M-40 -9C-26 -15 28 -16 42 -10C26 -4 -26 -4 -40 -9Z', PAL.woodDk) +
        line('M-39 -8C-26 -3 26 -3 41 -9', PAL.woodLt, 2.4),
      0.85,
    )
  );
}
