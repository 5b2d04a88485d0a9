import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { ball } from '../base/solids.ts';
import { circle, each, ellipse, fill, line, rect, rotate } from '../base/svg.ts';
import { bag, bottle, glassJar } from './containers.ts';

/** What the kitchen makes, in a square of 32 px. */

/** Bowl of couscous. */
export const millet_couscous = () =>
  fill('M3 15H29C29 23 23 29 16 29C9 29 3 23 3 15Z', PAL.teal) +
  fill('M20 28.400C26 26 29 21 29 15H23C23 21 22 25 20 28.400Z', dark(PAL.teal, 0.2)) +
  ellipse(16, 15, 13, 4, light(PAL.teal, 0.25)) +
  fill('M5 15C8 6 24 6 27 15C20 18 12 18 5 15Z', '#f3d38c') +
  each(
    [
      [10, 12],
      [14, 10],
      [18, 12],
      [22, 13],
      [15, 14],
    ],
    ([x, y]) => circle(x, y, 1.1, '#d9a04a'),
  ) +
  ball(19, 10, 2.6, PAL.tomato) +
  ball(12, 9, 2.2, '#8dc457');

/** Sack with an ear. */
export const flour = () =>
  bag(
    '#f1e3c6',
    fill(
      'M16 26V15M16 18C12 18 11 15 11 13C14 13 16 15 16 18ZM16 21C20 21 21 18 21 16C18 16 16 18 16 21Z',
      '#c9932f',
      'stroke="#c9932f" stroke-width="1.400"',
    ),
  );

/** Bottle of pressed oil. */
export const oil = () =>
  bottle('#e9c44a', PAL.leaf) + fill('M16 24C14 22 14.500 20 16 19C17.500 20 18 22 16 24Z', '#8aa63a');

/** Bottle of juice. */
export const juice = () => bottle('#f28a3c', PAL.tomato) + circle(16, 21.5, 2.6, '#f6a821');

/** Jar of jam. */
export const jam = () =>
  glassJar('#c83e4d', PAL.paper) + circle(13, 20, 1.4, '#f3909a') + circle(18, 23, 1.4, '#f3909a');

/** Jar of peanut paste. */
export const peanutPaste = () => glassJar('#b9803f', PAL.tomato) + ellipse(15, 21, 3.6, 2.2, '#e3b878');

/** Basket of dried apricots. */
export const driedFruit = () =>
  fill('M4 16H28L25 27C18 30 14 30 7 27Z', '#d0a15e') +
  line('M6 21H26M7 25H25', dark('#d0a15e', 0.2), 1.6, 'stroke-dasharray="3 2"') +
  each(
    [
      [8, 14],
      [13, 12],
      [19, 12],
      [24, 14],
      [16, 9],
      [11, 9],
      [21, 9],
    ],
    ([x, y], i) => ellipse(x, y, 3.6, 3, i % 2 ? '#e8893a' : '#f2a54a') + line(`M${x - 1.5} ${y}h3`, '#b8622a', 1.2),
  );

/** Smoked fish. */
export const smokedFish = () =>
  rotate(
    -14,
    fill('M3 16C9 7 20 8 24 14L30 9V23L24 18C20 24 9 25 3 16Z', '#c08a4c') +
      fill('M3 16C9 25 20 24 24 18L12 17Z', dark('#c08a4c', 0.18)) +
      circle(8, 14.5, 1.5, '#3b2a20') +
      line('M13 11C15 14 15 18 13 21', dark('#c08a4c', 0.3), 1.4),
    16,
    16,
  ) + line('M24 6q-2 -2 0 -4M28 7q-2 -2 0 -4', '#d9d0c6', 1.8);

/** Basket of a customer order. */
export const basketOrder = () =>
  fill('M4 14H28L25 28H7Z', '#d0a15e') +
  line('M5.500 19H26.500M6.500 24H25.500', dark('#d0a15e', 0.2), 1.8, 'stroke-dasharray="4 2"') +
  rect(3, 12, 26, 4, light('#d0a15e', 0.3), 2) +
  line('M8 12C9 2 23 2 24 12', '#a9764a', 2.6) +
  ball(12, 10, 3.4, PAL.tomato) +
  ball(19, 10, 3.4, '#8dc457');
