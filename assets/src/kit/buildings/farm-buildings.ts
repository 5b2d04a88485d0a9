import { dark } from '../base/colour.ts';
import { box, footprintShadow, onLeftWall, onRightWall, project } from '../base/iso.ts';
import { windowPane } from '../base/openings.ts';
import { PAL, SHADOW } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { circle, ellipse, fill, group, line, rect, repeat, rotate, tenth } from '../base/svg.ts';
import { boards, plinth } from './walls.ts';

/** A red barn with a cross-braced gate. */
export function barn(): string {
  const [x0, x1, y0, y1, h] = [-1.25, 1.25, -1.1, 1.1, 1.55];
  const [width, depth, height] = [2.5 * 48, 2.2 * 48, h * 44];
  const red = PAL.brick;
  const middle = depth / 2;
  const front =
    boards(width, height, red) +
    windowPane(width * 0.2, 26, 20, 18, PAL.paper, { box: false }) +
    windowPane(width * 0.62, 26, 20, 18, PAL.paper, { box: false });
  const gate =
    rect(middle - 22, 12, 44, height - 16, PAL.paper, 3) +
    rect(middle - 18, 16, 36, height - 20, dark(red, 0.34), 2) +
    line(
      `M${middle - 18} 16L${middle + 18} ${height - 5}M${middle + 18} 16L${middle - 18} ${height - 5}`,
      PAL.paper,
      3.5,
    );
  const [px, py] = project(x1, 0, h + 0.5);
  return (
    footprintShadow(x0, y0, x1, y1, 0.9) +
    plinth(x0, y0, x1, y1) +
    box(x0, y0, x1, y1, 0.1, h, red, { noTop: true }) +
    onLeftWall(x0, y1, h, front) +
    onRightWall(x1, y1, h, boards(depth, height, dark(red, 0.2)) + gate) +
    gable(x0, y0, x1, y1, h, h + 1, PAL.indigo, { wall: dark(red, 0.2), tile: 'plank', rows: 5 }) +
    group(
      `matrix(1 -.5 0 1 ${tenth(px)} ${tenth(py)})`,
      rect(-8, -10, 16, 17, PAL.paper, 2) + rect(-5.5, -7.5, 11, 12, '#5b3324', 1),
    )
  );
}

/** A tower mill; `angle` turns its sails, degrees. */
export function windmill(angle = 18): string {
  const wall = PAL.wall;
  const tower =
    fill('M-40 0C-38 -60 -30 -104 -26 -126H26C30 -104 38 -60 40 0C26 18 -26 18 -40 0Z', wall) +
    fill('M8 13.5C14 -30 12 -90 8 -126H26C30 -104 38 -60 40 0C34 8 22 12.5 8 13.5Z', dark(wall, 0.2)) +
    line('M-38.5 -18C-24 -2 24 -2 38.5 -18', PAL.brick, 6, 'opacity=".85"') +
    fill('M-11 14V-14C-11 -30 11 -30 11 -14V14.5C4 16 -4 16 -11 14Z', PAL.woodDk) +
    fill('M-7 14.5V-13C-7 -25 7 -25 7 -13V14.5C3 15.5 -3 15.5 -7 14.5Z', PAL.teal) +
    rect(-9, -82, 18, 20, PAL.woodDk, 8) +
    rect(-6, -79, 12, 14, '#ffe9a8', 5);
  const cap =
    fill('M-34 -122C-34 -152 -14 -166 0 -168C14 -166 34 -152 34 -122C20 -112 -20 -112 -34 -122Z', PAL.brick) +
    fill('M6 -115C18 -116 28 -118 34 -122C34 -152 14 -166 0 -168C10 -150 12 -132 6 -115Z', dark(PAL.brick, 0.25));
  return ellipse(26, 6, 56, 20, SHADOW, 'opacity=".2"') + tower + cap + group('translate(-6 -132)', sails(angle));
}

const sail = (): string =>
  line('M0 0V-86', PAL.woodDk, 4) +
  fill('M4 -20H24V-82H4Z', PAL.paper, `stroke="${PAL.wood}" stroke-width="2"`) +
  line('M4 -36H24M4 -52H24M4 -68H24M14 -20V-82', PAL.wood, 1.6, 'opacity=".8"');

const sails = (angle: number): string =>
  rotate(
    angle,
    repeat(4, (i) => rotate(i * 90, sail())) + circle(0, 0, 7, PAL.woodDk) + circle(-1.5, -1.5, 3, PAL.woodLt),
  );
