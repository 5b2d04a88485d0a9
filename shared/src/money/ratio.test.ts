import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRatio,
  divHalfEven,
  divRatio,
  factor,
  minorOf,
  mulRatio,
  parseRatio,
  ratio,
  ratioOfNumber,
  roundHalfEven,
  subRatio,
  timesHalfEven,
} from './ratio.ts';

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe('ratio', () => {
  it.each(['', '1e3', '.5', '1.', '+1', ' 1', '0x10', 'NaN', '1,5', '-'])('does not read %j', (text) => {
    expect(parseRatio(text)).toBeNull();
  });
  it('refuses a zero denominator and numbers without a plain decimal', () => {
    expect(() => ratio(1n, 0n)).toThrow('zero');
    expect(() => ratioOfNumber(1e-9)).toThrow('decimal');
    expect(() => ratioOfNumber(Number.NaN)).toThrow('decimal');
    expect(() => minorOf(2n ** 53n)).toThrow('safe');
  });
  it('reads decimals as what they say', () => {
    expect(parseRatio('9.4822')).toEqual({ n: 47411n, d: 5000n });
    expect(parseRatio('-0.50')).toEqual({ n: -1n, d: 2n });
    expect(ratioOfNumber(0.28)).toEqual({ n: 7n, d: 25n });
  });
  it('keeps lowest terms and a positive denominator', () => {
    expect(ratio(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(ratio(0n, -4n)).toEqual({ n: 0n, d: 1n });
  });
  it('adds, subtracts, multiplies and divides exactly', () => {
    fc.assert(
      fc.property(whole, positive, whole, positive, (a, b, c, d) => {
        const x = ratio(a, b);
        const y = ratio(c, d);
        expect(subRatio(addRatio(x, y), y)).toEqual(x);
        if (c !== 0n) expect(divRatio(mulRatio(x, y), y)).toEqual(x);
      }),
    );
  });
});

describe('HALF_EVEN', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-2n, 3n, -1n],
    [6n, 3n, 2n],
  ])('%d / %d = %d', (n, d, expected) => {
    expect(divHalfEven(n, d)).toBe(expected);
    expect(roundHalfEven(ratio(n, d))).toBe(expected);
  });
  it('is never further than half away', () => {
    fc.assert(
      fc.property(whole, positive, (n, d) => {
        const off = n - divHalfEven(n, d) * d;
        expect((off < 0n ? -off : off) * 2n <= d).toBe(true);
      }),
    );
  });
  it('multiplies amounts in numbers exactly as in bigint, beyond 2^53 too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.bigInt({ min: 0n, max: 10n ** 6n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (amount, n, d) => {
          const rate = ratio(n, d * 1000n);
          expect(BigInt(timesHalfEven(amount, factor(rate)))).toBe(divHalfEven(BigInt(amount) * rate.n, rate.d));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
