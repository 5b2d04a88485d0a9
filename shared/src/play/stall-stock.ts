import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { goodOf } from './catalogue-lookup.ts';
import type { PlayRule } from './effects.ts';
import { countOf, withGood } from './goods-count.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { slotCapacity } from './stall-size.ts';

/**
 * Puts pieces of one good from the store on a slot of the stall, on top of what is there. The value's quantity is what was moved.
 * Refused: `UNKNOWN_GOOD`, `SLOT_LOCKED`, `SLOT_TAKEN` (another good is there), `GOODS_SHORT`, `SLOT_FULL` (detail `room`).
 */
export const stock: PlayRule<CommandPayload<'stall.stock'>, CommandValues['stall.stock']> = (
  household,
  { slot, good, quantity },
  context,
) => {
  if (goodOf(context.content, good) === undefined) return refuse('UNKNOWN_GOOD');
  const ready = settleFirst(household, context);
  const { stall, store } = ready.household;
  if (slot >= stall.slots.length) return refuse('SLOT_LOCKED');
  const there = stall.slots[slot] ?? null;
  if (there !== null && there.good !== good) return refuse('SLOT_TAKEN', { good: there.good });
  const have = countOf(store, good);
  if (have < quantity) return refuse('GOODS_SHORT', { have, needed: quantity });
  const held = there?.quantity ?? 0;
  // A slot filled before its capacity was lowered has no room, not less than none.
  const capacity = slotCapacity(ready.household, context.content);
  const room = Math.max(0, capacity - held);
  if (room < quantity) return refuse('SLOT_FULL', { room, capacity });

  return played(ready, {
    household: {
      ...ready.household,
      store: withGood(store, good, -quantity),
      stall: { ...stall, slots: stall.slots.with(slot, { good, quantity: held + quantity }) },
    },
    value: { slot, quantity, ...ready.sales },
    goods: [{ good, quantity, from: 'store', to: 'stall' }],
  });
};
