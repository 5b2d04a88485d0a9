import { type Colour, dark } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, post, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { cylinder } from '../base/solids.ts';
import { each, fill, line, move, type Point, repeat } from '../base/svg.ts';
import { emblemBoard } from '../props/emblems.ts';
import { SIDE_PX, X0, X1, Y0, Y1 } from './shop-geometry.ts';
import type { ShopLook, ShopTrade } from './shop-looks.ts';
import { brickStack, ladder } from './yard-props.ts';

/** A point in tiles and units of height. */
type Corner = readonly [x: number, y: number, z: number];

/** The shop while it is being built: walls half up, posts and beams, scaffolding. */
export function constructionSite(trade: ShopTrade, look: ShopLook) {
  const frame = PAL.woodLt,
    half = 0.72;
  const bricks = (w: number, h: number, colour: Colour) =>
    repeat(
      Math.floor(h / 7),
      (row) =>
        line(`M0 ${row * 7 + 6}H${w}`, dark(colour, 0.18), 1.3) +
        repeat(Math.floor(w / 13), (i) => line(`M${i * 13 + (row % 2) * 6} ${row * 7}v6`, dark(colour, 0.18), 1.3)),
    );
  const wallL = dark(look.wall, 0.05),
    wallR = dark(look.wall, 0.24);
  const poles = (list: readonly Point[]) => each(list, ([x, y]) => post(x, y, 0, 1.75, frame));
  const beam = (a: Corner, b: Corner) => {
    const [p, q] = [project(...a), project(...b)];
    return line(`M${p[0]} ${p[1]}L${q[0]} ${q[1]}`, PAL.wood, 4);
  };
  const walkway = box(X0 - 0.1, Y1 + 0.14, X1 + 0.1, Y1 + 0.36, 0.92, 0.98, PAL.wood, { top: PAL.woodLt });
  const sign = line('M0 0V-30', PAL.woodDk, 4) + move(0, -38, emblemBoard(trade, 13));
  return (
    footprintShadow(X0, Y0, X1, Y1, 0.6) +
    box(X0 - 0.07, Y0 - 0.07, X1 + 0.07, Y1 + 0.07, 0, 0.1, PAL.stone, { top: dark(PAL.sand, 0.08) }) +
    poles([
      [X0 + 0.05, Y0 + 0.05],
      [X1 - 0.05, Y0 + 0.05],
    ]) +
    box(X0, Y0, X1, Y0 + 0.14, 0.1, half + 0.3, look.wall) +
    box(X0, Y0, X0 + 0.14, Y1, 0.1, half + 0.3, look.wall) +
    beam([X0, Y0, 1.7], [X1, Y0, 1.7]) +
    beam([X0, Y0, 1.7], [X0, Y1, 1.7]) +
    atTile(
      0.1,
      0,
      fill('M-30 -8C-20 -26 20 -26 32 -8C20 2 -18 4 -30 -8Z', PAL.sand) +
        fill('M4 0C16 -4 24 -8 32 -8C20 2 10 2 4 0Z', PAL.pathDk),
    ) +
    box(X1 - 0.14, Y0, X1, Y1, 0.1, half, look.wall) +
    onRightWall(X1, Y1, half, bricks(SIDE_PX, 27, wallR)) +
    box(X0, Y1 - 0.14, 0.3, Y1, 0.1, half, look.wall) +
    onLeftWall(X0, Y1, half, bricks(1.35 * 48, 27, wallL)) +
    poles([
      [X0 + 0.05, Y1 - 0.05],
      [X1 - 0.05, Y1 - 0.05],
    ]) +
    beam([X0, Y1, 1.7], [X1, Y1, 1.7]) +
    beam([X1, Y0, 1.7], [X1, Y1, 1.7]) +
    each([X0 - 0.02, 0, X1 + 0.02], (x) => post(x, Y1 + 0.32, 0, 1.3, frame, 0.06)) +
    walkway +
    atTile(-0.55, Y1 + 0.26, cylinder(7, 9, '#5aa6c9'), 1, 0.98) +
    atTile(0.75, Y1 + 0.5, ladder(50)) +
    atTile(-0.75, Y1 + 0.75, brickStack(), 0.62) +
    atTile(1.3, 0.75, sign)
  );
}
