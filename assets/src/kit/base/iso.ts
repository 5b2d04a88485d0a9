import { type Colour, dark, light } from './colour.ts';
import { SHADOW } from './palette.ts';
import { ellipse, group, move, type Point, polygon, tenth } from './svg.ts';

/**
 * The world's projection: 2:1 isometric, a tile is 96 x 48 px. Tile x runs to the lower right, tile y to the lower left,
 * z goes up, 44 px a unit. Of a box one sees its top, its left wall `y = y1` (lit) and its right wall `x = x1` (in shade).
 */
const TILE = { width: 96, height: 48, z: 44 };

/** Tile coordinates to px. */
export const project = (x: number, y: number, z = 0): Point => [
  ((x - y) * TILE.width) / 2,
  ((x + y) * TILE.height) / 2 - z * TILE.z,
];

/** Places a drawing on a tile, at height `z`. */
export function atTile(x: number, y: number, svg: string, scale = 1, z = 0): string {
  const [px, py] = project(x, y, z);
  return move(px, py, svg, scale);
}

/** Contact shadow of a small thing that stands on (0, 0). */
export const softShadow = (rx: number, ry: number, opacity = 0.2, dx = rx * 0.12, dy = 0): string =>
  ellipse(dx, dy, rx, ry, SHADOW, `opacity="${opacity}"`);

/** Shadow that a building of this footprint throws to the right, `length` tiles long. */
export function footprintShadow(x0: number, y0: number, x1: number, y1: number, length = 0.75): string {
  const outline = [
    project(x0, y1),
    project(x1, y1),
    project(x1 + length, y1 - 0.1),
    project(x1 + length, y0 - 0.1),
    project(x1, y0),
  ];
  return `<g opacity=".2">${polygon(outline, SHADOW)}</g>`;
}

/**
 * A flat drawing skewed onto the lit wall `y = y1`: x = px along the wall from `x0` (48 a tile), y = px down from height `z`.
 */
export function onLeftWall(x0: number, y1: number, z: number, svg: string): string {
  const [px, py] = project(x0, y1, z);
  return group(`matrix(1 .5 0 1 ${tenth(px)} ${tenth(py)})`, svg);
}

/** A flat drawing skewed onto the shaded wall `x = x1`: x = px along the wall from `y1` backwards, y = px down from height `z`. */
export function onRightWall(x1: number, y1: number, z: number, svg: string): string {
  const [px, py] = project(x1, y1, z);
  return group(`matrix(1 -.5 0 1 ${tenth(px)} ${tenth(py)})`, svg);
}

type BoxColours = { left?: Colour; right?: Colour; top?: Colour; noTop?: boolean };

/** A box from tile (x0, y0) to (x1, y1) and height z0 to z1; its three faces are shades of `colour` unless given. */
export function box(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  z0: number,
  z1: number,
  colour: Colour,
  { left = dark(colour, 0.06), right = dark(colour, 0.26), top = light(colour, 0.22), noTop = false }: BoxColours = {},
): string {
  return (
    polygon([project(x0, y1, z1), project(x1, y1, z1), project(x1, y1, z0), project(x0, y1, z0)], left) +
    polygon([project(x1, y1, z1), project(x1, y0, z1), project(x1, y0, z0), project(x1, y1, z0)], right) +
    (noTop ? '' : polygon([project(x0, y0, z1), project(x1, y0, z1), project(x1, y1, z1), project(x0, y1, z1)], top))
  );
}

/** A square post of `size` tiles standing on tile (x, y). */
export const post = (x: number, y: number, z0: number, z1: number, colour: Colour, size = 0.09): string =>
  box(x - size / 2, y - size / 2, x + size / 2, y + size / 2, z0, z1, colour);
