import { type Cell, isFree, type WalkGrid } from '@bloomvale/shared/play/walk-grid';

export const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
export type Arrow = (typeof ARROWS)[number];
export const isArrow = (key: string): key is Arrow => (ARROWS as readonly string[]).includes(key);

/** Steps along the tile axes. Up on screen is away along both; two keys at once walk along one axis. */
const STEP_OF: Readonly<Record<Arrow, readonly [number, number]>> = {
  ArrowUp: [-1, -1],
  ArrowDown: [1, 1],
  ArrowLeft: [-1, 1],
  ArrowRight: [1, -1],
};

/** The step that the held keys ask for, each part -1, 0 or 1; null when they cancel out. */
export function stepOf(held: ReadonlySet<Arrow>): readonly [number, number] | null {
  let x = 0;
  let y = 0;
  for (const key of held) {
    x += STEP_OF[key][0];
    y += STEP_OF[key][1];
  }
  return x === 0 && y === 0 ? null : [Math.sign(x), Math.sign(y)];
}

/** The farthest free cell straight ahead, at most `reach` cells away; `from` itself when something stands in the way. */
export function cellAhead(grid: WalkGrid, from: Cell, step: readonly [number, number], reach: number): Cell {
  let at = from;
  for (let n = 0; n < reach; n++) {
    const next: Cell = [at[0] + step[0], at[1] + step[1]];
    const corner = step[0] !== 0 && step[1] !== 0;
    const squeezed = corner && !(isFree(grid, [next[0], at[1]]) && isFree(grid, [at[0], next[1]]));
    if (!isFree(grid, next) || squeezed) break;
    at = next;
  }
  return at;
}
