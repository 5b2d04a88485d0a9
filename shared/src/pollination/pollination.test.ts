import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWING } from '../content/growing.fixture.ts';
import { SHOP_STATES } from '../content/growing.ts';
import { SECTORS } from '../content/lending.ts';
import { borders, spotsBeside } from './neighbours.ts';
import { type PollinationSource, plotsReached, pollinationOf, stacked, strengthOf } from './pollination-of.ts';

const { pollination: RULES, shops } = GROWING;
const TIERS = shops.tierPercent;

const source = (change: Partial<PollinationSource> = {}): PollinationSource => ({
  loanId: 'awa-v1-1',
  sector: 'agriculture',
  state: 'blooming',
  tier: 2,
  relation: 'lender',
  ...change,
});
const anySource: fc.Arbitrary<PollinationSource> = fc.record({
  loanId: fc.string({ minLength: 1, maxLength: 30 }),
  sector: fc.constantFrom(...SECTORS),
  state: fc.constantFrom(...SHOP_STATES),
  tier: fc.constantFrom(1, 2, 3),
  relation: fc.constantFrom('lender', 'neighbour'),
});
const sources = fc.uniqueArray(anySource, { selector: (one) => one.loanId, maxLength: 30 });
const bonuses = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 });
const caps = fc.integer({ min: 1, max: 500 });

describe('what one shop adds', () => {
  it('is nothing while it is built or late, part while it is open, all of it in bloom', () => {
    const strengths = SHOP_STATES.map((state) => strengthOf(source({ state }), RULES, TIERS));
    expect(strengths).toEqual([0, 60, 0, 100]);
  });
  it('is less for a small shop and for a neighbour, more for a large one', () => {
    expect(strengthOf(source({ tier: 1 }), RULES, TIERS)).toBe(75);
    expect(strengthOf(source({ tier: 3 }), RULES, TIERS)).toBe(150);
    expect(strengthOf(source({ relation: 'neighbour' }), RULES, TIERS)).toBe(40);
  });
});

describe('bonuses on one thing', () => {
  it('count in full alone, and less and less together', () => {
    expect(stacked([100], 300)).toBe(100);
    expect(stacked([100, 100], 300)).toBe(166);
    expect(stacked([100, 100, 100], 300)).toBe(211);
    expect(stacked([], 300)).toBe(0);
    expect(stacked([100], 0)).toBe(0);
  });
  it('never pass the cap, never shrink by one more, and do not care for order', () => {
    fc.assert(
      fc.property(bonuses, fc.integer({ min: 0, max: 400 }), caps, (list, more, cap) => {
        const total = stacked(list, cap);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(cap);
        expect(stacked([...list, more], cap)).toBeGreaterThanOrEqual(total);
        expect(stacked([...list].reverse(), cap)).toBe(total);
        expect(total).toBeLessThanOrEqual(list.reduce((sum, one) => sum + one, 0));
      }),
    );
  });
  it('grow with each of them', () => {
    fc.assert(
      fc.property(bonuses, fc.nat(19), caps, (list, at, cap) => {
        const raised = list.map((one, i) => (i === at ? one + 1 : one));
        expect(stacked(raised, cap)).toBeGreaterThanOrEqual(stacked(list, cap));
      }),
    );
  });
});

describe('the plots a shop reaches', () => {
  it('are as many as published, owned, each once, and the same every time', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 36 }), fc.integer({ min: 1, max: 24 }), (id, plots, each) => {
        const reached = plotsReached(id, plots, each);
        expect(reached).toHaveLength(Math.min(plots, each));
        expect(new Set(reached).size).toBe(reached.length);
        expect(reached.every((plot) => plot >= 0 && plot < plots)).toBe(true);
        expect(plotsReached(id, plots, each)).toEqual(reached);
      }),
    );
  });
});

describe('pollination of a homestead', () => {
  it('is nothing without shops, and nothing from a resting one', () => {
    expect(pollinationOf([], 6, RULES, TIERS).figures).toEqual({ plots: {}, stall: { priceMilli: 0 } });
    expect(pollinationOf([source({ state: 'late' })], 6, RULES, TIERS).figures.plots).toEqual({});
  });
  it('raises yield, speed or price by the sector of the shop', () => {
    const all = [source(), source({ loanId: 'b', sector: 'services' }), source({ loanId: 'c', sector: 'food' })];
    const { figures, sources: told } = pollinationOf(all, 6, RULES, TIERS);
    expect(told.map(({ figure }) => figure)).toEqual(['yield', 'speed', 'price']);
    expect(figures.stall.priceMilli).toBe(50);
    for (const plot of told[0]?.plots ?? []) expect(figures.plots[plot]?.yieldMilli).toBe(100);
    for (const plot of told[1]?.plots ?? []) expect(figures.plots[plot]?.speedMilli).toBe(100);
  });
  it('stays in its caps, grows with every shop, and does not care for order', () => {
    fc.assert(
      fc.property(sources, anySource, fc.integer({ min: 0, max: 24 }), (list, one, plots) => {
        fc.pre(list.every(({ loanId }) => loanId !== one.loanId));
        const { figures } = pollinationOf(list, plots, RULES, TIERS);
        expect(pollinationOf([...list].reverse(), plots, RULES, TIERS).figures).toEqual(figures);
        const more = pollinationOf([...list, one], plots, RULES, TIERS).figures;
        expect(more.stall.priceMilli).toBeGreaterThanOrEqual(figures.stall.priceMilli);
        expect(more.stall.priceMilli).toBeLessThanOrEqual(RULES.caps.price);
        for (const [plot, { yieldMilli, speedMilli }] of Object.entries(more.plots)) {
          expect(yieldMilli).toBeLessThanOrEqual(RULES.caps.yield);
          expect(speedMilli).toBeLessThanOrEqual(RULES.caps.speed);
          expect(yieldMilli).toBeGreaterThanOrEqual(figures.plots[Number(plot)]?.yieldMilli ?? 0);
          expect(speedMilli).toBeGreaterThanOrEqual(figures.plots[Number(plot)]?.speedMilli ?? 0);
          expect(Number(plot)).toBeLessThan(plots);
        }
      }),
    );
  });
});

describe('what borders what', () => {
  it('gives every spot as many lots as published, and every lot at least one spot', () => {
    const [lots, spots] = [24, 14];
    const count = (spot: number) =>
      Array.from({ length: lots }, (_, lot) => lot).filter((lot) => borders(spot, lot, lots, 4));
    expect(Array.from({ length: spots }, (_, spot) => count(spot).length)).toEqual(Array(spots).fill(4));
    expect(new Set(Array.from({ length: spots }, (_, spot) => count(spot)).flat()).size).toBe(lots);
  });
  it('borders nobody who has no lot', () => {
    expect(borders(0, 0, 0, 4)).toBe(false);
  });
  it('names the spots next door, nearest first, never a spot itself or one that is not there', () => {
    const map = {
      spots: {
        spawn: [],
        plots: [],
        customers: [],
        strolls: [],
        shops: [
          [0, 0],
          [3, 0],
          [1, 0],
          [9, 9],
        ],
      },
    };
    expect(spotsBeside(map as never, 0, 4)).toEqual([2, 1]);
    expect(spotsBeside(map as never, 7, 4)).toEqual([]);
  });
});
