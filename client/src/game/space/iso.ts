import type { TilePoint } from '@bloomvale/shared/content/map';

/** A point in world pixels: CSS pixels at camera zoom 1, origin at tile (0, 0). */
export type Px = { readonly x: number; readonly y: number };
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Half a tile's width and height on screen: 2:1 isometric, one tile is 96 by 48 px (art direction, section 4). */
const HALF_W = 48;
const HALF_H = 24;

export const tileToWorld = ([x, y]: TilePoint): Px => ({ x: (x - y) * HALF_W, y: (x + y) * HALF_H });

export const worldToTile = ({ x, y }: Px): TilePoint => {
  const across = x / HALF_W;
  const down = y / HALF_H;
  return [(across + down) / 2, (down - across) / 2];
};

/** Inside the diamond that a square of `size` tiles centred on `centre` covers on screen. */
export const inDiamond = (point: Px, centre: Px, size = 1): boolean =>
  Math.abs(point.x - centre.x) / (HALF_W * size) + Math.abs(point.y - centre.y) / (HALF_H * size) <= 1;

export const contains = (rect: Rect, { x, y }: Px): boolean =>
  x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const distance = (a: Px, b: Px): number => Math.hypot(a.x - b.x, a.y - b.y);

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
