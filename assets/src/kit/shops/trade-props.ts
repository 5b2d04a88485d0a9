import { type Colour, dark, light } from '../base/colour.ts';
import { softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { jar } from '../base/solids.ts';
import { circle, each, fill, line, move, rect } from '../base/svg.ts';

/** Things that stand before a shop and tell its trade; origin: foot of the thing. */

/** Bicycle seen from the side. */
export const bicycle = (colour: Colour) =>
  softShadow(24, 6) +
  each(
    [-15, 15],
    (x) => circle(x, -11, 10.5, 'none', 'stroke="#4a4156" stroke-width="3"') + circle(x, -11, 2, '#4a4156'),
  ) +
  line('M-15 -11L-6 -27H9L0 -11ZM-6 -27L0 -11M9 -27L15 -11M9 -27L7 -33H13', colour, 3) +
  line('M-10 -29H-3', '#4a4156', 4);

/** Dressmaker’s dummy. */
export const mannequin = (dress: Colour) =>
  softShadow(9, 4) +
  line('M0 -1V-22', PAL.woodDk, 3) +
  line('M-6 0H6', PAL.woodDk, 3) +
  fill(
    'M-6 -46C-9 -40 -6 -36 -6 -34C-10 -26 -13 -20 -14 -14C-6 -10 6 -10 14 -14C13 -20 10 -26 6 -34C6 -36 9 -40 6 -46C3 -44 -3 -44 -6 -46Z',
    dress,
  ) +
  fill(
    'M6 -46C9 -40 6 -36 6 -34C10 -26 13 -20 14 -14C11 -12 8 -11.500 5 -11.200C6 -24 4 -38 3 -45Z',
    dark(dress, 0.2),
  ) +
  line('M-6 -34H6', PAL.gold, 2.4) +
  circle(0, -50, 4, PAL.woodLt);

/** Easel with a small landscape. */
export const easel = () =>
  softShadow(12, 4) +
  line('M-9 0L0 -40L9 0M0 -34L4 -2', PAL.woodDk, 3) +
  rect(-14, -40, 28, 22, PAL.woodLt, 2) +
  rect(-12, -38, 24, 18, '#bfe3d8', 1) +
  fill('M-12 -26C-6 -32 0 -26 4 -28C8 -30 12 -26 12 -26V-20H-12Z', PAL.grassMd) +
  circle(6, -33, 2.6, PAL.marigold);

/** Three-wheeled taxi. */
export const tricycle = (colour: Colour) =>
  softShadow(34, 9) +
  circle(-22, -10, 9.5, '#4a4156') +
  circle(-22, -10, 4, '#b8b0c4') +
  circle(18, -10, 9.5, '#4a4156') +
  circle(18, -10, 4, '#b8b0c4') +
  fill('M-30 -16C-30 -26 -24 -30 -16 -30L-12 -48H26C31 -48 32 -40 32 -34V-12H-26Z', colour) +
  fill('M8 -12H32V-34C32 -40 31 -48 26 -48H12Z', dark(colour, 0.16)) +
  fill('M-11 -33L-8 -44H6V-33ZM11 -33V-44H25C27 -44 28 -38 28 -33Z', '#bfe6ee') +
  line('M-16 -50H28', light(colour, 0.35), 4) +
  circle(-28, -20, 3, '#ffe9a8') +
  line('M-26 -13H31', PAL.paper, 2.4);

/** Standing blackboard. */
export const blackboard = () =>
  softShadow(14, 4) +
  line('M-12 0L-8 -34M12 0L8 -34', PAL.woodDk, 3) +
  rect(-17, -40, 34, 25, PAL.wood, 3) +
  rect(-14, -37, 28, 19, '#3d6b5a', 1) +
  line('M-10 -32H-2M-10 -28H2M-10 -24H-4', '#fff', 1.6, 'opacity=".8"') +
  circle(6, -29, 4, 'none', 'stroke="#ffe9a8" stroke-width="1.6"');

/** Three books in a pile. */
export const books = () =>
  each(
    [
      ['#e5484d', 0, 22],
      ['#5067b8', -5, 19],
      ['#f6a821', -10, 20],
    ],
    ([c, y, w]) => rect(-w / 2, y - 5, w, 5, c, 1.5) + rect(-w / 2 + 3, y - 4, w - 4, 2.6, '#fff8e7', 1),
  );

/** Jars with a sprig. */
export const herbJars = () =>
  softShadow(20, 5) +
  move(-11, 0, jar(7, 17, PAL.teal)) +
  move(4, 2, jar(8, 21, PAL.paper)) +
  move(17, 0, jar(6, 14, '#8fb86a')) +
  line('M3 -22C2 -28 0 -31 -3 -33M4 -22C6 -28 8 -30 11 -31', PAL.leaf, 2.6);
