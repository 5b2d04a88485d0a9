import { mix } from '../base/colour.ts';
import { atTile, onLeftWall, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, move } from '../base/svg.ts';
import { awning } from '../buildings/awning.ts';
import { emblemBoard } from '../props/emblems.ts';
import { bee, flowerPot, garland, sparkle } from '../props/garlands.ts';
import { constructionSite } from './building-site.ts';
import { type ShopState, WALL_HEIGHT, X0, X1, Y0, Y1 } from './shop-geometry.ts';
import { SHOP_LOOKS, SHOP_PROPS, type ShopLook, type ShopTrade } from './shop-looks.ts';
import { front, loweredShutter, wallLamp, walls } from './shop-parts.ts';
import { roof } from './shop-roof.ts';

const awningColour = (look: ShopLook, state: ShopState) =>
  state === 'late' ? mix(look.cloth, PAL.stoneDk, 0.22) : look.cloth;

/** Lamp, awning and emblem, which stand in front of wall and roof. */
function fittings(trade: ShopTrade, look: ShopLook, state: ShopState) {
  const lamp = project(X1 - 0.1, Y1 + 0.1, WALL_HEIGHT - 0.55);
  const board = project(0.1, Y1 + 0.24, WALL_HEIGHT + 0.3);
  return (
    awning(
      X0 + 0.06,
      X1 - 0.6,
      Y1,
      WALL_HEIGHT - 0.2,
      Y1 + 0.3,
      WALL_HEIGHT - 0.36,
      awningColour(look, state),
      PAL.paper,
      7,
    ) +
    move(lamp[0], lamp[1], wallLamp(state !== 'late')) +
    move(board[0], board[1], emblemBoard(trade, 15))
  );
}

/** Everything that says "repaid": garlands, pots, bees. Also laid over an open shop. */
export function bloom(): string {
  const a = project(X0 + 0.02, Y1 + 0.32, WALL_HEIGHT - 0.38),
    b = project(X1 - 0.6, Y1 + 0.32, WALL_HEIGHT - 0.38),
    c = project(X1 + 0.02, Y1 + 0.06, WALL_HEIGHT - 0.12),
    d = project(X1 + 0.05, Y0, WALL_HEIGHT - 0.12);
  return (
    garland(c, d, 9, 'side') +
    garland(a, b, 7, 'awning') +
    garland(b, c, 5, 'corner') +
    atTile(-1.0, 1.12, flowerPot(PAL.rose)) +
    atTile(0.98, 1.14, flowerPot(PAL.marigold)) +
    atTile(1.25, 0.9, flowerPot(PAL.lilac, PAL.teal), 0.9) +
    move(-84, -84, bee(0), 0.9) +
    move(64, -58, bee(1), 0.9) +
    move(30, -150, sparkle(7)) +
    move(-70, -20, sparkle(5)) +
    move(70, -34, sparkle(6))
  );
}

/** One shop with all that stands before it; its origin is the middle of the footprint. */
export function shop(trade: ShopTrade, { state = 'open' }: { state?: ShopState } = {}): string {
  const look: ShopLook = SHOP_LOOKS[trade];
  if (state === 'construction') return constructionSite(trade, look);
  const props = state === 'late' ? SHOP_PROPS[trade]().slice(0, -1) : SHOP_PROPS[trade]();
  const byDepth = [...props].sort((a, b) => a[0] + a[1] - b[0] - b[1]);
  return (
    walls(look, state !== 'late') +
    front(look, state) +
    roof(look) +
    fittings(trade, look, state) +
    each(byDepth, ([x, y, svg, scale = 1]) => atTile(x, y, svg, scale)) +
    (state === 'blooming' ? bloom() : '')
  );
}

/** Laid over an open shop: shutter half down, a note "back soon", the lamp out. The same for every trade, which spares ten sprites. */
export function lateOverlay(): string {
  const [lampX, lampY] = project(X1 - 0.1, Y1 + 0.1, WALL_HEIGHT - 0.55);
  return (
    onLeftWall(X0, Y1, WALL_HEIGHT, loweredShutter()) +
    move(lampX, lampY, circle(0, 0, 15, '#b9a98c', 'opacity=".35"') + wallLamp(false))
  );
}
