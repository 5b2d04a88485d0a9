import type { WorldMap } from '@bloomvale/shared/content/map';
import { cellAt, type Walk, walkAlong } from '@bloomvale/shared/play/walk';
import { type Cell, nearestFree, type WalkGrid, walkGrid } from '@bloomvale/shared/play/walk-grid';
import { findPath, nearestReachable } from '@bloomvale/shared/play/walk-path';
import { MAX_WALK_CELLS } from '@bloomvale/shared/protocol/limits';
import { invariant } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';

/** Where somebody walks: both ends and the departure say it all, the way between follows from the map. */
export type Course = { readonly from: Cell; readonly to: Cell; readonly departAt: Instant };
type Walker = { readonly walk: Walk; readonly departAt: Instant };

/** A map's grid and where people appear on it: kept for all rooms of that map. */
type Ground = { readonly grid: WalkGrid; readonly spawns: readonly Cell[] };
const grounds = new WeakMap<WorldMap, Ground>();

function groundOf(map: WorldMap): Ground {
  const known = grounds.get(map);
  if (known !== undefined) return known;
  const grid = walkGrid(map);
  const spawns = map.spots.spawn.map(([x, y]) => nearestFree(grid, grid.cellOf(x, y))).filter((cell) => cell !== null);
  invariant(spawns.length > 0, `nobody can stand anywhere on the map ${map.id}`);
  const made = { grid, spawns };
  grounds.set(map, made);
  return made;
}

/** Who walks where in one room. The server alone decides; clients draw what they are told, and their own step at once. */
export class Walking {
  readonly map: WorldMap;
  readonly #ground: Ground;
  readonly #walkers = new Map<string, Walker>();
  #arrivals = 0;

  constructor(map: WorldMap) {
    this.map = map;
    this.#ground = groundOf(map);
  }

  /** Puts somebody on a spot where people appear, each on the next. Whoever is here already stays where they are. */
  enter(id: string, now: Instant): Course {
    const present = this.#walkers.get(id);
    if (present !== undefined) return courseOf(present);
    const { grid, spawns } = this.#ground;
    const cell = spawns[this.#arrivals++ % spawns.length] as Cell;
    const walker = { walk: walkAlong(grid, [cell]), departAt: now };
    this.#walkers.set(id, walker);
    return courseOf(walker);
  }

  leave(id: string): void {
    this.#walkers.delete(id);
  }

  /**
   * Sends somebody towards a cell, or to the nearest one that can be reached. On the way already: from the cell being entered, when it
   * is reached, so that nobody ever jumps. Null when there is no way, or too long a one.
   */
  walk(id: string, wanted: Cell, now: Instant): Course | null {
    const walker = this.#walkers.get(id);
    invariant(walker !== undefined, 'somebody walks who is not here');
    const { grid } = this.#ground;
    const { cell: from, at } = cellAt(walker.walk, walker.departAt, now);
    const to = nearestReachable(grid, from, wanted);
    const cells = to === null ? null : findPath(grid, from, to, MAX_WALK_CELLS);
    if (cells === null) return null;
    const next = { walk: walkAlong(grid, cells), departAt: at };
    this.#walkers.set(id, next);
    return courseOf(next);
  }

  courses(): Iterable<[string, Course]> {
    return [...this.#walkers].map(([id, walker]) => [id, courseOf(walker)]);
  }
}

const courseOf = ({ walk, departAt }: Walker): Course => ({
  from: walk.cells[0] as Cell,
  to: walk.cells.at(-1) as Cell,
  departAt,
});
