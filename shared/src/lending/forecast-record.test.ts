import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceRange, forecastRecord } from './forecast-record.ts';

describe('chanceRange', () => {
  it('is all or nothing when nothing is left to chance', () => {
    expect(chanceRange([1, 1, 1])).toEqual([3, 3]);
    expect(chanceRange([0, 0])).toEqual([0, 0]);
    expect(chanceRange([])).toEqual([0, 0]);
  });

  it('of one toss says that both can be, unless one side is rarer than one in twenty', () => {
    expect(chanceRange([0.5])).toEqual([0, 1]);
    expect(chanceRange([0.97])).toEqual([1, 1]);
    expect(chanceRange([0.03])).toEqual([0, 0]);
  });

  it('holds at least nine worlds in ten, and would not with one loan less on either side', () => {
    // Binomial, n = 20, p = 0.9: P(X < 16) = 0.0432, P(X < 17) = 0.1330 (table).
    expect(chanceRange(Array(20).fill(0.9))).toEqual([16, 20]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (chances) => {
        const [low, high] = chanceRange(chances);
        const share = (from: number, to: number): number => {
          let sum = 0;
          for (let world = 0; world < 2 ** chances.length; world++) {
            let chance = 1;
            let count = 0;
            for (const [i, one] of chances.entries()) {
              const hit = ((world >> i) & 1) === 1;
              chance *= hit ? one : 1 - one;
              if (hit) count++;
            }
            if (count >= from && count <= to) sum += chance;
          }
          return sum;
        };
        expect(share(low, high)).toBeGreaterThanOrEqual(0.9 - 1e-9);
        expect(share(0, low)).toBeGreaterThan(0.05 - 1e-9);
        expect(share(high, chances.length)).toBeGreaterThan(0.05 - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('forecastRecord', () => {
  it('leaves out bins without a loan', () => {
    expect(forecastRecord([])).toEqual([]);
  });

  it('puts every loan into one bin, certainty included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ forecast: fc.double({ min: 0, max: 1, noNaN: true }), repaid: fc.boolean() }), {
          maxLength: 60,
        }),
        (outcomes) => {
          const bins = forecastRecord(outcomes);
          expect(bins.reduce((sum, { loans }) => sum + loans, 0)).toBe(outcomes.length);
          const repaid = bins.reduce((sum, { loans, happenedPpm }) => sum + Math.round((loans * happenedPpm) / 1e6), 0);
          expect(repaid).toBe(outcomes.filter((one) => one.repaid).length);
        },
      ),
    );
  });
});
