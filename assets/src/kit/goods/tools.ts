import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, rect, repeat } from '../base/svg.ts';
import { bag } from './containers.ts';

/** Tools and supplies, in a square of 32 px. */

/** Bag with a sprout. */
export const seedBag = () =>
  bag(
    '#a9cf7a',
    fill(
      'M16 26V19M16 21C11 21 9 18 9 15C13 15 16 17 16 21ZM16 20C20 20 23 17 23 13C19 14 16 16 16 20Z',
      PAL.primary,
      `stroke="${PAL.primary}" stroke-width="1"`,
    ),
  );

/** Bag of compost. */
export const compost = () =>
  bag(
    '#8f6a4c',
    each(
      [
        [12, 20],
        [17, 23],
        [20, 18],
        [14, 25],
      ],
      ([x, y]) => circle(x, y, 1.6, '#5b3f2c'),
    ) + line('M16 18V14M16 15L13 12M16 15L19 12', '#a9dd6a', 1.8),
  );

/** Watering can. */
export const wateringCan = () =>
  rect(8, 12, 15, 15, '#5aa6c9', 3) +
  rect(17, 12, 6, 15, dark('#5aa6c9', 0.18), 3) +
  fill('M8 16L2 10L4 7L9 13Z', '#5aa6c9') +
  ellipse(3, 8, 3.4, 2, light('#5aa6c9', 0.3), 'transform="rotate(-40 3 8)"') +
  line('M12 12C12 4 24 4 23 14', '#3f86a8', 2.6) +
  line('M8.500 17H22.500', light('#5aa6c9', 0.3), 1.6);

/** Market stall (dock icon). */
export const stallIcon = () =>
  rect(4, 12, 2.4, 18, PAL.woodDk) +
  rect(25.6, 12, 2.4, 18, PAL.woodDk) +
  rect(3, 20, 26, 9.5, PAL.wood) +
  rect(2, 18.5, 28, 3, PAL.woodLt, 1) +
  each(
    [
      [8, '#e5484d'],
      [12.6, '#f6a821'],
      [17.2, '#e5484d'],
      [21, '#86d72f'],
      [25, '#8b5aa6'],
    ],
    ([x, c]) => circle(x, 17, 2.5, c),
  ) +
  fill('M4 2H28L31 11H1Z', PAL.paper) +
  fill('M4 2H8.800L7 11H1ZM13.600 2H18.400L19 11H13ZM23.200 2H28L31 11H25Z', PAL.tomato) +
  repeat(5, (i) => fill(`M${1 + i * 6} 11h6a3 3 0 0 1 -6 0z`, i % 2 ? '#ead9b8' : dark(PAL.tomato, 0.14)));
