import type { TilePoint } from '../content/map.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { Cell, WalkGrid } from './walk-grid.ts';
import { DIAGONAL_MS, WALK_MS_PER_CELL } from './walk-pace.ts';

/** A straight stretch begins at `cell` (tile coordinate `at`), `ms` milliseconds after departure. */
export type Waypoint = { readonly cell: Cell; readonly at: TilePoint; readonly ms: number };

/** A path as it is walked. Only `from`, `to` and the departure travel over the wire; both sides make this from them. */
export type Walk = {
  readonly cells: readonly Cell[];
  /** Corners of the path, first and last cell included. */
  readonly waypoints: readonly Waypoint[];
  readonly durationMs: number;
};

/** Where a walker is: tile coordinates; `facing` is the step's direction along the tile axes, each -1, 0 or 1. */
export type Position = {
  readonly x: number;
  readonly y: number;
  /** On screen: to the right when x - y > 0, away from the viewer when x + y < 0. */
  readonly facing: readonly [number, number];
  readonly moving: boolean;
};

const stepMs = ([ax, ay]: Cell, [bx, by]: Cell): number => (ax !== bx && ay !== by ? DIAGONAL_MS : WALK_MS_PER_CELL);

const directionOf = ([ax, ay]: Cell, [bx, by]: Cell): readonly [number, number] => [
  Math.sign(bx - ax),
  Math.sign(by - ay),
];

/** Times a cell path (`findPath`) and merges its straight stretches. A path of one cell is a walker who stands there. */
export function walkAlong(grid: WalkGrid, cells: readonly Cell[]): Walk {
  const waypoints: Waypoint[] = [];
  let ms = 0;
  cells.forEach((cell, i) => {
    const before = cells[i - 1];
    const after = cells[i + 1];
    if (before !== undefined) ms += stepMs(before, cell);
    if (before === undefined || after === undefined || turns(before, cell, after)) {
      waypoints.push({ cell, at: grid.tileOf(cell[0], cell[1]), ms });
    }
  });
  return { cells, waypoints, durationMs: ms };
}

function turns(before: Cell, cell: Cell, after: Cell): boolean {
  const [inX, inY] = directionOf(before, cell);
  const [outX, outY] = directionOf(cell, after);
  return inX !== outX || inY !== outY;
}

export const arrivalAt = (walk: Walk, departAt: Instant): Instant => departAt + walk.durationMs;

/** Towards the viewer and to the right: how somebody stands who never walked. */
const AT_REST: readonly [number, number] = [1, 0];

/** Before departure the walker stands at the first cell, after arrival at the last. */
export function positionAt(walk: Walk, departAt: Instant, now: Instant): Position {
  const elapsed = now - departAt;
  const { waypoints } = walk;
  const [only, second] = waypoints as readonly [Waypoint, ...Waypoint[]];
  // Also before a departure that lies ahead: whoever goes nowhere stands there all the time.
  if (second === undefined) return { x: only.at[0], y: only.at[1], facing: AT_REST, moving: false };
  const next = waypoints.findIndex(({ ms }) => ms > elapsed);
  const to = waypoints.at(next < 0 ? -1 : Math.max(1, next)) as Waypoint;
  const from = waypoints.at(next < 0 ? -2 : Math.max(1, next) - 1) as Waypoint;
  const share = Math.min(1, Math.max(0, (elapsed - from.ms) / (to.ms - from.ms)));
  return {
    x: from.at[0] + share * (to.at[0] - from.at[0]),
    y: from.at[1] + share * (to.at[1] - from.at[1]),
    facing: directionOf(from.cell, to.cell),
    moving: elapsed >= 0 && elapsed < walk.durationMs,
  };
}

/**
 * The cell being entered and when it is reached: where a new walk begins when a walker changes direction on the way, so that nobody
 * ever leaves the grid or jumps. A walker at rest gets the cell stood on, and `now`.
 */
export function cellAt(walk: Walk, departAt: Instant, now: Instant): { readonly cell: Cell; readonly at: Instant } {
  let at = departAt;
  for (const [i, cell] of walk.cells.entries()) {
    const before = walk.cells[i - 1];
    if (before !== undefined) at += stepMs(before, cell);
    if (at >= now) return { cell, at: i === 0 ? now : at };
  }
  return { cell: walk.cells.at(-1) as Cell, at: now };
}
