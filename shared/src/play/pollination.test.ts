import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pollination } from './effects.ts';
import { bears, harvest } from './garden-harvest.ts';
import { plant } from './garden-plant.ts';
import { growMs, isRipe } from './growth.ts';
import { CONTENT, context, household, SECOND, START } from './play.fixture.ts';
import { serve } from './stall-serve.ts';
import { settleStall } from './stall-settle.ts';

const [cress, bean] = CONTENT.crops;
if (cress === undefined || bean === undefined) throw new Error('the fixture has lost its crops');
const bees: Pollination = { plots: { 0: { yieldMilli: 200, speedMilli: 250 } }, stall: { priceMilli: 100 } };

describe('what shops add to a plot', () => {
  test('is recorded when it is sown, and only on the plots they reach', () => {
    const done = plant(
      household(),
      { commandId: 'c1', plots: [0, 1], crop: 'bean' },
      context({ pollination: bees, wallet: 9_000 }),
    );
    expect(done.ok && done.value.household.plots).toEqual({
      0: { crop: 'bean', plantedAt: START, speedMilli: 250, yieldMilli: 200 },
      1: { crop: 'bean', plantedAt: START },
    });
  });
  test('shortens growth by its published figure, whatever the bees do afterwards', () => {
    const plot = { crop: 'bean', plantedAt: START, speedMilli: 250 };
    expect(growMs(bean, 1, 250)).toBe(48_000);
    expect([isRipe(plot, bean, START + 47_999, 1), isRipe(plot, bean, START + 48_000, 1)]).toEqual([false, true]);
  });
  test('brings whole pieces, and keeps what is left over for the next harvest', () => {
    const plot = { crop: 'cress', plantedAt: START, yieldMilli: 200 };
    let home = household({ plots: { 0: plot, 1: plot, 2: plot } });
    const quantities: number[] = [];
    for (const plots of [[0], [1], [2]]) {
      const done = harvest(home, { commandId: 'c1', plots }, context({ now: START + 60 * SECOND }));
      if (!done.ok) expect.unreachable();
      home = done.value.household;
      quantities.push(done.value.value.harvested[0]?.quantity ?? 0);
    }
    expect(quantities).toEqual([2, 2, 3]);
    expect(home.parts).toEqual({ cress: 200 });
  });
  test('neither makes nor loses a part of a piece, over any number of harvests', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_500), { minLength: 1, maxLength: 60 }), (bonuses) => {
        let parts: Record<string, number> = {};
        let pieces = 0;
        for (const yieldMilli of bonuses) {
          const borne = bears({ crop: 'cress', plantedAt: START, yieldMilli }, cress, parts);
          pieces += borne.quantity;
          parts = { cress: borne.left };
        }
        const due = bonuses.reduce((sum, bonus) => sum + cress.yield * (1_000 + bonus), 0);
        expect(pieces * 1_000 + (parts.cress ?? 0)).toBe(due);
      }),
    );
  });
});

describe('what shops add to the stall', () => {
  const stocked = () => household({ stall: { slots: [{ good: 'cress', quantity: 5 }, null, null] } });
  test('holds for the sales after it was recorded, however often one looks', () => {
    const first = settleStall(stocked(), context({ now: START + 6 * SECOND, pollination: bees }));
    expect([first.sales.earned, first.household.stall.priceMilli]).toEqual([100, 100]);
    const once = settleStall(first.household, context({ now: START + 18 * SECOND, pollination: bees }));
    expect(once.sales.earned).toBe(220);
    const between = settleStall(first.household, context({ now: START + 12 * SECOND, pollination: bees })).household;
    expect(settleStall(between, context({ now: START + 18 * SECOND, pollination: bees })).household).toEqual(
      once.household,
    );
  });
  test('stays on record where nobody says what is in force: a display changes nothing', () => {
    const recorded = household({ stall: { priceMilli: 100 } });
    expect(settleStall(recorded, context({ now: START + SECOND })).household.stall.priceMilli).toBe(100);
  });
  test('goes on top of what a wish pays', () => {
    const wish = { id: 7, good: 'bean', quantity: 3, since: START };
    const home = household({ store: { bean: 3 }, stall: { wishes: [wish], wishCount: 8 } });
    const done = serve(home, { commandId: 'c1', wish: 7 }, context({ pollination: bees }));
    expect(done.ok && done.value.value.paid).toBe(Math.floor(922 * 1.1));
  });
});
