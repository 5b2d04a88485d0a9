import { dark } from '../base/colour.ts';
import { atTile, box, onLeftWall } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { cylinder } from '../base/solids.ts';
import { line } from '../base/svg.ts';
import { flowerPot } from '../props/garlands.ts';
import { FRONT_PX, WALL_HEIGHT, X0, X1, Y0, Y1 } from './shop-geometry.ts';
import type { ShopLook } from './shop-looks.ts';

export function roof(look: ShopLook) {
  const top = WALL_HEIGHT;
  switch (look.roof) {
    case 'thatch':
      return gable(X0, Y0, X1, Y1, top, top + 0.95, look.roofColour, {
        wall: dark(look.wall, 0.2),
        tile: 'thatch',
        rows: 7,
        o: 0.26,
      });
    case 'metal':
      return gable(X0, Y0, X1, Y1, top, top + 0.55, look.roofColour, {
        wall: dark(look.wall, 0.2),
        tile: 'plank',
        rows: 2,
        o: 0.18,
      });
    case 'flat':
      return flatRoof(look);
    default:
      return gable(X0, Y0, X1, Y1, top, top + 0.85, look.roofColour, { wall: dark(look.wall, 0.2), rows: 5, o: 0.2 });
  }
}

/** Flat roof: parapet with a coloured coping, roof terrace inside, a water jar and a plant. */
function flatRoof(look: ShopLook) {
  const z = WALL_HEIGHT,
    t = 0.12,
    up = z + 0.3;
  const terrace = box(X0 + t, Y0 + t, X1 - t, Y1 - t, z, z + 0.02, dark(look.wall, 0.12));
  const backWalls =
    box(X0 - 0.05, Y0 - 0.05, X1 + 0.05, Y0 + t, z, up, look.wall) + box(X0 - 0.05, Y0, X0 + t, Y1, z, up, look.wall);
  const rightWall = box(X1 - t, Y0, X1 + 0.05, Y1, z, up, look.wall, { top: look.roofColour });
  const frontWall = box(X0 - 0.05, Y1 - t, X1 + 0.05, Y1 + 0.05, z, up, look.wall, { top: look.roofColour });
  const things =
    atTile(-0.5, -0.35, cylinder(13, 22, '#5f86a8'), 1, z) + atTile(0.35, -0.3, flowerPot(PAL.marigold), 0.9, z);
  return (
    terrace +
    backWalls +
    things +
    rightWall +
    frontWall +
    onLeftWall(X0 - 0.05, Y1 + 0.05, up, line(`M2 9H${FRONT_PX + 2}`, look.roofColour, 3, 'stroke-dasharray="1 7"'))
  );
}
