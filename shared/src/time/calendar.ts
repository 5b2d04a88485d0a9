import { invariant } from '../result.ts';

/** A day of the proleptic Gregorian calendar, as days since 1970-01-01. Only the expert tools and their vectors use real calendars. */
export type DayNumber = number;
/** `yyyy-mm-dd`. */
export type IsoDate = string;

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInYear = (year: number): number => (isLeapYear(year) ? 366 : 365);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** `month` 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] as number);

/** Null when the text is not an existing day between the years 1900 and 2999. */
export function parseIsoDate(text: IsoDate): CivilDate | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const exists =
    year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { year, month, day } : null;
}

/** @throws InvariantError when the text is not a date; check it at the edge with `parseIsoDate`. */
export function civilDate(text: IsoDate): CivilDate {
  const date = parseIsoDate(text);
  invariant(date !== null, `not a date: ${text}`);
  return date;
}

const two = (n: number): string => String(n).padStart(2, '0');
export const isoDate = ({ year, month, day }: CivilDate): IsoDate => `${year}-${two(month)}-${two(day)}`;

/** Days since 1970-01-01, by counting in eras of 400 years that begin on 1 March (H. Hinnant, "days_from_civil"). */
export function dayNumber({ year, month, day }: CivilDate): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number; inverse of `dayNumber`. */
export function civilOfDay(days: DayNumber): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);
export const addDays = (date: CivilDate, days: number): CivilDate => civilOfDay(dayNumber(date) + days);

/**
 * The date `months` later, on `seedDay`, or on the last day of a month that is too short. Always counted from the first date, never from
 * the previous one, so that 31 January, 28 February, 31 March follow each other (microfinance.md 2.7).
 */
export function addMonths(date: CivilDate, months: number, seedDay: number): CivilDate {
  const index = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { year, month, day: Math.min(seedDay, daysInMonth(year, month)) };
}

export type CalendarUnit = 'days' | 'weeks' | 'months' | 'years';

/** The date `count` units later, never chained. `seedDay` matters for months and years. */
export function addUnits(date: CivilDate, count: number, unit: CalendarUnit, seedDay: number): CivilDate {
  switch (unit) {
    case 'days':
      return addDays(date, count);
    case 'weeks':
      return addDays(date, 7 * count);
    case 'months':
      return addMonths(date, count, seedDay);
    case 'years':
      return addMonths(date, 12 * count, seedDay);
  }
}
