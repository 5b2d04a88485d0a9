import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, rect, rotate } from '../base/svg.ts';
import { glassJar } from './containers.ts';

/** What the workshops make, in a square of 32 px. */

/** Jar of shea butter. */
export const sheaButter = () =>
  glassJar('#f5e6b0', PAL.woodDk) + fill('M12 22C14 18 18 18 20 22C18 24 14 24 12 22Z', '#8fb86a');

/** Two bars and bubbles. */
export const soap = () =>
  each(
    [
      [4, 18, '#c9dcae'],
      [11, 11, '#f7cbb0'],
    ],
    ([x, y, c]) =>
      rect(x, y, 18, 11, dark(c, 0.18), 3) +
      rect(x, y - 1, 18, 9, c, 3) +
      rect(x + 4, y + 1.5, 10, 4, light(c, 0.5), 2),
  ) +
  each(
    [
      [26, 7, 3],
      [22, 4, 2],
      [6, 13, 2.4],
    ],
    ([x, y, r]) => circle(x, y, r, '#e4f4f8') + circle(x - r * 0.3, y - r * 0.3, r * 0.3, '#fff'),
  );

/** Bolt of woven cloth. */
export const clothRoll = () =>
  rotate(
    -28,
    rect(4, 11, 22, 11, PAL.plum, 3) +
      rect(4, 11, 22, 4, light(PAL.plum, 0.25), 2) +
      line('M9 11V22M15 11V22M21 11V22', PAL.marigold, 1.8) +
      ellipse(26, 16.5, 3, 5.5, dark(PAL.plum, 0.25)) +
      ellipse(26, 16.5, 1.2, 2.2, PAL.paper),
    16,
    16,
  ) + fill('M6 22L22 14L27 24L12 30Z', light(PAL.plum, 0.15));

/** Finished dress. */
export const dress = () =>
  fill('M11 4L14 6H18L21 4L20 12C23 18 26 23 27 28C20 31 12 31 5 28C6 23 9 18 12 12Z', PAL.rose) +
  fill('M18 6L21 4L20 12C23 18 26 23 27 28C24 29.300 21 30 18 30.200C20 22 19 14 18 6Z', dark(PAL.rose, 0.2)) +
  line('M12 12.500H20', PAL.marigold, 2.4) +
  line('M6.500 26C13 28.500 19 28.500 25.500 26', PAL.paper, 2, 'stroke-dasharray="2 3"');

/** Raw fleece. */
export const wool = () =>
  fill('M6 24C2 20 4 14 9 14C9 8 17 6 20 10C26 9 29 15 26 19C29 23 25 28 21 27C17 30 9 29 6 24Z', '#fbf5ea') +
  fill(
    'M20 10C26 9 29 15 26 19C29 23 25 28 21 27C19 28.500 16 29 13 28.500C22 26 23 16 20 10Z',
    dark('#fbf5ea', 0.12),
  ) +
  line('M10 19q3 -4 6 0M16 23q3 -4 6 0M15 14q3 -3 5 0', dark('#fbf5ea', 0.18), 1.6);

/** Coil of rope. */
export const rope = () =>
  each(
    [24, 20, 16],
    (y, i) =>
      ellipse(16, y, 12 - i, 5, dark('#d0a15e', 0.18 - i * 0.05)) +
      ellipse(16, y - 1.2, 12 - i, 4.4, light('#d0a15e', 0.08 * i)),
  ) +
  ellipse(16, 14.6, 5, 1.8, dark('#d0a15e', 0.4)) +
  line('M26 22C30 25 29 29 25 29', '#d0a15e', 3) +
  line('M6 19l3 2M11 22l3 1M18 23l3 -1M23 20l3 -2', dark('#d0a15e', 0.3), 1.2);

/** Wooden stool. */
export const stool = () =>
  line('M8 28L11 16M24 28L21 16M14 29L15 17', PAL.woodDk, 3) +
  line('M10 23H22', PAL.wood, 2.2) +
  ellipse(16, 14, 11, 4.6, dark(PAL.wood, 0.1)) +
  ellipse(16, 12.6, 11, 4.4, PAL.woodLt);

/** Painted jar. */
export const clayPot = () =>
  fill('M11 5H21C20 9 27 12 27 19C27 26 22 29 16 29C10 29 5 26 5 19C5 12 12 9 11 5Z', PAL.terracotta) +
  fill('M19 5H21C20 9 27 12 27 19C27 26 22 29 16 29C22 24 23 12 19 5Z', dark(PAL.terracotta, 0.2)) +
  line('M5.500 18H26.500', PAL.paper, 2.4, 'stroke-dasharray="2 3"') +
  line('M10 5H22', light(PAL.terracotta, 0.25), 3);

/** Wooden truck. */
export const toyTruck = () =>
  rect(3, 13, 15, 9, PAL.tomato, 2) +
  rect(18, 9, 10, 13, PAL.marigold, 2) +
  rect(21, 11, 5, 5, '#bfe6ee', 1) +
  rect(3, 13, 15, 3, light(PAL.tomato, 0.3), 1.5) +
  each([9, 23], (x) => circle(x, 24, 4.4, PAL.woodDk) + circle(x, 24, 2, PAL.woodLt));

/** Three bricks. */
export const brick = () =>
  each(
    [
      [3, 20],
      [16, 20],
      [9, 13],
    ],
    ([x, y]) =>
      rect(x, y, 13, 7, dark(PAL.brick, 0.16), 1.5) +
      rect(x, y - 1, 13, 5.5, PAL.brick, 1.5) +
      rect(x + 3, y + 0.5, 7, 2, dark(PAL.brick, 0.2), 1),
  );
