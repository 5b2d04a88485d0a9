import type { Household } from '@bloomvale/shared/play/household';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { MapSchema } from '@colyseus/schema';
import type { PlayerState } from '../application/contract.ts';
import { within } from './project-self.ts';
import { type HomesteadState, PlotState, SlotState, WishState } from './state/homestead-state.ts';

/** `plantedAt` on the wire: tenths of a second after `base`, rounded up, so that nobody sees a crop ripe before the server does. */
export const decisecondsAfter = (base: Instant, at: Instant): number => Math.max(0, Math.ceil((at - base) / 100));

/** Shows a household: only what differs is written, and every instance is kept as long as its key is. */
export function projectHousehold(state: HomesteadState, { name, level, plotCount, household }: PlayerState): void {
  state.ownerName = name;
  state.level = within(level, 8);
  state.plotCount = within(plotCount, 8);
  projectPlots(state, household);
  projectStall(state, household);
}

function projectPlots(state: HomesteadState, { plots }: Household): void {
  const wanted = new Map(Object.entries(plots));
  reconcile(
    state.plots,
    wanted,
    () => new PlotState(),
    (shown, plot) => {
      shown.crop = plot.crop;
      shown.plantedAt = within(decisecondsAfter(state.base, plot.plantedAt), 32);
      shown.speedMilli = within(plot.speedMilli ?? 0, 16);
      shown.yieldMilli = within(plot.yieldMilli ?? 0, 16);
    },
  );
}

function projectStall(state: HomesteadState, { stall }: Household): void {
  const slots = new Map(stall.slots.flatMap((slot, i) => (slot === null ? [] : [[String(i), slot] as const])));
  reconcile(
    state.slots,
    slots,
    () => new SlotState(),
    (shown, slot) => {
      shown.good = slot.good;
      shown.quantity = within(slot.quantity, 16);
    },
  );
  const wishes = new Map(stall.wishes.map((wish) => [String(wish.id), wish] as const));
  reconcile(
    state.wishes,
    wishes,
    () => new WishState(),
    (shown, wish) => {
      shown.good = wish.good;
      shown.quantity = within(wish.quantity, 16);
    },
  );
}

/** Makes the keys of `shown` those of `wanted`; `write` sets the fields (an equal value costs nothing on the wire). */
function reconcile<S, W>(
  shown: MapSchema<S>,
  wanted: ReadonlyMap<string, W>,
  make: () => S,
  write: (shown: S, wanted: W) => void,
): void {
  for (const key of [...shown.keys()]) if (!wanted.has(key)) shown.delete(key);
  for (const [key, value] of wanted) {
    const present = shown.get(key);
    const target = present ?? make();
    write(target, value);
    if (present === undefined) shown.set(key, target);
  }
}
