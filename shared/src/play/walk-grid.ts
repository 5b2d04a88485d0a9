import type { TilePoint, WorldMap } from '../content/map.ts';

/** A cell of the walking grid: column and row, from 0. */
export type Cell = readonly [number, number];

/** Cells a tile has each way (`WorldMap.cells`). */
const CELLS_PER_TILE = 2;

/**
 * Half the width of a walker, in tiles: obstacles are grown by it, so that a body is not drawn inside a wall. Also the reason why even
 * a thin fence closes at least one row of cells.
 */
const BODY = 0.2;

/** Where one can walk, derived from a map alone: the server and every client come to the same grid. */
export type WalkGrid = {
  readonly w: number;
  readonly h: number;
  /** Row by row, 1 = blocked. */
  readonly blocked: Uint8Array;
  /** The cell that holds a tile coordinate; outside the map, the nearest one. */
  readonly cellOf: (x: number, y: number) => Cell;
  /** Tile coordinate of a cell's centre. */
  readonly tileOf: (cx: number, cy: number) => TilePoint;
};

export const isInside = (grid: WalkGrid, [cx, cy]: Cell): boolean =>
  Number.isInteger(cx) && Number.isInteger(cy) && cx >= 0 && cy >= 0 && cx < grid.w && cy < grid.h;

/** Inside the grid and not blocked. */
export const isFree = (grid: WalkGrid, cell: Cell): boolean =>
  isInside(grid, cell) && grid.blocked[cell[1] * grid.w + cell[0]] === 0;

const clamp = (value: number, last: number): number => Math.min(last, Math.max(0, value));

export function walkGrid(map: WorldMap): WalkGrid {
  const { w, h } = map.cells;
  const [originX, originY] = map.origin;
  const grid: WalkGrid = {
    w,
    h,
    blocked: new Uint8Array(w * h),
    cellOf: (x, y) => [
      clamp(Math.floor((x - originX) * CELLS_PER_TILE), w - 1),
      clamp(Math.floor((y - originY) * CELLS_PER_TILE), h - 1),
    ],
    tileOf: (cx, cy) => [originX + (cx + 0.5) / CELLS_PER_TILE, originY + (cy + 0.5) / CELLS_PER_TILE],
  };
  for (const { at, blocks } of map.objects) {
    if (blocks === null) continue;
    const [halfX, halfY] = [blocks[0] + BODY, blocks[1] + BODY];
    block(grid, at, halfX, halfY, (dx, dy) => Math.abs(dx) <= halfX && Math.abs(dy) <= halfY);
  }
  for (const { at, radius } of map.blockedCircles) {
    const reach = radius + BODY;
    block(grid, at, reach, reach, (dx, dy) => dx * dx + dy * dy <= reach * reach);
  }
  return grid;
}

/** Blocks the cells around `at`, at most `halfX` and `halfY` tiles away, whose centre lies within a shape given relative to `at`. */
function block(
  grid: WalkGrid,
  [x, y]: TilePoint,
  halfX: number,
  halfY: number,
  within: (dx: number, dy: number) => boolean,
): void {
  const [left, top] = grid.cellOf(x - halfX, y - halfY);
  const [right, bottom] = grid.cellOf(x + halfX, y + halfY);
  for (let cy = top; cy <= bottom; cy++) {
    for (let cx = left; cx <= right; cx++) {
      const [tileX, tileY] = grid.tileOf(cx, cy);
      if (within(tileX - x, tileY - y)) grid.blocked[cy * grid.w + cx] = 1;
    }
  }
}

/** The free cell nearest to one that may be blocked or outside (`nearestCell`). Null only on a map without free cells. */
export const nearestFree = (grid: WalkGrid, cell: Cell): Cell | null =>
  nearestCell(grid, cell, (found) => isFree(grid, found));

/**
 * The nearest cell that is accepted: rings of growing distance, the nearest centre first, then the lower row and column. A cell outside
 * counts as the nearest one inside. Null when none is accepted.
 */
export function nearestCell(grid: WalkGrid, cell: Cell, accepts: (cell: Cell) => boolean): Cell | null {
  const from: Cell = [clamp(Math.floor(cell[0]), grid.w - 1), clamp(Math.floor(cell[1]), grid.h - 1)];
  if (accepts(from)) return from;
  let best: Cell | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const last = Math.max(grid.w, grid.h);
  // A ring holds nothing nearer than its number, so the search ends once the ring has passed the best.
  for (let ring = 1; ring <= last && ring * ring <= bestDistance; ring++) {
    for (const found of ringOf(from, ring)) {
      const distance = (found[0] - from[0]) ** 2 + (found[1] - from[1]) ** 2;
      if (distance < bestDistance && accepts(found)) {
        best = found;
        bestDistance = distance;
      }
    }
  }
  return best;
}

function* ringOf([x, y]: Cell, ring: number): Generator<Cell> {
  for (let cy = y - ring; cy <= y + ring; cy++) {
    const step = Math.abs(cy - y) === ring ? 1 : 2 * ring;
    for (let cx = x - ring; cx <= x + ring; cx += step) yield [cx, cy];
  }
}
