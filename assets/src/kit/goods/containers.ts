import { type Colour, dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { fill, line, rect } from '../base/svg.ts';

/** Jars, bottles and bags that goods come in. Icons are drawn in a square of 32 px. */

const shine = (d: string) => line(d, '#fff', 1.6, 'opacity=".55"');

const lid = (x: number, y: number, w: number, c: Colour) =>
  rect(x, y, w, 4, c, 1.5) + rect(x, y, w, 1.6, light(c, 0.3), 0.8);

export const glassJar = (content: Colour, cap: Colour) =>
  rect(7, 9, 18, 20, '#dcecef', 4) +
  rect(8.5, 14, 15, 13.5, content, 3) +
  fill('M18 14H23.500V24.500C23.500 26.500 22 27.500 20.500 27.500H18Z', dark(content, 0.18)) +
  lid(8, 5, 16, cap) +
  shine('M10.500 13V24');

export const bottle = (content: Colour, cap: Colour) =>
  fill('M13 4H19V10C22 12 23 14 23 17V27C23 29 22 30 20 30H12C10 30 9 29 9 27V17C9 14 10 12 13 10Z', content) +
  fill('M18 10L19 10C22 12 23 14 23 17V27C23 29 22 30 20 30H17C19 24 19 16 18 10Z', dark(content, 0.18)) +
  rect(12.5, 2, 7, 4, cap, 1.5) +
  rect(10.5, 18, 11, 7, PAL.paper, 1.5) +
  shine('M11.500 16V28');

export const bag = (cloth: Colour, mark: string) =>
  fill('M8 8C5 14 4 24 6 29C12 31 20 31 26 29C28 24 27 14 24 8Z', cloth) +
  fill('M19 8H24C27 14 28 24 26 29C24 29.700 21 30 19 30C22 24 22 14 19 8Z', dark(cloth, 0.16)) +
  fill('M9 8C7 5 9 2 11 3C14 1 18 1 21 3C23 2 25 5 23 8Z', light(cloth, 0.2)) +
  line('M8.500 8.500H23.500', PAL.woodDk, 2.2) +
  mark;
