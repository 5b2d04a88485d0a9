import type { Content } from '../content/content.ts';
import { firstBoard } from '../orders/order-arrivals.ts';
import type { Instant } from '../time/sim-clock.ts';
import { freeCrop } from './catalogue-lookup.ts';
import type { Home, Household, Wish } from './household.ts';
import type { StreamKey } from './random-streams.ts';
import { dayOf } from './stall-clock.ts';
import { drawWish } from './wish-arrivals.ts';

export const HOUSEHOLD_VERSION = 2;

/** How every family begins. */
export const FIRST_HOME: Home = {
  house: 1,
  needs: { food: 0, water: 0, roof: 0, light: 0, school: 0, health: 0 },
  told: [],
};

/**
 * A newcomer's homestead at `now` (real instant): bare plots, an empty stall, and customers who already wait for something, so that the
 * first session holds a decision. One place is left free for the first to arrive by itself; the first wish is for the crop whose seed
 * is free, so that it can always be met.
 */
export function newHousehold(now: Instant, content: Content, key: StreamKey): Household {
  const { slots, wishes: places } = content.economy.stall;
  const wishes: Wish[] = [];
  for (let id = 0; id < Math.max(1, places - 1); id++) {
    const drawn = drawWish(id, now, 1, wishes, content, key);
    wishes.push(id === 0 ? { ...drawn, good: freeCrop(content).good } : drawn);
  }
  return {
    v: HOUSEHOLD_VERSION,
    xp: 0,
    plots: {},
    store: {},
    stall: {
      slots: Array.from({ length: slots }, () => null),
      settledAt: now,
      customers: 0,
      wishes,
      wishCount: wishes.length,
      wishedAt: now,
      day: dayOf(now),
      earnedToday: 0,
      level: 1,
      priceMilli: 0,
    },
    hints: [],
    since: { at: now, sold: {}, earned: 0 },
    extraPlots: 0,
    parts: {},
    stations: {},
    orders: firstBoard(now, { xp: 0, stations: {} }, content, key),
    home: FIRST_HOME,
    skippedGoals: [],
    giftDay: dayOf(now),
  };
}
