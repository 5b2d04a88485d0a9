import { type Colour, dark } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, project } from '../base/iso.ts';
import { door, windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { gable, type RoofTile } from '../base/roof.ts';
import { circle, group, line, rect, tenth } from '../base/svg.ts';
import { bush } from '../nature/plants.ts';
import { chimney, cornerPosts, doorstep, plaster, plinth, wallPlate } from './walls.ts';

type HouseOptions = {
  /** Width along x and depth along y, tiles; height of the walls and of the roof above them. */
  w?: number;
  d?: number;
  h?: number;
  roofH?: number;
  wall?: Colour;
  roof?: Colour;
  trim?: Colour;
  doorC?: Colour;
  lit?: boolean;
  tile?: RoofTile;
  seed?: string;
  flower?: Colour;
  /** With doorstep and bushes. */
  porch?: boolean;
};

/** The family house: plaster, timber, a tiled gable roof. Its origin is the middle of the footprint. */
export function house({
  w = 2.8,
  d = 2.3,
  h = 1.62,
  roofH = 1.18,
  wall = PAL.wall,
  roof = PAL.terracotta,
  trim = PAL.woodDk,
  doorC = PAL.teal,
  lit = false,
  tile = 'scallop',
  seed = 'h',
  flower = PAL.rose,
  porch = true,
}: HouseOptions = {}): string {
  const [x0, x1, y0, y1] = [-w / 2, w / 2, -d / 2, d / 2];
  const [width, depth, height] = [w * 48, d * 48, h * 44];
  const [left, right] = [dark(wall, 0.03), dark(wall, 0.22)];
  const shaded = dark(trim, 0.2);
  const panes = { lit, flower };
  const front =
    plaster(width, height, left, seed) +
    rect(0, height - 12, width, 8, dark(wall, 0.1), 0, 'opacity=".55"') +
    cornerPosts(width, height - 4, trim) +
    wallPlate(width, trim) +
    door(width * 0.14, height - 50, 26, 46, doorC) +
    windowPane(width * 0.46, height - 46, 22, 20, trim, panes) +
    windowPane(width * 0.74, height - 46, 22, 20, trim, panes);
  const side =
    plaster(depth, height, right, `${seed}2`) +
    rect(0, height - 12, depth, 8, dark(wall, 0.32), 0, 'opacity=".4"') +
    cornerPosts(depth, height - 4, shaded) +
    windowPane(depth * 0.2, height - 47, 22, 20, shaded, panes) +
    windowPane(depth * 0.6, height - 47, 22, 20, shaded, panes) +
    wallPlate(depth, shaded);
  const garden =
    doorstep(x0 + w * 0.235, y1 + 0.26) +
    atTile(x0 + w * 0.62, y1 + 0.25, bush(seed, '#79b653', '#f6c1cf'), 0.72) +
    atTile(x1 - 0.15, y1 + 0.3, bush(`${seed}1`, '#5f9f4a', '#fff3d0'), 0.7);
  return (
    footprintShadow(x0, y0, x1, y1, 0.9) +
    plinth(x0, y0, x1, y1) +
    box(x0, y0, x1, y1, 0.1, h, wall, { left, right, noTop: true }) +
    onLeftWall(x0, y1, h, front) +
    onRightWall(x1, y1, h, side) +
    chimney(x0 + w * 0.26, y0 + d * 0.3, h + 0.3, h + roofH + 0.35) +
    gable(x0, y0, x1, y1, h, h + roofH, roof, { wall: dark(wall, 0.2), tile }) +
    roundWindow(x1, h + roofH * 0.42, shaded) +
    (porch ? garden : '')
  );
}

/** The round window of a right-hand gable, at height `z`. */
export function roundWindow(x1: number, z: number, frame: Colour): string {
  const [px, py] = project(x1, 0, z);
  return group(
    `matrix(1 -.5 0 1 ${tenth(px)} ${tenth(py)})`,
    circle(0, 0, 9.5, frame) + circle(0, 0, 7, '#9fd9e8') + line('M-7 0H7M0 -7V7', frame, 2),
  );
}
