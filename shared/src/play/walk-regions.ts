import type { WalkGrid } from './walk-grid.ts';

const known = new WeakMap<WalkGrid, Uint16Array>();

/**
 * Number of the connected region of every cell, 0 where blocked: whether a way leads from one cell to another is then one comparison,
 * and asking for an unreachable place costs nothing (a search that floods the map would take milliseconds, as often as a client likes).
 * Four neighbours are enough: a diagonal step needs both cells beside it. Made once a grid, which must not change afterwards.
 */
export function regionsOf(grid: WalkGrid): Uint16Array {
  const kept = known.get(grid);
  if (kept !== undefined) return kept;
  const regions = new Uint16Array(grid.w * grid.h);
  let count = 0;
  for (let start = 0; start < regions.length; start++) {
    if (regions[start] === 0 && grid.blocked[start] === 0) fill(grid, regions, start, ++count);
  }
  known.set(grid, regions);
  return regions;
}

function fill({ w, h, blocked }: WalkGrid, regions: Uint16Array, start: number, region: number): void {
  const open = [start];
  regions[start] = region;
  const visit = (index: number): void => {
    if (blocked[index] !== 0 || regions[index] !== 0) return;
    regions[index] = region;
    open.push(index);
  };
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const cx = index % w;
    if (cx > 0) visit(index - 1);
    if (cx < w - 1) visit(index + 1);
    if (index >= w) visit(index - w);
    if (index < w * (h - 1)) visit(index + w);
  }
}
