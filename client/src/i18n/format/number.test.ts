import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCoins, formatDecimal, formatInteger, formatPercent, NBSP } from './number.ts';

describe('formatCoins', () => {
  it('shows decimals only where cents matter', () => {
    expect(formatCoins(2_500, 'en')).toBe('25');
    expect(formatCoins(1_250, 'en')).toBe('12.50');
    expect(formatCoins(1_250, 'fr')).toBe('12,50');
  });
  it('groups thousands by U+00A0 in both languages', () => {
    expect(formatCoins(123_456_700, 'en')).toBe(`1${NBSP}234${NBSP}567`);
    expect(formatCoins(125_005, 'fr', 'exact')).toBe(`1${NBSP}250,05`);
  });
  it('rounds the purse down', () => {
    expect(formatCoins(4_099, 'en', 'whole')).toBe('40');
  });
  it('writes losses with a real minus', () => {
    expect(formatCoins(-1_458, 'en', 'exact')).toBe('\u221214.58');
    expect(formatCoins(-2_500, 'fr')).toBe('\u221225');
  });
  it('can be read back to the unit', () => {
    const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('en', 'fr'), (minor, locale) => {
        const text = formatCoins(minor, locale, 'exact');
        const plain = text.replaceAll(NBSP, '').replace(',', '.').replace('\u2212', '-');
        expect(Math.round(Number(plain) * 100)).toBe(minor);
        expect(text).not.toMatch(/[\u202f ]/);
      }),
    );
  });
});

describe('formatDecimal', () => {
  it('never shows a negative zero', () => {
    expect(formatDecimal(-0.001, 2, 'en')).toBe('0.00');
  });
  it('carries into the whole', () => {
    expect(formatDecimal(9.999, 2, 'en')).toBe('10.00');
  });
});

describe('formatInteger', () => {
  it('groups and signs', () => {
    expect(formatInteger(-1_250)).toBe(`\u22121${NBSP}250`);
  });
});

describe('formatPercent', () => {
  it('sets the sign as each language does', () => {
    expect(formatPercent(0.27, 'en')).toBe('27%');
    expect(formatPercent(0.035, 'fr')).toBe(`3,5${NBSP}%`);
  });
});
