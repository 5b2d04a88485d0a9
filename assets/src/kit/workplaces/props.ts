import { type Colour, dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, move } from '../base/svg.ts';

/** Big props of the backdrops, foot on (0, 0). */

/** A big steaming pot, 80 px wide, foot on (0, 0). */
export const bigPot = () =>
  line('M-10 -66C-16 -76 -4 -82 -10 -94M10 -66C4 -76 16 -82 10 -94', '#fff', 5, 'opacity=".75"') +
  fill('M-40 -46H40C40 -14 30 0 0 0C-30 0 -40 -14 -40 -46Z', '#6b7280') +
  fill('M14 -1C26 -4 38 -14 40 -46H22C22 -22 20 -8 14 -1Z', '#555b69') +
  ellipse(0, -46, 40, 10, '#8a92a0') +
  ellipse(0, -46, 34, 7.5, '#f3dcae') +
  each(
    [
      [-16, -47],
      [-4, -44],
      [8, -48],
      [20, -45],
    ],
    ([x, y]) => ellipse(x, y, 6, 3, '#e3bf7c'),
  ) +
  line('M-40 -38h-9v9h8M40 -38h9v9h-8', '#4b5160', 5) +
  line('M-30 -30C-28 -16 -22 -8 -16 -6', '#a9b0bc', 4, 'opacity=".7"');

/** An open sack of grain, 52 px wide, foot on (0, 0). */
export const sack = (cloth = '#d9b98a', grain = '#f0cf7c') =>
  fill('M-26 0C-32 -22 -26 -40 -20 -46H20C26 -40 32 -22 26 0C14 5 -14 5 -26 0Z', cloth) +
  fill('M10 3C18 -14 18 -34 12 -46H20C26 -40 32 -22 26 0C22 2 16 3 10 3Z', dark(cloth, 0.16)) +
  fill('M-22 -44C-18 -56 18 -56 22 -44C12 -38 -12 -38 -22 -44Z', grain) +
  each(
    [
      [-10, -49],
      [0, -51],
      [10, -48],
      [-2, -46],
      [6, -45],
    ],
    ([x, y]) => circle(x, y, 2, dark(grain, 0.2)),
  ) +
  line('M-23 -44C-12 -38 12 -38 23 -44', light(cloth, 0.3), 5) +
  fill('M0 -30C4 -26 4 -20 0 -16C-4 -20 -4 -26 0 -30Z', PAL.leaf);

export const fruit = (x: number, y: number, r: number, c: Colour) =>
  circle(x, y, r, dark(c, 0.16)) +
  circle(x - r * 0.12, y - r * 0.16, r * 0.87, c) +
  circle(x - r * 0.36, y - r * 0.44, r * 0.26, '#fff', 'opacity=".6"');

export const vase = (x: number, y: number, r: number, h: number, c: Colour) =>
  move(
    x,
    y,
    fill(
      `M${-r * 0.5} ${-h}C${-r * 0.5} ${-h * 0.8} ${-r} ${-h * 0.75} ${-r} ${-h * 0.45}C${-r} ${-h * 0.15} ${-r * 0.6} 0 ${-r * 0.4} 0H${r * 0.4}C${r * 0.6} 0 ${r} ${-h * 0.15} ${r} ${-h * 0.45}C${r} ${-h * 0.75} ${r * 0.5} ${-h * 0.8} ${r * 0.5} ${-h}Z`,
      c,
    ) +
      fill(
        `M${r * 0.1} 0C${r * 0.5} ${-h * 0.3} ${r * 0.4} ${-h * 0.75} ${r * 0.15} ${-h}H${r * 0.5}C${r * 0.5} ${-h * 0.8} ${r} ${-h * 0.75} ${r} ${-h * 0.45}C${r} ${-h * 0.15} ${r * 0.6} 0 ${r * 0.4} 0Z`,
        dark(c, 0.2),
      ) +
      ellipse(0, -h, r * 0.5, r * 0.17, dark(c, 0.4)) +
      line(
        `M${-r * 0.92} ${-h * 0.42}Q0 ${-h * 0.3} ${r * 0.92} ${-h * 0.42}`,
        light(c, 0.55),
        2.4,
        'stroke-dasharray="3 4"',
      ),
  );

export const clothBolt = (x: number, y: number, h: number, c: Colour) =>
  move(
    x,
    y,
    fill(`M-13 ${-h}h26v${h}q-13 6 -26 0z`, c) +
      fill(`M4 ${-h}h9v${h}q-4 2 -9 3z`, dark(c, 0.2)) +
      ellipse(0, -h, 13, 5, light(c, 0.3)) +
      ellipse(0, -h, 5, 2, dark(c, 0.25)),
  );
