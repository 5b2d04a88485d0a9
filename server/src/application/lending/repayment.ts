import { fxLoss as fxLossBatch, repay } from '@bloomvale/shared/ledger/postings';
import { daysPastDue } from '@bloomvale/shared/lending/arrears';
import { nextTickOf } from '@bloomvale/shared/lending/loan-clock';
import { consequence } from '@bloomvale/shared/lending/loan-state';
import type { FarmingYear } from '@bloomvale/shared/lending/region';
import { type LoanInWorld, tickInWorld, type WorldTick } from '@bloomvale/shared/lending/world-tick';
import type { Minor } from '@bloomvale/shared/money/coins';
import { philoxKey } from '@bloomvale/shared/random/keys';
import { invariant } from '@bloomvale/shared/result';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { closeLoan } from './closing.ts';
import { changeLender, lenderOf, tellRepaid } from './lender-totals.ts';
import { announceLoan, keepLoan, recordEvent, step } from './loan-changes.ts';
import { asContribution, clockedLoan, courseOf, inOrder, type StoredCourse } from './loan-records.ts';
import { bearLosses, defaultLoan } from './losses.ts';
import { recordTick } from './tick-story.ts';

/** Asked for by loans with a place only, and these carry their own. */
const NO_FARMING: FarmingYear = { lean: [], harvest: [], planting: 0 };

/** A running loan as the rules of chance see it. */
export const loanInWorld = (loan: LoanRow): LoanInWorld => ({
  ...clockedLoan(loan),
  disbursedAt: loan.disbursedSim ?? 0,
  rescheduledCount: loan.rescheduledCount,
  course: courseOf(loan),
});

/**
 * One tick of a running loan: draws what the borrower does under the month's shocks, hands instalments out to the unit (T6), takes off what
 * a devaluation cost (T9), reschedules by rule, ends the loan or writes it off (T7). Null when no tick is due yet. Idempotent: the period
 * is part of the batch key and of the chain.
 */
export function tick(work: Work, rules: Rules, loan: LoanRow): LoanRow | null {
  const running = loanInWorld(loan);
  const due = nextTickOf(running);
  invariant(due !== null, `loan ${loan.id} runs, but its clock is over`);
  if (due.at > work.sim) return null;
  const course = courseOf(loan);
  const world = {
    key: philoxKey(rules.secrets.loan(loan.season, loan.id)),
    regionKeyOf: rules.regionKeys.keyOf(running.terms.place?.region ?? ''),
    farming: course.farming ?? NO_FARMING,
    events: [],
  };
  const ticked = tickInWorld(running, world, due.period);
  invariant(ticked.ok, `loan ${loan.id}, period ${due.period}: ${ticked.ok ? '' : ticked.error}`);
  return settle(work, rules, loan, course, ticked.value);
}

function settle(work: Work, rules: Rules, loan: LoanRow, before: StoredCourse, tick: WorldTick): LoanRow {
  const { outcome, repaid, fxLoss } = tick;
  const course: StoredCourse = { ...before, ...tick.course, causes: tick.parts.map(({ cause }) => cause) };
  const ticked: LoanRow = {
    ...step(loan, { type: 'tick', paid: repaid, fxLoss }),
    chain: JSON.stringify(outcome.clock),
    course: JSON.stringify(course),
  };
  recordTick(work, before, ticked, tick);
  const end = consequence(ticked);
  if (repaid > 0) payLenders(work, ticked, outcome.period, repaid, end !== null);
  if (fxLoss > 0) mustPost(work, fxLossBatch(loan.id, outcome.period, fxLoss), loan.id);
  if (outcome.status === 'defaulted') return defaultLoan(work, rules, ticked, outcome.writeOff, outcome.at);
  if (end !== null) return endLoan(work, rules, step(ticked, end));
  return goOn(work, ticked, tick);
}

/** Everything was paid; what a devaluation took is the lenders' loss. */
function endLoan(work: Work, rules: Rules, ended: LoanRow): LoanRow {
  const clean = ended.state === 'ended';
  if (!clean) bearLosses(work, ended);
  return closeLoan(work, rules, ended, clean ? 'ended' : 'ended_with_loss', {
    repaid: ended.repaid,
    ...(clean ? {} : { lost: ended.fxLoss }),
  });
}

function goOn(work: Work, loan: LoanRow, { outcome, rescheduled }: WorldTick): LoanRow {
  const running = rescheduled === null ? loan : reschedule(work, loan, rescheduled, outcome.at);
  const kept = keepLoan(work, { ...running, wakeSim: nextTickOf(clockedLoan(running))?.at ?? null });
  announceLoan(work, kept);
  // The shutter of a late shop is half down: the square must hear when that begins or ends.
  if (outcome.event !== 'paid') work.emit({ kind: 'shop.changed', villageId: loan.villageId });
  return kept;
}

/** The field partner's rule gave a new schedule; the ledger does not move. */
function reschedule(
  work: Work,
  loan: LoanRow,
  { plan, clock, instalments }: NonNullable<WorldTick['rescheduled']>,
  at: number,
): LoanRow {
  const late = clockedLoan(loan).clock.missed;
  const moved = step(loan, { type: 'reschedule', daysPastDue: daysLate(loan, at) });
  recordEvent(work, loan.id, 'rescheduled', { instalments, missed: late, count: moved.rescheduledCount }, at);
  return { ...moved, plan: JSON.stringify(plan), chain: JSON.stringify(clock) };
}

function daysLate(loan: LoanRow, at: number): number {
  const { plan, clock } = clockedLoan(loan);
  return daysPastDue(plan, clock, at);
}

/** T6, by the fair split (microfinance.md 6.6). */
function payLenders(work: Work, loan: LoanRow, period: number, amount: Minor, ended: boolean): void {
  const rows = inOrder(work.all('contribution', loan.id));
  const { batch, parts } = repay(loan.id, period, amount, rows.map(asContribution));
  mustPost(work, batch, loan.id);
  rows.forEach((row, i) => {
    const part = parts[i] as Minor;
    if (part > 0) credit(work, loan, row, part, ended);
  });
}

function credit(work: Work, loan: LoanRow, row: ContributionRow, part: Minor, ended: boolean): void {
  work.put('contribution', { ...row, received: row.received + part });
  const player = lenderOf(row);
  if (player === null) return;
  tellRepaid(work, loan, player, part, ended);
  changeLender(work, player, (lender) => ({
    outstanding: lender.outstanding - part,
    received: lender.received + part,
  }));
}
