import { type Colour, dark, light } from '../base/colour.ts';
import { box, project, softShadow } from '../base/iso.ts';
import { PAL, SHADOW } from '../base/palette.ts';
import { circle, cycle, each, ellipse, fill, line, type Point, rect, repeat, tenth } from '../base/svg.ts';

/** What stands along paths and round the square. */

/** A fence from tile (x0, y0) to (x1, y1) with `gaps` fields between its posts. */
export function fence(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  gaps = Math.round(Math.hypot(x1 - x0, y1 - y0) * 2),
): string {
  const [a, b] = [project(x0, y0), project(x1, y1)];
  const rail = (up: number, colour: Colour, width: number): string =>
    line(`M${tenth(a[0])} ${tenth(a[1] - up)}L${tenth(b[0])} ${tenth(b[1] - up)}`, colour, width);
  return (
    rail(9, dark(PAL.woodLt, 0.16), 5) +
    rail(20, dark(PAL.woodLt, 0.1), 5) +
    rail(21.5, light(PAL.woodLt, 0.25), 1.8) +
    repeat(gaps + 1, (i) => fencePost(project(x0 + ((x1 - x0) * i) / gaps, y0 + ((y1 - y0) * i) / gaps)))
  );
}

const fencePost = ([x, y]: Point): string =>
  ellipse(x + 3, y, 6, 2.4, SHADOW, 'opacity=".2"') +
  rect(x - 4, y - 29, 8, 29, PAL.woodLt, 3) +
  rect(x + 0.5, y - 29, 3.5, 29, dark(PAL.woodLt, 0.18), 2) +
  ellipse(x, y - 28, 4, 2.2, light(PAL.woodLt, 0.35));

export const lamp = (lit = true): string =>
  softShadow(8, 3.5) +
  rect(-2.6, -62, 5.2, 62, '#5b5068', 2.5) +
  rect(-6, -5, 12, 6, '#4a4156', 3) +
  (lit ? circle(0, -70, 22, '#ffe7a0', 'opacity=".28"') : '') +
  fill('M-8 -64L-10 -78H10L8 -64Z', '#ffe9a8') +
  line('M-8 -64L-10 -78H10L8 -64Z', '#5b5068', 2.6) +
  fill('M-13 -78L0 -89L13 -78Z', '#5b5068');

export const bench = (): string =>
  softShadow(26, 8) +
  box(-0.42, -0.14, 0.42, 0.14, 0.2, 0.28, PAL.wood, { top: PAL.woodLt }) +
  box(-0.42, -0.16, 0.42, -0.1, 0.28, 0.66, PAL.wood) +
  each([-0.36, 0.3], (x) => box(x, 0.06, x + 0.07, 0.13, 0, 0.2, PAL.woodDk));

/** A board on a post; `picture` is drawn on it, the board's middle at (0, -51). */
export const sign = (picture = '', w = 58): string =>
  softShadow(9, 4) +
  rect(-3, -44, 6, 44, PAL.woodDk, 2.5) +
  rect(-w / 2, -64, w, 26, PAL.woodDk, 7) +
  rect(-w / 2 + 2.5, -62.5, w - 5, 21, PAL.woodLt, 5) +
  picture;

const PENNANTS = [PAL.tomato, PAL.marigold, PAL.teal, PAL.plum, PAL.leaf];

/** A string of pennants from px (x1, y1) to (x2, y2), hanging through by `sag` px. */
export function bunting(x1: number, y1: number, x2: number, y2: number, sag = 26): string {
  const along = (t: number): string =>
    `${tenth(x1 + (x2 - x1) * t)},${tenth(y1 + (y2 - y1) * t + sag * 4 * t * (1 - t))}`;
  const count = Math.round(Math.hypot(x2 - x1, y2 - y1) / 21);
  const tip = (t: number): string =>
    `${tenth(x1 + (x2 - x1) * t)} ${tenth(y1 + (y2 - y1) * t + sag * 4 * t * (1 - t) + 16)}`;
  return (
    line(`M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + sag * 2} ${x2} ${y2}`, '#8a6a4c', 1.8) +
    repeat(count, (i) =>
      fill(`M${along((i + 0.15) / count)}L${along((i + 0.8) / count)}L${tip((i + 0.48) / count)}Z`, cycle(PENNANTS, i)),
    )
  );
}
