import { type Cell, isFree, nearestCell, type WalkGrid } from './walk-grid.ts';
import { CellHeap } from './walk-heap.ts';
import { DIAGONAL_MS, WALK_MS_PER_CELL } from './walk-pace.ts';
import { regionsOf } from './walk-regions.ts';

/** Working memory of one search, as long as the grid. Kept with the grid: making it anew would cost more than the search. */
type Scratch = {
  readonly cost: Int32Array;
  readonly from: Int32Array;
  /** Number of the search that last wrote a cell: saves clearing. */
  readonly seen: Int32Array;
  readonly closed: Int32Array;
  readonly heap: CellHeap;
  search: number;
};

const scratches = new WeakMap<WalkGrid, Scratch>();

function scratchOf(grid: WalkGrid): Scratch {
  const kept = scratches.get(grid);
  if (kept !== undefined) return kept;
  const size = grid.w * grid.h;
  const made: Scratch = {
    cost: new Int32Array(size),
    from: new Int32Array(size),
    seen: new Int32Array(size),
    closed: new Int32Array(size),
    heap: new CellHeap(),
    search: 0,
  };
  scratches.set(grid, made);
  return made;
}

/** Milliseconds an unhindered walk would take: never more than the true cost, so A* finds a shortest path (octile distance). */
function octileMs(dx: number, dy: number): number {
  const short = Math.min(dx, dy);
  return WALK_MS_PER_CELL * (dx + dy - 2 * short) + DIAGONAL_MS * short;
}

type Step = { readonly dx: number; readonly dy: number; readonly ms: number };
const straight = (dx: number, dy: number): Step => ({ dx, dy, ms: WALK_MS_PER_CELL });
const diagonal = (dx: number, dy: number): Step => ({ dx, dy, ms: DIAGONAL_MS });
/** Straight steps first; the order is part of the contract between client and server. */
const STEPS: readonly Step[] = [
  straight(1, 0),
  straight(0, 1),
  straight(-1, 0),
  straight(0, -1),
  diagonal(1, 1),
  diagonal(-1, 1),
  diagonal(-1, -1),
  diagonal(1, -1),
];

type Goal = { readonly x: number; readonly y: number; readonly index: number };

/**
 * A* from `start` to a goal in the same region; leaves the way back in `scratch.from`. Equal costs are settled by the distance left, then
 * by the cell's number, so that client and server choose the same of several shortest paths.
 */
function search(grid: WalkGrid, start: number, goal: Goal, scratch: Scratch): void {
  const { cost, from, seen, closed, heap } = scratch;
  const id = ++scratch.search;
  const { w } = grid;
  const left = (x: number, y: number) => octileMs(Math.abs(x - goal.x), Math.abs(y - goal.y));
  heap.clear();
  cost[start] = 0;
  from[start] = -1;
  seen[start] = id;
  const whole = left(start % w, Math.floor(start / w));
  heap.push(start, whole, whole);
  while (heap.size > 0) {
    const index = heap.pop();
    if (index === goal.index) return;
    if (closed[index] === id) continue;
    closed[index] = id;
    const cx = index % w;
    const cy = Math.floor(index / w);
    const here = cost[index] as number;
    for (let step = 0; step < STEPS.length; step++) {
      const { dx, dy, ms } = STEPS[step] as Step;
      if (!canStep(grid, cx, cy, dx, dy)) continue;
      const next = index + dy * w + dx;
      if (closed[next] === id) continue;
      const reached = here + ms;
      if (seen[next] === id && reached >= (cost[next] as number)) continue;
      seen[next] = id;
      cost[next] = reached;
      from[next] = index;
      const rest = left(cx + dx, cy + dy);
      heap.push(next, reached + rest, rest);
    }
  }
}

/** A diagonal needs both cells beside it: nobody squeezes between two corners or cuts one. */
function canStep({ w, h, blocked }: WalkGrid, cx: number, cy: number, dx: number, dy: number): boolean {
  const x = cx + dx;
  const y = cy + dy;
  if (x < 0 || y < 0 || x >= w || y >= h || blocked[y * w + x] !== 0) return false;
  return dx === 0 || dy === 0 || (blocked[cy * w + x] === 0 && blocked[y * w + cx] === 0);
}

function cellsTo(index: number, { from }: Scratch, w: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = index; at >= 0; at = from[at] as number) cells.push([at % w, Math.floor(at / w)]);
  return cells.reverse();
}

const indexOf = (grid: WalkGrid, [cx, cy]: Cell): number => cy * grid.w + cx;

/**
 * The cells of a shortest walk, both ends included; the same on every machine. Null when an end is blocked or outside, when no way
 * leads from one to the other, or when it is longer than `maxCells` steps: see `nearestReachable`.
 */
export function findPath(grid: WalkGrid, from: Cell, to: Cell, maxCells: number): readonly Cell[] | null {
  if (!isFree(grid, from) || !isFree(grid, to)) return null;
  const regions = regionsOf(grid);
  const [start, index] = [indexOf(grid, from), indexOf(grid, to)];
  if (regions[start] !== regions[index]) return null;
  const scratch = scratchOf(grid);
  search(grid, start, { x: to[0], y: to[1], index }, scratch);
  const cells = cellsTo(index, scratch, grid.w);
  return cells.length - 1 > maxCells ? null : cells;
}

/**
 * Where a walk towards `wanted` ends: there, or at the nearest cell to which a way leads. Null when `from` is not a free cell. The walk
 * itself is `findPath` to the cell that comes back: only that is the same for everyone who knows both ends.
 */
export function nearestReachable(grid: WalkGrid, from: Cell, wanted: Cell): Cell | null {
  if (!isFree(grid, from)) return null;
  const regions = regionsOf(grid);
  const home = regions[indexOf(grid, from)];
  return nearestCell(grid, wanted, (cell) => isFree(grid, cell) && regions[indexOf(grid, cell)] === home);
}
