import type { Content } from '../content/content.ts';
import { addMinor, assertMinor, type Minor } from '../money/coins.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { withBonus } from './bonus.ts';
import { goodOf } from './catalogue-lookup.ts';
import type { PlayRule } from './effects.ts';
import { countOf } from './goods-count.ts';
import { handOver } from './hand-over.ts';
import type { Household, Wish } from './household.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { gainXp, levelOf, progressBetween } from './progress.ts';
import { dayCap, dayOf } from './stall-clock.ts';
import { withoutWish } from './wish-arrivals.ts';

/**
 * What serving the wish pays, minor units, rounded down; null when its good is no longer in the catalogue. `priceMilli`: the stall's bonus.
 */
export function wishPay(wish: Pick<Wish, 'good' | 'quantity'>, content: Content, priceMilli = 0): Minor | null {
  const good = goodOf(content, wish.good);
  if (good === undefined) return null;
  const plain = Math.floor(assertMinor(good.price * wish.quantity * content.economy.stall.wishPercent) / 100);
  return withBonus(plain, priceMilli);
}

/** Pieces of a good at hand for a wish: in the store and on the stall. */
export const atHand = ({ store, stall }: Household, good: string): number =>
  stall.slots.reduce((sum, slot) => sum + (slot?.good === good ? slot.quantity : 0), countOf(store, good));

/**
 * Serves a waiting customer: pays `wishPercent` of the price, gives experience. Refused: `UNKNOWN_WISH`, `UNKNOWN_GOOD` (gone from the
 * catalogue: send the customer away), `GOODS_SHORT`, `STALL_CAP` (the day's faucet cap; the customer goes on waiting).
 */
export const serve: PlayRule<CommandPayload<'stall.serve'>, CommandValues['stall.serve']> = (
  household,
  command,
  context,
) => {
  const { content, now, commandId } = context;
  const ready = settleFirst(household, context);
  const { stall } = ready.household;
  const wish = stall.wishes.find(({ id }) => id === command.wish);
  if (wish === undefined) return refuse('UNKNOWN_WISH');
  const paid = wishPay(wish, content, stall.priceMilli);
  if (paid === null) return refuse('UNKNOWN_GOOD');
  const have = atHand(ready.household, wish.good);
  if (have < wish.quantity) return refuse('GOODS_SHORT', { have, needed: wish.quantity });
  const day = Math.max(stall.day, dayOf(now));
  const earnedToday = addMinor(day === stall.day ? stall.earnedToday : 0, paid);
  const cap = dayCap(levelOf(household.xp, content.economy), content.economy);
  if (earnedToday > cap) return refuse('STALL_CAP', { cap });

  const handed = handOver(ready.household, wish.good, wish.quantity);
  const xp = gainXp(household.xp, content.economy.stall.wishXp);
  return played(ready, {
    household: {
      ...handed.household,
      xp,
      stall: {
        ...withoutWish(handed.household.stall, wish.id, now, content.economy.stall.wishes),
        day,
        earnedToday,
      },
    },
    value: {
      paid,
      good: wish.good,
      quantity: wish.quantity,
      ...progressBetween(household.xp, xp, content.economy),
    },
    coins: paid === 0 ? [] : [{ kind: 'earn', source: 'minigame', amount: paid, key: `wish:${day}:${commandId}` }],
    goods: handed.goods,
  });
};
