/** How many of each good; a good that is not there counts none and is never kept as 0. */
export type GoodsCount = Readonly<Record<string, number>>;

export const countOf = (counts: GoodsCount, good: string): number =>
  Object.hasOwn(counts, good) ? (counts[good] ?? 0) : 0;

/** `counts` with `change` pieces more (or fewer) of a good. The caller has checked that the sum is not negative. */
export function withGood(counts: GoodsCount, good: string, change: number): GoodsCount {
  const { [good]: _, ...rest } = counts;
  const quantity = countOf(counts, good) + change;
  return quantity === 0 ? rest : { ...rest, [good]: quantity };
}

/**
 * Most pieces of one good in the store: weeks of harvests of a full garden, and well inside the 16 bits it is projected with.
 * Above it a harvest waits on its plot; nothing is lost.
 */
export const STORE_CAPACITY = 9_999;
