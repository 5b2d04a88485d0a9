import { type Colour, dark, mix } from '../base/colour.ts';
import { box, footprintShadow, onLeftWall, onRightWall } from '../base/iso.ts';
import { door, windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { heap } from '../base/solids.ts';
import { circle, cycle, each, fill, group, line, move, rect, repeat } from '../base/svg.ts';
import { FRONT_PX, OPENING, type ShopState, SIDE_PX, WALL_HEIGHT, WALL_PX, X0, X1, Y0, Y1 } from './shop-geometry.ts';
import type { ShopLook } from './shop-looks.ts';

/** What one sees through the serving window: a warm room, a shelf, goods, a counter. */
function shopInterior(goods: readonly Colour[], lit: boolean) {
  const { x, y, w, h } = OPENING;
  const back = lit ? '#f4cf86' : dark('#c9a06a', 0.25);
  const shelf = (top: number) => rect(x, y + top, w, 2.4, PAL.woodDk);
  const row = (top: number, shift: number) =>
    repeat(6, (i) => circle(x + 6 + i * 8.2, y + top - 3.4, 3.6, cycle(goods, i + shift)));
  return (
    rect(x - 3, y - 3, w + 6, h + 6, PAL.woodDk, 3) +
    rect(x, y, w, h, back) +
    rect(x, y, w, 7, dark(back, 0.25), 0, 'opacity=".5"') +
    shelf(14) +
    row(14, 0) +
    shelf(25) +
    row(25, 1)
  );
}

/** Roller shutter let down by `share` (0 = rolled up, 1 = closed) over the serving window. */
function shutter(share: number, colour: Colour) {
  const { x, y, w, h } = OPENING;
  const length = 6 + (h - 6) * share;
  const slats = repeat(Math.floor(length / 5), (i) => line(`M${x} ${y + 4 + i * 5}h${w}`, dark(colour, 0.22), 1.4));
  return (
    rect(x - 1, y - 2, w + 2, length, colour, 2) +
    slats +
    rect(x - 1, y - 3 + length, w + 2, 3.4, dark(colour, 0.3), 1.5)
  );
}

/** A calm paper note on the shutter: a clock face, "back soon". */
const backSoonNote = () =>
  group(
    `translate(${OPENING.x + OPENING.w / 2} ${OPENING.y + 11}) rotate(-3)`,
    rect(-9, -8, 18, 17, PAL.paper, 2) +
      circle(0, 0, 5.6, 'none', `stroke="${PAL.ink2}" stroke-width="1.6"`) +
      line('M0 -3V0L2.500 1.500', PAL.ink2, 1.6),
  );

/** Board under the serving window. */
const counterBoard = () =>
  rect(OPENING.x - 6, OPENING.y + OPENING.h + 2, OPENING.w + 12, 5, PAL.woodLt, 2) +
  rect(OPENING.x - 6, OPENING.y + OPENING.h + 5.5, OPENING.w + 12, 3, PAL.woodDk, 1.5);

/** Bracket lamp; off when the shop is late. */
export const wallLamp = (lit: boolean) =>
  (lit ? circle(0, 0, 15, '#ffe7a0', 'opacity=".38"') : '') +
  line('M0 -11C0 -16 8 -16 8 -10', '#4a4156', 2.2) +
  fill('M-5 -9H5L6.500 3H-6.500Z', lit ? '#ffe9a8' : '#8b8797') +
  line('M-6.500 3H6.500M-5 -9H5', '#4a4156', 2.4);

export function walls(look: ShopLook, lit: boolean) {
  const trim = PAL.woodDk;
  const left = dark(look.wall, 0.03),
    right = dark(look.wall, 0.22);
  return (
    footprintShadow(X0, Y0, X1, Y1, 0.7) +
    box(X0 - 0.07, Y0 - 0.07, X1 + 0.07, Y1 + 0.07, 0, 0.1, PAL.stone) +
    box(X0, Y0, X1, Y1, 0.08, WALL_HEIGHT, look.wall, { left, right }) +
    onRightWall(
      X1,
      Y1,
      WALL_HEIGHT,
      rect(0, WALL_PX - 14, SIDE_PX, 10, dark(look.wall, 0.34), 0, 'opacity=".4"') +
        line(`M2.500 0V${WALL_PX - 4}M${SIDE_PX - 2.5} 0V${WALL_PX - 4}`, dark(trim, 0.2), 4.4) +
        windowPane(SIDE_PX * 0.36, 24, 24, 22, dark(trim, 0.2), { lit, flower: look.cloth }),
    )
  );
}

export function front(look: ShopLook, state: ShopState) {
  const lit = state !== 'late';
  const steel = mix('#a9b3bd', look.cloth, 0.18);
  return onLeftWall(
    X0,
    Y1,
    WALL_HEIGHT,
    rect(0, WALL_PX - 14, FRONT_PX, 10, dark(look.wall, 0.12), 0, 'opacity=".55"') +
      line(`M2.500 0V${WALL_PX - 4}M${FRONT_PX - 2.5} 0V${WALL_PX - 4}`, PAL.woodDk, 4.4) +
      shopInterior(look.goods, lit) +
      shutter(lit ? 0 : 0.56, steel) +
      (lit ? '' : backSoonNote()) +
      counterBoard() +
      (lit
        ? each(look.goods, (c, i) => move(OPENING.x + 9 + i * 17, OPENING.y + OPENING.h + 2, heap(c, 9, 3.2, 2)))
        : '') +
      door(72, WALL_PX - 52, 21, 48, look.door),
  );
}

/** For a shop that is drawn open: dusk in the window, a grey shutter and the note. */
export const loweredShutter = (): string =>
  rect(OPENING.x, OPENING.y, OPENING.w, OPENING.h, '#3b2a4a', 0, 'opacity=".28"') +
  shutter(0.62, '#a9b3bd') +
  backSoonNote();
