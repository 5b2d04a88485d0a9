import type { Minor } from '../money/coins.ts';
import { type Factor, factor, minorOf, type Ratio, ZERO } from '../money/ratio.ts';
import { type IsoDate, isoDate } from '../time/calendar.ts';
import { flatRows } from './schedule-flat.ts';
import { fractionOf, type ScheduleEvent, type ScheduleInput } from './schedule-input.ts';
import { progressiveRows } from './schedule-progressive.ts';
import { annualRate, levelRate, type Period, periodFactors, periodsOf } from './schedule-rates.ts';
import {
  type AmortisationMethod,
  decliningRows,
  instalmentStep,
  levelInstalment,
  type MoneyRounding,
  type RowTerms,
  type ScheduleRow,
} from './schedule-rows.ts';

/** A row with its due date; null for questions without a disbursal date. */
export type DatedRow = ScheduleRow & { readonly dueDate: IsoDate | null };

/** The part of a schedule that is (re)made: all of it, or what an event leaves to be made anew. */
type Stretch = {
  /** Instalments before it. */
  readonly after: number;
  readonly instalments: number;
  readonly principal: Minor;
  readonly annual: Ratio;
  readonly graceOnPrincipal: number;
};

/**
 * Instalments of a loan by the rules of microfinance.md section 2, exactly: both generators, every method, day count, grace and
 * rounding, then its reschedule events in order. Amounts in minor units (1/100); the last instalment takes the remainder.
 */
export function buildSchedule(input: ScheduleInput): DatedRow[] {
  const whole: Stretch = {
    after: 0,
    instalments: input.numberOfRepayments,
    principal: principalOf(input),
    annual: annualRate(input),
    graceOnPrincipal: input.graceOnPrincipal,
  };
  let rows = stretchRows(input, whole);
  let annual = whole.annual;
  for (const event of input.events) {
    annual = event.newAnnualRatePercent === undefined ? annual : fractionOf(event.newAnnualRatePercent);
    rows = reschedule(input, rows, event, annual);
  }
  return rows;
}

const principalOf = (input: ScheduleInput): Minor => minorOf((input.principal.n * 100n) / input.principal.d);

/** Instalments due before the date stay; what they leave is spread anew over the rest and the added ones. */
function reschedule(input: ScheduleInput, rows: readonly DatedRow[], event: ScheduleEvent, annual: Ratio): DatedRow[] {
  const kept = rows.filter((row) => row.dueDate !== null && row.dueDate < event.fromDate);
  const balance = kept.at(-1)?.balance ?? principalOf(input);
  const instalments = rows.length - kept.length + event.extraTerms + event.graceOnPrincipal;
  if (balance === 0 || instalments === 0) return [...rows];
  const grace = Math.max(0, input.graceOnPrincipal - kept.length) + event.graceOnPrincipal;
  const stretch = {
    after: kept.length,
    instalments,
    principal: balance,
    annual,
    graceOnPrincipal: Math.min(grace, instalments - 1),
  };
  return [...kept, ...stretchRows(input, stretch)];
}

function stretchRows(input: ScheduleInput, stretch: Stretch): DatedRow[] {
  const periods = periodsOf(input, stretch.after, stretch.instalments);
  const rateOf = ratesOf(input, stretch, periods);
  const rounding = roundingOf(input);
  const terms: RowTerms = {
    principal: stretch.principal,
    instalments: stretch.instalments,
    method: methodOf(input),
    rateOf,
    level: () =>
      levelInstalment(
        stretch.principal,
        levelRate(input, stretch.annual),
        stretch.instalments - stretch.graceOnPrincipal,
        instalmentStep(rounding),
      ),
    graceOnPrincipal: stretch.graceOnPrincipal,
    graceOnInterestPayment: Math.max(0, input.graceOnInterestPayment - stretch.after),
    interestFreePeriods: Math.max(0, input.interestFreePeriods - stretch.after),
    rounding,
    fixedPrincipal: fixedPrincipalOf(input),
    irregular: input.irregularInstalments?.map((row) => minorOf((row.principal.n * 100n) / row.principal.d)) ?? null,
    flatBase: principalOf(input),
  };
  return rowsOf(input, terms).map((row, i) => dated(row, stretch.after, periods[i] ?? null));
}

/** Factor of each period, made once; a schedule whose periods are all alike needs only one. */
function ratesOf(input: ScheduleInput, stretch: Stretch, periods: readonly Period[]): (k: number) => Factor {
  if (sameEveryPeriod(input)) {
    const [same] = periodFactors(input, stretch.annual, periods.slice(0, 1));
    return () => same as Factor;
  }
  const rates = periodFactors(input, stretch.annual, periods);
  return (k) => rates[k - 1] as Factor;
}

/** Without dates, days and partial periods every period has the same rate: no need to ask the calendar. */
const sameEveryPeriod = (input: ScheduleInput): boolean =>
  input.generator === 'cumulative' &&
  input.interestPeriod !== 'daily' &&
  input.irregularInstalments === undefined &&
  input.interestChargedFromDate == null &&
  (input.scheduleStartDate == null || input.scheduleStartDate === input.disbursementDate);

const FREE = factor(ZERO);

function rowsOf(input: ScheduleInput, terms: RowTerms): ScheduleRow[] {
  if (terms.method === 'flat' || terms.method === 'flat_deferring') return flatRows(terms);
  if (input.generator === 'cumulative') return decliningRows(terms);
  const rates = Array.from({ length: terms.instalments }, (_, i) =>
    i < terms.interestFreePeriods ? FREE : terms.rateOf(i + 1),
  );
  return progressiveRows(terms, rates);
}

const dated = (row: ScheduleRow, after: number, period: Period): DatedRow => ({
  ...row,
  n: after + row.n,
  dueDate: period === null ? null : isoDate(period.to),
});

function methodOf(input: ScheduleInput): AmortisationMethod {
  if (input.amortization === 'irregular') return 'irregular';
  if (input.amortization === 'bullet') return 'bullet';
  if (input.interestMethod === 'flat') return input.amortization === 'equal_principal' ? 'flat_deferring' : 'flat';
  return input.amortization === 'equal_principal' ? 'equal_principal' : 'equal_instalments';
}

/**
 * Currency multiples apply to currencies without decimals, as upstream. An instalment multiple does not touch equal principal on a
 * declining balance (vector rs04).
 */
function roundingOf(input: ScheduleInput): MoneyRounding {
  const units =
    input.currencyDecimals === 0 ? Math.max(1, input.currencyMultipleOf) * 100 : 10 ** (2 - input.currencyDecimals);
  return {
    moneyStep: units,
    instalmentStep: input.installmentMultipleOf == null ? null : input.installmentMultipleOf * 100,
  };
}

function fixedPrincipalOf(input: ScheduleInput): Ratio | null {
  const percent = input.fixedPrincipalPercentagePerInstallment;
  if (percent == null) return null;
  return { n: BigInt(principalOf(input)) * percent.n, d: percent.d * 100n };
}
