import { describe, expect, test } from 'vitest';
import { context, DAY, household, SECOND, START, withEconomy } from './play.fixture.ts';
import { dayOf } from './stall-clock.ts';
import { serve } from './stall-serve.ts';
import { settleStall } from './stall-settle.ts';
import { skip } from './stall-skip.ts';

const beans = { id: 7, good: 'bean', quantity: 3, since: START };
const other = (id: number) => ({ id, good: 'cress', quantity: 2, since: START });
const wishing = (changes: Parameters<typeof household>[0] = {}) =>
  household({ ...changes, stall: { wishes: [beans, other(8), other(9)], wishCount: 10, ...changes.stall } });
const command = (wish: number) => ({ commandId: 'c1', wish });

describe('serving a wish is refused', () => {
  test('when nobody waits with that number', () => {
    expect(serve(wishing(), command(6), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_WISH' } });
  });
  test('for a good the catalogue has lost', () => {
    const before = wishing({ stall: { wishes: [{ ...beans, good: 'lost' }] } });
    expect(serve(before, command(7), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_GOOD' } });
  });
  test('when store and stall together hold too little', () => {
    const before = wishing({ store: { bean: 1 }, stall: { slots: [{ good: 'bean', quantity: 1 }, null, null] } });
    const refused = serve(before, command(7), context());
    expect(refused).toEqual({ ok: false, error: { code: 'GOODS_SHORT', detail: { have: 2, needed: 3 } } });
  });
  test('when the day has earned its cap, and the customer waits for the next day', () => {
    const content = withEconomy({ stallDailyCap: 1_000 });
    const before = wishing({ store: { bean: 3 }, stall: { earnedToday: 100 } });
    expect(serve(before, command(7), context({ content }))).toEqual({
      ok: false,
      error: { code: 'STALL_CAP', detail: { cap: 1_000 } },
    });
    const tomorrow = serve(before, command(7), context({ content, now: START + DAY }));
    expect(tomorrow.ok && tomorrow.value.household.stall).toMatchObject({ day: dayOf(START) + 1, earnedToday: 922 });
  });
});

describe('serving a wish', () => {
  test('pays half as much again, rounded down, and gives experience', () => {
    const done = serve(wishing({ store: { bean: 4 } }), command(7), context());
    expect(done.ok && done.value.value).toEqual({
      paid: 922,
      good: 'bean',
      quantity: 3,
      xp: 2,
      level: 1,
      levelUp: false,
    });
    expect(done.ok && done.value.coins).toEqual([
      { kind: 'earn', source: 'minigame', amount: 922, key: `wish:${dayOf(START)}:c1` },
    ]);
    expect(done.ok && done.value.household.stall.wishes.map(({ id }) => id)).toEqual([8, 9]);
  });
  test('takes from the store first, then from the slots in their order', () => {
    const slots = [
      { good: 'bean', quantity: 1 },
      { good: 'cress', quantity: 1 },
      { good: 'bean', quantity: 4 },
    ];
    const done = serve(wishing({ store: { bean: 1 }, stall: { slots } }), command(7), context());
    expect(done.ok && done.value.household.store).toEqual({});
    expect(done.ok && done.value.household.stall.slots).toEqual([
      null,
      { good: 'cress', quantity: 1 },
      { good: 'bean', quantity: 3 },
    ]);
    expect(done.ok && done.value.goods).toEqual([
      { good: 'bean', quantity: 1, from: 'store', to: 'customers' },
      { good: 'bean', quantity: 2, from: 'stall', to: 'customers' },
    ]);
  });
  test('twice is refused: a wish is paid once', () => {
    const first = serve(wishing({ store: { bean: 9 } }), command(7), context());
    const again = first.ok && serve(first.value.household, command(7), context());
    expect(again).toEqual({ ok: false, error: { code: 'UNKNOWN_WISH' } });
  });
});

describe('sending a customer away', () => {
  test('is refused when nobody waits with that number', () => {
    expect(skip(wishing(), command(6), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_WISH' } });
  });
  test('frees a place; the wait for the next one begins then, and its number is new', () => {
    const now = START + 1_000 * SECOND;
    const done = skip(wishing(), command(8), context({ now }));
    expect(done.ok && done.value).toMatchObject({ value: {}, coins: [], goods: [] });
    if (!done.ok) return;
    const early = settleStall(done.value.household, context({ now: now + 25 * SECOND - 1 }));
    expect(early.household.stall.wishes.map(({ id }) => id)).toEqual([7, 9]);
    const due = settleStall(done.value.household, context({ now: now + 25 * SECOND }));
    expect(due.household.stall.wishes.map(({ id }) => id)).toEqual([7, 9, 10]);
  });
  test('does not put off a wish that was already on its way', () => {
    const before = wishing({ stall: { wishes: [beans, other(8)] } });
    const done = skip(before, command(8), context({ now: START + 20 * SECOND }));
    if (!done.ok) expect.unreachable();
    const { stall } = settleStall(done.value.household, context({ now: START + 25 * SECOND })).household;
    expect(stall.wishes.map(({ id }) => id)).toEqual([7, 10]);
  });
});
