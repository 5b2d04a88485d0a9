import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plant, plantPreview } from './garden-plant.ts';
import { context, household, newcomer, SECOND, START, totalOf } from './play.fixture.ts';

const command = (plots: number[], crop = 'bean') => ({ commandId: 'c1', plots, crop });

describe('planting is refused', () => {
  test('for a crop nobody knows', () => {
    expect(plant(newcomer(), command([0], 'gold'), context())).toEqual({ ok: false, error: { code: 'UNKNOWN_CROP' } });
  });
  test('for a crop of a later level', () => {
    const refused = plant(newcomer(), command([0], 'melon'), context());
    expect(refused).toEqual({ ok: false, error: { code: 'CROP_LOCKED', detail: { level: 2 } } });
  });
  test('whole, when one plot is not owned', () => {
    const refused = plant(newcomer(), command([0, 4]), context());
    expect(refused).toEqual({ ok: false, error: { code: 'PLOT_LOCKED', detail: { plot: 4 } } });
  });
  test('when every plot bears something', () => {
    const before = household({ plots: { 0: { crop: 'cress', plantedAt: START } } });
    expect(plant(before, command([0]), context())).toEqual({ ok: false, error: { code: 'PLOT_TAKEN' } });
  });
  test('when not even one seed can be paid', () => {
    const refused = plant(newcomer(), command([0]), context({ wallet: 79 }));
    expect(refused).toEqual({ ok: false, error: { code: 'FUNDS', detail: { needed: 80, have: 79 } } });
  });
});

describe('planting', () => {
  test('sows the bare plots, each once, and pays their seeds', () => {
    const before = household({ plots: { 1: { crop: 'cress', plantedAt: START } } });
    const done = plant(before, command([0, 0, 1, 3]), context({ now: START + 5 }));
    expect(done.ok && done.value.value).toEqual({
      planted: [0, 3],
      plantedAt: START + 5,
      cost: 160,
      xp: 0,
      level: 1,
      levelUp: false,
    });
    expect(done.ok && done.value.household.plots).toEqual({
      0: { crop: 'bean', plantedAt: START + 5 },
      1: { crop: 'cress', plantedAt: START },
      3: { crop: 'bean', plantedAt: START + 5 },
    });
    expect(done.ok && done.value.coins).toEqual([{ kind: 'spend', sink: 'shop', amount: 160, key: 'seed:c1' }]);
  });
  test('sows as many as can be paid, in the order asked', () => {
    const done = plant(newcomer(), command([3, 1, 0]), context({ wallet: 200 }));
    expect(done.ok && done.value.value.planted).toEqual([3, 1]);
  });
  test('costs nothing for the free crop: nobody is ever stuck', () => {
    const done = plant(newcomer(), command([0, 1, 2, 3], 'cress'), context({ wallet: 0 }));
    expect(done.ok && done.value.value).toMatchObject({ planted: [0, 1, 2, 3], cost: 0 });
    expect(done.ok && done.value.coins).toEqual([]);
  });
  test('may spend what the stall sold in the meantime', () => {
    const before = household({ stall: { slots: [{ good: 'cress', quantity: 3 }, null, null] } });
    const done = plant(before, command([0]), context({ wallet: 0, now: START + 7 * SECOND }));
    expect(done.ok && done.value.coins.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['earn', 100],
      ['spend', 80],
    ]);
  });
});

describe('properties', () => {
  test('the preview tells exactly what planting does, and nobody spends more than they have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(7), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('cress', 'bean', 'melon', 'gold'),
        fc.nat(800),
        fc.nat(40),
        fc.uniqueArray(fc.nat(7), { maxLength: 4 }),
        (plots, crop, wallet, xp, taken) => {
          const before = household({
            xp,
            plots: Object.fromEntries(taken.map((plot) => [plot, { crop: 'cress', plantedAt: START }])),
          });
          const preview = plantPreview(before, plots, crop, wallet, context().content);
          const done = plant(before, command(plots, crop), context({ wallet }));
          expect(done.ok).toBe(preview.ok);
          if (!done.ok || !preview.ok) return;
          expect(done.value.value.planted).toEqual(preview.value.plots);
          expect(done.value.value.cost).toBe(preview.value.cost);
          expect(wallet + totalOf(done.value.coins)).toBeGreaterThanOrEqual(0);
          for (const plot of taken) expect(done.value.household.plots[plot]).toEqual(before.plots[plot]);
        },
      ),
    );
  });
});
