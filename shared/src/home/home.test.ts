import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growMs } from '../play/growth.ts';
import { type Household, NEEDS, type Need } from '../play/household.ts';
import { CONTENT, context, DAY, household, newcomer, SECOND, START, totalOf } from '../play/play.fixture.ts';
import { plotBonus } from '../play/plot-bonus.ts';
import { paceOf } from '../play/stall-clock.ts';
import { slotCapacity } from '../play/stall-size.ts';
import { happiness, mostHappiness } from './home-bonus.ts';
import { fulfil } from './home-fulfil.ts';
import { isGiftOpen, takeGift } from './home-gift.ts';
import { talk } from './home-talk.ts';
import { upgradeHouse } from './home-upgrade.ts';
import { openTalks } from './talks.ts';

const at = (needs: Partial<Household['home']['needs']>, house = 1): Household['home'] => ({
  house,
  needs: { ...newcomer().home.needs, ...needs },
  told: [],
});
const command = (need: Need) => ({ commandId: 'c1', need });

describe('fulfilling a need is refused', () => {
  test('without the coins, and without the goods, naming them', () => {
    expect(fulfil(household(), command('food'), context({ wallet: 999 }))).toEqual({
      ok: false,
      error: { code: 'FUNDS', detail: { needed: 1_000, have: 999 } },
    });
    expect(fulfil(household({ store: { cress: 9 } }), command('food'), context())).toEqual({
      ok: false,
      error: { code: 'GOODS_SHORT', detail: { good: 'cress', needed: 10, have: 9 } },
    });
  });
  test('with goods that stand on the stall for customers', () => {
    const shop = household({ stall: { slots: [{ good: 'cress', quantity: 20 }, null, null] } });
    expect(fulfil(shop, command('food'), context())).toMatchObject({ error: { code: 'GOODS_SHORT' } });
  });
  test('in a house that is too small for it, and beyond the last tier', () => {
    const rich = household({ store: { cress: 99 }, home: at({ food: 1 }) });
    expect(fulfil(rich, command('food'), context())).toEqual({
      ok: false,
      error: { code: 'HOUSE_FIRST', detail: { house: 2 } },
    });
    const done = household({ store: { cress: 99 }, home: at({ food: 3 }, 4) });
    expect(fulfil(done, command('food'), context())).toEqual({ ok: false, error: { code: 'MAX_LEVEL' } });
  });
});

describe('fulfilling a need', () => {
  test('takes coins and goods, and everybody is happier', () => {
    const done = fulfil(household({ store: { cress: 12 } }), command('water'), context());
    if (!done.ok) expect.unreachable();
    expect(done.value.value).toMatchObject({ need: 'water', tier: 1, paid: 1_000, happiness: 5, xp: 5 });
    expect(done.value.household.store).toEqual({ cress: 2 });
    expect(done.value.coins).toEqual([{ kind: 'spend', sink: 'upgrade', amount: 1_000, key: 'need:c1' }]);
    expect(done.value.goods).toEqual([{ good: 'cress', quantity: 10, from: 'store', to: 'home' }]);
  });
  test('can be paid with what was sold a moment ago', () => {
    const shop = household({ store: { cress: 10 }, stall: { slots: [{ good: 'melon', quantity: 1 }, null, null] } });
    const done = fulfil(shop, command('roof'), context({ wallet: 0, now: START + 6 * SECOND }));
    expect(done.ok && totalOf(done.value.coins)).toBe(0);
  });
  test('is useful by its published figure', () => {
    const [cress, , melon] = CONTENT.crops;
    if (cress === undefined || melon === undefined) throw new Error('the fixture has lost its crops');
    const bonus = (needs: Parameters<typeof at>[0], crop = cress) => plotBonus({ home: at(needs) }, 0, crop, context());
    expect(growMs(cress, 1, bonus({ water: 1 }).speedMilli)).toBe(16_000);
    expect([bonus({ light: 1 }), bonus({ light: 1 }, melon)]).toEqual([{}, { yieldMilli: 200 }]);
    expect(slotCapacity(household({ home: at({ roof: 2 }) }), CONTENT)).toBe(30);
    expect(paceOf(household({ home: at({ health: 1 }) }), CONTENT, 1)).toBe(5_000);
  });
  test('changes no sale that was already due: those are made at the pace of then', () => {
    const shop = household({ store: { cress: 10 }, stall: { slots: [{ good: 'bean', quantity: 20 }, null, null] } });
    const done = fulfil(shop, command('health'), context({ now: START + 60 * SECOND }));
    expect(done.ok && done.value.household.stall.customers).toBe(10);
  });
});

