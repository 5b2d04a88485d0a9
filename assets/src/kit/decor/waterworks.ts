import { dark, light } from '../base/colour.ts';
import { softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { blossom, cylinder, jar } from '../base/solids.ts';
import { circle, each, ellipse, fill, line, move, rect, rotate } from '../base/svg.ts';
import { barrel } from '../props/yard.ts';
import { INK, stones, waterDisc } from './decor-parts.ts';

/** Water in the garden. */

/** Small fountain with one bowl. */
export const bowlFountain = () =>
  softShadow(34, 12) +
  cylinder(30, 12, PAL.stone) +
  move(0, -12, waterDisc(25, 10)) +
  cylinder(4, 30, PAL.stone) +
  ellipse(0, -30, 14, 5.5, light(PAL.stone, 0.3)) +
  line(
    'M0 -32C-4 -46 -14 -42 -17 -14M0 -32C4 -46 14 -42 17 -14M0 -32C-1 -44 -6 -40 -7 -10M0 -32C1 -44 6 -40 7 -10',
    '#fff',
    2.4,
    'opacity=".75"',
  );

/** Tipped jar pouring into a pool. */
export const jarFountain = () =>
  softShadow(30, 11) +
  stones(28, 12, 11) +
  waterDisc(24, 10) +
  move(-4, -2, rotate(-24, jar(15, 36, PAL.terracotta))) +
  fill('M-24 -28C-30 -20 -28 -8 -24 -1H-14C-18 -10 -20 -18 -16 -28Z', PAL.foam, 'opacity=".9"');

/** Bamboo spout over a pool. */
export const bambooFountain = () =>
  softShadow(26, 10) +
  stones(22, 10, 10) +
  waterDisc(18, 8) +
  rect(12, -46, 8, 46, '#8fae4a', 3) +
  line('M12 -18h8M12 -34h8', dark('#8fae4a', 0.3), 1.6) +
  rotate(-16, rect(-18, -38, 42, 8, '#a9c258', 4) + ellipse(-18, -34, 2.5, 4, '#6d8a36')) +
  line('M-14 -25C-16 -16 -14 -8 -12 -2', '#fff', 3, 'opacity=".8"');

/** Little pond with lilies. */
export const lilyPond = () =>
  stones(40, 18, 15) +
  waterDisc(35, 15) +
  each(
    [
      [-14, -3, 9],
      [12, 5, 8],
      [16, -6, 7],
    ],
    ([x, y, r], i) =>
      ellipse(x, y + 1, r, r * 0.48, dark('#5da34e', 0.2)) +
      ellipse(x, y, r, r * 0.46, '#6fb656') +
      (i < 2 ? move(x, y - 4, blossom('#fbd0dc', 6)) : ''),
  );

/** Bird bath with a visitor. */
export const birdBath = () =>
  softShadow(14, 5) +
  cylinder(9, 5, PAL.stone) +
  cylinder(4, 30, PAL.stone) +
  fill('M-20 -36C-16 -26 16 -26 20 -36Z', PAL.stoneDk) +
  ellipse(0, -36, 20, 7, light(PAL.stone, 0.3)) +
  ellipse(0, -36, 15, 4.6, PAL.water) +
  move(
    10,
    -40,
    fill('M-7 -2C-4 -9 4 -10 6 -4L10 -3L6 -1C4 4 -4 4 -7 -2Z', PAL.sky) +
      circle(4, -5, 1, INK) +
      fill('M-7 -2L-13 1L-6 1Z', dark(PAL.sky, 0.2)),
  );

/** Barrel under a downpipe. */
export const rainBarrel = () => barrel() + line('M-22 -50V-34', '#7d8794', 4) + line('M-12 -8l-6 3', PAL.gold, 3);
