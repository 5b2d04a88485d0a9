import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STORE_CAPACITY } from '../play/goods-count.ts';
import type { Household } from '../play/household.ts';
import { CONTENT, context, household, SECOND, START } from '../play/play.fixture.ts';
import { buildStation } from './kitchen-build.ts';
import { readyBatches, stationPlaces } from './kitchen-clock.ts';
import { collect } from './kitchen-collect.ts';
import { startBatches } from './kitchen-start.ts';

const oven = (queue: Household['stations'][string]['queue'] = [], level = 1) => ({ oven: { level, queue } });
const cook = (times = 1, recipe = 'soup', station = 'oven') => ({ commandId: 'c1', station, recipe, times });
const at = (station: string) => ({ commandId: 'c1', station });
const stocked = (changes: Parameters<typeof household>[0] = {}) =>
  household({ store: { cress: 20, bean: 20 }, stations: oven(), ...changes });
const batch = (readyAt: number, recipe = 'soup') => ({ recipe, startsAt: readyAt - 100 * SECOND, readyAt });

describe('building a station is refused', () => {
  test.each([
    ['a name nobody knows', 'forge', {}, { code: 'UNKNOWN_STATION' }],
    ['a name that looks like a property', 'constructor', {}, { code: 'UNKNOWN_STATION' }],
    ['its last level', 'oven', { xp: 99, stations: oven([], 2) }, { code: 'MAX_LEVEL' }],
    ['a level that comes later', 'oven', { stations: oven() }, { code: 'LEVEL_LOW', detail: { level: 2 } }],
  ] as const)('for %s', (_, station, changes, error) => {
    expect(buildStation(household(changes), at(station), context())).toEqual({ ok: false, error });
  });
  test('without the coins', () => {
    expect(buildStation(household(), at('oven'), context({ wallet: 1_999 }))).toEqual({
      ok: false,
      error: { code: 'FUNDS', detail: { needed: 2_000, have: 1_999 } },
    });
  });
});

describe('building a station', () => {
  test('costs its price, and its next level keeps what is in it', () => {
    const first = buildStation(household(), at('oven'), context());
    expect(first.ok && [first.value.value, first.value.coins]).toEqual([
      { station: 'oven', level: 1, paid: 2_000 },
      [{ kind: 'spend', sink: 'upgrade', amount: 2_000, key: 'station:c1' }],
    ]);
    const busy = household({ xp: 10, stations: oven([batch(START)]) });
    const second = buildStation(busy, at('oven'), context({ wallet: 5_000 }));
    expect(second.ok && second.value.household.stations).toEqual(oven([batch(START)], 2));
  });
});

describe('cooking is refused', () => {
  test.each([
    ['at a station nobody knows', cook(1, 'soup', 'forge'), {}, { code: 'UNKNOWN_STATION' }],
    ['at a station one does not have', cook(1, 'juice', 'press'), {}, { code: 'STATION_MISSING' }],
    ['by a recipe nobody knows', cook(1, 'gold'), {}, { code: 'UNKNOWN_RECIPE' }],
    ['by a recipe of another station', cook(1, 'juice'), {}, { code: 'UNKNOWN_RECIPE' }],
    [
      'when every place is taken, be it by what is ready',
      cook(),
      { stations: oven([batch(START - 1), batch(START + 9)]) },
      { code: 'STATION_FULL', detail: { places: 2 } },
    ],
    [
      'without the ingredients of a single one',
      cook(2),
      { store: { cress: 1, bean: 5 } },
      { code: 'GOODS_SHORT', detail: { good: 'cress', needed: 2, have: 1 } },
    ],
  ] as const)('%s', (_, command, changes, error) => {
    expect(startBatches(stocked(changes), command, context())).toEqual({ ok: false, error });
  });
  test('by a recipe of a higher level', () => {
    const home = stocked({ stations: { press: { level: 1, queue: [] } } });
    expect(startBatches(home, cook(1, 'juice', 'press'), context())).toEqual({
      ok: false,
      error: { code: 'RECIPE_LOCKED', detail: { level: 2 } },
    });
  });
});