describe('a bigger house', () => {
  test('is refused before the family has what it needs, beyond the last one, and unpaid', () => {
    const build = { commandId: 'c1' };
    expect(upgradeHouse(household({ home: at({ food: 1 }) }), build, context())).toEqual({
      ok: false,
      error: { code: 'NEEDS_FIRST', detail: { needed: 2, have: 1, tier: 1 } },
    });
    expect(upgradeHouse(household({ home: at({}, 4) }), build, context())).toEqual({
      ok: false,
      error: { code: 'MAX_LEVEL' },
    });
    expect(upgradeHouse(household({ home: at({ food: 1, roof: 1 }) }), build, context())).toMatchObject({
      error: { code: 'GOODS_SHORT', detail: { good: 'bean' } },
    });
  });
  test('opens the next tiers', () => {
    const ready = household({ store: { bean: 3, cress: 20 }, home: at({ food: 1, roof: 1 }) });
    const built = upgradeHouse(ready, { commandId: 'c1' }, context());
    expect(built.ok && built.value.value).toMatchObject({ house: 2, paid: 2_000, happiness: 20 });
    expect(built.ok && fulfil(built.value.household, command('food'), context()).ok).toBe(true);
  });
});

describe('talking with the family', () => {
  const say = (id: string) => ({ commandId: 'c1', talk: id });
  test('is refused about what nobody says, and before its time', () => {
    expect(talk(household(), say('weather'), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_TALK' } });
    expect(talk(household(), say('food-thanks-1'), context())).toEqual({ ok: false, error: { code: 'TALK_LATER' } });
  });
  test('counts the first time, and is as welcome the second', () => {
    const first = talk(household(), say('food-wish-1'), context());
    if (!first.ok) expect.unreachable();
    expect(first.value.value).toMatchObject({ first: true, happiness: 1, xp: 2 });
    const again = talk(first.value.household, say('food-wish-1'), context());
    expect(again.ok && again.value.value).toMatchObject({ first: false, happiness: 1, xp: 2 });
  });
  test('follows the house: wishes before, thanks after, and no wish there is no room for', () => {
    const ids = (home: Household['home']) => openTalks(home, CONTENT).map(({ id }) => id);
    expect(ids(at({}))).toEqual(['food-wish-1', 'house-wish-2', 'food-chat-0']);
    expect(ids(at({ food: 1 }))).toEqual(['food-thanks-1', 'house-wish-2']);
    expect(ids(at({ food: 1 }, 2))).toEqual(['food-thanks-1', 'food-wish-2']);
    expect(ids({ ...at({}), told: ['food-wish-1'] })[0]).toBe('house-wish-2');
  });
});

describe('happiness', () => {
  test('only grows, whatever one does and however long one is away', () => {
    const act = fc.oneof(
      fc
        .constantFrom(...NEEDS)
        .map((need) => (h: Household, now: number) => fulfil(h, command(need), context({ now }))),
      fc.constantFrom(...CONTENT.talks).map(
        ({ id }) =>
          (h: Household, now: number) =>
            talk(h, { commandId: 'c1', talk: id }, context({ now })),
      ),
      fc.constant((h: Household, now: number) => upgradeHouse(h, { commandId: 'c1' }, context({ now }))),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.nat(400)), { maxLength: 30 }), (steps) => {
        let home = household({ store: { cress: 500, bean: 50 } });
        let now = START;
        for (const [step, days] of steps) {
          now += days * DAY;
          const before = happiness(home.home);
          const done = step(home, now);
          if (done.ok) home = done.value.household;
          expect(happiness(home.home)).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });
});

describe('all there is', () => {
  test('is what a family has that has everything, and nobody has more', () => {
    const needs = Object.fromEntries(NEEDS.map((need) => [need, 3])) as Household['home']['needs'];
    const whole = { house: 4, needs, told: CONTENT.talks.map(({ id }) => id) };
    expect(happiness(whole)).toBe(mostHappiness(CONTENT));
    expect(happiness({ ...whole, house: 3 })).toBeLessThan(mostHappiness(CONTENT));
  });
});

describe('the welcome gift', () => {
  const take = { commandId: 'c1' };
  test('is refused on the first day, and twice on one', () => {
    expect(takeGift(household(), take, context())).toEqual({
      ok: false,
      error: { code: 'GIFT_TAKEN', detail: { nextAt: 20_001 * DAY } },
    });
    const done = takeGift(household(), take, context({ now: START + DAY }));
    expect(done.ok && takeGift(done.value.household, take, context({ now: START + DAY + 1 }))).toMatchObject({
      error: { code: 'GIFT_TAKEN' },
    });
  });
  test('is the same after one day and after a hundred: no streak, nothing missed', () => {
    for (const days of [1, 2, 100]) {
      const done = takeGift(household(), take, context({ now: START + days * DAY }));
      expect(done.ok && done.value.coins).toEqual([
        { kind: 'earn', source: 'welcome', amount: 700, key: `gift:${20_000 + days}` },
      ]);
    }
  });
  test('does not come again when a clock steps back', () => {
    const done = takeGift(household(), take, context({ now: START + 2 * DAY }));
    expect(done.ok && isGiftOpen(done.value.household, START + DAY, CONTENT)).toBe(false);
  });
});
