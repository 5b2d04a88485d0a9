import { type Colour, dark } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { jar } from '../base/solids.ts';
import { fill, line, move, rect } from '../base/svg.ts';
import { house } from '../buildings/house.ts';
import { flowerPot } from '../props/garlands.ts';
import { lamp } from '../props/street.ts';
import { sack } from '../workplaces/props.ts';
import { bigHouse } from './big-house.ts';
import { planks } from './home-parts.ts';

/** Level 1: one room of planks under thatch, a curtain for a door. */
function firstHut(): string {
  const [x1, y1, h] = [0.95, 0.8, 1.5],
    wall = '#d9a874',
    W = 91,
    H = 66;
  const curtain =
    fill(`M16 ${H}V20H38V${H}Z`, PAL.woodDk) +
    fill(`M19 ${H}V23H35V${H}Z`, dark(PAL.woodDk, 0.45)) +
    fill(`M19 23H35C34 36 28 48 21 ${H - 4}L19 ${H}Z`, PAL.tomato) +
    line('M22 25C22 36 21 48 20 58M27 25C26 36 24 44 22 52', dark(PAL.tomato, 0.22), 1.6);
  const openWindow = (x: number, y: number, frame: Colour) =>
    rect(x - 3, y - 3, 24, 20, frame, 3) +
    rect(x, y, 18, 14, dark(PAL.woodDk, 0.35), 2) +
    line(`M${x + 9} ${y}v14`, frame, 2.4) +
    line(`M${x - 4} ${y - 4}L${x + 22} ${y - 8}`, frame, 3);
  return (
    footprintShadow(-x1, -y1, x1, y1, 0.6) +
    box(-x1 - 0.05, -y1 - 0.05, x1 + 0.05, y1 + 0.05, 0, 0.06, PAL.soilRim) +
    box(-x1, -y1, x1, y1, 0.05, h, wall, { noTop: true }) +
    onLeftWall(-x1, y1, h, planks(W, H, wall) + curtain + openWindow(58, 30, PAL.woodDk)) +
    onRightWall(x1, y1, h, planks(77, H, dark(wall, 0.2)) + openWindow(30, 26, dark(PAL.woodDk, 0.2))) +
    gable(-x1, -y1, x1, y1, h, h + 0.85, PAL.straw, { wall: dark(wall, 0.2), tile: 'thatch', rows: 7, o: 0.28 }) +
    atTile(-1.05, 1.05, jar(9, 20, PAL.terracotta)) +
    atTile(0.75, 1.08, softShadow(11, 4) + move(0, 0, sack(), 0.4)) +
    atTile(0.2, 1.1, rect(-15, -5, 30, 7, PAL.stoneDk, 3) + rect(-15, -7, 30, 6, PAL.stone, 3))
  );
}

/** The player's house at `level` 1-4. */
export function playerHouse(level: number): string {
  switch (level) {
    case 1:
      return firstHut();
    case 2:
      return (
        house({ w: 2.3, d: 1.9, h: 1.4, roofH: 0.95, wall: '#f6e3bf', roof: '#e08a4c', doorC: PAL.wood, seed: 'l2' }) +
        atTile(-1.35, 1.15, jar(9, 20, PAL.terracotta)) +
        atTile(1.35, 0.6, flowerPot(PAL.rose))
      );
    case 3:
      return (
        house({ lit: true, seed: 'l3' }) +
        atTile(-1.62, 1.35, flowerPot(PAL.marigold)) +
        atTile(1.65, 0.7, flowerPot(PAL.rose, PAL.teal)) +
        atTile(1.65, 1.35, lamp(), 0.85)
      );
    default:
      return bigHouse();
  }
}
