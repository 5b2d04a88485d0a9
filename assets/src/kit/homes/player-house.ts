import { type Colour, dark, light } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, project, softShadow } from '../base/iso.ts';
import { windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { jar } from '../base/solids.ts';
import { fill, line, move, rect, repeat } from '../base/svg.ts';
import { house } from '../buildings/house.ts';
import { bush } from '../nature/plants.ts';
import { flowerPot, garland } from '../props/garlands.ts';
import { bunting, lamp } from '../props/street.ts';
import { sack } from '../workplaces/props.ts';
import { planks, slope, solarPanel } from './home-parts.ts';

/** Level 1: one room of planks under thatch, a curtain for a door. */
function firstHut() {
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

/** Level 4: two storeys, balcony, side wing with a flower terrace, solar panels, lamp and bunting. */
function bigHouse() {
  const w = 2.6,
    d = 2.3,
    h = 2.75,
    trim = PAL.woodDk,
    x0 = -1.8,
    x1 = x0 + w,
    y1 = d / 2;
  const main = atTile(
    (x0 + x1) / 2,
    0,
    house({
      w,
      d,
      h,
      roofH: 1.1,
      wall: '#fdf0d6',
      roof: '#dd5f3e',
      doorC: PAL.teal,
      lit: true,
      flower: PAL.marigold,
      seed: 'l4',
      porch: false,
    }),
  );
  const upper =
    onLeftWall(
      x0,
      y1,
      h,
      rect(0, 68, w * 48, 6, trim) +
        windowPane(18, 26, 22, 24, trim, { lit: true, box: false }) +
        windowPane(90, 26, 20, 24, trim, { lit: true, flower: PAL.rose }) +
        rect(52, 24, 26, 44, trim, 4) +
        rect(55, 27, 20, 40, PAL.teal, 3) +
        line('M65 27V67', dark(PAL.teal, 0.25), 2),
    ) +
    onRightWall(
      x1,
      y1,
      h,
      rect(0, 68, d * 48, 6, dark(trim, 0.2)) +
        windowPane(24, 30, 22, 22, dark(trim, 0.2), { lit: true }) +
        windowPane(68, 30, 22, 22, dark(trim, 0.2), { lit: true }),
    );
  const balcony =
    box(x0 + 0.8, y1, x0 + 1.9, y1 + 0.3, 1.22, 1.3, PAL.wood, { top: PAL.woodLt }) +
    onLeftWall(
      x0 + 0.8,
      y1 + 0.3,
      1.7,
      line('M1 0H52M1 17H52', PAL.woodLt, 3) + repeat(7, (i) => line(`M${2 + i * 8.3} 0V18`, PAL.woodLt, 2.4)),
    ) +
    move(...project(x0 + 1.0, y1 + 0.3, 1.68), garland([0, 0], [40, 20], 5, 'bal'));
  const at = slope(x0, x1, y1, h, h + 1.1);
  const [wx0, wx1, wy0, wy1, wh] = [x1 - 0.02, x1 + 1.0, -0.55, y1 - 0.1, 1.3];
  const wing =
    footprintShadow(wx0, wy0, wx1, wy1, 0.6) +
    box(wx0, wy0, wx1, wy1, 0, wh, PAL.wallMint, { top: light(PAL.wallMint, 0.3) }) +
    box(wx0 - 0.02, wy0, wx1 + 0.06, wy1 + 0.06, wh, wh + 0.12, PAL.stone) +
    onLeftWall(
      wx0,
      wy1,
      wh,
      rect(8, 14, 34, 34, trim, 4) + rect(11, 17, 28, 28, '#bfe6ee', 2) + line('M25 17V45M11 31H39', trim, 2.4),
    ) +
    onRightWall(wx1, wy1, wh, windowPane(30, 18, 22, 20, dark(trim, 0.2), { lit: true })) +
    atTile(wx0 + 0.3, wy0 + 0.5, flowerPot(PAL.rose), 1, wh + 0.12) +
    atTile(wx0 + 0.55, wy1 - 0.5, flowerPot(PAL.marigold), 1, wh + 0.12) +
    atTile(wx1 - 0.2, wy1 - 0.3, flowerPot(PAL.lilac, PAL.teal), 1, wh + 0.12);
  const flags = bunting(...project(x0 - 0.2, y1 + 0.2, 2.35), ...project(x1 + 0.1, y1 + 0.2, 2.35), 8);
  return (
    main +
    upper +
    balcony +
    solarPanel(at, 0.4, 0.2, 0.82, 0.66) +
    wing +
    flags +
    atTile(x0 + 0.62, y1 + 0.28, rect(-17, -7, 34, 8, PAL.stone, 4)) +
    atTile(x0 - 0.1, y1 + 0.35, bush('h4', '#79b653', '#f6c1cf'), 0.75) +
    atTile(x0 + 2.1, y1 + 0.4, bush('h5', '#5f9f4a', '#fff3d0'), 0.7) +
    atTile(x1 + 0.85, y1 + 0.45, lamp(), 0.9)
  );
}

/** The player's house at `level` 1-4. */
export function playerHouse(level = 1) {
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
