import { dark, light } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, project } from '../base/iso.ts';
import { door, windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { gable } from '../base/roof.ts';
import { circle, each, fill, group, line, move, polygon, rect, tenth } from '../base/svg.ts';
import { bush } from '../nature/plants.ts';
import { cornerPosts, doorstep, plinth, wallPlate } from './walls.ts';

const WALL = '#f6e6c4';
const ROOF = PAL.indigo;
const [X0, X1, Y0, Y1, HEIGHT] = [-1.55, 1.55, -1, 1, 1.5];
const RIDGE = HEIGHT + 0.95;

/** The village school: a long room, a clock in the gable, a bell in a turret. */
export const school = (): string =>
  footprintShadow(X0, Y0, X1, Y1, 0.9) +
  plinth(X0, Y0, X1, Y1) +
  box(X0, Y0, X1, Y1, 0.1, HEIGHT, WALL, { left: dark(WALL, 0.03), right: dark(WALL, 0.22), noTop: true }) +
  onLeftWall(X0, Y1, HEIGHT, front()) +
  onRightWall(X1, Y1, HEIGHT, side()) +
  gable(X0, Y0, X1, Y1, HEIGHT, RIDGE, ROOF, { wall: dark(WALL, 0.2) }) +
  clock() +
  turret(-0.35) +
  atTile(-1.1, Y1 + 0.35, bush('sc', '#79b653', '#fff3d0'), 0.7) +
  atTile(1.35, Y1 + 0.3, bush('sd', '#5f9f4a', '#f6c1cf'), 0.7) +
  doorstep(0.05, Y1 + 0.24);

function front(): string {
  const [width, height] = [149, 66];
  return (
    rect(0, height - 12, width, 8, dark(WALL, 0.12), 0, 'opacity=".55"') +
    cornerPosts(width, height - 4) +
    wallPlate(width) +
    each([12, 40, 102], (x) => windowPane(x, height - 46, 20, 20, PAL.woodDk, { lit: true, flower: PAL.marigold })) +
    door(70, height - 52, 24, 48, PAL.tomato) +
    windowPane(126, height - 46, 16, 20, PAL.woodDk, { lit: true, box: false })
  );
}

function side(): string {
  const [depth, height] = [96, 66];
  const shaded = dark(PAL.woodDk, 0.2);
  return (
    rect(0, height - 12, depth, 8, dark(WALL, 0.34), 0, 'opacity=".4"') +
    cornerPosts(depth, height - 4, shaded) +
    each([18, 58], (x) => windowPane(x, height - 47, 20, 20, shaded, { lit: true, flower: PAL.rose })) +
    wallPlate(depth, shaded)
  );
}

function clock(): string {
  const [px, py] = project(X1, 0, HEIGHT + 0.4);
  return group(
    `matrix(1 -.5 0 1 ${tenth(px)} ${tenth(py)})`,
    circle(0, 0, 10, dark(PAL.woodDk, 0.2)) + circle(0, 0, 7.6, PAL.paper) + line('M0 -5V0L3 2', PAL.ink2, 1.8),
  );
}

/** Bell turret on the ridge, its middle at tile x. */
function turret(x: number): string {
  const half = 0.24;
  const corner = half - 0.04;
  const postAt = (dx: number, dy: number): string =>
    box(x + dx - 0.04, dy - 0.04, x + dx + 0.04, dy + 0.04, RIDGE + 0.1, RIDGE + 0.62, PAL.wood);
  const [px, py] = project(x, 0, RIDGE + 0.3);
  const bell =
    line('M0 -8V-12', PAL.woodDk, 2) +
    fill('M-7 4C-6 -2 -6 -8 0 -9C6 -8 6 -2 7 4Z', PAL.gold) +
    fill('M2 4C4 -2 4 -6 2 -8.6C6 -7 6 -2 7 4Z', PAL.goldDk) +
    circle(0, 5, 2, PAL.goldDk);
  return (
    box(x - half, -half, x + half, half, RIDGE - 0.3, RIDGE + 0.12, WALL) +
    postAt(-corner, -corner) +
    postAt(corner, -corner) +
    move(px, py, bell) +
    postAt(-corner, corner) +
    postAt(corner, corner) +
    spire(x)
  );
}

function spire(x: number): string {
  const z = RIDGE + 0.6;
  const peak = project(x, 0, RIDGE + 1.05);
  const [left, front, right] = [project(x - 0.34, 0.34, z), project(x + 0.34, 0.34, z), project(x + 0.34, -0.34, z)];
  return (
    polygon([left, front, peak], light(ROOF, 0.12)) +
    polygon([front, right, peak], dark(ROOF, 0.2)) +
    line(`M${tenth(peak[0])} ${tenth(peak[1])}v-14`, PAL.woodDk, 2.4) +
    fill(`M${tenth(peak[0] + 1)} ${tenth(peak[1] - 14)}l15 5l-15 5z`, PAL.tomato)
  );
}
