import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, lastPoint, monthRows, stretches, valueDomain } from './band-series.ts';

const flat = (values: readonly (number | null)[]) => ({ low: [...values], median: [...values], high: [...values] });

describe('monthRows', () => {
  it('has no rows for a band that is missing or empty', () => {
    expect(monthRows(undefined)).toEqual([]);
    expect(monthRows(flat([]))).toEqual([]);
  });
  it('leaves out a month in which anything is missing, and counts from 1', () => {
    const rows = monthRows({ low: [0.1, null, 0.3, 0.4], median: [0.1, 0.2, Number.NaN, 0.5], high: [0.2, 0.3, 0.4] });
    expect(rows.map(({ point }) => point !== null)).toEqual([true, false, false, false]);
    expect(rows.map(({ month }) => month)).toEqual([1, 2, 3, 4]);
  });
});

describe('stretches', () => {
  it('never bridges a gap', () => {
    const found = stretches(monthRows(flat([null, 1, 2, null, 3, null])));
    expect(found.map((points) => points.map(({ month }) => month))).toEqual([[2, 3], [5]]);
  });
  it('are none without a month', () => {
    expect(stretches([])).toEqual([]);
    expect(lastPoint([])).toBeNull();
    expect(lastPoint(monthRows(flat([null])))).toBeNull();
  });
  it('end with the last month that was measured', () => {
    expect(lastPoint(monthRows(flat([1, 2, null])))?.month).toBe(2);
  });
});

describe('valueDomain', () => {
  it('is none when there is nothing to draw, whatever the bounds', () => {
    expect(valueDomain([[], monthRows(flat([null]))], { least: 0, most: 1 }, true)).toBeNull();
  });
  it('takes in both bands and the bounds', () => {
    const rows = [monthRows(flat([0.02, 0.05])), monthRows(flat([0.03, 0.04]))];
    expect(valueDomain(rows, { least: null, most: 0.09 }, false)).toEqual([0.02, 0.09]);
    expect(valueDomain(rows, null, true)).toEqual([0, 0.05]);
  });
  it('gives a flat line some height', () => {
    for (const value of [0, 0.5, -2, 100]) {
      const domain = valueDomain([monthRows(flat([value, value]))], null, false);
      expect(domain?.[1]).toBeGreaterThan(domain?.[0] ?? Number.POSITIVE_INFINITY);
    }
  });
});

it('words beside two lines stand apart, in order, and in the middle of where they wanted to be', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0, max: 300, noNaN: true }), (a, b) => {
      const [x, y] = apart(a, b, 17);
      expect(Math.abs(x - y)).toBeGreaterThanOrEqual(17 - 1e-9);
      expect(a <= b ? x <= y : x >= y).toBe(true);
      expect(x + y).toBeCloseTo(a + b, 9);
    }),
  );
});
