import { z } from 'zod';
import { err, InvariantError, ok, type Result } from '../result.ts';
import { addUnits, civilDate, isoDate, parseIsoDate } from '../time/calendar.ts';
import { type PortfolioReport, portfolioReport } from './metrics.ts';
import { buildSchedule } from './schedule.ts';
import { INSTALMENTS_MAX, type InputError, inputErrors, parseScheduleInput } from './schedule-input.ts';

/** Answers of the expert command line: `npm run --silent lending -- schedule | due-dates | metrics`. Errors name the field. */
export type DoorAnswer<T> = Result<T, readonly InputError[]>;

/** `[n, principal, interest, total, balance]` in 1/100 of the currency unit. */
export type RowMinor = readonly [number, number, number, number, number];

/** A schedule for a JSON object in the form of a vector's `inputs`. */
export function answerSchedule(raw: unknown): DoorAnswer<{ rowsMinor: RowMinor[] }> {
  const input = parseScheduleInput(raw);
  if (!input.ok) return input;
  return exactly('principal', () => {
    const rows = buildSchedule(input.value);
    return { rowsMinor: rows.map((row): RowMinor => [row.n, row.principal, row.interest, row.total, row.balance]) };
  });
}

/** Amounts are whole and exact up to 2^53; a question whose answer leaves them is refused, not answered roughly. */
function exactly<T>(field: string, answer: () => T): DoorAnswer<T> {
  try {
    return ok(answer());
  } catch (fault) {
    if (!(fault instanceof InvariantError)) throw fault;
    return err([{ field, message: `leads to amounts that are not exact any more (${fault.message})` }]);
  }
}

const DueDatesSchema = z.strictObject({
  firstDueDate: z.string().refine((text) => parseIsoDate(text) !== null, 'expected an existing date, yyyy-mm-dd'),
  /** Day of the month that dates come back to; the day of the first date when it is left out. */
  seedDay: z.int().min(1).max(31).optional(),
  unit: z.enum(['days', 'weeks', 'months', 'years']).default('months'),
  every: z.int().min(1).max(366).default(1),
  count: z.int().min(1).max(INSTALMENTS_MAX),
});

/** Due dates in the form of a due-date vector: `firstDueDate`, `seedDay`, `unit`, `every`, and how many (`count`). */
export function answerDueDates(raw: unknown): DoorAnswer<{ dueDates: string[] }> {
  const parsed = DueDatesSchema.safeParse(raw);
  if (!parsed.success) return err(inputErrors(parsed.error));
  const { firstDueDate, seedDay, unit, every, count } = parsed.data;
  const first = civilDate(firstDueDate);
  const seed = seedDay ?? first.day;
  const at = (k: number): string => (k === 0 ? firstDueDate : isoDate(addUnits(first, k * every, unit, seed)));
  return ok({ dueDates: Array.from({ length: count }, (_, k) => at(k)) });
}

const minor = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const MetricsSchema = z.strictObject({
  loans: z
    .array(
      z
        .strictObject({
          outstanding: minor,
          daysPastDue: z.int().min(0).max(100_000),
          overdue: minor.default(0),
          rescheduled: z.boolean().default(false),
        })
        .refine(({ outstanding, overdue }) => overdue <= Math.max(0, outstanding), {
          path: ['overdue'],
          error: 'expected at most outstanding',
        }),
    )
    .max(1_000_000)
    .default([]),
  ended: z
    .array(
      z
        .strictObject({
          principal: minor,
          defaultLoss: minor.default(0),
          fxLoss: minor.default(0),
          refunded: z.boolean().default(false),
        })
        .refine(({ principal, defaultLoss, fxLoss }) => defaultLoss + fxLoss <= principal, {
          path: ['defaultLoss'],
          error: 'expected at most principal, fxLoss included',
        }),
    )
    .max(1_000_000)
    .default([]),
});

/** Portfolio metrics of `{loans: [{outstanding, daysPastDue, ...}], ended: [{principal, defaultLoss, ...}]}`, minor units. */
export function answerMetrics(raw: unknown): DoorAnswer<PortfolioReport> {
  const parsed = MetricsSchema.safeParse(raw);
  if (!parsed.success) return err(inputErrors(parsed.error));
  return exactly('loans', () => portfolioReport(parsed.data.loans, parsed.data.ended));
}
