import type { Trade } from '../../frames.ts';
import { dark, light } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, post, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { circle, each, ellipse, line, move, rect, repeat } from '../base/svg.ts';
import { awning } from '../buildings/awning.ts';
import { emblemBoard } from '../props/emblems.ts';
import { flowerPot } from '../props/garlands.ts';
import { bunting, lamp } from '../props/street.ts';
import { counter } from './small-stalls.ts';
import { frontCrates, row, TRADE_LOOKS } from './trades.ts';

export function kiosk(trade: Trade, stock: boolean) {
  const { cloth, emblem } = TRADE_LOOKS[trade],
    x = 1.3,
    top = 2.25;
  const shelves = onLeftWall(
    -x + 0.1,
    -0.55,
    1.95,
    rect(0, 0, 115, 86, dark('#e9c48d', 0.1)) +
      each([18, 42], (y) => rect(2, y, 111, 4, PAL.woodDk, 1)) +
      (stock
        ? each([18, 42], (y, r) => repeat(5, (i) => move(14 + i * 22, y, TRADE_LOOKS[trade].item(i + r), 0.85)))
        : ''),
  );
  const signBoard = onLeftWall(
    -0.85,
    0.86,
    top + 0.5,
    rect(0, 0, 82, 24, PAL.woodDk, 6) +
      rect(3, 3, 76, 18, light(cloth, 0.75), 4) +
      each([14, 68], (sx) => circle(sx, 12, 2.4, cloth)),
  );
  const board = project(0.02, 0.9, top + 0.2);
  return (
    footprintShadow(-x, -0.65, x, 0.65, 0.7) +
    box(-x - 0.06, -0.7, x + 0.06, 0.7, 0, 0.1, PAL.stone) +
    box(-x, -0.65, x, -0.52, 0.1, 2, PAL.wood) +
    shelves +
    box(-x, -0.65, -x + 0.12, 0.6, 0.1, 2, PAL.wood) +
    counter(-x + 0.08, x - 0.08, 0.1, 0.58, '#d8a468', cloth) +
    (stock ? row(trade, -1.2, 1.2, 0.34, 0.6, 6) : '') +
    box(x - 0.12, -0.65, x, 0.62, 0.1, 2, PAL.wood) +
    onRightWall(
      x,
      0.62,
      2,
      rect(8, 12, 44, 30, dark(PAL.woodDk, 0.2), 4) +
        rect(11, 15, 38, 24, dark(PAL.paper, 0.14), 2) +
        move(30, 36, TRADE_LOOKS[trade].item(1), 1.1),
    ) +
    post(-x + 0.06, 0.6, 0, 2, PAL.woodDk) +
    awning(-x - 0.14, x + 0.14, -0.74, top + 0.25, 0.82, 1.86, cloth, PAL.paper, 11) +
    signBoard +
    move(...board, emblemBoard(emblem, 12)) +
    (stock ? frontCrates(trade, -1.2, 0.8, 0.72, 4) : '') +
    atTile(1.15, 0.95, flowerPot(PAL.rose)) +
    atTile(1.5, 0.2, flowerPot(PAL.marigold, PAL.teal), 0.9)
  );
}

export function pavilion(trade: Trade, stock: boolean) {
  const { cloth, emblem } = TRADE_LOOKS[trade],
    x = 1.55,
    h = 2.15,
    back = -0.85,
    frontY = 0.7;
  const columns = (y: number) =>
    each(
      [-x + 0.08, 0, x - 0.08],
      (px) =>
        box(px - 0.09, y - 0.09, px + 0.09, y + 0.09, 0.1, 0.26, PAL.stone) + post(px, y, 0.2, h, PAL.paper, 0.13),
    );
  const wall =
    box(-x, back, x, back + 0.12, 0.1, h, PAL.wallOchre) +
    onLeftWall(
      -x,
      back + 0.12,
      h,
      each([26, 50], (y) => rect(6, y, 137, 4, PAL.woodDk, 1)) +
        (stock
          ? each([26, 50], (y, r) => repeat(6, (i) => move(18 + i * 23, y, TRADE_LOOKS[trade].item(i + r), 0.9)))
          : ''),
    );
  const board = project(0, frontY + 0.42, h + 0.32);
  const lantern = (px: number) =>
    move(
      ...project(px, frontY + 0.25, h - 0.3),
      line('M0 -10V-4', '#4a4156', 1.6) +
        circle(0, 2, 12, '#ffe7a0', 'opacity=".35"') +
        ellipse(0, 2, 5.4, 6.4, '#ffe08a') +
        line('M-4 -4H4M-4 8H4', '#4a4156', 2.2),
    );
  return (
    footprintShadow(-x, back, x, frontY, 0.9) +
    box(-x - 0.12, back - 0.1, x + 0.12, frontY + 0.2, 0, 0.1, PAL.stone) +
    wall +
    columns(back + 0.2) +
    counter(-x + 0.12, x - 0.12, 0, 0.5, '#d8a468', cloth) +
    (stock ? row(trade, -1.4, 1.4, 0.25, 0.6, 7) : '') +
    columns(frontY) +
    gable(-x, back, x, frontY, h, h + 0.8, cloth, { wall: dark(PAL.wallOchre, 0.2), rows: 4, o: 0.2 }) +
    awning(-x + 0.05, x - 0.05, frontY + 0.16, h - 0.12, frontY + 0.42, h - 0.3, light(cloth, 0.15), PAL.paper, 13) +
    each([-1.1, 1.1], lantern) +
    move(...board, emblemBoard(emblem, 16)) +
    (stock ? frontCrates(trade, -1.4, -0.1, 0.95, 3) + frontCrates(trade, 0.25, 1.45, 0.95, 3, 3) : '') +
    atTile(-1.75, 1.15, flowerPot(PAL.rose), 1.1) +
    atTile(1.85, 0.95, flowerPot(PAL.lilac, PAL.teal), 1.1) +
    atTile(1.95, 0.1, lamp(), 0.8) +
    bunting(...project(-x, frontY + 0.3, h + 0.02), ...project(x, frontY + 0.3, h + 0.02), 8)
  );
}
