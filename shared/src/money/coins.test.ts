import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../result.ts';
import { addMinor, assertMinor, coins, subMinor, sumMinor, wholeCoins } from './coins.ts';

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('amounts in minor units', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuse %d', (bad) => {
    expect(() => assertMinor(bad)).toThrow(InvariantError);
    expect(() => addMinor(bad, 0)).toThrow(InvariantError);
    expect(() => sumMinor([1, bad])).toThrow(InvariantError);
  });
  it('refuse sums that leave the safe integers', () => {
    expect(() => addMinor(Number.MAX_SAFE_INTEGER, 1)).toThrow(InvariantError);
    expect(() => subMinor(-Number.MAX_SAFE_INTEGER, 1)).toThrow(InvariantError);
    expect(() => coins(Number.MAX_SAFE_INTEGER)).toThrow(InvariantError);
  });
  it('add, subtract and sum exactly', () => {
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        const sum = amounts.reduce((total, one) => addMinor(total, one), 0);
        expect(sumMinor(amounts)).toBe(sum);
        expect(amounts.reduce((total, one) => subMinor(total, one), sum)).toBe(0);
      }),
    );
  });
  it('show whole coins rounded down', () => {
    expect([wholeCoins(199), wholeCoins(200), coins(25)]).toEqual([1, 2, 2_500]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        (minor) => coins(wholeCoins(minor)) <= minor && minor - coins(wholeCoins(minor)) < 100,
      ),
    );
  });
});
