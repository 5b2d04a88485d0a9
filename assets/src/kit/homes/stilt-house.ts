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

type StiltOptions = { wall?: Colour; roof?: Colour; tile?: RoofTile; cloth?: Colour };

/** Walls of the house, edge of the veranda, tiles; height of the floor and of the eaves. */
const [X0, X1, Y0, Y1] = [-1.05, 1.05, -1, 0.35];
const DECK = 0.95;
const [FLOOR, EAVES] = [0.85, 2.35];
const [WIDTH, DEPTH, HEIGHT] = [(X1 - X0) * 48, (Y1 - Y0) * 48, (EAVES - FLOOR) * 44];

/** Wooden house on posts above damp ground: veranda, steps, a wide roof, jars below and a boat beside it. */
export function stiltHouse({
  wall = '#d8a870',
  roof = '#c9a45a',
  tile = 'thatch',
  cloth = PAL.tomato,
}: StiltOptions = {}): string {
  return (
    belowTheFloor() +
    stilts([Y0 + 0.1, Y1 - 0.1]) +
    stilts([DECK - 0.06]) +
    deck() +
    box(X0, Y0, X1, Y1, FLOOR, EAVES, wall, { left: dark(wall, 0.04), right: dark(wall, 0.22), noTop: true }) +
    onLeftWall(X0, Y1, EAVES, front(wall, cloth)) +
    onRightWall(X1, Y1, EAVES, side(wall, cloth)) +
    gable(X0, Y0, X1, Y1 + 0.1, EAVES, EAVES + 0.85, roof, { wall: dark(wall, 0.2), tile, rows: 6, o: 0.26 }) +
    each([-1, 0.97], (x) => post(x, DECK - 0.08, FLOOR, FLOOR + 0.42, PAL.woodLt, 0.07)) +
    rail([-1.08, DECK - 0.05], [-0.2, DECK - 0.05]) +
    rail([0.45, DECK - 0.05], [1.08, DECK - 0.05]) +
    steps() +
    atTile(-0.7, 0.7, flowerPot(PAL.rose), 0.9, FLOOR) +
    atTile(0.75, 0.72, flowerPot(PAL.marigold), 0.9, FLOOR) +
    atTile(-1.45, 0.9, boat(), 0.85)
  );
}

const belowTheFloor = (): string =>
  ellipse(14, 14, 112, 48, dark('#82bd50', 0.35), 'opacity=".3"') +
  atTile(-0.1, -0.3, jar(10, 22, PAL.terracotta)) +
  atTile(0.5, 0.1, jar(8, 18, '#c98d57')) +
  atTile(0.2, -0.75, sack(), 0.4);

const stilts = (ys: readonly number[]): string =>
  each(ys, (y) => each([-1, -0.35, 0.35, 1], (x) => post(x, y, 0, FLOOR, dark(PAL.wood, 0.06), 0.1)));

const deck = (): string =>
  box(X0 - 0.08, Y0 - 0.08, X1 + 0.08, DECK, FLOOR - 0.12, FLOOR, PAL.wood, { top: PAL.woodLt }) +
  repeat(8, (i) => {
    const y = Y1 + i * 0.08;
    return line(`M${project(X0 - 0.08, y, FLOOR)}L${project(X1 + 0.08, y, FLOOR)}`, PAL.wood, 1.2, 'opacity=".7"');
  });

const front = (wall: Colour, cloth: Colour): string =>
  planks(WIDTH, HEIGHT, wall, 9) +
  door(40, HEIGHT - 44, 22, 43, cloth) +
  each([10, 76], (x) => windowPane(x, HEIGHT - 40, 18, 18, PAL.woodDk, { lit: true, box: false }));

const side = (wall: Colour, cloth: Colour): string =>
  planks(DEPTH, HEIGHT, dark(wall, 0.2), 9) +
  windowPane(22, HEIGHT - 40, 20, 18, dark(PAL.woodDk, 0.2), { lit: true, flower: cloth });

/** Handrail of the veranda between two points, tiles. */
function rail(from: Point, to: Point): string {
  const [a, b] = [project(...from, FLOOR + 0.42), project(...to, FLOOR + 0.42)];
  const bars = 6;
  return (
    line(`M${a}L${b}`, PAL.woodLt, 3.4) +
    repeat(bars + 1, (i) => {
      const x = a[0] + ((b[0] - a[0]) * i) / bars;
      const y = a[1] + ((b[1] - a[1]) * i) / bars;
      return line(`M${x} ${y}V${y + 18}`, PAL.woodLt, 2.4);
    })
  );
}

const steps = (): string =>
  repeat(5, (i) =>
    box(-0.15, DECK + 0.08 + i * 0.13, 0.4, DECK + 0.21 + i * 0.13, 0, FLOOR - 0.14 - i * 0.16, PAL.wood, {
      top: PAL.woodLt,
    }),
  );

const boat = (): string =>
  fill('M-40 -9C-34 4 -18 8 0 8C20 8 34 2 42 -10C26 -4 -26 -4 -40 -9Z', dark(PAL.wood, 0.1)) +
  fill('M-40 -9C-26 -15 28 -16 42 -10C26 -4 -26 -4 -40 -9Z', PAL.woodDk) +
  line('M-39 -8C-26 -3 26 -3 41 -9', PAL.woodLt, 2.4);
