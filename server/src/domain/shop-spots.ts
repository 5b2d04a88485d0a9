/** A loan's shop on a spot of the square. `done` once the loan has closed: the next shop may take its place. */
export type ShopSpot = { readonly loanId: string; readonly since: number; readonly done: boolean };
export type ShopSpots = readonly (ShopSpot | null)[];

/** Gives a newly funded entrepreneur a place: a free one, else the oldest closed loan's, else the oldest of all. Null without any spot. */
export function placeShop(spots: ShopSpots, count: number, loanId: string, since: number): ShopSpots | null {
  if (count === 0) return null;
  const all = Array.from({ length: Math.max(count, spots.length) }, (_, i) => spots[i] ?? null);
  if (all.some((spot) => spot?.loanId === loanId)) return all;
  const free = all.findIndex((spot, i) => i < count && spot === null);
  const at = free >= 0 ? free : oldest(all, count);
  return all.map((spot, i) => (i === at ? { loanId, since, done: false } : spot));
}

function oldest(spots: ShopSpots, count: number): number {
  const ranked = spots
    .slice(0, count)
    .map((spot, i) => ({ i, done: spot?.done === true, since: spot?.since ?? 0 }))
    .sort((a, b) => Number(b.done) - Number(a.done) || a.since - b.since || a.i - b.i);
  return ranked[0]?.i ?? 0;
}

export const closeShop = (spots: ShopSpots, loanId: string): ShopSpots =>
  spots.map((spot) => (spot?.loanId === loanId ? { ...spot, done: true } : spot));

/** A failed loan's shop leaves the square. */
export const removeShop = (spots: ShopSpots, loanId: string): ShopSpots =>
  spots.map((spot) => (spot?.loanId === loanId ? null : spot));
