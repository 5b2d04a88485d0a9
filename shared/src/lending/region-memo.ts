import type { RegionKeyOf } from './region.ts';

/**
 * What was drawn from one region's keys, by period. Keys never change, so neither does a draw; what it means depends on the parameters each
 * loan was listed with, so that is not kept, or kept under them.
 */
export type RegionMemo = {
  readonly innovations: Map<number, number>;
  /** The regional factor, by `month * 100 + memoryPercent`: every loan of a country asks for the same few. */
  readonly factors: Map<number, number>;
  /** Words of the drought's draw. */
  readonly droughts: Map<number, number>;
  /** Words of the currency's draw: creep, whether it breaks, how far. */
  readonly currencies: Map<number, readonly [number, number, number]>;
};

/** A month's factor shares 24 of its 25 innovations with the next one's, and every loan of a country asks for it. */
const memos = new WeakMap<RegionKeyOf, RegionMemo>();

/** Periods kept of one key function: far more than a loan looks back; then it begins again. */
const PERIODS_KEPT = 1_000;

export function memoOf(keyOf: RegionKeyOf): RegionMemo {
  const known = memos.get(keyOf);
  if (known !== undefined) return known;
  const made: RegionMemo = { innovations: new Map(), factors: new Map(), droughts: new Map(), currencies: new Map() };
  memos.set(keyOf, made);
  return made;
}

export function remembered<T>(map: Map<number, T>, period: number, compute: (period: number) => T): T {
  const known = map.get(period);
  if (known !== undefined) return known;
  const made = compute(period);
  if (map.size >= PERIODS_KEPT) map.clear();
  map.set(period, made);
  return made;
}
