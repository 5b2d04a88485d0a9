import { type Colour, dark, mix } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, ellipse, fill, line, move, rect } from '../base/svg.ts';
import { type AnimalFrame, INK, shadow } from './animal-parts.ts';

/** Goat: frame 1 lowers its head to chew, frame 2 flicks ear and tail. */
export function goat(frame: AnimalFrame, { colour = '#f3e7d3', patch = '#a9764a' } = {}): string {
  const leg = (x: number, tone: Colour) =>
    rect(x - 2.6, -17, 5.2, 16, tone, 2.4) + rect(x - 3, -4, 6, 4, '#5b4a4a', 1.6);
  const horns = line('M-2 -10C-4 -17 -9 -19 -12 -18M3 -11C2 -18 -2 -21 -5 -21', '#b3a48f', 3);
  const head =
    horns +
    fill('M-7 -8C-4 -13 6 -12 9 -6C14 -2 16 4 12 6C6 8 0 6 -3 4C-8 2 -9 -4 -7 -8Z', colour) +
    fill('M-7 -8C-4 -13 2 -12.500 5 -10C0 -6 -2 0 -3 4C-8 2 -9 -4 -7 -8Z', patch) +
    ellipse(
      -8,
      frame === 2 ? -8 : -5,
      6,
      2.8,
      dark(colour, 0.12),
      `transform="rotate(${frame === 2 ? 24 : -14} -8 -5)"`,
    ) +
    circle(4.5, -4, 1.7, INK) +
    circle(5, -4.6, 0.5, '#fff') +
    ellipse(12, 3, 3, 2.6, mix(colour, '#e79a8a', 0.4)) +
    line('M5 6C6 11 5 13 4 15', dark(colour, 0.14), 3) +
    (frame === 1 ? line('M13 6l5 2M13 6l4 -2', PAL.leaf, 2.2) : '');
  const tail =
    frame === 2
      ? line('M-22 -33C-26 -37 -25 -40 -22 -42', dark(colour, 0.1), 4.4)
      : line('M-22 -33C-27 -34 -27 -38 -26 -40', dark(colour, 0.1), 4.4);
  return (
    shadow(27, 8) +
    leg(-14, dark(colour, 0.26)) +
    leg(12, dark(colour, 0.26)) +
    leg(-18, dark(colour, 0.06)) +
    leg(7, dark(colour, 0.06)) +
    tail +
    fill('M-24 -26C-24 -36 -14 -37 -2 -36C10 -37 18 -36 18 -26C18 -17 12 -13 -2 -13C-16 -13 -24 -16 -24 -26Z', colour) +
    fill('M-18 -35C-8 -38 -2 -36 0 -30C-4 -24 -16 -22 -22 -29C-22 -32 -21 -34 -18 -35Z', patch) +
    fill('M-20 -17C-8 -14 8 -16 17 -22C16 -16 10 -13 -2 -13C-12 -13 -18 -14 -20 -17Z', dark(colour, 0.16)) +
    (frame === 1
      ? fill('M8 -34C16 -32 22 -20 24 -12L16 -8C12 -14 8 -20 6 -24Z', colour) + move(24, -8, head)
      : fill('M6 -33C12 -36 16 -42 18 -48L28 -42C26 -34 20 -24 14 -20Z', colour) + move(24, -48, head))
  );
}
