import { type Household, NEEDS } from '@bloomvale/shared/play/household';
import type { MapSchema } from '@colyseus/schema';
import { within } from './project-self.ts';
import { decisecondsAfter, reconcile } from './reconcile.ts';
import { BatchState, type HomesteadState, OrderState, StationState } from './state/homestead-state.ts';

/** Kitchen, order board, house and stall level: all of it may be seen by visitors. */
export function projectHome(state: HomesteadState, household: Household): void {
  const { stall, home } = household;
  state.stallLevel = within(stall.level, 8);
  state.priceMilli = within(stall.priceMilli, 16);
  state.house = within(home.house, 8);
  for (const need of NEEDS) putCount(state.needs, need, home.needs[need]);
  projectStations(state, household);
  projectOrders(state, household);
}

function projectStations(state: HomesteadState, { stations }: Household): void {
  reconcile(
    state.stations,
    new Map(Object.entries(stations)),
    () => new StationState(),
    (shown, station) => {
      shown.level = within(station.level, 8);
      reconcile(
        shown.queue,
        new Map(station.queue.map((batch, place) => [String(place), batch])),
        () => new BatchState(),
        (place, batch) => {
          place.recipe = batch.recipe;
          place.startsAt = within(decisecondsAfter(state.base, batch.startsAt), 32);
          place.readyAt = within(decisecondsAfter(state.base, batch.readyAt), 32);
        },
      );
    },
  );
}

function projectOrders(state: HomesteadState, { orders }: Household): void {
  reconcile(
    state.orders,
    new Map(orders.waiting.map((order) => [String(order.id), order])),
    () => new OrderState(),
    (shown, order) => {
      shown.since = within(decisecondsAfter(state.base, order.since), 32);
      for (const { good, quantity } of order.items) putCount(shown.items, good, within(quantity, 16));
    },
  );
}

/** An equal value written again would go over the wire again. */
function putCount(counts: MapSchema<number>, key: string, value: number): void {
  if (counts.get(key) !== value) counts.set(key, value);
}
