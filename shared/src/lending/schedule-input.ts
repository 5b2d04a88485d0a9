import { z } from 'zod';
import { parseRatio, type Ratio } from '../money/ratio.ts';
import { err, ok, type Result } from '../result.ts';
import { parseIsoDate } from '../time/calendar.ts';

/** Longest schedule: 60 years of months, or two years of days. A bound, so that a typing error cannot ask for millions of rows. */
export const INSTALMENTS_MAX = 732;

/** A plain decimal as text or number, not negative, below `limit`. */
const decimal = (limit: number) => {
  const expected = `expected a plain decimal from 0 to below ${limit}`;
  return z
    .union([z.string().max(40, { error: expected, abort: true }), z.number()], { error: expected })
    .transform((value, context): Ratio => {
      const exact = typeof value === 'string' ? parseRatio(value) : parseRatio(String(value));
      if (exact !== null && exact.n >= 0n && exact.n < BigInt(limit) * exact.d) return exact;
      context.addIssue({ code: 'custom', message: expected });
      return z.NEVER;
    });
};

const date = z.string().refine((text) => parseIsoDate(text) !== null, 'expected an existing date, yyyy-mm-dd');
const periods = z.int().min(0).max(INSTALMENTS_MAX);

/** What can happen to a running schedule (microfinance.md 2.8, `fineract-resched-*`). Amounts as decimals of the currency unit. */
const EventSchema = z.strictObject({
  type: z.literal('reschedule'),
  /** Instalments due on or after this date are made anew. */
  fromDate: date,
  /** Instalments added to the remaining ones. */
  extraTerms: z.int().min(0).max(INSTALMENTS_MAX).default(0),
  /** Instalments inserted that carry no principal. */
  graceOnPrincipal: periods.default(0),
  /** New annual rate, percent. */
  newAnnualRatePercent: decimal(1_000).optional(),
});
export type ScheduleEvent = z.infer<typeof EventSchema>;

const IrregularSchema = z.strictObject({ dueDate: date, principal: decimal(1e12) });

/**
 * A schedule question in the form of a vector's `inputs` (`tests/vectors/loan-schedule-vectors.json`). Unknown fields are refused, so
 * that a misspelt option is not silently left out.
 */
export const ScheduleInputSchema = z
  .strictObject({
    principal: decimal(1e12),
    annualRatePercent: decimal(1_000),
    /** Rate of one repayment period, percent: shown in some vectors beside the annual rate, which rules. */
    periodRatePercent: decimal(1_000).optional(),
    numberOfRepayments: z.int().min(1).max(INSTALMENTS_MAX),
    repayEvery: z.int().min(1).max(366).default(1),
    repayUnit: z.enum(['days', 'weeks', 'months', 'years']).default('months'),
    interestMethod: z.enum(['flat', 'declining']).default('declining'),
    /** `bullet`: principal with the last instalment. `irregular`: the rows of `irregularInstalments`. */
    amortization: z
      .enum(['equal_installments', 'equal_principal', 'bullet', 'irregular'])
      .default('equal_installments'),
    fixedPrincipalPercentagePerInstallment: decimal(101).nullish(),
    interestPeriod: z.enum(['same_as_repayment', 'daily', 'rate_factor']).default('same_as_repayment'),
    daysInMonth: z.enum(['actual', '30', 'invalid']).default('actual'),
    daysInYear: z.enum(['actual', '360', '364', '365', 'invalid']).default('actual'),
    graceOnPrincipal: periods.default(0),
    graceOnInterestPayment: periods.default(0),
    interestFreePeriods: periods.default(0),
    /** Interest runs from here only, when it is later than disbursal. */
    interestChargedFromDate: date.nullish(),
    disbursementDate: date.nullish(),
    /** Start of the first period when it is not the disbursal. */
    scheduleStartDate: date.nullish(),
    installmentMultipleOf: z.int().min(1).max(1e6).nullish(),
    currencyDecimals: z.int().min(0).max(2).default(2),
    currencyMultipleOf: z.int().min(0).max(1e6).default(0),
    generator: z.enum(['cumulative', 'progressive']).default('cumulative'),
    rounding: z.literal('HALF_EVEN').default('HALF_EVEN'),
    irregularInstalments: z.array(IrregularSchema).min(1).max(INSTALMENTS_MAX).optional(),
    events: z.array(EventSchema).max(20).default([]),
  })
  .superRefine((input, context) => {
    const issue = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    const minor = input.principal.n * 100n;
    if (input.principal.n === 0n) issue('principal', 'expected more than 0');
    else if (minor % input.principal.d !== 0n) issue('principal', 'expected at most two decimals');
    if (input.graceOnPrincipal >= input.numberOfRepayments)
      issue('graceOnPrincipal', 'leaves no instalment with principal');
    if (input.interestFreePeriods > input.numberOfRepayments)
      issue('interestFreePeriods', 'more than numberOfRepayments');
    if (input.interestPeriod === 'rate_factor' && input.generator === 'cumulative') {
      issue('interestPeriod', 'rate_factor belongs to the progressive generator');
    }
    const added = input.events.reduce((sum, event) => sum + event.extraTerms + event.graceOnPrincipal, 0);
    if (added > 0 && input.numberOfRepayments + added > INSTALMENTS_MAX)
      issue('events', `more than ${INSTALMENTS_MAX} instalments in all`);
    if (input.amortization === 'irregular' && input.events.length > 0)
      issue('events', 'not with an irregular schedule');
    if (needsDates(input) && input.disbursementDate == null)
      issue('disbursementDate', 'needed for interest by days and for events');
    if (input.amortization === 'irregular') checkIrregular(input, issue);
    else if (input.irregularInstalments !== undefined)
      issue('irregularInstalments', 'only with amortization "irregular"');
    const start = input.scheduleStartDate ?? input.disbursementDate;
    if (input.disbursementDate != null && start != null && input.disbursementDate < start) {
      issue('disbursementDate', 'before scheduleStartDate');
      issue('scheduleStartDate', 'after disbursementDate');
    }
  });
