import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, toShown, toStored } from './parse-number.ts';

describe('parseNumber', () => {
  it.each(['', '-', '1e9', '1.2.3', '1,2,3', 'twelve', '0x10', '٣', 'Infinity', '--1'])('does not take %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
  it.each([
    ['1 250', 1250],
    ['1\u00a0250,5', 1250.5],
    ['\u22123', -3],
    ['0.27', 0.27],
  ])('takes %j', (text, number) => expect(parseNumber(text)).toBe(number));
});

describe('scales', () => {
  it('give back what was stored', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom(100, 0.01, 1),
        (n, scale) => {
          const stored = n / 10_000;
          expect(toStored(toShown(stored, scale), scale)).toBeCloseTo(stored, 9);
        },
      ),
    );
    expect(toShown(0.29, 100)).toBe(29);
  });
});
