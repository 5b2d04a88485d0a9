import { addRatio, type Factor, factor, mulRatio, type Ratio, ratio, ZERO } from '../money/ratio.ts';
import {
  addUnits,
  type CivilDate,
  civilDate,
  type DayNumber,
  dayNumber,
  daysBetween,
  daysInYear,
} from '../time/calendar.ts';
import { fractionOf, type ScheduleInput } from './schedule-input.ts';

/** The periods of a schedule; dates are null for questions without a disbursal date. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate } | null;

/** Periods `after + 1` to `after + count`, from the start of the schedule, never chained. Irregular schedules name their due dates. */
export function periodsOf(input: ScheduleInput, after: number, count: number): Period[] {
  const text = input.scheduleStartDate ?? input.disbursementDate;
  if (text == null) return Array.from({ length: count }, () => null);
  const start = civilDate(text);
  const irregular = input.irregularInstalments;
  const at = (i: number): CivilDate =>
    irregular === undefined
      ? addUnits(start, i * input.repayEvery, input.repayUnit, start.day)
      : civilDate(irregular[i - 1]?.dueDate ?? text);
  const periods: Period[] = [];
  let from = at(after);
  for (let k = after + 1; k <= after + count; k++) {
    const to = at(k);
    periods.push({ from, to });
    from = to;
  }
  return periods;
}

const PERIODS_A_YEAR = { months: 12n, weeks: 52n, days: 365n, years: 1n } as const;

/** Days of a year for day counts: a fixed convention, or 365 as the cumulative generator keeps it across leap years. */
const fixedYear = (input: ScheduleInput): bigint =>
  input.daysInYear === 'actual' || input.daysInYear === 'invalid' ? 365n : BigInt(input.daysInYear);

/** Nominal days of one repayment period: months of 30 days. */
function nominalDays({ repayUnit, repayEvery }: ScheduleInput, year: bigint): bigint {
  const unit = repayUnit === 'months' ? 30n : repayUnit === 'weeks' ? 7n : repayUnit === 'days' ? 1n : year;
  return unit * BigInt(repayEvery);
}

/** Rate the level instalment of the cumulative generator is computed with (microfinance.md 2.1). `annual` is a fraction. */
export function levelRate(input: ScheduleInput, annual: Ratio): Ratio {
  const year = fixedYear(input);
  if (input.interestPeriod === 'daily') return mulRatio(annual, ratio(nominalDays(input, year), year));
  const fixedDays = input.repayUnit === 'days' ? year : PERIODS_A_YEAR[input.repayUnit];
  return mulRatio(annual, ratio(BigInt(input.repayEvery), fixedDays));
}

/** Interest rate of each period, by the generator and day count of the question. `annual` is a fraction. */
export function periodFactors(input: ScheduleInput, annual: Ratio, periods: readonly Period[]): Factor[] {
  const begins = interestBegins(input);
  const known = new Map<number, Factor>();
  return periods.map((period) => {
    const late = period === null || begins === null ? 0 : Math.max(0, begins - dayNumber(period.from));
    const alike = likeness(period, late);
    const found = alike === null ? undefined : known.get(alike);
    if (found !== undefined) return found;
    const made = factor(periodRate(input, annual, period, late));
    if (alike !== null) known.set(alike, made);
    return made;
  });
}

/** Periods of the same number have the same rate: as many days, of years as long, with interest from the same day on. Null: ask anew. */
function likeness(period: Period, late: number): number | null {
  if (period === null) return 0;
  const { from, to } = period;
  if (from.year !== to.year) return null;
  const days = dayNumber(to) - dayNumber(from);
  return (days * 2 + daysInYear(from.year) - 365) * 2 ** 20 + Math.min(late, days);
}

function periodRate(input: ScheduleInput, annual: Ratio, period: Period, late: number): Ratio {
  const rate = mulRatio(annual, yearFraction(input, period));
  if (period === null || late === 0) return rate;
  const days = daysBetween(period.from, period.to);
  return mulRatio(rate, ratio(BigInt(Math.max(0, days - late)), BigInt(days)));
}

function yearFraction(input: ScheduleInput, period: Period): Ratio {
  if (input.generator === 'progressive') return progressiveFraction(input, period);
  const year = fixedYear(input);
  if (period !== null && (input.interestPeriod === 'daily' || input.irregularInstalments !== undefined)) {
    const thirty =
      input.daysInMonth === '30' && input.repayUnit === 'months' && input.irregularInstalments === undefined;
    const days = thirty ? nominalDays(input, year) : BigInt(daysBetween(period.from, period.to));
    return ratio(days, year);
  }
  return levelRate({ ...input, interestPeriod: 'same_as_repayment' }, ratio(1n));
}

/**
 * Year fraction of the progressive generator (microfinance.md 2.2): months count 30 days or their real ones; weeks 7, days 1; over the
 * year of the convention. Actual/actual adds the days of each calendar year over that year's length.
 */
function progressiveFraction(input: ScheduleInput, period: Period): Ratio {
  // Asked only where no calendar is needed (`needsDates` of schedule-input).
  if (period === null) return ratio(nominalDays(input, fixedYear(input)), fixedYear(input));
  const actual = input.repayUnit === 'months' && input.daysInMonth !== '30';
  const irregular = input.irregularInstalments !== undefined || input.repayUnit === 'years';
  const real = BigInt(daysBetween(period.from, period.to));
  if (input.daysInYear === 'actual' || input.daysInYear === 'invalid') {
    const share = actualYears(period.from, period.to);
    if (actual || irregular || input.repayUnit !== 'months') return share;
    return mulRatio(share, ratio(nominalDays(input, 365n), real));
  }
  const days = actual || irregular ? real : nominalDays(input, BigInt(input.daysInYear));
  return ratio(days, BigInt(input.daysInYear));
}

/** Days in each calendar year over the length of that year; a day belongs to the year it begins in (ISDA). */
function actualYears(from: CivilDate, to: CivilDate): Ratio {
  let sum = ZERO;
  for (let year = from.year; year <= to.year; year++) {
    const begin = year === from.year ? from : { year, month: 1, day: 1 };
    const end = year === to.year ? to : { year: year + 1, month: 1, day: 1 };
    sum = addRatio(sum, ratio(BigInt(daysBetween(begin, end)), BigInt(daysInYear(year))));
  }
  return sum;
}

/** Day from which interest runs: disbursal, or `interestChargedFromDate` when that is later; null when it is the first day anyway. */
function interestBegins(input: ScheduleInput): DayNumber | null {
  const { disbursementDate: disbursed, interestChargedFromDate: charged, scheduleStartDate: start } = input;
  const latest = disbursed != null && (charged == null || charged < disbursed) ? disbursed : charged;
  return latest == null || latest === (start ?? disbursed) ? null : dayNumber(civilDate(latest));
}

/** Annual rate of the question as a fraction. */
export const annualRate = (input: ScheduleInput): Ratio => fractionOf(input.annualRatePercent);
