import { type Colour, dark, light } from '../base/colour.ts';
import { box, onLeftWall, onRightWall, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, rect } from '../base/svg.ts';
import { canopy } from '../nature/canopy.ts';

/** What lies about a farmyard or a market, foot on (0, 0). */

/** A crate of fruit. */
export const crate = (fruit: Colour = '#ea4a3d'): string =>
  softShadow(18, 7) +
  box(-0.2, -0.2, 0.2, 0.2, 0, 0.34, PAL.wood, { top: dark(PAL.woodDk, 0.25) }) +
  onLeftWall(-0.2, 0.2, 0.34, line('M0 5H19M0 10H19', PAL.woodDk, 1.4, 'opacity=".6"')) +
  each(
    [
      [-8, -17],
      [0, -20],
      [8, -17],
      [-3, -13],
      [5, -13],
    ],
    ([x, y]) =>
      circle(x, y, 4.6, dark(fruit, 0.15)) +
      circle(x - 0.6, y - 0.8, 3.9, fruit) +
      circle(x - 1.7, y - 2.1, 1.2, '#fff', 'opacity=".6"'),
  );

/** A barrel of water. */
export const barrel = (): string =>
  softShadow(15, 6) +
  fill('M-13 -3C-17 -14 -16 -24 -12 -30H12C16 -24 17 -14 13 -3C8 3 -8 3 -13 -3Z', PAL.wood) +
  fill('M4 1.5C9 -6 9 -22 5 -30H12C16 -24 17 -14 13 -3C11 -.6 8 .8 4 1.5Z', dark(PAL.wood, 0.22)) +
  line('M-15 -9C-8 -4 8 -4 15 -9M-15 -22C-8 -17 8 -17 15 -22', '#7d8794', 3) +
  ellipse(0, -30, 12, 5, PAL.woodLt) +
  ellipse(0, -30, 9, 3.5, PAL.water);

/** A straw skep. */
export const beehive = (): string =>
  softShadow(19, 7) +
  each(
    [
      [18, -11],
      [17.5, -20],
      [15.5, -29],
      [12, -37],
      [6.5, -43],
    ],
    ([w, y], i) => rect(-w, y, w * 2, 12, i % 2 ? dark(PAL.straw, 0.1) : PAL.straw, 6),
  ) +
  fill('M6 1C14 0 18 -3 18 -8C18 -22 14 -38 4 -43C12 -30 12 -12 6 1Z', dark(PAL.straw, 0.4), 'opacity=".22"') +
  ellipse(-2, -6, 5, 4.5, '#5b3a22');

/** A bale. */
export const hay = (): string =>
  softShadow(24, 9) +
  box(-0.34, -0.24, 0.34, 0.24, 0, 0.46, PAL.straw) +
  onLeftWall(
    -0.34,
    0.24,
    0.46,
    line('M4 4L9 17M14 3L12 18M22 3L27 17M30 4V17', dark(PAL.straw, 0.2), 1.8, 'opacity=".7"') +
      rect(7, 0, 3, 20, PAL.brick) +
      rect(22, 0, 3, 20, PAL.brick),
  ) +
  onRightWall(0.34, 0.24, 0.46, line('M5 4L8 16M16 3L14 18', dark(PAL.straw, 0.4), 1.6, 'opacity=".6"'));

/** A small pot with a flowering bush. */
export const bushPot = (flower: Colour = PAL.tomato, clay: Colour = PAL.terracotta): string =>
  softShadow(10, 4) +
  canopy(0, -19, 11, 9, '#5fa84e', `pt${flower}`, { k: 5, r: 0.6 }) +
  each(
    [
      [-6, -22],
      [1, -26],
      [7, -20],
      [0, -17],
    ],
    ([x, y]) => circle(x, y, 3.4, flower) + circle(x, y, 1.2, PAL.gold),
  ) +
  fill('M-9 -13H9L6.5 0C3 2 -3 2 -6.5 0Z', clay) +
  fill('M2 1.5C4 -4 4 -9 4 -13H9L6.5 0C5 1 3.6 1.4 2 1.5Z', dark(clay, 0.22)) +
  rect(-10.5, -15.5, 21, 5, light(clay, 0.15), 2);
