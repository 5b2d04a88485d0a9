import { addMinor, assertMinor, type Minor } from '../money/coins.ts';
import type { PlayContext, Played, PlayRefusal } from '../play/effects.ts';
import { countOf, STORE_CAPACITY, withGood } from '../play/goods-count.ts';
import type { Household } from '../play/household.ts';
import { played, type Ready, refuse, settleFirst } from '../play/play-rule.ts';
import { levelOf, progressBetween } from '../play/progress.ts';
import { dayCap, dayOf } from '../play/stall-clock.ts';
import type { GrowingValues } from '../protocol/growing-views.ts';
import type { Result } from '../result.ts';
import type { BoardLine } from './shop-board.ts';

export type Trade = {
  readonly line: BoardLine;
  readonly quantity: number;
  /** Pieces the player may still trade of this line today. */
  readonly left: number;
};
type Outcome = Result<Played<GrowingValues['shop.trade']>, PlayRefusal>;

/**
 * Trades with a shop on the square. Buying is a purchase like any other; selling counts as takings of the stall and stays within its daily
 * cap (I17). Refused: SHOP_LIMIT {left}, FUNDS, STORE_FULL, GOODS_SHORT, STALL_CAP.
 */
export function trade(household: Household, order: Trade, context: PlayContext): Outcome {
  if (order.quantity > order.left) return refuse('SHOP_LIMIT', { left: order.left });
  const ready = settleFirst(household, context);
  const coins = assertMinor(order.line.price * order.quantity);
  return order.line.deal === 'buy' ? buyFrom(ready, order, coins, context) : sellTo(ready, order, coins, context);
}

function buyFrom(ready: Ready, { line, quantity, left }: Trade, coins: Minor, context: PlayContext): Outcome {
  const { household } = ready;
  if (ready.wallet < coins) return refuse('FUNDS', { needed: coins, have: ready.wallet });
  if (countOf(household.store, line.good) + quantity > STORE_CAPACITY) {
    return refuse('STORE_FULL', { capacity: STORE_CAPACITY });
  }
  return played(ready, {
    household: { ...household, store: withGood(household.store, line.good, quantity) },
    value: told(household, line, quantity, coins, left - quantity, context),
    coins: [{ kind: 'spend', sink: 'shop', amount: coins, key: `trade:${context.commandId}` }],
    goods: [{ good: line.good, quantity, from: 'shop', to: 'store' }],
  });
}

function sellTo(ready: Ready, { line, quantity, left }: Trade, coins: Minor, context: PlayContext): Outcome {
  const { household } = ready;
  const have = countOf(household.store, line.good);
  if (have < quantity) return refuse('GOODS_SHORT', { good: line.good, have, needed: quantity });
  const { economy } = context.content;
  const cap = dayCap(levelOf(household.xp, economy), economy);
  const { stall } = household;
  const day = Math.max(stall.day, dayOf(context.now));
  const earnedToday = addMinor(day === stall.day ? stall.earnedToday : 0, coins);
  if (earnedToday > cap) return refuse('STALL_CAP', { cap });
  return played(ready, {
    household: {
      ...household,
      store: withGood(household.store, line.good, -quantity),
      stall: { ...stall, day, earnedToday },
    },
    value: told(household, line, quantity, coins, left - quantity, context),
    coins: [{ kind: 'earn', source: 'minigame', amount: coins, key: `shop:${day}:${context.commandId}` }],
    goods: [{ good: line.good, quantity, from: 'store', to: 'shop' }],
  });
}

const told = (
  { xp }: Household,
  { deal, good }: BoardLine,
  quantity: number,
  coins: Minor,
  left: number,
  { content }: PlayContext,
): GrowingValues['shop.trade'] => ({
  deal,
  traded: { good, quantity },
  coins,
  left,
  ...progressBetween(xp, xp, content.economy),
});
