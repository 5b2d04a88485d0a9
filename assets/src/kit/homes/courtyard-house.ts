import { type Colour, dark, light, mix } from '../base/colour.ts';
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

type CourtyardOptions = { wall?: Colour; roof?: Colour; trim?: Colour };
type Colours = Required<CourtyardOptions>;

const [X0, X1, Y0, Y1] = [-1.6, 1.6, -1.5, 1.5];
/** Depth of the back wing, tiles; its eaves; height of the wall round the patio. */
const WING = 1.15;
const EAVES = 1.55;
const LOW = 0.62;
/** Where the gate stands in the front wall, and how wide it is. */
const GATE = { x: 0.35, w: 0.72 };

/** House round a patio: tiled back wing, side wing with a terrace, an arched gate, and inside a tree and a fountain. */
export function courtyardHouse({
  wall = '#fbeccd',
  roof = PAL.terracotta,
  trim = PAL.indigo,
}: CourtyardOptions = {}): string {
  const colours: Colours = { wall, roof, trim };
  return (
    footprintShadow(X0, Y0, X1, Y1, 0.7) +
    box(X0 - 0.06, Y0 - 0.06, X1 + 0.06, Y1 + 0.06, 0, 0.06, PAL.stone) +
    backWing(colours) +
    patioFloor(roof) +
    sideWing(colours) +
    patio() +
    lowWall(X1 - 0.14, Y0 + WING, X1, Y1, colours) +
    lowWall(X0 + 1, Y1 - 0.14, GATE.x, Y1, colours) +
    lowWall(GATE.x + GATE.w, Y1 - 0.14, X1, Y1, colours) +
    gate(colours) +
    atTile(-0.1, 1.75, bush('cy', '#79b653', '#f6c1cf'), 0.7)
  );
}

const backWing = ({ wall, roof, trim }: Colours): string =>
  box(X0, Y0, X1, Y0 + WING, 0.05, EAVES, wall, { left: dark(wall, 0.05), right: dark(wall, 0.22), noTop: true }) +
  onLeftWall(
    X0 + 1,
    Y0 + WING,
    EAVES,
    each([0, 1, 2], (i) => arch(8 + i * 33, EAVES * 44 - 3, i === 1 ? trim : '#7fb6c4', 20, 42)) +
      line('M0 8H105', trim, 3, 'stroke-dasharray="2 7"'),
  ) +
  onRightWall(X1, Y0 + WING, EAVES, windowPane(16, 20, 20, 20, dark(PAL.woodDk, 0.2), { lit: true })) +
  gable(X0, Y0, X1, Y0 + WING, EAVES, EAVES + 0.62, roof, { wall: dark(wall, 0.2), rows: 4, o: 0.16 });

function patioFloor(roof: Colour): string {
  const [x, y] = [X0 + 1, Y0 + WING];
  const slab = [project(x, y, 0.07), project(X1, y, 0.07), project(X1, Y1, 0.07), project(x, Y1, 0.07)];
  const tiles = repeat(6, (i) =>
    repeat(5, (j) => {
      const [px, py] = project(X0 + 1.2 + i * 0.36, Y0 + 1.35 + j * 0.36, 0.08);
      return (i + j) % 2 ? ellipse(px, py, 13, 6.4, mix(PAL.sand, roof, 0.22)) : '';
    }),
  );
  return polygon(slab, PAL.sand) + tiles;
}

const sideWing = ({ wall, roof, trim }: Colours): string =>
  box(X0, Y0 + 1, X0 + 1, Y1, 0.05, 1.25, wall, {
    left: dark(wall, 0.04),
    right: dark(wall, 0.2),
    top: dark(wall, 0.1),
  }) +
  box(X0 - 0.04, Y0 + 1.1, X0 + 1.04, Y1 + 0.04, 1.25, 1.36, roof, { top: light(roof, 0.2) }) +
  onLeftWall(X0, Y1, 1.25, windowPane(14, 16, 20, 18, PAL.woodDk, { lit: true, flower: PAL.rose })) +
  onRightWall(
    X0 + 1,
    Y1,
    1.25,
    arch(20, 54, trim, 20, 38) + windowPane(58, 18, 18, 16, dark(PAL.woodDk, 0.2), { box: false, lit: true }),
  ) +
  atTile(X0 + 0.3, Y0 + 1.7, flowerPot(PAL.rose), 1, 1.36) +
  atTile(X0 + 0.55, Y1 - 0.35, flowerPot(PAL.marigold), 1, 1.36);

const patio = (): string =>
  atTile(0.05, 0, tree('round', 'court', { w: 27, h: 24, c: '#8ab94a', fruit: '#f58a2c' }), 0.9) +
  atTile(0.75, 0.55, fountainBowl(), 0.9) +
  atTile(1.35, -0.1, flowerPot(PAL.lilac, PAL.teal)) +
  atTile(-0.4, 1.1, flowerPot(PAL.rose));

const fountainBowl = (): string =>
  softShadow(24, 9) +
  cylinder(20, 10, PAL.stone) +
  ellipse(0, -10, 16, 7, PAL.water) +
  cylinder(3, 20, PAL.stone) +
  ellipse(0, -20, 9, 4, light(PAL.stone, 0.3)) +
  line('M0 -22C-4 -30 -9 -26 -10 -14M0 -22C4 -30 9 -26 10 -14', '#fff', 2.2, 'opacity=".8"');

/** A stretch of the wall round the patio, with its tiled coping. */
const lowWall = (x0: number, y0: number, x1: number, y1: number, { wall, roof }: Colours): string => {
  const [along, across] = x1 - x0 < y1 - y0 ? [0.04, 0] : [0.02, 0.04];
  return (
    box(x0, y0, x1, y1, 0, LOW, wall) +
    box(x0 - (across ? 0.02 : 0.04), y0 - across, x1 + along, y1 + 0.04, LOW, LOW + 0.09, roof)
  );
};

const gate = ({ wall, roof, trim }: Colours): string =>
  box(GATE.x, Y1 - 0.16, GATE.x + GATE.w, Y1 + 0.03, 0, 1.2, wall) +
  onLeftWall(GATE.x, Y1 + 0.03, 1.2, arch(7, 53, trim, 20, 44)) +
  box(GATE.x - 0.06, Y1 - 0.22, GATE.x + 0.78, Y1 + 0.1, 1.2, 1.3, roof, { top: light(roof, 0.2) });
