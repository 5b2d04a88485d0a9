import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realMsOf, simSpanOf, spanOf } from './duration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('spanOf', () => {
  it('takes a time that is over for zero', () => {
    expect(spanOf(-5_000)).toEqual({ unit: 's', s: 0 });
  });
  it('counts seconds up to two minutes, rounded up', () => {
    expect(spanOf(19_001)).toEqual({ unit: 's', s: 20 });
    expect(spanOf(119_000)).toEqual({ unit: 's', s: 119 });
  });
  it('then minutes, hours with minutes, days with hours', () => {
    expect(spanOf(2 * MINUTE)).toEqual({ unit: 'min', min: 2 });
    expect(spanOf(3 * HOUR + 10 * MINUTE)).toEqual({ unit: 'h', h: 3, min: 10 });
    expect(spanOf(50 * HOUR)).toEqual({ unit: 'd', d: 2, h: 2 });
  });
  it('never shows sixty minutes or twenty-four hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * HOUR }), (ms) => {
        const span = spanOf(ms);
        if (span.unit === 'min') expect(span.min).toBeLessThan(60);
        if (span.unit === 'h') expect(span.min).toBeLessThan(60);
        if (span.unit === 'd') expect(span.h).toBeLessThan(24);
      }),
    );
  });
});

describe('simSpanOf', () => {
  it('names the largest whole unit', () => {
    expect(simSpanOf(12 * 720)).toEqual({ unit: 'month', count: 12 });
    expect(simSpanOf(16 * 168)).toEqual({ unit: 'week', count: 16 });
    expect(simSpanOf(24)).toEqual({ unit: 'day', count: 1 });
    expect(simSpanOf(30)).toEqual({ unit: 'hour', count: 30 });
  });
});

describe('realMsOf', () => {
  it('follows the calendar: twelve months at four hours a month are two days', () => {
    expect(realMsOf(12 * 720, 14_400)).toBe(48 * HOUR);
  });
  it('stands still with the clock', () => {
    expect(realMsOf(720, 0)).toBe(0);
  });
});
