import { type Colour, dark } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { heap } from '../../base/solids.ts';
import { circle, ellipse, fill, group, line, move, type Point, rect } from '../../base/svg.ts';
import type { Look } from '../look.ts';
import type { Wardrobe } from './clothes.ts';
import type { Step } from './poses.ts';

/** Where a foot stands: `ahead` px along the path, which goes left and down (front) or left and up (back). */
const footAt = (side: number, ahead: number, up: number, back: boolean): Point => [
  side - ahead * 0.95,
  (back ? -1 : 1) * ahead * 0.42 - up,
];

/** Legs, or a skirt with the shoes below it. */
export function legs(look: Look, w: Wardrobe, step: Step, back: boolean): string {
  const far = footAt(back ? 7 : -7, step.far, step.farUp, back);
  const near = footAt(back ? -7 : 7, step.near, step.nearUp, back);
  const farShoe = dark(w.shoe, 0.16);
  return look.dress
    ? shoeBelowSkirt(far, farShoe) + shoeBelowSkirt(near, w.shoe) + skirt(w, (step.near - step.far) * 0.18)
    : trouserLeg(far, dark(w.pants, 0.16), farShoe, back) + trouserLeg(near, w.pants, w.shoe, back);
}

const trouserLeg = ([x, y]: Point, colour: Colour, shoe: Colour, back: boolean): string =>
  group(
    `translate(${x} ${y})`,
    rect(-5.6, -22, 11.2, 20, colour, 5) + ellipse(back ? -0.6 : -2.2, back ? -3 : -2.4, back ? 6.6 : 7.6, 4, shoe),
  );

const shoeBelowSkirt = ([x, y]: Point, colour: Colour): string => ellipse(x - 1.5, y - 2.4, 7.2, 3.9, colour);

const skirt = (w: Wardrobe, sway: number): string =>
  fill(
    `M-16 -30C-19 -18 ${-20 + sway} -10 ${-20 + sway} -7C-10 -3 10 -3 ${20 + sway} -7C${20 + sway} -10 19 -18 16 -30Z`,
    w.cloth.fill,
  ) +
  fill(
    `M6 -30C9 -18 ${8 + sway} -8 ${7 + sway} -4.2C13 -4.6 ${18 + sway} -5.8 ${20 + sway} -7C${20 + sway} -10 19 -18 16 -30Z`,
    dark(w.top, 0.5),
    'opacity=".18"',
  );

export const torso = (w: Wardrobe): string =>
  fill(
    'M-15 -46C-19.5 -42 -18.5 -26 -17 -18C-8 -14 8 -14 17 -18C18.5 -26 19.5 -42 15 -46C6 -49 -6 -49 -15 -46Z',
    w.cloth.fill,
  ) +
  fill(
    'M15 -46C19.5 -42 18.5 -26 17 -18C14 -16.5 10 -15.6 6 -15.3C12 -24 12 -38 8 -47.5Z',
    dark(w.top, 0.5),
    'opacity=".18"',
  );

/** One arm hanging from the shoulder at px `x`, turned by `angle` degrees (positive = towards the left). */
export const arm = (x: number, angle: number, sleeve: Colour, skin: Colour): string =>
  group(`rotate(${angle} ${x} -43)`, rect(x - 5, -46, 10, 21, sleeve, 5) + circle(x, -24, 4.6, skin));

/** A round basket of fruit held before the body. */
export const basket = (fruit: Colour): string =>
  move(0, -6, heap(fruit, 18, 4, 2)) +
  fill('M-14 -8H14L10 5C5 8 -5 8 -10 5Z', PAL.wood) +
  fill('M3 7C8 6 9 -2 9 -8H14L10 5C8 6.3 5 7 3 7Z', dark(PAL.wood, 0.22)) +
  line('M-12 -2H12', PAL.woodDk, 1.6, 'opacity=".6"') +
  rect(-15.5, -10, 31, 4.6, PAL.woodLt, 2);