export type ScheduleInput = z.infer<typeof ScheduleInputSchema>;

type RawInput = Pick<
  ScheduleInput,
  | 'interestPeriod'
  | 'generator'
  | 'events'
  | 'amortization'
  | 'interestChargedFromDate'
  | 'repayUnit'
  | 'daysInMonth'
  | 'daysInYear'
>;
const needsDates = (input: RawInput): boolean =>
  input.interestPeriod === 'daily' ||
  (input.generator === 'progressive' && countsRealDays(input)) ||
  input.events.length > 0 ||
  input.amortization === 'irregular' ||
  input.interestChargedFromDate != null;

/** Whether a progressive schedule depends on the calendar: 30/360 and weeks or days of a fixed year do not. */
const countsRealDays = ({ repayUnit, daysInMonth, daysInYear }: RawInput): boolean =>
  daysInYear === 'actual' ||
  daysInYear === 'invalid' ||
  repayUnit === 'years' ||
  (repayUnit === 'months' && daysInMonth !== '30');

function checkIrregular(input: ScheduleInput, issue: (path: string, message: string) => void): void {
  const rows = input.irregularInstalments;
  if (rows === undefined) {
    issue('irregularInstalments', 'needed with amortization "irregular"');
    return;
  }
  if (rows.length !== input.numberOfRepayments) issue('irregularInstalments', 'expected numberOfRepayments rows');
  if (input.interestMethod === 'flat') issue('interestMethod', 'an irregular schedule charges interest on the balance');
  let before = input.disbursementDate ?? '';
  let sum = 0n;
  for (const row of rows) {
    if (row.dueDate <= before) issue('irregularInstalments', `dueDate ${row.dueDate} is not after ${before}`);
    before = row.dueDate;
    if ((row.principal.n * 100n) % row.principal.d !== 0n)
      issue('irregularInstalments', 'expected at most two decimals of principal');
    sum += (row.principal.n * 100n) / row.principal.d;
  }
  if (sum * input.principal.d !== input.principal.n * 100n)
    issue('irregularInstalments', 'principals do not add up to principal');
}

/** Which field is wrong, and what was expected there. */
export type InputError = { readonly field: string; readonly message: string };

/** Errors of a zod parse as field paths with one sentence each. */
export const inputErrors = (error: z.ZodError): InputError[] =>
  error.issues.map((one) => ({
    field: one.path.map(String).join('.') || (one.code === 'unrecognized_keys' ? one.keys.join(', ') : '(input)'),
    message: one.message,
  }));

export function parseScheduleInput(raw: unknown): Result<ScheduleInput, readonly InputError[]> {
  const parsed = ScheduleInputSchema.safeParse(raw);
  return parsed.success ? ok(parsed.data) : err(inputErrors(parsed.error));
}

/** Percent as a fraction. */
export const fractionOf = (percent: Ratio): Ratio => ({ n: percent.n, d: percent.d * 100n });
