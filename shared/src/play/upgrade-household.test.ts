import { describe, expect, test } from 'vitest';
import type { Content } from '../content/content.ts';
import { CONTENT, household, newcomer, START, totalOf, withEconomy } from './play.fixture.ts';
import { upgradeHousehold } from './upgrade-household.ts';

/** The catalogue after beans were dropped. */
const beanless: Content = {
  ...CONTENT,
  goods: CONTENT.goods.filter(({ id }) => id !== 'bean'),
  crops: CONTENT.crops.filter(({ id }) => id !== 'bean'),
};
const bean = { crop: 'bean', plantedAt: START };

describe('a stored household is refused', () => {
  test('when a later release wrote it', () => {
    const read = upgradeHousehold({ ...newcomer(), v: 3 }, CONTENT, null, 'e1');
    expect(read).toEqual({ ok: false, error: { fault: 'newer', version: 3 } });
  });
  test('when it is damaged, saying where', () => {
    const damaged = { ...newcomer(), store: { bean: -1 } };
    expect(upgradeHousehold(damaged, CONTENT, null, 'e1')).toEqual({
      ok: false,
      error: { fault: 'corrupt', path: 'store.bean' },
    });
    for (const stored of [null, undefined, 'x', [], {}, { v: 1 }]) {
      expect(upgradeHousehold(stored, CONTENT, null, 'e1')).toMatchObject({ ok: false, error: { fault: 'corrupt' } });
    }
  });
});

/** As the first release wrote it, word for word. */
const FIRST_RELEASE = {
  v: 1,
  xp: 25,
  plots: { 0: { crop: 'bean', plantedAt: START }, 3: { crop: 'cress', plantedAt: START + 5 } },
  store: { bean: 4, cress: 11 },
  stall: {
    slots: [{ good: 'bean', quantity: 2 }, null, null],
    settledAt: START + 40,
    customers: 6,
    wishes: [{ id: 1, good: 'cress', quantity: 2, since: START }],
    wishCount: 2,
    wishedAt: START,
    day: 20_000,
    earnedToday: 615,
  },
  hints: ['plant', 'harvest'],
  since: { at: START, sold: { bean: 3 }, earned: 615 },
};

describe('a household of the first release', () => {
  test('loads whole, and what is new begins as everybody began', () => {
    const read = upgradeHousehold(FIRST_RELEASE, CONTENT, null, 'e1');
    if (!read.ok) expect.unreachable();
    const { household: now, removed, coins, goods } = read.value;
    const { v: _, stall, ...kept } = FIRST_RELEASE;
    expect(now).toMatchObject({ ...kept, v: 2, stall: { ...stall, level: 1, priceMilli: 0 } });
    expect([removed, coins, goods]).toEqual([[], [], []]);
    expect(now.home).toEqual(newcomer().home);
    expect(upgradeHousehold(JSON.parse(JSON.stringify(now)), CONTENT, null, 'e2')).toMatchObject({ ok: true });
  });
  test('is refused when it is damaged, saying where', () => {
    const damaged = { ...FIRST_RELEASE, stall: { ...FIRST_RELEASE.stall, customers: -1 } };
    expect(upgradeHousehold(damaged, CONTENT, null, 'e1')).toEqual({
      ok: false,
      error: { fault: 'corrupt', path: 'stall.customers' },
    });
  });
});

describe('a stored household', () => {
  test('of today comes back as it is, at no charge', () => {
    const kept = household({ plots: { 0: bean, 35: bean }, store: { melon: 3 }, hints: ['plant'] });
    expect(upgradeHousehold(JSON.parse(JSON.stringify(kept)), CONTENT, CONTENT, 'e1')).toEqual({
      ok: true,
      value: { household: kept, removed: [], coins: [], goods: [] },
    });
  });
  test('gets the slots a new economy grants', () => {
    const content = withEconomy({ stall: { ...CONTENT.economy.stall, slots: 5 } });
    const read = upgradeHousehold(newcomer(), content, null, 'e1');
    expect(read.ok && read.value.household.stall.slots).toEqual([null, null, null, null, null]);
  });
  test('is paid what vanished goods and plants were worth, and told', () => {
    const old = household({
      plots: { 0: bean, 1: bean, 2: { crop: 'cress', plantedAt: START } },
      store: { bean: 2, cress: 1 },
      stall: {
        slots: [{ good: 'bean', quantity: 4 }, { good: 'melon', quantity: 1 }, null],
        wishes: [{ id: 0, good: 'bean', quantity: 2, since: START }],
      },
    });
    const read = upgradeHousehold(old, beanless, CONTENT, 'e1');
    if (!read.ok) expect.unreachable();
    const { household: now, removed, coins, goods } = read.value;
    expect(removed).toEqual([
      { kind: 'crop', id: 'bean', quantity: 2, refund: 2 * 3 * 205 },
      { kind: 'good', id: 'bean', quantity: 6, refund: 6 * 205 },
    ]);
    expect(totalOf(coins)).toBe(12 * 205);
    expect(coins.map(({ key }) => key)).toEqual(['refund:crop:bean:e1', 'refund:good:bean:e1']);
    expect(goods).toEqual([
      { good: 'bean', quantity: 2, from: 'store', to: 'customers' },
      { good: 'bean', quantity: 4, from: 'stall', to: 'customers' },
    ]);
    expect(now.plots).toEqual({ 2: { crop: 'cress', plantedAt: START } });
    expect(now.store).toEqual({ cress: 1 });
    expect(now.stall.slots).toEqual([null, { good: 'melon', quantity: 1 }, null]);
    expect(now.stall.wishes).toEqual([]);
    expect(now.gone).toEqual(removed);
    expect(upgradeHousehold(now, beanless, CONTENT, 'e2')).toMatchObject({ ok: true, value: { coins: [] } });
  });
  test('is paid at least the cheapest price when the old catalogue is lost', () => {
    const read = upgradeHousehold(household({ plots: { 0: bean }, store: { bean: 2 } }), beanless, null, 'e1');
    expect(read.ok && read.value.removed.map(({ refund }) => refund)).toEqual([100, 200]);
  });
  test('loses a wish for a vanished good without a refund: it was never owned', () => {
    const old = household({ stall: { wishes: [{ id: 0, good: 'bean', quantity: 2, since: START }] } });
    const read = upgradeHousehold(old, beanless, CONTENT, 'e1');
    expect(read.ok && [read.value.household.stall.wishes, read.value.coins]).toEqual([[], []]);
  });
});
