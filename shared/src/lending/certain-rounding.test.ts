import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divHalfEven, factor, ratio } from '../money/ratio.ts';
import { certainInstalment, roundIfCertain } from './certain-rounding.ts';
import { progressiveInstalment } from './schedule-progressive.ts';
import { levelInstalment } from './schedule-rows.ts';

/** P x prod(1 + r) / fn by whole numbers alone. */
function exactInstalment(principal: number, rates: readonly { n: bigint; d: bigint }[], step: number): number {
  let grown = ratio(1n);
  let fn = ratio(0n);
  for (const { n, d } of rates) {
    const up = ratio(n + d, d);
    grown = ratio(grown.n * up.n, grown.d * up.d);
    fn = ratio(fn.n * up.n + fn.d * up.d, fn.d * up.d);
  }
  const value = ratio(BigInt(principal) * grown.n * fn.d, grown.d * fn.n * BigInt(step));
  return Number(divHalfEven(value.n, value.d)) * step;
}

describe('rounding by floating arithmetic', () => {
  it('does not answer at a tie, near one, beyond the safe integers, or without a number', () => {
    for (const value of [0.5, 1.5, 250.5, 2.5 + 1e-15, 1e17, Number.POSITIVE_INFINITY, Number.NaN])
      expect(roundIfCertain(value, 100, 1)).toBeNull();
    expect(roundIfCertain(150, 3, 100)).toBeNull();
    expect(certainInstalment(100, [], 1)).toBeNull();
  });
  it('answers elsewhere, in steps', () => {
    expect(roundIfCertain(2.4, 100, 1)).toBe(2);
    expect(roundIfCertain(149.9, 100, 100)).toBe(100);
    expect(roundIfCertain(150.1, 100, 100)).toBe(200);
  });
  it('leaves instalments what exact arithmetic makes them', () => {
    const rate = fc
      .tuple(
        fc.integer({ min: 0, max: 99_999 }),
        fc.constantFrom(1, 7, 28, 30, 31, 90),
        fc.constantFrom(360, 364, 365, 366),
      )
      .map(([bp, days, year]) => ratio(BigInt(bp) * BigInt(days), 10_000n * BigInt(year)));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        fc.array(rate, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(1, 10, 100, 10_000),
        (principal, rates, step) => {
          const expected = exactInstalment(principal, rates, step);
          expect(progressiveInstalment(principal, rates.map(factor), step)).toBe(expected);
          const [first] = rates as [(typeof rates)[0]];
          const alike = rates.map(() => first);
          expect(levelInstalment(principal, first, rates.length, step)).toBe(exactInstalment(principal, alike, step));
        },
      ),
      { numRuns: 300 },
    );
  });
  it('is exact at the ties themselves', () => {
    // 100.05 / 2 and 100.15 / 2 in cents: to the even cent.
    expect([levelInstalment(10_005, ratio(0n), 2, 1), levelInstalment(10_015, ratio(0n), 2, 1)]).toEqual([
      5_002, 5_008,
    ]);
  });
});
