import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT, context, DAY, household, KEY, newcomer, SECOND, START, withEconomy } from '../play/play.fixture.ts';
import { settleStall } from '../play/stall-settle.ts';
import { drawOrder, makeable, openOrders } from './order-arrivals.ts';
import { deliver } from './order-deliver.ts';
import { orderPay } from './order-pay.ts';
import { skipOrder } from './order-skip.ts';

const order = (id: number, since = START) => ({
  id,
  since,
  items: [
    { good: 'cress', quantity: 4 },
    { good: 'bean', quantity: 2 },
  ],
});
const board = { waiting: [order(0), order(1), order(2)], count: 3, at: START };
const home = (changes: Parameters<typeof household>[0] = {}) => household({ orders: board, ...changes });
const command = (id: number) => ({ commandId: 'c1', order: id });

describe('delivering an order is refused', () => {
  test('when it is not on the board, or will only come in a moment', () => {
    const later = { ...board, waiting: [order(0, START + 1)] };
    expect(deliver(home(), command(7), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_ORDER' } });
    expect(deliver(home({ orders: later }), command(0), context())).toMatchObject({ error: { code: 'UNKNOWN_ORDER' } });
  });
  test('when something of it has left the catalogue', () => {
    const lost = { ...board, waiting: [{ ...order(0), items: [{ good: 'lost', quantity: 1 }] }] };
    expect(deliver(home({ orders: lost }), command(0), context())).toEqual({
      ok: false,
      error: { code: 'UNKNOWN_GOOD' },
    });
  });
  test('when store and stall together hold too little of one thing, naming it', () => {
    const short = home({ store: { cress: 9, bean: 1 } });
    expect(deliver(short, command(0), context())).toEqual({
      ok: false,
      error: { code: 'GOODS_SHORT', detail: { good: 'bean', needed: 2, have: 1 } },
    });
  });
  test('when the day has earned its cap; the order waits for the next day', () => {
    const content = withEconomy({ stallDailyCap: 1_250 });
    const rich = home({ store: { cress: 4, bean: 2 }, stall: { earnedToday: 100 } });
    expect(deliver(rich, command(0), context({ content }))).toEqual({
      ok: false,
      error: { code: 'STALL_CAP', detail: { cap: 1_250 } },
    });
    expect(deliver(rich, command(0), context({ content, now: START + DAY })).ok).toBe(true);
  });
});

describe('delivering an order', () => {
  test('pays half as much again for all of it, takes the store first, and counts in the cap of the day', () => {
    const slots = [{ good: 'bean', quantity: 2 }, null, null];
    const done = deliver(home({ store: { cress: 5, bean: 1 }, stall: { slots } }), command(1), context());
    if (!done.ok) expect.unreachable();
    expect(done.value.value).toMatchObject({ paid: 1_215, items: order(1).items, xp: 4 });
    expect(done.value.household.store).toEqual({ cress: 1 });
    expect(done.value.household.stall).toMatchObject({
      earnedToday: 1_215,
      slots: [{ good: 'bean', quantity: 1 }, null, null],
    });
    expect(done.value.coins).toEqual([{ kind: 'earn', source: 'minigame', amount: 1_215, key: 'order:20000:c1' }]);
    expect(deliver(done.value.household, command(1), context())).toMatchObject({ error: { code: 'UNKNOWN_ORDER' } });
  });
  test('pays more for a child who writes the bills and shops that draw people', () => {
    const base = household();
    const schooled = { ...base, home: { ...base.home, needs: { ...base.home.needs, school: 2 as const } } };
    const busy = { ...schooled, stall: { ...schooled.stall, priceMilli: 50 } };
    expect([base, schooled, busy].map((each) => orderPay(order(0), each, CONTENT))).toEqual([1_215, 1_458, 1_518]);
  });
  test('lets the next one come an interval later, whether one looks or not', () => {
    const done = deliver(home({ store: { cress: 9, bean: 9 } }), command(0), context({ now: START + 50 * SECOND }));
    if (!done.ok) expect.unreachable();
    const seen = (seconds: number) =>
      settleStall(done.value.household, context({ now: START + seconds * SECOND })).household.orders;
    expect(seen(649).waiting.map(({ id }) => id)).toEqual([1, 2]);
    expect(seen(650).waiting.map(({ id }) => id)).toEqual([1, 2, 3]);
    const often = [100, 400, 649, 650, 9_000].reduce(
      (each, seconds) => settleStall(each, context({ now: START + seconds * SECOND })).household,
      done.value.household,
    );
    expect(often.orders).toEqual(seen(9_000));
  });
});

describe('putting an order aside', () => {
  test('is refused when it is not on the board', () => {
    expect(skipOrder(home(), command(9), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_ORDER' } });
  });
  test('costs nothing: another one takes its place in a minute, and what is on the way comes as it would have', () => {
    const two = { waiting: [order(1), order(2)], count: 3, at: START };
    const done = skipOrder(home({ orders: two }), command(1), context({ now: START + 500 * SECOND }));
    if (!done.ok) expect.unreachable();
    expect(done.value.coins).toEqual([]);
    const seen = (seconds: number) => {
      const now = START + seconds * SECOND;
      return openOrders(settleStall(done.value.household, context({ now })).household.orders, now).map(({ id }) => id);
    };
    expect([seen(559), seen(560), seen(600)]).toEqual([[2], [2, 3], [2, 3, 4]]);
  });
});

describe('an order', () => {
  test('is full from the first minute, and asks a newcomer only for what a newcomer can grow', () => {
    const { orders } = newcomer();
    expect(orders.waiting).toHaveLength(3);
    for (const { items } of orders.waiting) {
      for (const { good } of items) expect(['cress', 'bean']).toContain(good);
    }
  });
  test('asks for what is baked only of those who have the oven', () => {
    const goods = (stations: Parameters<typeof makeable>[0]['stations']) =>
      makeable({ xp: 99, stations }, CONTENT).map(({ id }) => id);
    expect(goods({})).toEqual(['cress', 'bean', 'melon']);
    expect(goods({ oven: { level: 1, queue: [] } })).toEqual(['cress', 'bean', 'melon', 'soup']);
  });
  test('has one to three different things, a few of each, and is the same whenever it is drawn', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(200), (id, xp) => {
        const maker = { xp, stations: { oven: { level: 1, queue: [] } } };
        const drawn = drawOrder(id, START, maker, CONTENT, KEY);
        expect(drawOrder(id, START, maker, CONTENT, KEY)).toEqual(drawn);
        expect(drawn.items.length).toBeGreaterThan(0);
        expect(new Set(drawn.items.map(({ good }) => good)).size).toBe(drawn.items.length);
        for (const { quantity } of drawn.items) {
          expect(quantity).toBeGreaterThanOrEqual(1);
          expect(quantity).toBeLessThanOrEqual(24);
        }
      }),
    );
  });
});
