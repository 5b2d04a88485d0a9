import type { GoodsMovement } from './effects.ts';
import { countOf, withGood } from './goods-count.ts';
import type { Household } from './household.ts';

/** Gives a customer pieces of a good: takes them from the store first, then from the slots in their order; the caller has checked that there are enough. */
export function handOver(
  household: Household,
  good: string,
  quantity: number,
): { readonly household: Household; readonly goods: readonly GoodsMovement[] } {
  const fromStore = Math.min(quantity, countOf(household.store, good));
  const fromStall = quantity - fromStore;
  let left = fromStall;
  const slots = household.stall.slots.map((slot) => {
    if (slot === null || slot.good !== good || left === 0) return slot;
    const taken = Math.min(left, slot.quantity);
    left -= taken;
    return taken === slot.quantity ? null : { good, quantity: slot.quantity - taken };
  });
  const goods: GoodsMovement[] = [];
  if (fromStore > 0) goods.push({ good, quantity: fromStore, from: 'store', to: 'customers' });
  if (fromStall > 0) goods.push({ good, quantity: fromStall, from: 'stall', to: 'customers' });
  return {
    household: {
      ...household,
      store: withGood(household.store, good, -fromStore),
      stall: { ...household.stall, slots },
    },
    goods,
  };
}
