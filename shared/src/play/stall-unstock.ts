import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import type { PlayRule } from './effects.ts';
import { countOf, STORE_CAPACITY, withGood } from './goods-count.ts';
import { played, refuse, settleFirst } from './play-rule.ts';

/**
 * Takes what customers left on a slot back into the store. Refused: `SLOT_LOCKED`, `SLOT_EMPTY` (perhaps sold out a moment ago; the
 * sales are settled by the next action), `STORE_FULL`.
 */
export const unstock: PlayRule<CommandPayload<'stall.unstock'>, CommandValues['stall.unstock']> = (
  household,
  { slot },
  context,
) => {
  const ready = settleFirst(household, context);
  const { stall, store } = ready.household;
  if (slot >= stall.slots.length) return refuse('SLOT_LOCKED');
  const there = stall.slots[slot] ?? null;
  if (there === null) return refuse('SLOT_EMPTY');
  if (countOf(store, there.good) + there.quantity > STORE_CAPACITY) {
    return refuse('STORE_FULL', { capacity: STORE_CAPACITY });
  }
  return played(ready, {
    household: {
      ...ready.household,
      store: withGood(store, there.good, there.quantity),
      stall: { ...stall, slots: stall.slots.with(slot, null) },
    },
    value: { returned: there, ...ready.sales },
    goods: [{ good: there.good, quantity: there.quantity, from: 'stall', to: 'store' }],
  });
};
