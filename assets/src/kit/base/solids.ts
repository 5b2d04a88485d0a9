import { type Colour, dark, light } from './colour.ts';
import { circle, ellipse, fill, repeat } from './svg.ts';

/** Round things that many drawings share. Lengths in px, foot on (0, 0) unless said otherwise. */

/** One glossy fruit, bead or ball: shade, body, highlight. */
export const ball = (x: number, y: number, r: number, colour: Colour): string =>
  circle(x, y, r, dark(colour, 0.16)) +
  circle(x - r * 0.12, y - r * 0.16, r * 0.86, colour) +
  circle(x - r * 0.38, y - r * 0.46, r * 0.26, '#fff', 'opacity=".6"');

/** A pyramid of balls, `width` px wide, seen from the front, bottom row on y = 0. */
export function heap(colour: Colour, width = 28, r = 4.4, rows = 2): string {
  return repeat(rows, (row) => {
    const count = Math.max(1, Math.round(width / (r * 1.7)) - row);
    const step = count > 1 ? (width - row * r * 1.7) / (count - 1) : 0;
    const left = -width / 2 + (row * r * 1.7) / 2;
    return repeat(count, (i) => ball(left + i * step, -r * 0.7 - row * r * 1.25, r, colour));
  });
}

/** An upright cylinder, `rx` wide and `h` high, lit from the left. */
export const cylinder = (
  rx: number,
  h: number,
  colour: Colour,
  { ry = rx * 0.45, top = light(colour, 0.25) }: { ry?: number; top?: Colour } = {},
): string =>
  fill(`M${-rx} ${-h}V0C${-rx} ${ry * 1.33} ${rx} ${ry * 1.33} ${rx} 0V${-h}Z`, dark(colour, 0.04)) +
  fill(
    `M${rx * 0.25} ${ry * 0.97}C${rx * 0.8} ${ry * 0.8} ${rx} ${ry * 0.5} ${rx} 0V${-h}H${rx * 0.35}Z`,
    dark(colour, 0.22),
  ) +
  ellipse(0, -h, rx, ry, top);

/** A turned pot or jar: belly radius `r`, height `h`. */
export const jar = (r: number, h: number, colour: Colour, mouth = r * 0.55): string =>
  fill(
    `M${-mouth} ${-h}C${-mouth * 1.1} ${-h * 0.86} ${-r} ${-h * 0.78} ${-r} ${-h * 0.48}C${-r} ${-h * 0.16} ${-r * 0.6} 0 ${-r * 0.45} 0C${-r * 0.2} 3 ${r * 0.2} 3 ${r * 0.45} 0C${r * 0.6} 0 ${r} ${-h * 0.16} ${r} ${-h * 0.48}C${r} ${-h * 0.78} ${mouth * 1.1} ${-h * 0.86} ${mouth} ${-h}Z`,
    colour,
  ) +
  fill(
    `M${r * 0.2} 2.4C${r * 0.5} ${-h * 0.3} ${r * 0.4} ${-h * 0.7} ${mouth * 0.4} ${-h}H${mouth}C${mouth * 1.1} ${-h * 0.86} ${r} ${-h * 0.78} ${r} ${-h * 0.48}C${r} ${-h * 0.16} ${r * 0.6} 0 ${r * 0.45} 0C${r * 0.36} 1.4 ${r * 0.3} 2 ${r * 0.2} 2.4Z`,
    dark(colour, 0.2),
  ) +
  ellipse(0, -h, mouth, mouth * 0.36, light(colour, 0.2)) +
  ellipse(0, -h + 0.4, mouth * 0.72, mouth * 0.24, dark(colour, 0.45));

/** Five petals and a heart, centred on (0, 0). */
export const blossom = (colour: Colour, r = 5, heart: Colour = '#f7b733'): string =>
  repeat(
    5,
    (i) =>
      `<ellipse cx="0" cy="${-r * 0.62}" rx="${r * 0.46}" ry="${r * 0.6}" fill="${colour}" transform="rotate(${i * 72})"/>`,
  ) + circle(0, 0, r * 0.36, heart);

/** A rolled-up bolt of cloth. */
export const clothRoll = (colour: Colour, h = 30, r = 6): string =>
  cylinder(r, h, colour) + ellipse(0, -h, r * 0.4, r * 0.18, dark(colour, 0.3));
