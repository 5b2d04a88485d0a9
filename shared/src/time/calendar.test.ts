import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../tests/vectors/loan-schedule-vectors.json' with { type: 'json' };
import {
  addDays,
  addMonths,
  addUnits,
  civilDate,
  civilOfDay,
  dayNumber,
  daysBetween,
  daysInMonth,
  isLeapYear,
  isoDate,
  parseIsoDate,
} from './calendar.ts';

const days = fc.integer({ min: -25_000, max: 370_000 });

describe('calendar', () => {
  it.each([
    '',
    '2023-2-1',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '1899-12-31',
    '3000-01-01',
    '2023-01-01T00:00',
    '20230101',
  ])('refuses %j', (text) => {
    expect(parseIsoDate(text)).toBeNull();
    expect(() => civilDate(text)).toThrow('not a date');
  });
  it('knows leap years', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false]);
    expect([daysInMonth(2023, 2), daysInMonth(2024, 2), daysInMonth(2024, 12)]).toEqual([28, 29, 31]);
  });
  it('counts days as the platform does', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = civilOfDay(day);
        expect(dayNumber(date)).toBe(day);
        expect(isoDate(date)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(parseIsoDate(isoDate(date))).toEqual(date);
      }),
      { numRuns: 500 },
    );
  });
  it('measures and adds days', () => {
    expect(daysBetween(civilDate('2024-02-01'), civilDate('2024-03-01'))).toBe(29);
    expect(isoDate(addDays(civilDate('2023-12-31'), 1))).toBe('2024-01-01');
    expect(isoDate(addUnits(civilDate('2024-01-31'), 2, 'weeks', 31))).toBe('2024-02-14');
    expect(isoDate(addUnits(civilDate('2024-02-29'), 1, 'years', 29))).toBe('2025-02-28');
    expect(isoDate(addUnits(civilDate('2024-02-28'), 15, 'days', 28))).toBe('2024-03-14');
  });
  it.each(vectors.dueDateVectors.map((one) => [one.id, one] as const))('never chains due dates: %s', (_id, one) => {
    const first = civilDate(one.firstDueDate);
    expect(one.dueDates.map((_date, k) => isoDate(addMonths(first, k * one.every, one.seedDay)))).toEqual(one.dueDates);
  });
});
