import { type Colour, dark, light } from '../base/colour.ts';
import { atTile, box, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { rng } from '../base/random.ts';
import { circle, each, line, move, rect, repeat, tenth } from '../base/svg.ts';

/** Parts that village buildings share. */

/** The stone base a house stands on. */
export const plinth = (x0: number, y0: number, x1: number, y1: number, colour: Colour = PAL.stone): string =>
  box(x0 - 0.08, y0 - 0.08, x1 + 0.08, y1 + 0.08, 0, 0.12, colour);

/** Corner posts of a wall `w` px wide and `h` px high. */
export const cornerPosts = (w: number, h: number, colour: Colour = PAL.woodDk): string =>
  line(`M3 0V${h}M${w - 3} 0V${h}`, colour, 5);

/** The beam on which the roof rests. */
export const wallPlate = (w: number, colour: Colour = PAL.woodDk): string => line(`M0 3H${w}`, colour, 5);

/** Cracks in the plaster of a wall. */
export function plaster(w: number, h: number, colour: Colour, seed: string): string {
  const random = rng(seed);
  return repeat(7, () => {
    const [x, y] = [6 + random() * (w - 20), 8 + random() * (h - 16)];
    return line(`M${tenth(x)} ${tenth(y)}h${tenth(5 + random() * 7)}`, dark(colour, 0.12), 2, 'opacity=".35"');
  });
}

/** Upright boards of a wall. */
export const boards = (w: number, h: number, colour: Colour): string =>
  repeat(Math.floor(w / 12), (i) => line(`M${(i + 1) * 12} 0V${h - 4}`, dark(colour, 0.24), 1.5, 'opacity=".5"'));

/** A stone before the door. */
export const doorstep = (x: number, y: number): string =>
  atTile(x, y, rect(-17, -5, 34, 9, PAL.stoneDk, 4) + rect(-17, -7, 34, 8, PAL.stone, 4));

/** Four puffs, rising. */
export const smoke = (): string =>
  each(
    [
      [0, 0, 5, 0.75],
      [4, -13, 7.5, 0.6],
      [-1, -29, 10, 0.42],
      [6, -48, 13, 0.22],
    ],
    ([x, y, r, opacity]) => circle(x, y, r, '#fff', `opacity="${opacity}"`),
  );

/** A smoking chimney on tile (x, y), from height z0 to z1. */
export function chimney(x: number, y: number, z0: number, z1: number, colour: Colour = PAL.brick): string {
  const [px, py] = project(x, y, z1 + 0.25);
  return (
    box(x - 0.16, y - 0.16, x + 0.16, y + 0.16, z0, z1, colour) +
    box(x - 0.2, y - 0.2, x + 0.2, y + 0.2, z1 - 0.05, z1 + 0.1, light(colour, 0.25)) +
    move(px, py, smoke())
  );
}
