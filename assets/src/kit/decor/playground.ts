import { light } from '../base/colour.ts';
import { softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { cylinder } from '../base/solids.ts';
import { circle, cycle, each, fill, line, move, rect, repeat, rotate } from '../base/svg.ts';
import { INK } from './decor-parts.ts';

/** For children of every age. */

/** Wooden swing. */
export const swing = () =>
  softShadow(40, 12) +
  line('M-38 0L-28 -70M-18 0L-28 -70M38 0L28 -70M18 0L28 -70', PAL.wood, 5) +
  line('M-32 -70H32', PAL.woodDk, 6) +
  line('M-11 -68V-20M11 -68V-20', '#8a6a4c', 2.2) +
  rect(-15, -22, 30, 6, PAL.tomato, 3) +
  rect(-15, -22, 30, 2.4, light(PAL.tomato, 0.3), 1);

/** Seesaw on a wedge. */
export const seesaw = () =>
  softShadow(40, 10) +
  fill('M-8 0L0 -18L8 0Z', PAL.teal) +
  rotate(
    -10,
    rect(-44, -21, 88, 6, PAL.marigold, 3) +
      line('M-36 -21V-30M36 -21V-30', PAL.woodDk, 3) +
      line('M-40 -30H-32M32 -30H40', PAL.woodDk, 3),
    0,
    -18,
  );

/** Kite flying on a string. */
export const kite = () =>
  line('M-20 0C-10 -20 10 -24 2 -52', '#8a6a4c', 1.6) +
  softShadow(10, 4, 0.16, -20) +
  rotate(
    14,
    fill('M4 -112L24 -84L4 -48L-16 -84Z', PAL.tomato) +
      fill('M4 -112L24 -84H4Z', PAL.marigold) +
      fill('M4 -84H24L4 -48Z', PAL.teal) +
      fill('M4 -84H-16L4 -48Z', PAL.plum) +
      line('M4 -112V-48M-16 -84H24', PAL.paper, 1.8),
    4,
    -84,
  ) +
  each([0, 1, 2], (i) =>
    fill(
      `M${6 - i * 4} ${-42 + i * 11}l-6 -3v7zM${6 - i * 4} ${-42 + i * 11}l6 -3v7z`,
      cycle([PAL.marigold, PAL.rose, PAL.teal], i),
    ),
  );

/** Paper windmill on a stick. */
export const pinwheel = () =>
  softShadow(8, 3) +
  line('M0 0V-46', PAL.paper, 3.4) +
  move(
    0,
    -48,
    repeat(4, (i) =>
      rotate(i * 90, fill('M0 0L0 -20C10 -20 14 -12 0 0Z', cycle([PAL.tomato, PAL.marigold, PAL.teal, PAL.plum], i))),
    ) + circle(0, 0, 3, PAL.paper),
  );

/** Wooden rocking horse. */
export const rockingHorse = () =>
  softShadow(26, 8) +
  line('M-24 -4C-12 4 12 4 24 -4', PAL.woodDk, 5) +
  line('M-12 -20L-16 0M12 -20L16 0', PAL.wood, 5) +
  fill(
    'M-18 -32C-10 -34 8 -32 12 -34L18 -50C24 -52 30 -44 28 -38L20 -34C18 -22 10 -18 0 -18C-12 -18 -20 -22 -18 -32Z',
    PAL.woodLt,
  ) +
  line('M14 -50L8 -34', PAL.tomato, 5) +
  line('M-18 -30C-24 -28 -24 -20 -22 -16', PAL.tomato, 4) +
  circle(22, -44, 1.6, INK) +
  rect(-8, -36, 14, 6, PAL.teal, 3);

/** Two hand drums. */
export const drums = () =>
  softShadow(28, 9) +
  each(
    [
      [-13, 0, 12, 26, PAL.terracotta],
      [13, 2, 10, 20, PAL.indigo],
    ],
    ([x, y, r, h, c]) =>
      move(
        x,
        y,
        cylinder(r, h, c, { top: '#fbeed6' }) +
          line(`M${-r} ${-h + 4}L${-r * 0.4} 2L0 ${-h + 9}L${r * 0.4} 2L${r} ${-h + 4}`, PAL.paper, 1.6),
      ),
  );

/** Tyre hanging from a beam. */
export const tireSwing = () =>
  softShadow(22, 7) +
  line('M-26 0V-66H4', PAL.woodDk, 6) +
  line('M0 -64V-34', '#8a6a4c', 2.4) +
  circle(0, -22, 13, '#4a4156') +
  circle(0, -22, 6.5, PAL.grass);
