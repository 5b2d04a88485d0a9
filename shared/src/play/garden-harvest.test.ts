import { describe, expect, test } from 'vitest';
import { harvest } from './garden-harvest.ts';
import { STORE_CAPACITY } from './goods-count.ts';
import { context, household, newcomer, SECOND, START } from './play.fixture.ts';
import { settleStall } from './stall-settle.ts';

const command = (...plots: number[]) => ({ commandId: 'c1', plots });
const cress = { crop: 'cress', plantedAt: START };
const ripe = START + 20 * SECOND;

describe('harvesting is refused', () => {
  test('on bare ground', () => {
    expect(harvest(newcomer(), command(0), context())).toEqual({ ok: false, error: { code: 'PLOT_EMPTY' } });
  });
  test('a millisecond early, saying when', () => {
    const refused = harvest(household({ plots: { 0: cress } }), command(0), context({ now: ripe - 1 }));
    expect(refused).toEqual({ ok: false, error: { code: 'NOT_RIPE', detail: { readyAt: ripe } } });
  });
  test('under a clock that stepped back behind the planting', () => {
    const refused = harvest(household({ plots: { 0: cress } }), command(0), context({ now: START - 1 }));
    expect(refused.ok).toBe(false);
  });
  test('into a full store, and the plant waits', () => {
    const before = household({ plots: { 0: cress }, store: { cress: STORE_CAPACITY - 1 } });
    const refused = harvest(before, command(0), context({ now: ripe }));
    expect(refused).toEqual({ ok: false, error: { code: 'STORE_FULL', detail: { capacity: STORE_CAPACITY } } });
  });
  test('for a crop the catalogue has lost', () => {
    const before = household({ plots: { 0: { crop: 'lost', plantedAt: START } } });
    expect(harvest(before, command(0), context({ now: ripe }))).toEqual({ ok: false, error: { code: 'UNKNOWN_CROP' } });
  });
});

describe('harvesting', () => {
  test('takes what is ripe, each plot once, and leaves the rest', () => {
    const green = { crop: 'bean', plantedAt: START };
    const before = household({ plots: { 0: cress, 1: green, 2: cress } });
    const done = harvest(before, command(1, 0, 0, 2, 3), context({ now: ripe }));
    expect(done.ok && done.value.value).toEqual({
      harvested: [
        { plot: 0, good: 'cress', quantity: 2 },
        { plot: 2, good: 'cress', quantity: 2 },
      ],
      xp: 2,
      level: 1,
      levelUp: false,
    });
    expect(done.ok && done.value.household.plots).toEqual({ 1: green });
    expect(done.ok && done.value.household.store).toEqual({ cress: 4 });
    expect(done.ok && done.value.goods).toEqual([
      { good: 'cress', quantity: 2, from: 'garden', to: 'store' },
      { good: 'cress', quantity: 2, from: 'garden', to: 'store' },
    ]);
  });
  test('twice gives nothing twice', () => {
    const first = harvest(household({ plots: { 0: cress } }), command(0), context({ now: ripe }));
    expect(first.ok).toBe(true);
    const again = first.ok && harvest(first.value.household, command(0), context({ now: ripe }));
    expect(again).toEqual({ ok: false, error: { code: 'PLOT_EMPTY' } });
  });
  test('weeks later gives the same: nothing withers', () => {
    const done = harvest(household({ plots: { 0: cress } }), command(0), context({ now: START + 1e10 }));
    expect(done.ok && done.value.household.store).toEqual({ cress: 2 });
  });
  test('may raise the level; customers before it came at the old pace', () => {
    const slots = [{ good: 'bean', quantity: 20 }, null, null];
    const before = household({ xp: 9, plots: { 0: cress }, stall: { slots } });
    const now = START + 66 * SECOND;
    const done = harvest(before, command(0), context({ now }));
    expect(done.ok && done.value.value).toMatchObject({ level: 2, levelUp: true });
    expect(done.ok && done.value.household.stall).toEqual(settleStall(before, context({ now })).household.stall);
  });
});
