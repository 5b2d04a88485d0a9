import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { rng } from '../base/random.ts';
import { blossom } from '../base/solids.ts';
import { circle, cycle, each, ellipse, fill, line, move, type Point, repeat, tenth } from '../base/svg.ts';

/** Flowers, garlands, bees and other signs of joy on shops, stalls and decorations. */

export const FLOWER_COLOURS = [PAL.rose, '#fff6e0', PAL.marigold, PAL.lilac];

/** A flower garland hanging between px points a and b, sagging by `sag` px. */
export function garland(a: Point, b: Point, sag = 8, seed = 'garland') {
  const random = rng(seed);
  const at = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + sag * 4 * t * (1 - t)];
  const count = Math.max(4, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / 7));
  const leaves = repeat(count * 2, (i) => {
    const [x, y] = at((i + 0.5) / (count * 2));
    return ellipse(
      x,
      y + (i % 2 ? 2.4 : -1),
      4.4,
      2.6,
      i % 2 ? PAL.leaf : '#5aa84f',
      `transform="rotate(${tenth(random() * 80 - 40)} ${tenth(x)} ${tenth(y)})"`,
    );
  });
  const flowers = repeat(count, (i) => {
    const [x, y] = at((i + 0.5) / count);
    return move(x, y, blossom(cycle(FLOWER_COLOURS, i), 4.6));
  });
  return leaves + flowers;
}

/** A pot of flowers standing on (0, 0). */
export function flowerPot(flower = PAL.rose, pot = PAL.terracotta) {
  const leaves = each(
    [
      [-7, -16, 6],
      [7, -16, 6],
      [0, -20, 8],
      [-3, -14, 6],
      [4, -14, 6],
    ],
    ([x, y, r]) => circle(x + 0.6, y + 1.6, r, dark('#5fa84e', 0.24)) + circle(x, y, r, '#5fa84e'),
  );
  const flowers = each(
    [
      [-8, -20],
      [0, -26],
      [8, -20],
      [-2, -17],
      [4, -22],
    ],
    ([x, y]) => move(x, y, blossom(flower, 4.2)),
  );
  return (
    ellipse(2, 0, 11, 4, '#26361f', 'opacity=".2"') +
    leaves +
    flowers +
    fill('M-9 -12H9L6.500 0C3 2 -3 2 -6.500 0Z', pot) +
    fill('M2 1.500C4 -4 4 -8 4 -12H9L6.500 0C5 1 3.500 1.300 2 1.500Z', dark(pot, 0.22)) +
    line('M-9.500 -12H9.500', light(pot, 0.18), 4)
  );
}

/** A small bee flying to the right; `frame` 0 or 1 moves the wings. */
export function bee(frame = 0) {
  const wing = (x: number, angle: number) =>
    ellipse(x, -6, 3, 5.4, '#fff', `opacity=".85" transform="rotate(${angle} ${x} -2)"`);
  return (
    wing(-1, frame ? -38 : -14) +
    wing(2, frame ? 34 : 12) +
    ellipse(0, 0, 6.4, 4.6, '#f7b733') +
    line('M-2.600 -4V4M1 -4.500V4.500', '#4a3226', 2) +
    circle(4.6, -0.6, 2.6, '#4a3226') +
    circle(5.4, -1.4, 0.7, '#fff') +
    line('M-6 0L-8 .4', '#4a3226', 1.4)
  );
}

/** A four-pointed glint. */
export const sparkle = (size = 7) =>
  fill(
    `M0 ${-size}Q${size * 0.14} ${-size * 0.14} ${size} 0Q${size * 0.14} ${size * 0.14} 0 ${size}Q${-size * 0.14} ${size * 0.14} ${-size} 0Q${-size * 0.14} ${-size * 0.14} 0 ${-size}Z`,
    '#fffbe0',
    'stroke="#f0a51e" stroke-width=".8"',
  );
