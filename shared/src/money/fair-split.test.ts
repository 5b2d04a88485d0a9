import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRepayment } from './fair-split.ts';

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

describe('splitRepayment', () => {
  it('refuses amounts that are not owed, negative or unsafe', () => {
    expect(() => splitRepayment({ weights: [10], paid: [4], amount: 7 })).toThrow('more than the 6 owed');
    expect(() => splitRepayment({ weights: [10], paid: [0], amount: -1 })).toThrow('owed');
    expect(() => splitRepayment({ weights: [10], paid: [11], amount: 0 })).toThrow('more than their part');
    expect(() => splitRepayment({ weights: [10], paid: [], amount: 1 })).toThrow('as many');
    expect(() => splitRepayment({ weights: [10.5], paid: [0], amount: 1 })).toThrow('minor units');
  });

  it.each([
    [
      [5000, 2500, 1333, 1000, 167],
      [1713, 1713, 1713, 1713, 1713, 1435],
      [
        [857, 428, 228, 171, 29],
        [856, 428, 229, 172, 28],
        [856, 429, 228, 171, 29],
        [857, 428, 228, 171, 29],
        [857, 428, 229, 171, 28],
        [717, 359, 191, 144, 24],
      ],
    ],
    [
      [1, 1, 1],
      [1, 1, 1],
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      [7, 3, 3, 3, 1],
      [5, 4],
      [
        [2, 1, 1, 1, 0],
        [2, 1, 1, 0, 0],
      ],
    ],
  ])('gives the vectors of microfinance.md 6.6 for %j', (weights, payments, expected) => {
    const paid = weights.map(() => 0);
    const parts = payments.map((amount) => {
      const given = splitRepayment({ weights, paid, amount });
      given.forEach((part, i) => {
        paid[i] = (paid[i] as number) + part;
      });
      return given;
    });
    expect(parts).toEqual(expected);
  });

  const lenders = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 15 });

  it('is exact, never negative, never above a weight, within one unit of the entitlement, and closes exactly', () => {
    fc.assert(
      fc.property(
        lenders,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (weights, cuts) => {
          const total = sum(weights);
          const marks = [...cuts.map((cut) => Math.floor(cut * total)), total].sort((a, b) => a - b);
          const paid = weights.map(() => 0);
          let repaid = 0;
          for (const mark of marks) {
            const parts = splitRepayment({ weights, paid, amount: mark - repaid });
            expect(sum(parts)).toBe(mark - repaid);
            repaid = mark;
            parts.forEach((part, i) => {
              expect(part).toBeGreaterThanOrEqual(0);
              paid[i] = (paid[i] as number) + part;
              expect(paid[i]).toBeLessThanOrEqual(weights[i] as number);
              expect(Math.abs((paid[i] as number) - ((weights[i] as number) * repaid) / total)).toBeLessThan(1.000001);
            });
          }
          expect(paid).toEqual(weights);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays exact from any state, also when a lender is far ahead because they forgave a part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, part) => {
          const weights = rows.map(([weight]) => weight);
          const paid = rows.map(([weight, share]) => Math.floor(weight * share));
          const owed = sum(weights) - sum(paid);
          const amount = Math.floor(owed * part);
          const parts = splitRepayment({ weights, paid, amount });
          expect(sum(parts)).toBe(amount);
          parts.forEach((given, i) => {
            expect(given).toBeGreaterThanOrEqual(0);
            expect((paid[i] as number) + given).toBeLessThanOrEqual(weights[i] as number);
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the same by floating numbers and by long ones, to the unit', () => {
    /** Microfinance.md 6.6 with whole numbers of any length, for a first payment: nobody is ahead yet. */
    const byLongNumbers = (weights: readonly number[], amount: number): number[] => {
      const all = BigInt(sum(weights));
      const parts = weights.map((weight, i) => {
        const due = BigInt(weight) * BigInt(amount);
        return { i, given: Number(due / all), rest: due % all };
      });
      const order = [...parts].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
      const left = amount - sum(parts.map(({ given }) => given));
      for (const part of order.slice(0, left)) part.given += 1;
      return parts.map(({ given }) => given);
    };
    const weights = fc.array(fc.integer({ min: 1, max: 20_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        // On both sides of 2^53 = 9e15, the largest product that floating numbers hold.
        const amount = Math.floor((sum(some) - 1) * share);
        expect(splitRepayment({ weights: some, paid: some.map(() => 0), amount })).toEqual(byLongNumbers(some, amount));
      }),
      { numRuns: 400 },
    );
  });
});
