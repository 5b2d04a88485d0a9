import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoinEffect } from './effects.ts';
import type { Household } from './household.ts';
import {
  CONTENT,
  context,
  DAY,
  HOUR,
  household,
  KEY,
  newcomer,
  piecesHeld,
  SECOND,
  START,
  totalOf,
  withEconomy,
} from './play.fixture.ts';
import { dayOf } from './stall-clock.ts';
import { settleStall } from './stall-settle.ts';

const stocked = (quantity: number): Household =>
  household({ stall: { slots: [{ good: 'cress', quantity }, null, { good: 'bean', quantity }] } });

describe('settling the stall', () => {
  test('changes nothing under a clock that stepped back', () => {
    const before = stocked(5);
    for (const now of [START, START - 1, START - DAY, 0]) {
      const { household: after, coins, goods, sales } = settleStall(before, context({ now }));
      expect(after).toEqual(before);
      expect([coins, goods, sales.sold]).toEqual([[], [], []]);
    }
  });
  test('sells nothing while an operator has paused the stall, and all of it afterwards', () => {
    const before = stocked(5);
    const paused = settleStall(before, context({ now: START + HOUR, stallPaused: true }));
    expect([paused.coins, paused.goods, paused.household.stall.slots]).toEqual([[], [], before.stall.slots]);
    const plain = settleStall(before, context({ now: START + 2 * HOUR }));
    const resumed = settleStall(paused.household, context({ now: START + 2 * HOUR }));
    expect(resumed.coins).toEqual(plain.coins);
    expect(resumed.household.stall).toEqual(plain.household.stall);
  });
  test('sells nothing before the first customer is due', () => {
    expect(settleStall(stocked(5), context({ now: START + 5_999 })).sales.earned).toBe(0);
  });
  test('sells nothing off an empty stall, and does not save customers up for later', () => {
    const after = settleStall(newcomer(), context({ now: START + DAY + 1_234 })).household;
    expect(after.stall.customers).toBe(0);
    expect(START + DAY + 1_234 - after.stall.settledAt).toBeLessThan(6_000);
    const restocked = { ...after, stall: { ...after.stall, slots: [{ good: 'cress', quantity: 9 }, null, null] } };
    const soon = settleStall(restocked, context({ now: START + DAY + 1_234 + 6_000 }));
    expect(soon.sales.sold).toEqual([{ good: 'cress', quantity: 1 }]);
  });
  test('sells nothing of a good the catalogue has lost, and goes on with the others', () => {
    const before = household({
      stall: { slots: [{ good: 'lost', quantity: 5 }, { good: 'bean', quantity: 2 }, null] },
    });
    const { household: after, sales } = settleStall(before, context({ now: START + HOUR }));
    expect(sales).toEqual({ sold: [{ good: 'bean', quantity: 2 }], earned: 410 });
    expect(after.stall.slots[0]).toEqual({ good: 'lost', quantity: 5 });
  });

  test('serves one customer every interval, one piece each, at the price of the good', () => {
    const { household: after, sales, coins, goods } = settleStall(stocked(5), context({ now: START + 6 * SECOND * 4 }));
    expect(after.stall.customers).toBe(4);
    expect(piecesHeld(after)).toBe(6);
    const cress = sales.sold.find(({ good }) => good === 'cress')?.quantity ?? 0;
    expect(sales.earned).toBe(cress * 100 + (4 - cress) * 205);
    expect(totalOf(coins)).toBe(sales.earned);
    expect(coins).toEqual([
      { kind: 'earn', source: 'minigame', amount: sales.earned, key: `stall:${dayOf(START)}:c1` },
    ]);
    expect(goods.every(({ from, to }) => from === 'stall' && to === 'customers')).toBe(true);
    expect(after.since).toEqual({
      at: START,
      sold: Object.fromEntries(sales.sold.map(({ good, quantity }) => [good, quantity])),
      earned: sales.earned,
    });
  });
  test('customers come faster at a higher level, down to the shortest interval', () => {
    const sold = (xp: number) =>
      settleStall({ ...stocked(20), xp }, context({ now: START + 60 * SECOND })).household.stall.customers;
    // 6 s at level 1, 5.5 s at level 2, 4 s from level 5 on.
    expect([sold(0), sold(10), sold(100), sold(150)]).toEqual([10, 10, 15, 15]);
  });
  test('the time scale divides customers and wishes alike', () => {
    const { stall } = settleStall(stocked(5), context({ now: START + 6 * SECOND, timeScale: 5 })).household;
    expect(stall.customers).toBe(5);
    expect(stall.wishes.length).toBe(3);
  });
  test('an emptied slot is free again', () => {
    expect(settleStall(stocked(2), context({ now: START + DAY })).household.stall.slots).toEqual([null, null, null]);
  });
  test('wishes stop at the number of places and wait for ever', () => {
    const first = settleStall(newcomer(), context({ now: START + 25 * SECOND })).household;
    expect(first.stall.wishes.length).toBe(3);
    expect(first.stall.wishes[2]?.since).toBe(START + 25 * SECOND);
    const later = settleStall(first, context({ now: START + 90 * DAY })).household;
    expect(later.stall.wishes).toEqual(first.stall.wishes);
  });

  test('a day earns no more than its cap, and the rest sells on the days after', () => {
    const content = withEconomy({ stallDailyCap: 1_000 });
    const before = household({ stall: { slots: [{ good: 'cress', quantity: 20 }, null, null] } });
    const earned = (coins: readonly CoinEffect[]) => coins.map(({ amount, key }) => [amount, key]);
    const evening = settleStall(before, context({ content, now: START + 14 * HOUR - 1 }));
    expect(earned(evening.coins)).toEqual([[1_000, 'stall:20000:c1']]);
    const all = settleStall(before, context({ content, now: START + 20 * DAY }));
    expect(earned(all.coins)).toEqual([
      [1_000, 'stall:20000:c1'],
      [1_000, 'stall:20001:c1'],
    ]);
    expect(all.household.stall).toMatchObject({ slots: [null, null, null], day: 20_001, earnedToday: 1_000 });
  });
  test('a good dearer than the whole cap waits without holding up the rest', () => {
    const content = withEconomy({ stallDailyCap: 500 });
    const before = household({
      stall: { slots: [{ good: 'melon', quantity: 3 }, { good: 'cress', quantity: 2 }, null] },
    });
    expect(settleStall(before, context({ content, now: START + DAY })).sales.sold).toEqual([
      { good: 'cress', quantity: 2 },
    ]);
  });
});

