import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT, context, DAY, household, newcomer, SECOND, START, withEconomy } from './play.fixture.ts';
import { customerMs, dayOf, stallForecast } from './stall-clock.ts';
import { settleStall } from './stall-settle.ts';

describe('the clock of the stall', () => {
  test('foresees no sale off an empty stall and no wish without a place', () => {
    const full = settleStall(newcomer(), context({ now: START + 25 * SECOND })).household;
    expect(stallForecast(full, CONTENT, 1)).toMatchObject({ nextSaleAt: null, soldOutAt: null, nextWishAt: null });
  });
  test('days begin at midnight UTC', () => {
    expect([dayOf(DAY - 1), dayOf(DAY)]).toEqual([0, 1]);
  });
  test('the interval never falls to nothing', () => {
    expect(customerMs(60, CONTENT.economy, 1)).toBe(4_000);
    expect(customerMs(60, CONTENT.economy, 1e9)).toBe(1);
  });
  test('foresees the very instants at which settling changes something', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(120), fc.constantFrom(1, 3), (quantity, xp, timeScale) => {
        const content = withEconomy({ stallDailyCap: 1e9 });
        const before = household({ xp, stall: { slots: [{ good: 'bean', quantity }, null, null] } });
        const at = (now: number) => settleStall(before, context({ now, timeScale, content })).household.stall;
        const { nextSaleAt, soldOutAt, nextWishAt } = stallForecast(before, content, timeScale);
        if (nextSaleAt === null || soldOutAt === null || nextWishAt === null) throw new Error('nothing foreseen');
        expect([at(nextSaleAt - 1).customers, at(nextSaleAt).customers]).toEqual([0, 1]);
        expect([at(soldOutAt - 1).customers, at(soldOutAt).customers]).toEqual([quantity - 1, quantity]);
        expect([at(nextWishAt - 1).wishCount, at(nextWishAt).wishCount]).toEqual([2, 3]);
      }),
    );
  });
});
