import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, rotate } from '../base/svg.ts';

/** Crops that Fluent Emoji lacks, in a square of 32 px. */

const stalk = (x: number, lean: number, head: (x: number, y: number, lean: number) => string) =>
  line(`M16 30Q${16 + lean * 0.3} 20 ${x} 12`, '#6a9a3c', 2) + head(x, 10, lean);

/** Three ears tied with a ribbon. */
export const millet = () =>
  each(
    [
      [8, -8],
      [24, 8],
      [16, 0],
    ],
    ([x, lean]) =>
      stalk(x, lean, (hx, hy, a) =>
        rotate(
          a * 3,
          ellipse(hx, hy, 4.2, 8, '#d9a04a') +
            each(
              [-5, -2, 1, 4],
              (d) => circle(hx - 1.6, hy + d, 1.2, '#f3d38c') + circle(hx + 1.8, hy + d + 1.2, 1.2, '#b97d30'),
            ),
          hx,
          hy,
        ),
      ),
  ) + fill('M10 26H22L21 30H11Z', PAL.tomato);

/** Open boll on its stem. */
export const cotton = () =>
  line('M16 30V18', PAL.woodDk, 2.4) +
  fill('M16 24C8 24 4 20 5 16C11 16 15 19 16 24ZM16 26C22 26 27 23 27 18C21 18 17 21 16 26Z', '#6ea24b') +
  each(
    [
      [11, 11, 6],
      [21, 11, 6],
      [16, 7, 6],
      [16, 14, 6.4],
    ],
    ([x, y, r]) => circle(x + 0.6, y + 1.2, r, '#ddd3c6') + circle(x, y, r * 0.95, '#fdfaf2'),
  ) +
  line('M9 16L14 19M23 16L18 19', PAL.woodDk, 2);

/** Three roots, one cut. */
export const cassava = () =>
  each(
    [
      [-24, 10, 17],
      [20, 21, 18],
      [0, 16, 15],
    ],
    ([a, x, y], i) =>
      rotate(
        a,
        fill(
          `M${x - 4} ${y - 9}C${x + 4} ${y - 11} ${x + 6} ${y} ${x + 3} ${y + 8}C${x + 1} ${y + 12} ${x - 2} ${y + 12} ${x - 3} ${y + 8}C${x - 6} ${y} ${x - 7} ${y - 6} ${x - 4} ${y - 9}Z`,
          i === 2 ? '#a9744c' : '#93613d',
        ) + line(`M${x - 4} ${y - 2}h5M${x - 3} ${y + 4}h4`, '#74492c', 1.4),
        x,
        y,
      ),
  ) + ellipse(16, 6.5, 4.5, 3, '#fbf1de');

/** Plain pumpkin (Fluent has only the lantern). */
export const pumpkin = () =>
  ellipse(16, 19, 13, 10.5, '#e2761c') +
  ellipse(15.5, 18.5, 12, 9.8, '#f28a2a') +
  ellipse(15.5, 18.5, 6, 9.8, '#f9a24a') +
  line('M10 11C6 15 6 23 10 27M21 11C25 15 25 23 21 27M15.500 9V28', '#d9731f', 1.4) +
  line('M16 9C16 6 17 4 20 4', '#4f8a3c', 3) +
  fill('M16 9C11 4 7 5 6 8C9 10 13 10 16 9Z', '#6fae4a');
