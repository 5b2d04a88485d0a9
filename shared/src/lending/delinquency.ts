import type { Minor } from '../money/coins.ts';

/** A day by number: real days of calendar.ts for experts, simulated days in the game. */
export type Day = number;

/** Ageing stands still from `from` (inclusive) to `to` (exclusive; null while the pause lasts). */
export type Pause = { readonly from: Day; readonly to: Day | null };

export type DueAmount = { readonly due: Day; readonly unpaid: Minor };

/** A range of days past due, both ends included; `to` null is open. */
export type AgeRange = { readonly from: number; readonly to: number | null; readonly name: string };

export type DelinquencyTerms = {
  readonly ranges: readonly AgeRange[];
  /** Arrears up to this amount are ignored. */
  readonly tolerance: Minor;
  /** Only loans more than this many days overdue count. */
  readonly graceOnArrearsAgeing: number;
};

/** The game's buckets (microfinance.md 2.6), as ranges. */
export const GAME_RANGES: readonly AgeRange[] = [
  { from: 1, to: 30, name: '1-30' },
  { from: 31, to: 60, name: '31-60' },
  { from: 61, to: 90, name: '61-90' },
  { from: 91, to: 180, name: '91-180' },
  { from: 181, to: null, name: '181+' },
];

/** Days since a due date, without the days ageing was paused; 0 on the due date and before. Overlapping pauses count once. */
export function daysOverdue(due: Day, on: Day, pauses: readonly Pause[] = []): number {
  if (on <= due) return 0;
  const spans = pauses
    .map((one) => ({ from: Math.max(one.from, due), to: Math.min(one.to ?? on, on) }))
    .filter((one) => one.to > one.from)
    .sort((a, b) => a.from - b.from);
  let paused = 0;
  let until = due;
  for (const span of spans) {
    paused += Math.max(0, span.to - Math.max(span.from, until));
    until = Math.max(until, span.to);
  }
  return on - due - paused;
}

/** The range an age falls in; null when it is current. */
export const rangeOf = (days: number, ranges: readonly AgeRange[]): AgeRange | null =>
  days <= 0 ? null : (ranges.find((one) => days >= one.from && (one.to === null || days <= one.to)) ?? null);

export type LoanDelinquency = {
  /** Days past due of the oldest unpaid instalment; 0 within tolerance and grace. */
  readonly daysPastDue: number;
  /** All that is due and unpaid, whether it counts or not. */
  readonly arrears: Minor;
  readonly range: AgeRange | null;
};

/** Delinquency of a loan: one age, that of its oldest unpaid instalment. */
export function loanDelinquency(
  instalments: readonly DueAmount[],
  on: Day,
  terms: DelinquencyTerms,
  pauses: readonly Pause[] = [],
): LoanDelinquency {
  const late = instalments.filter((one) => one.due < on && one.unpaid > 0);
  const arrears = late.reduce((sum, one) => sum + one.unpaid, 0);
  const oldest = late.reduce((days, one) => Math.max(days, daysOverdue(one.due, on, pauses)), 0);
  const counts = arrears > terms.tolerance && oldest > terms.graceOnArrearsAgeing;
  const daysPastDue = counts ? oldest : 0;
  return { daysPastDue, arrears, range: rangeOf(daysPastDue, terms.ranges) };
}

/** Delinquency by instalment: every overdue amount in the range of its own age. Ranges without an amount are left out. */
export function instalmentDelinquency(
  instalments: readonly DueAmount[],
  on: Day,
  ranges: readonly AgeRange[],
  pauses: readonly Pause[] = [],
): Map<string, Minor> {
  const amounts = new Map<string, Minor>();
  for (const one of instalments) {
    const range = one.unpaid > 0 ? rangeOf(daysOverdue(one.due, on, pauses), ranges) : null;
    if (range !== null) amounts.set(range.name, (amounts.get(range.name) ?? 0) + one.unpaid);
  }
  return amounts;
}
