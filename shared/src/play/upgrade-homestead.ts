import type { Content } from '../content/content.ts';
import { recipeOf, stationKind } from '../kitchen/kitchen-clock.ts';
import type { Minor } from '../money/coins.ts';
import { goodOf } from './catalogue-lookup.ts';
import type { Batch, Household } from './household.ts';

/** What was paid for or put into something that a new catalogue no longer knows. */
export type Lost = {
  readonly kind: 'station' | 'batch';
  readonly id: string;
  readonly quantity: number;
  readonly refund: Minor;
};

/**
 * Kitchen, orders and leftovers in today's catalogue. A station that is gone is paid back with all its levels, a batch whose recipe is
 * gone with what its ingredients are sold for, both by the `former` catalogue when it is known; a batch without any known price with the
 * cheapest good's. Orders nobody can meet any more leave the board; they were never owned.
 */
export function homesteadIn(
  household: Household,
  content: Content,
  former: Content | null,
): { readonly household: Household; readonly lost: readonly Lost[] } {
  const prices = former ?? content;
  const cheapest = Math.min(...content.goods.map(({ price }) => price));
  const batchWorth = ({ recipe }: Batch): Minor =>
    recipeOf(prices, recipe)?.ingredients.reduce(
      (sum, { good, quantity }) => sum + quantity * (goodOf(prices, good)?.price ?? cheapest),
      0,
    ) ?? cheapest;
  const known = ({ recipe }: Batch): boolean => {
    const found = recipeOf(content, recipe);
    return found !== undefined && goodOf(content, found.good) !== undefined;
  };
  const lost: Lost[] = [];
  const stations: Record<string, Household['stations'][string]> = {};
  for (const [id, station] of Object.entries(household.stations)) {
    const kept = stationKind(content, id) !== undefined;
    const queue = kept ? station.queue.filter(known) : [];
    for (const batch of station.queue) {
      if (!queue.includes(batch))
        lost.push({ kind: 'batch', id: batch.recipe, quantity: 1, refund: batchWorth(batch) });
    }
    if (kept) stations[id] = queue.length === station.queue.length ? station : { ...station, queue };
    else {
      const paid = stationKind(prices, id)?.levels.slice(0, station.level) ?? [];
      lost.push({ kind: 'station', id, quantity: 1, refund: paid.reduce((sum, { price }) => sum + price, 0) });
    }
  }
  const there = (good: string): boolean => goodOf(content, good) !== undefined;
  return {
    household: {
      ...household,
      stations,
      parts: Object.fromEntries(Object.entries(household.parts).filter(([good]) => there(good))),
      orders: {
        ...household.orders,
        waiting: household.orders.waiting.filter(({ items }) => items.every(({ good }) => there(good))),
      },
    },
    lost,
  };
}
