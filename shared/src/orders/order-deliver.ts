import { addMinor } from '../money/coins.ts';
import type { GoodsMovement, PlayRule } from '../play/effects.ts';
import { handOver } from '../play/hand-over.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { gainXp, levelOf, progressBetween } from '../play/progress.ts';
import { dayCap, dayOf } from '../play/stall-clock.ts';
import { atHand } from '../play/stall-serve.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { openOrders, withoutOrder } from './order-arrivals.ts';
import { orderPay, orderXp } from './order-pay.ts';

/**
 * Hands over everything an order asks for, out of the store first and then off the stall, and is paid what the board says. Refused:
 * `UNKNOWN_ORDER`, `UNKNOWN_GOOD` (gone from the catalogue: put it aside), `GOODS_SHORT` {good, needed, have}, `STALL_CAP` (the day's
 * faucet cap, I17; the order waits).
 */
export const deliver: PlayRule<CommandPayload<'order.deliver'>, CommandValues['order.deliver']> = (
  household,
  command,
  context,
) => {
  const { content, now, commandId } = context;
  const ready = settleFirst(household, context);
  const { stall, orders } = ready.household;
  const order = openOrders(orders, now).find(({ id }) => id === command.order);
  if (order === undefined) return refuse('UNKNOWN_ORDER');
  const paid = orderPay(order, ready.household, content);
  if (paid === null) return refuse('UNKNOWN_GOOD');
  const short = order.items.find(({ good, quantity }) => atHand(ready.household, good) < quantity);
  if (short !== undefined) {
    const have = atHand(ready.household, short.good);
    return refuse('GOODS_SHORT', { good: short.good, needed: short.quantity, have });
  }
  const day = Math.max(stall.day, dayOf(now));
  const earnedToday = addMinor(day === stall.day ? stall.earnedToday : 0, paid);
  const cap = dayCap(levelOf(household.xp, content.economy), content.economy);
  if (earnedToday > cap) return refuse('STALL_CAP', { cap });

  let handed = ready.household;
  const goods: GoodsMovement[] = [];
  for (const { good, quantity } of order.items) {
    const step = handOver(handed, good, quantity);
    handed = step.household;
    goods.push(...step.goods);
  }
  const xp = gainXp(household.xp, orderXp(household, content));
  return played(ready, {
    household: {
      ...handed,
      xp,
      stall: { ...handed.stall, day, earnedToday },
      orders: withoutOrder(orders, order.id, now, content.homestead.orders.places),
    },
    value: { paid, items: order.items, ...progressBetween(household.xp, xp, content.economy) },
    coins: paid === 0 ? [] : [{ kind: 'earn', source: 'minigame', amount: paid, key: `order:${day}:${commandId}` }],
    goods,
  });
};
