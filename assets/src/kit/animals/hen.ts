import { dark } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, ellipse, fill, line, move, rotate } from '../base/svg.ts';
import { type AnimalFrame, INK, shadow } from './animal-parts.ts';

/** Hen: frame 1 pecks, frame 2 lifts a wing. */
export function hen(frame: AnimalFrame, { colour = '#fff8ec' } = {}): string {
  const wing =
    frame === 2
      ? fill('M-8 -15C-16 -22 -12 -30 -4 -26C0 -24 4 -16 4 -12C0 -10 -6 -11 -8 -15Z', dark(colour, 0.14))
      : fill('M-9 -15C-4 -20 5 -18 6 -13C3 -8 -6 -8 -9 -15Z', dark(colour, 0.14)) +
        line('M-5 -12C-2 -10 2 -10 4 -12', dark(colour, 0.28), 1.4);
  const head =
    fill('M-4 6C-6 -4 -4 -12 2 -12C8 -12 8 -5 6 1C5 5 2 8 -4 6Z', colour) +
    fill('M-1 -11C-3 -16 1 -17 1.500 -14C2 -18 6 -17 5 -13C8 -15 8 -11 5.500 -10Z', PAL.tomato) +
    fill('M7 -6L13 -4L7 -2Z', '#f2a52e') +
    circle(3.6, -6.4, 1.6, INK) +
    circle(4, -7, 0.5, '#fff') +
    ellipse(6, 0, 1.9, 3, PAL.tomato);
  return (
    shadow(14, 5) +
    line('M-3 -5V0M4 -5V0M-3 0l4 0M4 0l4 0', '#e39a2d', 2) +
    fill(
      'M-15 -17C-21 -20 -20 -29 -15 -29C-13 -24 -8 -22 0 -22C8 -22 14 -18 14 -11C13 -6 7 -3 0 -3C-8 -3 -14 -8 -15 -17Z',
      colour,
    ) +
    fill('M-2 -3C6 -5 9 -12 8 -20C12 -18 14 -15 14 -11C13 -6 7 -3 -2 -3Z', dark(colour, 0.12)) +
    fill('M-15 -17C-21 -20 -20 -29 -15 -29C-13 -24 -11 -22 -10 -18Z', dark(colour, 0.2)) +
    (frame === 1 ? rotate(96, move(6, -18, head), 8, -18) : move(9, -25, head)) +
    wing
  );
}
