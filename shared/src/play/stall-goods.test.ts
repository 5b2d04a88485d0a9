import { describe, expect, test } from 'vitest';
import { STORE_CAPACITY } from './goods-count.ts';
import { context, household, piecesHeld, SECOND, START } from './play.fixture.ts';
import { stock } from './stall-stock.ts';
import { unstock } from './stall-unstock.ts';

const put = (slot: number, good: string, quantity: number) => ({ commandId: 'c1', slot, good, quantity });
const rich = () => household({ store: { cress: 30, bean: 5 } });

describe('stocking the stall is refused', () => {
  test('for a good nobody knows, even one that looks like a property', () => {
    for (const good of ['gold', 'constructor', 'tostring']) {
      expect(stock(rich(), put(0, good, 1), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_GOOD' } });
    }
  });
  test('on a slot the stall does not have', () => {
    expect(stock(rich(), put(3, 'cress', 1), context())).toEqual({ ok: false, error: { code: 'SLOT_LOCKED' } });
  });
  test('on a slot with another good', () => {
    const before = { ...rich(), stall: { ...rich().stall, slots: [{ good: 'bean', quantity: 1 }, null, null] } };
    const refused = stock(before, put(0, 'cress', 1), context());
    expect(refused).toEqual({ ok: false, error: { code: 'SLOT_TAKEN', detail: { good: 'bean' } } });
  });
  test('with more than there is in the store', () => {
    const refused = stock(rich(), put(0, 'bean', 6), context());
    expect(refused).toEqual({ ok: false, error: { code: 'GOODS_SHORT', detail: { have: 5, needed: 6 } } });
  });
  test('beyond the capacity of a slot', () => {
    const refused = stock(rich(), put(0, 'cress', 21), context());
    expect(refused).toEqual({ ok: false, error: { code: 'SLOT_FULL', detail: { room: 20, capacity: 20 } } });
  });
});

describe('stocking the stall', () => {
  test('moves pieces from the store on top of what customers left', () => {
    const before = household({ store: { cress: 30 }, stall: { slots: [{ good: 'cress', quantity: 4 }, null, null] } });
    const done = stock(before, put(0, 'cress', 10), context({ now: START + 6 * SECOND }));
    expect(done.ok && done.value.value).toEqual({
      slot: 0,
      quantity: 10,
      sold: [{ good: 'cress', quantity: 1 }],
      earned: 100,
    });
    expect(done.ok && done.value.household.stall.slots[0]).toEqual({ good: 'cress', quantity: 13 });
    expect(done.ok && done.value.household.store).toEqual({ cress: 20 });
    expect(done.ok && done.value.goods.at(-1)).toEqual({ good: 'cress', quantity: 10, from: 'store', to: 'stall' });
  });
  test('may take the slot that was sold out a moment ago', () => {
    const before = household({ store: { cress: 5 }, stall: { slots: [{ good: 'bean', quantity: 1 }, null, null] } });
    expect(stock(before, put(0, 'cress', 5), context({ now: START + 6 * SECOND })).ok).toBe(true);
  });
  test('with the last piece leaves nothing behind in the store', () => {
    const done = stock(rich(), put(0, 'bean', 5), context());
    expect(done.ok && done.value.household.store).toEqual({ cress: 30 });
  });
});

describe('taking goods back', () => {
  const take = (slot: number) => ({ commandId: 'c1', slot });
  test('is refused on a slot the stall does not have, on an empty one, and into a full store', () => {
    expect(unstock(rich(), take(3), context())).toEqual({ ok: false, error: { code: 'SLOT_LOCKED' } });
    expect(unstock(rich(), take(0), context())).toEqual({ ok: false, error: { code: 'SLOT_EMPTY' } });
    const full = household({
      store: { cress: STORE_CAPACITY },
      stall: { slots: [{ good: 'cress', quantity: 1 }, null, null] },
    });
    const refused = unstock(full, take(0), context());
    expect(refused).toEqual({ ok: false, error: { code: 'STORE_FULL', detail: { capacity: STORE_CAPACITY } } });
  });
  test('is refused when the last piece was sold meanwhile', () => {
    const before = household({ stall: { slots: [{ good: 'bean', quantity: 1 }, null, null] } });
    const refused = unstock(before, take(0), context({ now: START + 6 * SECOND }));
    expect(refused).toEqual({ ok: false, error: { code: 'SLOT_EMPTY' } });
  });
  test('returns what customers left, and every piece is accounted for', () => {
    const before = household({ stall: { slots: [null, { good: 'bean', quantity: 7 }, null] } });
    const done = unstock(before, take(1), context({ now: START + 12 * SECOND }));
    expect(done.ok && done.value.value).toEqual({
      returned: { good: 'bean', quantity: 5 },
      sold: [{ good: 'bean', quantity: 2 }],
      earned: 410,
    });
    expect(done.ok && done.value.household.store).toEqual({ bean: 5 });
    expect(done.ok && piecesHeld(done.value.household)).toBe(5);
  });
});
