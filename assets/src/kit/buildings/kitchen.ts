import { dark } from '../base/colour.ts';
import { box, footprintShadow, onLeftWall, onRightWall, project } from '../base/iso.ts';
import { door, windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { ellipse, line, move, rect, repeat, tenth } from '../base/svg.ts';
import { awning } from './awning.ts';
import { chimney, cornerPosts, plinth, wallPlate } from './walls.ts';

/** The village bakery: serving window under an awning, chimney, a hanging sign with a loaf. */
export function kitchen(): string {
  const [x0, x1, y0, y1, h] = [-1.2, 1.2, -1, 1, 1.55];
  const [width, depth, height] = [2.4 * 48, 2 * 48, h * 44];
  const wall = PAL.wallSky;
  const shaded = dark(PAL.woodDk, 0.2);
  const front =
    wallPlate(width) +
    cornerPosts(width, height - 4) +
    servingWindow(width * 0.12) +
    door(width * 0.66, height - 50, 25, 46, PAL.brick);
  const side =
    wallPlate(depth, shaded) +
    cornerPosts(depth, height - 4, shaded) +
    windowPane(depth * 0.5, height - 48, 22, 20, shaded);
  return (
    footprintShadow(x0, y0, x1, y1, 0.8) +
    plinth(x0, y0, x1, y1) +
    box(x0, y0, x1, y1, 0.1, h, wall, { left: dark(wall, 0.03), right: dark(wall, 0.22), noTop: true }) +
    onLeftWall(x0, y1, h, front) +
    onRightWall(x1, y1, h, side) +
    chimney(x0 + 0.5, y0 + 0.55, h + 0.2, h + 1.35, PAL.stoneDk) +
    gable(x0, y0, x1, y1, h, h + 1, PAL.teal, { wall: dark(wall, 0.2) }) +
    awning(x0 + 0.16, x0 + 1.32, y1, h - 0.3, y1 + 0.34, h - 0.62, PAL.marigold, PAL.paper, 6) +
    hangingSign(x1, y1 - 0.15, h - 0.35)
  );
}

/** A lit window with three loaves on the sill. */
const servingWindow = (x: number): string =>
  rect(x, 22, 44, 26, PAL.woodDk, 3) +
  rect(x + 3, 25, 38, 20, '#ffe9a8', 2) +
  repeat(3, (i) => ellipse(x + 9 + i * 13, 42, 5.5, 3.6, '#c98545') + ellipse(x + 8 + i * 13, 41, 3.6, 2, '#e8b574')) +
  rect(x - 4, 47, 52, 5, PAL.woodLt, 2);

function hangingSign(x: number, y: number, z: number): string {
  const [px, py] = project(x, y, z);
  return (
    line(`M${tenth(px)} ${tenth(py - 4)}l20 -6`, PAL.woodDk, 3) +
    move(
      px + 20,
      py + 6,
      rect(-13, -9, 26, 20, PAL.paper, 6, `stroke="${PAL.woodDk}" stroke-width="2"`) +
        ellipse(0, 1, 8, 5, '#c98545') +
        line('M-4 -1l2 3M0 -2l2 3M4 -1l1 3', '#f1d3a3', 1.5),
    )
  );
}
