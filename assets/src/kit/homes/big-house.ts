import { dark, light } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, project } from '../base/iso.ts';
import { windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { line, move, rect, repeat } from '../base/svg.ts';
import { house } from '../buildings/house.ts';
import { bush } from '../nature/plants.ts';
import { flowerPot, garland } from '../props/garlands.ts';
import { bunting, lamp } from '../props/street.ts';
import { slope, solarPanel } from './home-parts.ts';

/** Width and depth of the main house, tiles; its eaves; its left, right and front wall. */
const [W, D, H] = [2.6, 2.3, 2.75];
const [X0, X1, Y1] = [-1.8, -1.8 + W, D / 2];
const TRIM = PAL.woodDk;
const SHADED_TRIM = dark(TRIM, 0.2);

/** The player's house at level 4: two storeys, balcony, side wing with a flower terrace, solar panels, lamp and bunting. */
export const bigHouse = (): string =>
  atTile((X0 + X1) / 2, 0, mainHouse()) +
  upperFloor() +
  balcony() +
  solarPanel(slope(X0, X1, Y1, H, H + 1.1), 0.4, 0.2, 0.82, 0.66) +
  wing() +
  bunting(...project(X0 - 0.2, Y1 + 0.2, 2.35), ...project(X1 + 0.1, Y1 + 0.2, 2.35), 8) +
  atTile(X0 + 0.62, Y1 + 0.28, rect(-17, -7, 34, 8, PAL.stone, 4)) +
  atTile(X0 - 0.1, Y1 + 0.35, bush('h4', '#79b653', '#f6c1cf'), 0.75) +
  atTile(X0 + 2.1, Y1 + 0.4, bush('h5', '#5f9f4a', '#fff3d0'), 0.7) +
  atTile(X1 + 0.85, Y1 + 0.45, lamp(), 0.9);

const mainHouse = (): string =>
  house({
    w: W,
    d: D,
    h: H,
    roofH: 1.1,
    wall: '#fdf0d6',
    roof: '#dd5f3e',
    doorC: PAL.teal,
    lit: true,
    flower: PAL.marigold,
    seed: 'l4',
    porch: false,
  });

const upperFloor = (): string =>
  onLeftWall(
    X0,
    Y1,
    H,
    rect(0, 68, W * 48, 6, TRIM) +
      windowPane(18, 26, 22, 24, TRIM, { lit: true, box: false }) +
      windowPane(90, 26, 20, 24, TRIM, { lit: true, flower: PAL.rose }) +
      rect(52, 24, 26, 44, TRIM, 4) +
      rect(55, 27, 20, 40, PAL.teal, 3) +
      line('M65 27V67', dark(PAL.teal, 0.25), 2),
  ) +
  onRightWall(
    X1,
    Y1,
    H,
    rect(0, 68, D * 48, 6, SHADED_TRIM) +
      windowPane(24, 30, 22, 22, SHADED_TRIM, { lit: true }) +
      windowPane(68, 30, 22, 22, SHADED_TRIM, { lit: true }),
  );

const balcony = (): string =>
  box(X0 + 0.8, Y1, X0 + 1.9, Y1 + 0.3, 1.22, 1.3, PAL.wood, { top: PAL.woodLt }) +
  onLeftWall(
    X0 + 0.8,
    Y1 + 0.3,
    1.7,
    line('M1 0H52M1 17H52', PAL.woodLt, 3) + repeat(7, (i) => line(`M${2 + i * 8.3} 0V18`, PAL.woodLt, 2.4)),
  ) +
  move(...project(X0 + 1, Y1 + 0.3, 1.68), garland([0, 0], [40, 20], 5, 'bal'));

/** The side wing, whose roof is a terrace with flowers. */
function wing(): string {
  const [x0, x1, y0, y1, h] = [X1 - 0.02, X1 + 1, -0.55, Y1 - 0.1, 1.3];
  const terrace = h + 0.12;
  return (
    footprintShadow(x0, y0, x1, y1, 0.6) +
    box(x0, y0, x1, y1, 0, h, PAL.wallMint, { top: light(PAL.wallMint, 0.3) }) +
    box(x0 - 0.02, y0, x1 + 0.06, y1 + 0.06, h, terrace, PAL.stone) +
    onLeftWall(
      x0,
      y1,
      h,
      rect(8, 14, 34, 34, TRIM, 4) + rect(11, 17, 28, 28, '#bfe6ee', 2) + line('M25 17V45M11 31H39', TRIM, 2.4),
    ) +
    onRightWall(x1, y1, h, windowPane(30, 18, 22, 20, SHADED_TRIM, { lit: true })) +
    atTile(x0 + 0.3, y0 + 0.5, flowerPot(PAL.rose), 1, terrace) +
    atTile(x0 + 0.55, y1 - 0.5, flowerPot(PAL.marigold), 1, terrace) +
    atTile(x1 - 0.2, y1 - 0.3, flowerPot(PAL.lilac, PAL.teal), 1, terrace)
  );
}
