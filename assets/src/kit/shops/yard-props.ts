import { type Colour, dark, light } from '../base/colour.ts';
import { box, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { heap } from '../base/solids.ts';
import { circle, each, ellipse, fill, group, line, move, rect, repeat } from '../base/svg.ts';

/** More things that stand before a shop; origin: foot of the thing. */

/** Four courses of bricks. */
export const brickStack = () => {
  const brick = (x: number, y: number, c: Colour) => rect(x, y, 13, 6, c, 1) + rect(x, y, 13, 2, light(c, 0.25), 1);
  return (
    softShadow(26, 8) +
    repeat(4, (row) =>
      repeat(3, (i) =>
        brick(-20 + i * 13.5 + (row % 2) * 3, -7 - row * 6.5, (row + i) % 3 ? PAL.brick : PAL.terracotta),
      ),
    )
  );
};

/** Leaning ladder, `h` px high. */
export const ladder = (h = 62) =>
  line(`M-6 0L-2 ${-h}M7 0L11 ${-h}`, PAL.wood, 3) +
  repeat(6, (i) => line(`M${-5 + i * 0.7} ${-8 - i * 9}h13`, PAL.woodLt, 2.4));

/** Small boat on the grass. */
export const rowingBoat = (colour: Colour) =>
  softShadow(44, 12) +
  fill('M-44 -16C-36 4 -20 8 0 8C22 8 38 2 46 -18C30 -8 -28 -6 -44 -16Z', colour) +
  fill('M6 8C26 8 40 0 46 -18C36 -10 24 -8 12 -7Z', dark(colour, 0.2)) +
  fill('M-44 -16C-30 -24 30 -26 46 -18C30 -8 -28 -6 -44 -16Z', PAL.woodDk) +
  fill('M-34 -16C-20 -20 24 -21 36 -17C22 -11 -22 -10 -34 -16Z', dark(PAL.wood, 0.1)) +
  line('M-14 -20L-12 -11M14 -21L16 -11', PAL.woodLt, 4) +
  line('M-43 -14C-28 -5 30 -6 45 -16', light(colour, 0.4), 2.4);

/** Crate of fish. */
export const fishCrate = () =>
  softShadow(17, 6) +
  rect(-17, -13, 34, 13, '#5aa6c9', 3) +
  rect(-17, -13, 34, 4, '#83c4de', 2) +
  each(
    [
      [-9, -15],
      [1, -17],
      [10, -15],
    ],
    ([x, y]) =>
      group(
        `translate(${x} ${y}) rotate(-12)`,
        fill('M-8 0C-4 -5 4 -5 7 -1L11 -4V4L7 1C4 5 -4 5 -8 0Z', '#9fb9c8') + circle(-4, -1, 1, '#21425a'),
      ),
  );

/** Low stool. */
export const stool = (c = PAL.wood) =>
  line('M-6 0L-4 -12M6 0L4 -12', PAL.woodDk, 3) + ellipse(0, -12, 9, 4, c) + ellipse(0, -13, 8, 3, light(c, 0.3));

/** Pot on a fire. */
export const cookPot = () =>
  softShadow(18, 6) +
  line('M-12 0L-9 -10M12 0L9 -10', '#4a4156', 3.4) +
  ellipse(0, -6, 8, 4, '#f58a2c', 'opacity=".9"') +
  fill('M-16 -24H16C16 -12 10 -8 0 -8C-10 -8 -16 -12 -16 -24Z', '#6b7280') +
  fill('M5 -8.500C12 -10 16 -14 16 -24H9C9 -16 8 -11 5 -8.500Z', '#555b69') +
  ellipse(0, -24, 16, 5, '#8a92a0') +
  ellipse(0, -24, 12.5, 3.6, '#f3dcae') +
  line('M-5 -30C-8 -35 -2 -38 -5 -43M5 -30C2 -35 8 -38 5 -43', '#fff', 3, 'opacity=".7"');

/** Tray of seedlings. */
export const seedlings = () =>
  softShadow(20, 6) +
  box(-0.3, -0.16, 0.3, 0.16, 0, 0.2, PAL.wood, { top: PAL.soilDk }) +
  each(
    [
      [-14, -10],
      [-6, -8],
      [2, -6],
      [10, -4],
      [-5, -14],
      [4, -11],
      [13, -8],
    ],
    ([x, y]) => line(`M${x} ${y}v-6M${x} ${y - 4}l-4 -4M${x} ${y - 4}l4 -4`, PAL.leaf, 2.4),
  );

/** Cart with greens. */
export const handcart = () =>
  softShadow(26, 8) +
  line('M18 -18L40 -26', PAL.woodDk, 3.4) +
  fill('M-24 -28H22L18 -12H-20Z', PAL.wood) +
  line('M-22 -22H20M-21 -17H19', PAL.woodDk, 1.6, 'opacity=".6"') +
  circle(0, -9, 9.5, PAL.woodDk) +
  circle(0, -9, 6.2, PAL.woodLt) +
  line('M0 -16V-2M-7 -9H7', PAL.woodDk, 2) +
  move(-1, -27, heap('#8dc457', 34, 5, 2));