describe('cooking', () => {
  test('puts in as many as fit, one after another, and takes their ingredients at once', () => {
    const done = startBatches(stocked(), cook(9), context());
    if (!done.ok) expect.unreachable();
    expect(done.value.value.started).toEqual([
      { recipe: 'soup', startsAt: START, readyAt: START + 100 * SECOND },
      { recipe: 'soup', startsAt: START + 100 * SECOND, readyAt: START + 200 * SECOND },
    ]);
    expect(done.value.household.store).toEqual({ cress: 16, bean: 18 });
    expect(done.value.goods).toEqual([
      { good: 'cress', quantity: 4, from: 'store', to: 'kitchen' },
      { good: 'bean', quantity: 2, from: 'store', to: 'kitchen' },
    ]);
  });
  test('puts in as many as there is food for', () => {
    const done = startBatches(stocked({ store: { cress: 3, bean: 9 } }), cook(2), context());
    expect(done.ok && [done.value.value.started.length, done.value.household.store]).toEqual([
      1,
      { cress: 1, bean: 8 },
    ]);
  });
  test('begins after what is in already, and at once when that is done', () => {
    const wait = (readyAt: number) => {
      const done = startBatches(stocked({ stations: oven([batch(readyAt)]) }), cook(), context());
      return done.ok ? done.value.value.started[0]?.startsAt : null;
    };
    expect([wait(START + 7), wait(START - 7)]).toEqual([START + 7, START]);
  });
  test('goes faster for a family that eats well, and a bigger house has room for more', () => {
    const home = { ...household().home, house: 2, needs: { ...household().home.needs, food: 1 as const } };
    const done = startBatches(stocked({ home }), cook(9), context({ timeScale: 2 }));
    if (!done.ok) expect.unreachable();
    expect(done.value.value.started.map(({ readyAt }) => readyAt - START)).toEqual([45_455, 90_910, 136_365]);
    expect(stationPlaces(done.value.household, 'oven', CONTENT)).toBe(3);
  });
});

describe('collecting is refused', () => {
  test('at a station one does not have, and while nothing is ready', () => {
    expect(collect(stocked(), at('press'), context())).toEqual({ ok: false, error: { code: 'STATION_MISSING' } });
    expect(collect(stocked(), at('oven'), context())).toEqual({
      ok: false,
      error: { code: 'NOTHING_READY', detail: { readyAt: 0 } },
    });
    const busy = stocked({ stations: oven([batch(START + 5)]) });
    expect(collect(busy, at('oven'), context())).toEqual({
      ok: false,
      error: { code: 'NOTHING_READY', detail: { readyAt: START + 5 } },
    });
  });
  test('into a store without room: it waits, and is still there', () => {
    const full = stocked({ store: { soup: STORE_CAPACITY }, stations: oven([batch(START)]) });
    expect(collect(full, at('oven'), context())).toEqual({
      ok: false,
      error: { code: 'STORE_FULL', detail: { capacity: STORE_CAPACITY } },
    });
  });
});

describe('collecting', () => {
  test('takes all that is ready, gives experience, and leaves the rest to be made', () => {
    const home = stocked({ stations: oven([batch(START - 5), batch(START), batch(START + 1)]) });
    const done = collect(home, at('oven'), context());
    if (!done.ok) expect.unreachable();
    expect(done.value.value).toEqual({
      station: 'oven',
      collected: [{ good: 'soup', quantity: 2 }],
      xp: 6,
      level: 1,
      levelUp: false,
    });
    expect(done.value.household.stations).toEqual(oven([batch(START + 1)]));
    expect(done.value.goods).toEqual([{ good: 'soup', quantity: 2, from: 'kitchen', to: 'store' }]);
    expect(collect(done.value.household, at('oven'), context())).toMatchObject({ error: { code: 'NOTHING_READY' } });
  });
  test('finds everything after a year: nothing spoils', () => {
    const home = stocked({ stations: oven([batch(START), batch(START + 9)]) });
    const done = collect(home, at('oven'), context({ now: START + 365 * 86_400_000 }));
    expect(done.ok && done.value.value.collected).toEqual([{ good: 'soup', quantity: 2 }]);
  });
  test('in any order of starting, waiting and collecting makes of every batch exactly one bowl', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 260 }), fc.integer({ min: 1, max: 3 })), { maxLength: 12 }),
        (steps) => {
          let home: Household = stocked({ store: { cress: 999, bean: 999 } });
          let now = START;
          let started = 0;
          for (const [seconds, times] of steps) {
            now += seconds * SECOND;
            const got = collect(home, at('oven'), context({ now }));
            if (got.ok) home = got.value.household;
            const put = startBatches(home, cook(times), context({ now }));
            if (!put.ok) continue;
            home = put.value.household;
            started += put.value.value.started.length;
          }
          const queue = home.stations.oven?.queue ?? [];
          expect((home.store.soup ?? 0) + queue.length).toBe(started);
          expect(home.store.cress).toBe(999 - 2 * started);
          for (const [place, each] of queue.entries()) {
            expect(each.startsAt).toBeGreaterThanOrEqual(queue[place - 1]?.readyAt ?? each.startsAt);
          }
          expect(readyBatches({ level: 1, queue }, Number.POSITIVE_INFINITY)).toEqual(queue);
        },
      ),
    );
  });
});
