import { SIM_HOUR } from '@bloomvale/shared/time/sim-clock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContent } from '../testing/test-game.ts';
import { type ListingState, planListings } from './listing-plan.ts';

const content = testContent();
const { openMin, openMax, starterOpen, windowSimHours } = content.economy.lending;
const KEY = [7, 11] as const;
const EMPTY: ListingState = { listedCount: 0, starterCount: 0, open: [], running: [], wallets: 0 };
const starterIds = new Set(
  content.entrepreneurs
    .filter(({ loan }) => content.products.find(({ id }) => id === loan.product)?.starter)
    .map(({ id }) => id),
);

describe('planListings', () => {
  it('lists nothing where the hall is full', () => {
    const people = content.entrepreneurs.filter(({ id }) => !starterIds.has(id)).slice(0, openMin);
    const starters = [...starterIds].slice(0, starterOpen);
    const open = [
      ...people.map(({ id }) => ({ entrepreneur: id, starter: false, missing: 10_000 })),
      ...starters.map((entrepreneur) => ({ entrepreneur, starter: true, missing: 2_500 })),
    ];
    expect(planListings(content, KEY, { ...EMPTY, listedCount: 20, starterCount: 5, open })).toEqual([]);
  });

  it('opens a new hall with the fewest loans and all starter projects, whose windows do not end together', () => {
    const plan = planListings(content, KEY, EMPTY);
    const ordinary = plan.filter(({ starter }) => !starter);
    expect(ordinary).toHaveLength(openMin);
    expect(plan.filter(({ starter }) => starter)).toHaveLength(starterOpen);
    expect(new Set(ordinary.map(({ windowSim }) => windowSim)).size).toBe(openMin);
    expect(Math.min(...ordinary.map(({ windowSim }) => windowSim))).toBeGreaterThan((windowSimHours * SIM_HOUR) / 2);
    expect(Math.max(...ordinary.map(({ windowSim }) => windowSim))).toBe(windowSimHours * SIM_HOUR);
  });

  it('goes on while the open need is below what the residents have, up to the most', () => {
    const count = (wallets: number) =>
      planListings(content, KEY, { ...EMPTY, wallets }).filter(({ starter }) => !starter).length;
    expect(count(Number.MAX_SAFE_INTEGER)).toBe(openMax);
    expect(count(1_000)).toBe(openMin);
  });

  it('prefers who repays nothing yet, the longest-running loan next', () => {
    const people = content.entrepreneurs.filter(({ id }) => !starterIds.has(id)).map(({ id }) => id);
    const free = people.slice(0, 5);
    const running = people.slice(5).reverse();
    const plan = planListings(content, KEY, { ...EMPTY, listedCount: 40, running }).filter(({ starter }) => !starter);
    const listed = plan.map(({ entrepreneur }) => entrepreneur);
    expect(new Set(listed.slice(0, free.length))).toEqual(new Set(free));
    expect(listed.slice(free.length)).toEqual(running.slice(0, openMin - free.length));
  });

  it('is a function of its arguments, differs between villages, and names nobody twice', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), fc.nat(0xffffffff), (listedCount, starterCount, seed) => {
        const state = { ...EMPTY, listedCount, starterCount };
        const plan = planListings(content, [seed, 1], state);
        expect(planListings(content, [seed, 1], state)).toEqual(plan);
        expect(new Set(plan.map(({ entrepreneur }) => entrepreneur)).size).toBe(plan.length);
        for (const { entrepreneur, starter } of plan) expect(starterIds.has(entrepreneur)).toBe(starter);
      }),
      { numRuns: 40 },
    );
    expect(planListings(content, [1, 1], EMPTY)).not.toEqual(planListings(content, [2, 2], EMPTY));
  });
});
