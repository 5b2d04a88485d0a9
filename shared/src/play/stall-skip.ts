import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import type { PlayRule } from './effects.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { withoutWish } from './wish-arrivals.ts';

/** Sends a waiting customer away; another one comes in time. It costs nothing but the wait. Refused: `UNKNOWN_WISH`. */
export const skip: PlayRule<CommandPayload<'stall.skip'>, CommandValues['stall.skip']> = (
  household,
  command,
  context,
) => {
  const ready = settleFirst(household, context);
  const { stall } = ready.household;
  if (stall.wishes.every(({ id }) => id !== command.wish)) return refuse('UNKNOWN_WISH');
  const places = context.content.economy.stall.wishes;
  return played(ready, {
    household: { ...ready.household, stall: withoutWish(stall, command.wish, context.now, places) },
    value: {},
  });
};
