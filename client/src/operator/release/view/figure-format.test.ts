import { describe, expect, it } from 'vitest';
import { formatDecimal, formatInteger } from '../../../i18n/format/number.ts';
import { boundTexts, endText, figureText, marginText, type Numbers, tickText, UNKNOWN } from './figure-format.ts';

const numbers = (locale: 'en' | 'fr'): Numbers => ({
  locale,
  integer: formatInteger,
  decimal: (value, digits) => formatDecimal(value, digits, locale),
});
const en = numbers('en');
const fr = numbers('fr');

describe('figureText', () => {
  it('says a dash for what could not be measured, never NaN or Infinity', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const kind of ['share', 'hours', 'coins', 'plain'] as const)
        expect(figureText(value, kind, en)).toBe(UNKNOWN);
    }
  });
  it('writes each kind with its unit in both languages', () => {
    expect(figureText(0.941, 'share', en)).toBe('94.1%');
    expect(figureText(0.941, 'share', fr)).toBe('94,1\u00a0%');
    expect(figureText(9.08, 'hours', en)).toBe('9.1\u00a0h');
    expect(figureText(1_234_567, 'coins', fr)).toBe('12\u00a0346');
    expect(figureText(1.064, 'plain', fr)).toBe('1,06');
    expect(figureText(0, 'share', en)).toBe('0.0%');
  });
});

describe('marginText', () => {
  it('says nothing where there is no error to tell', () => {
    for (const error of [null, undefined, 0, Number.NaN]) expect(marginText(error, 'share', en)).toBeNull();
  });
  it('is two standard errors', () => {
    expect(marginText(0.004, 'share', en)).toBe('±\u00a00.8%');
    expect(marginText(0.25, 'hours', fr)).toBe('±\u00a00,5\u00a0h');
    expect(marginText(5_000, 'coins', en)).toBe('±\u00a0100');
  });
  it('never rounds an error to nothing', () => {
    expect(marginText(0.000_01, 'share', en)).toBe('<\u00a00.1%');
    expect(marginText(1, 'coins', en)).toBe('<\u00a01');
  });
});

it('ticks are as short as they can be', () => {
  expect(tickText(0.06, 'share', en)).toBe('6%');
  expect(tickText(0.025, 'share', fr)).toBe('2,5\u00a0%');
  expect(tickText(100_000, 'coins', en)).toBe('1\u00a0000');
  expect(tickText(0.3, 'plain', en)).toBe('0.3');
  expect(tickText(0, 'plain', en)).toBe('0');
});

it('coins beside a chart are short, and a table has them all', () => {
  expect(endText(108_800_000, 'coins', en)).toBe('1.09M');
  expect(endText(108_800_000, 'coins', fr)).toBe('1,09\u00a0M');
  expect(tickText(105_000_000, 'coins', en)).toBe('1.05M');
  expect(tickText(5_000_000, 'coins', en, 10_000_000)).toBe('50K');
  expect(tickText(0, 'coins', en, 10_000_000)).toBe('0');
  expect(figureText(108_800_000, 'coins', en)).toBe('1\u00a0088\u00a0000');
  expect(endText(45_200, 'coins', en)).toBe('452');
  expect(endText(null, 'coins', en)).toBe(UNKNOWN);
  expect(endText(0.5, 'share', en)).toBe('50.0%');
});

it('bounds are open on either side', () => {
  expect(boundTexts({ least: 0.05, most: 0.09 }, 'share', en)).toEqual({
    kind: 'between',
    least: '5%',
    most: '9%',
  });
  expect(boundTexts({ least: 0.9, most: null }, 'share', en)).toEqual({ kind: 'least', least: '90%' });
  expect(boundTexts({ least: null, most: 12 }, 'hours', en)).toEqual({ kind: 'most', most: '12\u00a0h' });
  expect(boundTexts({ least: null, most: null }, 'plain', en)).toEqual({ kind: 'free' });
});
