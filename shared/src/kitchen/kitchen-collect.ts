import type { PlayRule } from '../play/effects.ts';
import { countOf, type GoodsCount, STORE_CAPACITY, withGood } from '../play/goods-count.ts';
import type { Batch } from '../play/household.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { gainXp, progressBetween } from '../play/progress.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { nextReadyAt, readyBatches, recipeOf, stationOf } from './kitchen-clock.ts';

/**
 * Takes everything that is ready out of a station into the store; what the store has no room for waits where it is. Refused:
 * `STATION_MISSING`, `NOTHING_READY` {readyAt} (0 when nothing is being made), `STORE_FULL` {capacity}.
 */
export const collect: PlayRule<CommandPayload<'kitchen.collect'>, CommandValues['kitchen.collect']> = (
  household,
  { station: id },
  context,
) => {
  const { content, now } = context;
  const station = stationOf(household, id);
  if (station === undefined) return refuse('STATION_MISSING');
  const done = readyBatches(station, now);
  if (done.length === 0) return refuse('NOTHING_READY', { readyAt: nextReadyAt(station, now) ?? 0 });
  const ready = settleFirst(household, context);
  let { store, xp } = ready.household;
  let collected: GoodsCount = {};
  const taken = new Set<Batch>();
  for (const batch of done) {
    const recipe = recipeOf(content, batch.recipe);
    // One that left the catalogue is paid for by `upgradeHousehold`.
    if (recipe === undefined || countOf(store, recipe.good) + recipe.quantity > STORE_CAPACITY) continue;
    store = withGood(store, recipe.good, recipe.quantity);
    collected = withGood(collected, recipe.good, recipe.quantity);
    xp = gainXp(xp, recipe.xp);
    taken.add(batch);
  }
  if (taken.size === 0) return refuse('STORE_FULL', { capacity: STORE_CAPACITY });
  const gains = Object.entries(collected).map(([good, quantity]) => ({ good, quantity }));
  const queue = station.queue.filter((batch) => !taken.has(batch));
  return played(ready, {
    household: {
      ...ready.household,
      xp,
      store,
      stations: { ...ready.household.stations, [id]: { ...station, queue } },
    },
    value: { station: id, collected: gains, ...progressBetween(household.xp, xp, content.economy) },
    goods: gains.map(({ good, quantity }) => ({ good, quantity, from: 'kitchen', to: 'store' })),
  });
};
