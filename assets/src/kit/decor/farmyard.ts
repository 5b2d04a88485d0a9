import { dark, light } from '../base/colour.ts';
import { box, onLeftWall, project, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { ball } from '../base/solids.ts';
import { circle, cycle, each, ellipse, faded, fill, line, move, polygon, rect, repeat, rotate } from '../base/svg.ts';
import { bee } from '../props/garlands.ts';
import { INK, stones } from './decor-parts.ts';

/** For garden and yard. */

/** Friendly scarecrow. */
export const scarecrow = () =>
  softShadow(14, 5) +
  line('M0 0V-62M-26 -46H26', PAL.woodDk, 4) +
  fill('M-24 -52H24V-42L12 -40L14 -18H-14L-12 -40L-24 -42Z', PAL.indigo) +
  each([-25, 25], (x) => line(`M${x} -47l${x < 0 ? -5 : 5} -3M${x} -47l${x < 0 ? -6 : 6} 1`, PAL.straw, 2.2)) +
  rect(2, -32, 9, 9, PAL.marigold, 1) +
  circle(0, -62, 12, '#f0d29a') +
  fill('M-22 -68C-10 -74 10 -74 22 -68C12 -64 -12 -64 -22 -68Z', PAL.straw) +
  fill('M-11 -69C-10 -84 10 -84 11 -69Z', light(PAL.straw, 0.2)) +
  circle(-4, -62, 1.6, INK) +
  circle(4, -62, 1.6, INK) +
  line('M-4 -57Q0 -54 4 -57', '#a3543a', 1.8);

/** Nest box on a pole. */
export const birdHouse = () =>
  softShadow(9, 4) +
  rect(-3, -50, 6, 50, PAL.woodDk, 2) +
  rect(-13, -76, 26, 28, PAL.sky, 3) +
  rect(2, -76, 11, 28, dark(PAL.sky, 0.18), 3) +
  fill('M-20 -72L0 -90L20 -72L16 -68L0 -82L-16 -68Z', PAL.tomato) +
  circle(-1, -62, 5, '#4a3328') +
  line('M-1 -54v-1', PAL.woodDk, 3) +
  rect(-6, -55, 10, 2.6, PAL.woodLt, 1);

/** Fire in a ring of stones. */
export const campfire = () =>
  softShadow(24, 9) +
  stones(20, 9, 10) +
  rotate(18, rect(-16, -8, 32, 6, PAL.woodDk, 3)) +
  rotate(-16, rect(-16, -8, 32, 6, PAL.wood, 3)) +
  circle(0, -14, 26, '#ffd27a', 'opacity=".28"') +
  fill('M-10 -6C-14 -22 -4 -24 -4 -36C6 -28 14 -18 9 -6Z', '#f58a2c') +
  fill('M-5 -6C-7 -14 0 -18 0 -24C6 -18 7 -12 4 -6Z', '#ffe08a');

/** Three pumpkins. */
export const pumpkins = () =>
  softShadow(26, 8) +
  each(
    [
      [-12, 0, 13],
      [12, 1, 11],
      [1, 6, 9],
    ],
    ([x, y, r]) =>
      ellipse(x, y - r * 0.7, r, r * 0.8, dark('#f28a2a', 0.12)) +
      ellipse(x - 1, y - r * 0.75, r * 0.92, r * 0.74, '#f28a2a') +
      line(
        `M${x - r * 0.4} ${y - r * 1.35}C${x - r * 0.8} ${y - r} ${x - r * 0.7} ${y - r * 0.3} ${x - r * 0.4} ${y - 1}M${x + r * 0.3} ${y - r * 1.35}C${x + r * 0.7} ${y - r} ${x + r * 0.6} ${y - r * 0.3} ${x + r * 0.3} ${y - 1}`,
        dark('#f28a2a', 0.16),
        1.6,
      ) +
      line(`M${x} ${y - r * 1.4}q1 -5 4 -5`, '#4f8a3c', 3),
  );

/** Glasshouse with tomatoes. */
export const greenhouse = () =>
  softShadow(46, 16) +
  box(-0.6, -0.5, 0.6, 0.5, 0, 0.16, PAL.brick) +
  each(
    [
      [-22, -16],
      [2, -6],
      [20, -14],
      [-6, -18],
    ],
    ([x, y], i) =>
      circle(x, y - 8, 9, i % 2 ? '#5fa84e' : '#79b653') +
      ball(x + 2, y - 8, 3.4, cycle([PAL.tomato, PAL.marigold], i)),
  ) +
  faded(0.5, box(-0.58, -0.48, 0.58, 0.48, 0.16, 0.95, '#bfe6ee', { left: '#bfe6ee', right: '#9fcfe0', noTop: true })) +
  onLeftWall(-0.58, 0.48, 0.95, line('M1 0V35M28 0V35M55 0V35M0 17H56M0 1H56', PAL.paper, 2.6)) +
  polygon(
    [project(-0.64, 0, 1.45), project(0.64, 0, 1.45), project(0.64, 0.54, 0.92), project(-0.64, 0.54, 0.92)],
    '#d5f0f4',
    'opacity=".75" stroke="none"',
  ) +
  polygon(
    [project(0.58, -0.48, 0.95), project(0.58, 0.48, 0.95), project(0.58, 0, 1.42)],
    '#9fcfe0',
    'opacity=".7" stroke="none"',
  ) +
  each([0, 0.5, 1], (t) => {
    const a = project(-0.64 + 1.28 * t, 0, 1.45),
      b = project(-0.64 + 1.28 * t, 0.54, 0.92);
    return line(`M${a}L${b}`, PAL.paper, 2.6);
  }) +
  line(
    `M${project(-0.64, 0, 1.45)}L${project(0.64, 0, 1.45)}L${project(0.58, -0.48, 0.95)}M${project(0.58, -0.48, 0.95)}V${project(0.58, -0.48, 0.16)[1]}`,
    PAL.paper,
    2.6,
  );

/** Stacked logs. */
export const woodPile = () =>
  softShadow(26, 9) +
  each(
    [
      [-16, -6],
      [0, -6],
      [16, -6],
      [-8, -18],
      [8, -18],
      [0, -30],
    ],
    ([x, y]) => circle(x, y, 7.4, PAL.woodDk) + circle(x, y, 5.8, '#e8c08a') + circle(x, y, 2.6, PAL.wood),
  );

/** Shelter for wild bees. */
export const beeHotel = () =>
  softShadow(16, 5) +
  each([-14, 14], (x) => rect(x - 2.5, -20, 5, 20, PAL.woodDk, 2)) +
  rect(-20, -56, 40, 38, PAL.wood, 3) +
  rect(-16, -52, 32, 30, '#e8c08a', 2) +
  repeat(15, (i) => circle(-12 + (i % 5) * 6, -47 + Math.floor(i / 5) * 9, 2.4, i % 2 ? '#5b3a22' : '#8a5a34')) +
  fill('M-27 -55L0 -72L27 -55V-51H-27Z', PAL.leaf) +
  move(24, -50, bee(0), 0.8);
