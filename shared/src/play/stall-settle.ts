import type { Content } from '../content/content.ts';
import type { Minor } from '../money/coins.ts';
import { addMinor } from '../money/coins.ts';
import { arriveOrders } from '../orders/order-arrivals.ts';
import type { Sales } from '../protocol/replies.ts';
import { invariant } from '../result.ts';
import type { Instant } from '../time/sim-clock.ts';
import { withBonus } from './bonus.ts';
import { goodOf } from './catalogue-lookup.ts';
import type { CoinEffect, GoodsMovement, PlayContext } from './effects.ts';
import { type GoodsCount, withGood } from './goods-count.ts';
import type { Household, Stall } from './household.ts';
import { levelOf } from './progress.ts';
import { drawWords, pick } from './random-streams.ts';
import { dayCap, dayOf, paceOf, REAL_DAY_MS } from './stall-clock.ts';
import { arriveWishes } from './wish-arrivals.ts';

export type SettleContext = Omit<PlayContext, 'wallet'>;

export type Settled = {
  readonly household: Household;
  readonly sales: Sales;
  /** One earning a real day, its day in the key (`stall:<day>:<command id>`), so that the faucet cap can be audited (I17). */
  readonly coins: readonly CoinEffect[];
  readonly goods: readonly GoodsMovement[];
};

/** Sales of one settlement; mutable, and never leaves this file. */
type Till = {
  readonly quantities: number[];
  settledAt: Instant;
  customers: number;
  day: number;
  earnedToday: Minor;
  readonly earnedByDay: Map<number, Minor>;
  sold: GoodsCount;
};

/**
 * Brings the stall up to `now`: walk-in customers, one every fixed interval, each taking one piece from a stocked slot drawn by the
 * player's own stream; then new wishes. A pure function of the stored state and the clock, so settling once or a hundred times on the
 * way gives the same stall, the same coins and the same goods. Work is bounded by the pieces on the stall, not by the time away. A
 * clock behind `settledAt` changes nothing. On a day whose cap is reached customers come back the next day; nothing is lost. While the
 * stall is paused nobody buys; whoever would have come meanwhile comes when it goes on.
 */
export function settleStall(household: Household, context: SettleContext): Settled {
  const { now, content, timeScale, key } = context;
  const level = levelOf(household.xp, content.economy);
  const till = openTill(household.stall);
  const cap = dayCap(level, content.economy);
  const prices = pricesOn(household.stall, content, cap);
  const every = paceOf(household, content, timeScale);

  while (context.stallPaused !== true && till.settledAt + every <= now) {
    const stocked = stockedSlots(till, prices);
    if (stocked.length === 0) {
      till.settledAt += Math.floor((now - till.settledAt) / every) * every;
      break;
    }
    const [word] = drawWords(key, 'customer', till.customers);
    const slot = stocked[pick(word, stocked.length)] as number;
    const at = till.settledAt + every;
    if (!sellOne(till, household.stall, slot, prices[slot] as Minor, at, cap)) {
      till.settledAt = lastCustomerOfDay(till, every, now);
    }
  }
  return close(till, household, level, context);
}

const openTill = (stall: Stall): Till => ({
  quantities: stall.slots.map((slot) => slot?.quantity ?? 0),
  settledAt: stall.settledAt,
  customers: stall.customers,
  day: stall.day,
  earnedToday: stall.earnedToday,
  earnedByDay: new Map(),
  sold: {},
});

/** Price by slot; null where nobody can buy: no such good any more, or dearer than a whole day's cap. */
function pricesOn(stall: Stall, content: Content, cap: Minor): readonly (Minor | null)[] {
  return stall.slots.map((slot) => {
    const plain = slot === null ? undefined : goodOf(content, slot.good)?.price;
    const price = plain === undefined ? undefined : withBonus(plain, stall.priceMilli);
    return price === undefined || price > cap ? null : price;
  });
}

const stockedSlots = (till: Till, prices: readonly (Minor | null)[]): number[] =>
  till.quantities.flatMap((quantity, slot) => (quantity > 0 && prices[slot] != null ? [slot] : []));

/** Sells one piece at `at` and says so, or leaves everything as it was when the day's cap forbids it. */
function sellOne(till: Till, stall: Stall, slot: number, price: Minor, at: Instant, cap: Minor): boolean {
  const day = Math.max(till.day, dayOf(at));
  const earned = addMinor(day === till.day ? till.earnedToday : 0, price);
  if (earned > cap) return false;
  till.settledAt = at;
  till.customers++;
  till.day = day;
  till.earnedToday = earned;
  till.earnedByDay.set(day, addMinor(till.earnedByDay.get(day) ?? 0, price));
  till.quantities[slot] = (till.quantities[slot] as number) - 1;
  till.sold = withGood(till.sold, (stall.slots[slot] as { good: string }).good, 1);
  return true;
}

/** The last customer who finds the till capped: the one before the next day's first, or the last before `now` if that is earlier. */
function lastCustomerOfDay(till: Till, every: number, now: Instant): Instant {
  const dayEnd = (till.day + 1) * REAL_DAY_MS - 1;
  const steps = Math.floor((Math.min(now, dayEnd) - till.settledAt) / every);
  // The customer who was just turned away came within the day, so the clock always moves.
  invariant(steps >= 1, 'a capped till turned nobody away');
  return till.settledAt + steps * every;
}

function close(till: Till, household: Household, level: number, context: SettleContext): Settled {
  const { now, content, timeScale, key, commandId } = context;
  const earned = [...till.earnedByDay.values()].reduce(addMinor, 0);
  const sold = Object.entries(till.sold).map(([good, quantity]) => ({ good, quantity }));
  const walkedIn: Stall = {
    ...household.stall,
    slots: household.stall.slots.map((slot, i) => {
      const quantity = till.quantities[i] ?? 0;
      return slot === null || quantity === 0 ? null : { good: slot.good, quantity };
    }),
    settledAt: till.settledAt,
    customers: till.customers,
    day: till.day,
    earnedToday: till.earnedToday,
    priceMilli: context.pollination?.stall.priceMilli ?? household.stall.priceMilli,
  };
  const since = sold.reduce((counts, gain) => withGood(counts, gain.good, gain.quantity), household.since.sold);
  return {
    household: {
      ...household,
      stall: arriveWishes(walkedIn, now, level, content, timeScale, key),
      orders: arriveOrders(household.orders, now, household, content, timeScale, key),
      since: { ...household.since, sold: since, earned: addMinor(household.since.earned, earned) },
    },
    sales: { sold, earned },
    coins: [...till.earnedByDay].map(([day, amount]) => ({
      kind: 'earn',
      source: 'minigame',
      amount,
      key: `stall:${day}:${commandId}`,
    })),
    goods: sold.map(({ good, quantity }) => ({ good, quantity, from: 'stall', to: 'customers' })),
  };
}
