import { dark } from '../base/colour.ts';
import { softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { cylinder } from '../base/solids.ts';
import { circle, cycle, each, ellipse, fill, group, line, rect, repeat, rotate } from '../base/svg.ts';
import { bunting } from '../props/street.ts';

/** Lights, signs and boards. */

/** Stone garden lantern, lit. */
export const lantern = () =>
  softShadow(12, 5) +
  cylinder(9, 8, PAL.stone) +
  cylinder(4, 22, PAL.stoneDk) +
  circle(0, -34, 16, '#ffe7a0', 'opacity=".35"') +
  rect(-9, -42, 18, 16, PAL.stone, 2) +
  rect(-6, -39, 12, 10, '#ffe9a8', 2) +
  fill('M-17 -42C-8 -46 -4 -52 0 -56C4 -52 8 -46 17 -42Z', PAL.stoneDk) +
  circle(0, -57, 3, PAL.stone);

/** Coloured bulbs between two posts. */
export const fairyLights = () =>
  each(
    [-44, 44],
    (x) => rect(x - 3, -78, 6, 78, PAL.woodDk, 3) + ellipse(x + 2, 0, 9, 3.4, '#26361f', 'opacity=".2"'),
  ) +
  line('M-44 -74Q0 -38 44 -74', '#5b5068', 1.8) +
  repeat(8, (i) => {
    const t = (i + 0.5) / 8,
      x = -44 + 88 * t,
      y = -74 + 72 * t * (1 - t);
    return (
      circle(x, y + 5, 9, '#ffe7a0', 'opacity=".35"') +
      circle(x, y + 5, 4.2, cycle([PAL.marigold, PAL.rose, '#8fd3c8', PAL.lilac], i))
    );
  });

/** Three arrows in colours, no words. */
export const signpost = () =>
  softShadow(10, 4) +
  rect(-3.5, -72, 7, 72, PAL.woodDk, 3) +
  each(
    [
      [-64, 1, PAL.teal],
      [-46, -1, PAL.tomato],
      [-28, 1, PAL.marigold],
    ],
    ([y, side, c]) =>
      group(
        `translate(0 ${y}) scale(${side} 1)`,
        fill('M-6 -7H28L36 0L28 7H-6Z', c) + line('M2 0H22', '#fff', 2.4, 'opacity=".8"'),
      ),
  );

/** Village board with pinned papers. */
export const noticeBoard = () =>
  softShadow(26, 8) +
  each([-24, 24], (x) => rect(x - 3, -58, 6, 58, PAL.woodDk, 2)) +
  rect(-28, -56, 56, 36, PAL.wood, 3) +
  rect(-25, -53, 50, 30, '#e9cf9f', 2) +
  each(
    [
      [-20, -50, '#fff8e7', -4],
      [-2, -51, '#ffe08a', 3],
      [-14, -37, '#bfe3d8', 2],
      [6, -38, '#f6cfc4', -3],
    ],
    ([x, y, c, a]) =>
      rotate(
        a,
        rect(x, y, 15, 11, c, 1) +
          line(`M${x + 3} ${y + 4}h9M${x + 3} ${y + 7}h6`, PAL.ink2, 1.2) +
          circle(x + 7, y, 1.6, PAL.tomato),
        x,
        y,
      ),
  ) +
  fill('M-34 -56L0 -68L34 -56V-52H-34Z', PAL.tomato);

/** Red letter box with its flag up. */
export const mailbox = () =>
  softShadow(10, 4) +
  rect(-3, -34, 6, 34, PAL.woodDk, 2) +
  fill('M-15 -34V-46C-15 -56 3 -56 3 -46V-34Z', PAL.tomato) +
  fill('M3 -34V-46C3 -54 -6 -54 -6 -54H8C16 -54 18 -50 18 -46V-34Z', dark(PAL.tomato, 0.2)) +
  rect(-11, -44, 10, 3, dark(PAL.tomato, 0.35), 1.5) +
  line('M14 -46V-60', PAL.marigold, 3) +
  rect(14, -62, 9, 6, PAL.marigold, 1);

/** Little free library on a post. */
export const bookBox = () =>
  softShadow(14, 5) +
  rect(-3, -36, 6, 36, PAL.woodDk, 2) +
  rect(-18, -64, 36, 30, PAL.teal, 3) +
  rect(-14, -60, 28, 22, '#e9cf9f', 2) +
  each(['#e5484d', '#f6a821', '#5067b8', '#8b5aa6', '#2e8b4e'], (c, i) =>
    rect(-13 + i * 5.4, -56 - (i % 2) * 2, 4.6, 18 + (i % 2) * 2, c, 1),
  ) +
  fill('M-24 -63L0 -78L24 -63V-59H-24Z', PAL.brick);

/** Bunting between two poles. */
export const flagPoles = () =>
  each(
    [-46, 46],
    (x) =>
      rect(x - 2.6, -80, 5.2, 80, PAL.wood, 2) +
      circle(x, -81, 4, PAL.marigold) +
      ellipse(x + 2, 0, 8, 3, '#26361f', 'opacity=".2"'),
  ) + bunting(-46, -76, 46, -76, 14);
