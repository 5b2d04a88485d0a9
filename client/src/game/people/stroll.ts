import type { TilePoint } from '@bloomvale/shared/content/map';
import type { WalkGrid } from '@bloomvale/shared/play/walk-grid';
import { nearestFree } from '@bloomvale/shared/play/walk-grid';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { WalkFacts } from './walk-track.ts';

/** A stroller sets out for another place this often, in milliseconds: the longest way across a village and a rest. */
const LEG_MS = 40_000;

/** A steady whole number from words: the same on every machine, so that everyone sees the same stroll (FNV-1a). */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join('|')) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Where a villager strolls at `now`: nobody sends it, it follows from the name, the map and the server's clock.
 * Null on a map without strolling places.
 */
export function strollOf(
  who: string,
  places: readonly TilePoint[],
  grid: WalkGrid,
  now: Instant,
): (WalkFacts & { readonly nextAt: Instant }) | null {
  if (places.length === 0) return null;
  const shift = hashOf(who) % LEG_MS;
  const leg = Math.floor((now - shift) / LEG_MS);
  const cell = (at: TilePoint) => nearestFree(grid, grid.cellOf(at[0], at[1]));
  const from = cell(placeOf(who, leg - 1, places));
  const to = cell(placeOf(who, leg, places));
  if (from === null || to === null) return null;
  const departAt = leg * LEG_MS + shift;
  return { from, to, departAt, nextAt: departAt + LEG_MS };
}

const placeOf = (who: string, leg: number, places: readonly TilePoint[]): TilePoint =>
  places[hashOf(who, leg) % places.length] as TilePoint;
