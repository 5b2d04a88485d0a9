import type { TilePoint } from '@bloomvale/shared/content/map';
import { overlaps, type Rect } from './iso.ts';

/**
 * Who is drawn over whom. Further down the screen is nearer, so depth is x + y of the foot; that alone is wrong beside long or
 * wide buildings, whose foot is their centre: there the footprints decide (a box lies behind another when it ends, along x or
 * along y, before the other begins; Shaun LeBron, "Drawing isometric boxes in the correct order").
 */
export type Standing = {
  readonly at: TilePoint;
  /** Half width along x and along y, in tiles; null for things without a footprint. */
  readonly half: readonly [number, number] | null;
  /** What it covers of the screen, in world pixels. */
  readonly bounds: Rect;
  /** The map author's correction of x + y. */
  readonly nudge: number;
};

/** Smaller than any step between two neighbours of a map, larger than the noise of the sums. */
const STEP = 1e-4;

/** Depths of things that never move, in the order given. Footprints win over x + y where two drawings overlap. */
export function staticDepths(things: readonly Standing[]): number[] {
  const depths = things.map(flatDepth);
  const order = things.map((_, index) => index).sort((a, b) => (depths[a] as number) - (depths[b] as number));
  // Each pass lifts what stands in front of something drawn later; a chain of overlapping footprints settles in as many passes as it is long.
  for (let pass = 0; pass < 8; pass++) if (!liftOnce(things, depths, order)) break;
  return depths;
}

function liftOnce(things: readonly Standing[], depths: number[], order: readonly number[]): boolean {
  let changed = false;
  for (const back of order) {
    for (const front of order) {
      if (back === front || (depths[front] as number) > (depths[back] as number)) continue;
      if (!coversOnScreen(things[back] as Standing, things[front] as Standing)) continue;
      if (compareFootprints(things[back] as Standing, things[front] as Standing) >= 0) continue;
      depths[front] = (depths[back] as number) + STEP;
      changed = true;
    }
  }
  return changed;
}

/** Depth of something small that moves: x + y, moved just before or behind the buildings that its drawing overlaps. */
export function movingDepth(
  at: TilePoint,
  bounds: Rect,
  things: readonly Standing[],
  depths: readonly number[],
): number {
  const foot: Standing = { at, half: [0, 0], bounds, nudge: 0 };
  let lowest = Number.NEGATIVE_INFINITY;
  let highest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < things.length; i++) {
    const thing = things[i] as Standing;
    if (thing.half === null || !overlaps(bounds, thing.bounds)) continue;
    const order = compareFootprints(foot, thing);
    if (order > 0) lowest = Math.max(lowest, (depths[i] as number) + STEP);
    if (order < 0) highest = Math.min(highest, (depths[i] as number) - STEP);
  }
  // In front wins when both cannot hold: a person half over a wall is odd, a person swallowed by it is lost.
  return Math.max(lowest, Math.min(highest, at[0] + at[1]));
}

const flatDepth = (thing: Standing): number => thing.at[0] + thing.at[1] + thing.nudge;

const coversOnScreen = (a: Standing, b: Standing): boolean =>
  a.half !== null && b.half !== null && overlaps(a.bounds, b.bounds);

/** Negative: `a` lies behind `b`; positive: in front; 0: the footprints do not tell. */
function compareFootprints(a: Standing, b: Standing): number {
  const x = separation(a, b, 0);
  const y = separation(a, b, 1);
  if (x !== 0 && y !== 0 && x !== y) return 0; // side by side on screen
  return x !== 0 ? x : y;
}

/** Along one axis: -1 when `a` ends before `b` begins, 1 the other way round, 0 when they overlap. */
function separation(a: Standing, b: Standing, axis: 0 | 1): -1 | 0 | 1 {
  const halves = (a.half?.[axis] ?? 0) + (b.half?.[axis] ?? 0);
  const apart = a.at[axis] - b.at[axis];
  if (apart <= -halves) return -1;
  if (apart >= halves) return 1;
  return 0;
}
