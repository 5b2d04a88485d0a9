import type { PlayRule } from '../play/effects.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { drawOrder, openOrders } from './order-arrivals.ts';

/**
 * Puts an order aside; another one takes its place a little later, whatever else is on the way. It costs nothing. Refused:
 * `UNKNOWN_ORDER`.
 */
export const skipOrder: PlayRule<CommandPayload<'order.skip'>, CommandValues['order.skip']> = (
  household,
  command,
  context,
) => {
  const { content, now, timeScale, key } = context;
  const ready = settleFirst(household, context);
  const { orders } = ready.household;
  if (openOrders(orders, now).every(({ id }) => id !== command.order)) return refuse('UNKNOWN_ORDER');
  const soon = now + Math.round((content.homestead.orders.skipSeconds * 1_000) / timeScale);
  const next = drawOrder(orders.count, soon, ready.household, content, key);
  return played(ready, {
    household: {
      ...ready.household,
      orders: {
        ...orders,
        waiting: [...orders.waiting.filter(({ id }) => id !== command.order), next],
        count: orders.count + 1,
      },
    },
    value: {},
  });
};
