import { type Colour, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, ellipse, fill, move, rect, repeat } from '../base/svg.ts';

/** Where a scene plays: a room with a window, or open country under the sky. */

/** A room with striped wallpaper, a worktop and a window onto hills. */
export function room(wall: Colour, top: Colour) {
  const stripes = repeat(9, (i) => rect(i * 42, 0, 21, 150, light(wall, 0.3), 0, 'opacity=".3"'));
  const window =
    rect(22, 14, 92, 62, PAL.woodDk, 8) +
    rect(27, 19, 82, 52, '#c4e9f4', 5) +
    fill('M27 56C46 40 70 52 109 44V66a5 5 0 0 1 -5 5H32a5 5 0 0 1 -5 -5Z', '#8dc457') +
    circle(92, 32, 7, '#fff3c4') +
    rect(65.5, 19, 5, 52, PAL.woodDk) +
    rect(17, 74, 102, 6, PAL.woodLt, 3);
  return (
    rect(0, 0, 360, 150, wall) + stripes + rect(0, 104, 360, 46, top) + rect(0, 102, 360, 7, light(top, 0.35)) + window
  );
}

export const shelf = (x = 134, y = 52, w = 150) => rect(x, y, w, 7, PAL.woodDk, 3) + rect(x, y, w, 3, PAL.woodLt, 1);

const cloud = (x: number, y: number, s: number) =>
  move(
    x,
    y,
    ellipse(0, 0, 26, 9, '#fff', 'opacity=".85"') +
      ellipse(-8, -7, 13, 9, '#fff', 'opacity=".85"') +
      ellipse(9, -5, 11, 8, '#fff', 'opacity=".85"'),
    s,
  );

export const sky = (colour: Colour) =>
  rect(0, 0, 360, 150, colour) +
  circle(300, 34, 20, '#fff3c4') +
  cloud(70, 30, 1) +
  cloud(178, 20, 0.7) +
  cloud(246, 46, 0.7);
