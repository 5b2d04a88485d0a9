import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import type { PlayRule } from './effects.ts';
import { payFor } from './pay-for.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { levelOf } from './progress.ts';
import { slotCapacity, stallSlots } from './stall-size.ts';

/** Builds the next level of the stall: more places, and more room on each. Refused: `MAX_LEVEL`, `LEVEL_LOW` {level}, `FUNDS`. */
export const upgradeStall: PlayRule<CommandPayload<'stall.upgrade'>, CommandValues['stall.upgrade']> = (
  household,
  _command,
  context,
) => {
  const { content, commandId } = context;
  const next = content.homestead.stall[household.stall.level - 1];
  if (next === undefined) return refuse('MAX_LEVEL');
  if (levelOf(household.xp, content.economy) < next.unlockLevel)
    return refuse('LEVEL_LOW', { level: next.unlockLevel });
  const ready = settleFirst(household, context);
  const paid = payFor(
    ready,
    { price: next.price, goods: [] },
    { sink: 'upgrade', key: `stall:${commandId}`, place: 'home' },
  );
  if (!paid.ok) return paid;
  const { stall } = ready.household;
  const level = stall.level + 1;
  const added = Array.from({ length: Math.max(0, stallSlots(level, content) - stall.slots.length) }, () => null);
  const grown = { ...ready.household, stall: { ...stall, level, slots: [...stall.slots, ...added] } };
  return played(ready, {
    household: grown,
    value: { level, slots: grown.stall.slots.length, capacity: slotCapacity(grown, content), paid: next.price },
    coins: paid.value.coins,
  });
};
