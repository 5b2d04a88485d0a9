import type { TilePoint } from '@bloomvale/shared/content/map';
import { cellAt, positionAt, type Walk, walkAlong } from '@bloomvale/shared/play/walk';
import { type Cell, nearestFree, type WalkGrid } from '@bloomvale/shared/play/walk-grid';
import { findPath } from '@bloomvale/shared/play/walk-path';
import { MAX_WALK_CELLS } from '@bloomvale/shared/protocol/limits';
import type { Instant } from '@bloomvale/shared/time/sim-clock';

/** What travels over the wire; the way between follows from the map. */
export type WalkFacts = { readonly from: Cell; readonly to: Cell; readonly departAt: Instant };
export type Stand = {
  readonly at: TilePoint;
  /** Direction of the step along the tile axes. */
  readonly facing: readonly [number, number];
  readonly moving: boolean;
  /** Was put elsewhere with this frame, too far away to walk there: show it arriving anew. */
  readonly put: boolean;
};

type Leg = { readonly facts: WalkFacts; readonly walk: Walk };

/** A former place is left behind by this share after this many milliseconds: 1/e. */
const BLEND_MS = 110;
/** Fastest that a walker is moved towards where it should be, in tiles a millisecond; walking itself is a quarter of it. */
const CATCH_UP = 0.009;
/** Beyond this the walker has not walked but was put elsewhere, in tiles. */
const TELEPORT = 7;
/** A server's answer to one's own walk that differs only by the way it travelled: what is drawn already is as good. */
const SAME_DEPARTURE_MS = 400;

/**
 * Where a walker is drawn. The newest facts always win, but nobody jumps: when they put the walker elsewhere, the difference is kept
 * as an offset and worn off within a few frames. A walk that departs in the future lets the former one run on until then.
 */
export class WalkTrack {
  readonly #grid: WalkGrid;
  #leg: Leg;
  #next: Leg | null = null;
  #offset: TilePoint = [0, 0];
  #facing: readonly [number, number] = [1, 1];
  #drawn = false;
  #checkedAt = 0;

  constructor(grid: WalkGrid, facts: WalkFacts) {
    this.#grid = grid;
    this.#leg = this.#legOf(facts);
  }

  get facts(): WalkFacts {
    return (this.#next ?? this.#leg).facts;
  }

  /** From here on these facts hold. */
  follow(facts: WalkFacts): void {
    if (!sameWalk(facts, this.facts)) this.#next = this.#legOf(facts);
  }

  /** To be asked once a frame: the offset shrinks by the time since the last call. */
  stand(now: Instant): Stand {
    const put = this.#next !== null && now >= this.#next.facts.departAt && this.#change(this.#next, now);
    this.#wearOff(Math.max(0, now - this.#checkedAt));
    this.#checkedAt = now;
    const { x, y, facing, moving } = positionAt(this.#leg.walk, this.#leg.facts.departAt, now);
    const drawn: TilePoint = [x + this.#offset[0], y + this.#offset[1]];
    this.#drawn = true;
    if (moving) this.#facing = facing;
    const catchingUp = Math.hypot(...this.#offset) > 0.02;
    return { at: drawn, facing: this.#facing, moving: moving || catchingUp, put };
  }

  /** The cell in which a new walk begins now. */
  cell(now: Instant): Cell {
    const { walk, facts } = this.#next ?? this.#leg;
    return cellAt(walk, facts.departAt, now).cell;
  }

  /** Whether it will still move after `now`. */
  walking(now: Instant): boolean {
    if (this.#next !== null) return true;
    return now < this.#leg.facts.departAt + this.#leg.walk.durationMs || Math.hypot(...this.#offset) > 0.02;
  }

  /** Looks towards a point without walking. */
  face(facing: readonly [number, number]): void {
    this.#facing = facing;
  }

  /** @returns whether the new walk is too far away to be met by walking. */
  #change(next: Leg, now: Instant): boolean {
    const former = this.#leg;
    this.#leg = next;
    this.#next = null;
    if (!this.#drawn) return false;
    // The two walks meet at the departure, or now when news of it came late.
    const meeting = Math.min(now, Math.max(next.facts.departAt, this.#checkedAt));
    const before = positionAt(former.walk, former.facts.departAt, meeting);
    const after = positionAt(next.walk, next.facts.departAt, meeting);
    this.#offset = [before.x + this.#offset[0] - after.x, before.y + this.#offset[1] - after.y];
    if (Math.hypot(...this.#offset) < TELEPORT) return false;
    this.#offset = [0, 0];
    return true;
  }

  #legOf(facts: WalkFacts): Leg {
    const cells = findPath(this.#grid, facts.from, facts.to, MAX_WALK_CELLS);
    // Facts that no path joins (another version of the map): stand where it ends, on free ground.
    const alone = nearestFree(this.#grid, facts.to) ?? facts.to;
    return { facts, walk: walkAlong(this.#grid, cells ?? [alone]) };
  }

  #wearOff(elapsed: number): void {
    const length = Math.hypot(...this.#offset);
    if (length === 0) return;
    const share = length * (1 - Math.exp(-elapsed / BLEND_MS));
    const left = length - Math.min(share, CATCH_UP * elapsed);
    this.#offset = left < 0.01 ? [0, 0] : [(this.#offset[0] * left) / length, (this.#offset[1] * left) / length];
  }
}

const sameCell = (a: Cell, b: Cell): boolean => a[0] === b[0] && a[1] === b[1];

const sameWalk = (a: WalkFacts, b: WalkFacts): boolean =>
  sameCell(a.from, b.from) && sameCell(a.to, b.to) && Math.abs(a.departAt - b.departAt) < SAME_DEPARTURE_MS;
