import { type Colour, dark, light } from '../base/colour.ts';
import { softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { rng } from '../base/random.ts';
import { circle, each, ellipse, fill, line, move, repeat } from '../base/svg.ts';
import { canopy } from './canopy.ts';

/** Small things that grow or lie on the ground, foot on (0, 0). */

export function bush(seed = 'b', colour: Colour = '#6fae4a', flowers?: Colour): string {
  const random = rng(seed);
  const dots = repeat(flowers ? 7 : 0, () => circle(-16 + random() * 32, -20 + random() * 16, 3, flowers ?? colour));
  return softShadow(22, 8) + canopy(0, -11, 22, 13, colour, seed, { k: 6, r: 0.6 }) + dots;
}

/** Three blades of grass. */
export const tuft = (colour: Colour = PAL.grassDk): string =>
  line('M-4 0C-5 -4 -6 -6 -8 -8M0 0C0 -5 0 -8 1 -11M4 0C5 -4 7 -6 9 -7', colour, 2.4);

export const flower = (colour: Colour = '#fff', heart: Colour = PAL.gold): string =>
  line('M0 0V-8', PAL.grassDk, 2) +
  repeat(
    5,
    (i) => `<ellipse cx="0" cy="-13.5" rx="2.4" ry="3.4" fill="${colour}" transform="rotate(${i * 72} 0 -10)"/>`,
  ) +
  circle(0, -10, 2, heart);

export const rock = (scale = 1, colour: Colour = '#c9bfae'): string =>
  move(
    0,
    0,
    softShadow(14, 5) +
      fill('M-13 0C-15 -10 -6 -17 2 -16C12 -15 16 -6 13 0C8 5 -8 5 -13 0Z', colour) +
      fill('M4 3C8 -4 8 -10 4 -16C12 -14 16 -6 13 0C10 2.6 7 3.4 4 3Z', dark(colour, 0.18)) +
      fill('M-9 -6C-8 -11 -4 -13 0 -13C-2 -10 -5 -8 -9 -6Z', light(colour, 0.5)),
    scale,
  );

/** Reed mace at the water's edge. */
export const reeds = (): string =>
  line('M-6 0C-6 -14 -8 -22 -10 -28M0 0C0 -18 1 -26 2 -36M6 0C6 -12 8 -20 11 -25', '#5f9c44', 2.6) +
  each(
    [
      [2, -38, 7],
      [-10, -30, 6],
    ],
    ([x, y, length]) => ellipse(x, y, length === 7 ? 3 : 2.6, length, '#8a5a34'),
  );
