import type { Household } from '@bloomvale/shared/play/household';
import type { PlayerState } from '../application/contract.ts';
import { projectHome } from './project-home.ts';
import { within } from './project-self.ts';
import { decisecondsAfter, reconcile } from './reconcile.ts';
import { type HomesteadState, PlotState, SlotState, WishState } from './state/homestead-state.ts';

/** Shows a household: only what differs is written, and every instance is kept as long as its key is. */
export function projectHousehold(state: HomesteadState, { name, level, plotCount, household }: PlayerState): void {
  state.ownerName = name;
  state.level = within(level, 8);
  state.plotCount = within(plotCount, 8);
  projectPlots(state, household);
  projectStall(state, household);
  projectHome(state, household);
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