const anyStock = fc.tuple(
  fc.option(fc.record({ good: fc.constantFrom('cress', 'bean'), quantity: fc.integer({ min: 1, max: 20 }) })),
  fc.option(fc.record({ good: fc.constantFrom('bean', 'melon'), quantity: fc.integer({ min: 1, max: 20 }) })),
  fc.option(fc.record({ good: fc.constantFrom('cress', 'melon'), quantity: fc.integer({ min: 1, max: 20 }) })),
);
const anySteps = fc.array(fc.oneof(fc.nat(30_000), fc.nat(3 * HOUR), fc.nat(2 * DAY)), { minLength: 1, maxLength: 12 });

describe('properties of settling', () => {
  test('once or many times on the way gives the same stall, coins and goods', () => {
    fc.assert(
      fc.property(
        anyStock,
        anySteps,
        fc.constantFrom(2_000, 7_777, 100_000),
        fc.nat(200),
        (slots, steps, stallDailyCap, xp) => {
          const content = withEconomy({ stallDailyCap });
          const start = household({ xp, stall: { slots } });
          let now = START;
          let many = start;
          const coins: CoinEffect[] = [];
          for (const step of steps) {
            now += step;
            const settled = settleStall(many, context({ now, content }));
            many = settled.household;
            coins.push(...settled.coins);
          }
          const once = settleStall(start, context({ now, content }));
          expect(many).toEqual(once.household);
          const byDay = (effects: readonly CoinEffect[]) => {
            const days = new Map<string, number>();
            for (const { key, amount } of effects) days.set(key, (days.get(key) ?? 0) + amount);
            return days;
          };
          expect(byDay(coins)).toEqual(byDay(once.coins));
          for (const amount of byDay(once.coins).values()) expect(amount).toBeLessThanOrEqual(stallDailyCap);
        },
      ),
    );
  });
  test('every piece is either still there or sold at its price, and the clock never runs ahead', () => {
    fc.assert(
      fc.property(anyStock, fc.nat(3 * DAY), fc.tuple(fc.nat(), fc.nat()), (slots, ms, key) => {
        const before = household({ stall: { slots } });
        const { household: after, sales, coins, goods } = settleStall(before, context({ now: START + ms, key }));
        const sold = sales.sold.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(piecesHeld(before)).toBe(piecesHeld(after) + sold);
        expect(after.stall.customers).toBe(sold);
        expect(goods.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(sold);
        const worth = sales.sold.reduce(
          (sum, { good, quantity }) => sum + quantity * (CONTENT.goods.find(({ id }) => id === good)?.price ?? 0),
          0,
        );
        expect([totalOf(coins), sales.earned]).toEqual([worth, worth]);
        expect(after.stall.settledAt).toBeLessThanOrEqual(START + ms);
      }),
    );
  });
  test('customers choose evenly between stocked slots', () => {
    const before = household({
      stall: { slots: [{ good: 'cress', quantity: 5_000 }, { good: 'bean', quantity: 5_000 }, null] },
    });
    const { sales } = settleStall(
      before,
      context({ now: START + 6 * SECOND * 2_000, content: withEconomy({ stallDailyCap: 1e9 }), key: KEY }),
    );
    const cress = sales.sold.find(({ good }) => good === 'cress')?.quantity ?? 0;
    // Five standard deviations of 2 000 fair draws.
    expect(Math.abs(cress - 1_000)).toBeLessThan(5 * Math.sqrt(2_000 / 4));
  });
});
