import { light } from '../base/colour.ts';
import { box, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, move, repeat } from '../base/svg.ts';
import { emblemBoard } from '../props/emblems.ts';
import { garland } from '../props/garlands.ts';
import { pedestal } from './decor-parts.ts';

/** Statues and gates. */

/** Golden bee, the game’s emblem of pollination. */
export const beeStatue = () =>
  softShadow(22, 8) +
  pedestal() +
  move(
    0,
    -34,
    ellipse(-6, -12, 6, 11, '#f4e3b8', 'transform="rotate(-24 -6 -8)"') +
      ellipse(5, -13, 6, 11, '#f4e3b8', 'transform="rotate(20 5 -8)"') +
      ellipse(0, 2, 17, 12, PAL.gold) +
      line('M-5 -8V12M4 -9V13', PAL.goldDk, 4) +
      circle(13, 0, 7, PAL.gold) +
      circle(15, -2, 1.5, PAL.goldDk) +
      line('M14 -6C15 -12 18 -12 20 -13', PAL.goldDk, 1.8),
  );

/** Two hands holding a sprout. */
export const handsStatue = () =>
  softShadow(22, 8) +
  pedestal() +
  move(
    0,
    -20,
    fill(
      'M-18 -4C-16 -16 -12 -20 -8 -18C-6 -14 -4 -10 0 -8C4 -10 6 -14 8 -18C12 -20 16 -16 18 -4C12 4 -12 4 -18 -4Z',
      light(PAL.stone, 0.25),
    ) +
      line('M0 -8V-22', PAL.leaf, 3) +
      fill(
        'M0 -18C-3 -27 -10 -28 -13 -26C-13 -20 -7 -15 0 -18ZM0 -22C2 -31 9 -33 13 -31C13 -25 7 -19 0 -22Z',
        '#57b05a',
      ),
  );

/** Sundial with a gilt gnomon. */
export const sundial = () =>
  softShadow(20, 7) +
  pedestal(14) +
  ellipse(0, -22, 17, 7, light(PAL.stone, 0.35)) +
  repeat(8, (i) => {
    const a = (i / 8) * 6.283;
    return circle(Math.cos(a) * 13, -22 + Math.sin(a) * 5, 1.2, PAL.ink2);
  }) +
  fill('M-2 -22L10 -22L-2 -36Z', PAL.gold);

/** Gate with the sprout emblem. */
export const arch = () =>
  softShadow(40, 10) +
  each([-32, 32], (x) => box(x / 96 - 0.09, -x / 96 - 0.09, x / 96 + 0.09, -x / 96 + 0.09, 0, 1.5, PAL.wallOchre)) +
  fill('M-42 -64C-30 -92 30 -92 42 -64L32 -60C22 -78 -22 -78 -32 -60Z', PAL.terracotta) +
  move(0, -82, emblemBoard('agriculture', 11)) +
  garland([-34, -58], [34, -58], -8, 'gate');
