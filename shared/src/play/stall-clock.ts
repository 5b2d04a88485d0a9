import type { Content } from '../content/content.ts';
import type { Economy } from '../content/play.ts';
import { homeBonus } from '../home/home-bonus.ts';
import type { Minor } from '../money/coins.ts';
import { orderMs } from '../orders/order-clock.ts';
import type { Instant } from '../time/sim-clock.ts';
import { hastened } from './bonus.ts';
import type { Household, Stall } from './household.ts';
import { levelOf } from './progress.ts';

export const REAL_DAY_MS = 86_400_000;

/** Real day (UTC, days since the epoch) that the faucet cap counts by. */
export const dayOf = (at: Instant): number => Math.floor(at / REAL_DAY_MS);

/**
 * Real milliseconds between two walk-in customers: by the player's level and the family's help (`helpMilli`), and the same between two
 * actions of the player.
 */
export function customerMs(level: number, { stall }: Economy, timeScale: number, helpMilli = 0): number {
  const seconds = stall.customerSeconds - (level - 1) * stall.customerSecondsPerLevel;
  return hastened((Math.max(stall.minCustomerSeconds, seconds) * 1_000) / timeScale, helpMilli);
}

/** Real milliseconds between two walk-in customers at this household's stall. */
export const paceOf = ({ xp, home }: Pick<Household, 'xp' | 'home'>, content: Content, timeScale: number): number =>
  customerMs(levelOf(xp, content.economy), content.economy, timeScale, homeBonus(home, content).customerSpeedMilli);

/**
 * Most a stall of this level earns in a real day, minor units: customers and orders together (I17). It is there so that nobody is paid for
 * staying up: the market closes, and comes back the next day.
 */
export const dayCap = (level: number, { stall, stallDailyCap }: Economy): Minor =>
  Math.min(stallDailyCap, stall.dayBase + (level - 1) * stall.dayPerLevel);

/** Real milliseconds between two new wishes while a place is free. */
export const wishMs = ({ stall }: Economy, timeScale: number): number =>
  Math.max(1, Math.round((stall.wishSeconds * 1000) / timeScale));

export const piecesOn = (stall: Stall): number => stall.slots.reduce((sum, slot) => sum + (slot?.quantity ?? 0), 0);

/** What the stall will do by itself, as far as the clock tells (a day's cap may delay it). Instants are real, intervals in ms. */
export type StallForecast = {
  /** The next sale; null while nothing is on the stall. */
  readonly nextSaleAt: Instant | null;
  readonly saleEveryMs: number;
  readonly soldOutAt: Instant | null;
  /** The next wish; null while all places are taken. */
  readonly nextWishAt: Instant | null;
  /** The next order; null while the board is full. */
  readonly nextOrderAt: Instant | null;
};

/** For displays and for deciding when to settle next. Settle up to now first, or `nextSaleAt` may lie in the past. */
export function stallForecast(household: Household, content: Content, timeScale: number): StallForecast {
  const { stall, orders } = household;
  const { economy } = content;
  const saleEveryMs = paceOf(household, content, timeScale);
  const pieces = piecesOn(stall);
  return {
    nextSaleAt: pieces === 0 ? null : stall.settledAt + saleEveryMs,
    saleEveryMs,
    soldOutAt: pieces === 0 ? null : stall.settledAt + pieces * saleEveryMs,
    nextWishAt: stall.wishes.length >= economy.stall.wishes ? null : stall.wishedAt + wishMs(economy, timeScale),
    nextOrderAt:
      orders.waiting.length >= content.homestead.orders.places ? null : orders.at + orderMs(content, timeScale),
  };
}
