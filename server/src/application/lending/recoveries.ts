import { recover } from '@bloomvale/shared/ledger/postings';
import { recoverable } from '@bloomvale/shared/lending/loan-state';
import { modelOf, tickAt } from '@bloomvale/shared/lending/loan-terms';
import { recoveryAt, recoveryDraw } from '@bloomvale/shared/lending/recovery';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { changeLender, lenderOf, tellRepaid } from './lender-totals.ts';
import { announceLoan, keepLoan, recordEvent, step } from './loan-changes.ts';
import { asContribution, clockedLoan, courseOf, inOrder, termsOf } from './loan-records.ts';

/** Simulated instant of a defaulted loan's last tick: its tries are counted from here. */
export function defaultedAt(loan: LoanRow): SimSeconds {
  const { plan, clock } = clockedLoan(loan);
  return tickAt(plan, clock.tick);
}

/** One try of the field partner to get something back (T8). Null when none is due yet. Idempotent: its number is part of the batch key. */
export function recoverDue(work: Work, rules: Rules, loan: LoanRow): LoanRow | null {
  const terms = termsOf(loan);
  const { place } = terms;
  if (loan.wakeSim === null || loan.wakeSim > work.sim || place === null) return null;
  const sequence = courseOf(loan).tries + 1;
  const at = recoveryAt(defaultedAt(loan), sequence);
  const regionKeyOf = rules.regionKeys.keyOf(place.region);
  const amount = recoveryDraw(loan.id, regionKeyOf, at, recoverable(loan), modelOf(terms).recovery);
  const paid = amount > 0 ? handOut(work, loan, sequence, amount, at) : loan;
  return keepAsking(work, paid, sequence, at);
}

/** The next try, or the end of asking: after as long as the loan's model says, or when nothing is missing any more. */
export function keepAsking(work: Work, loan: LoanRow, sequence: number, at: SimSeconds): LoanRow {
  const left = recoverable(loan);
  const more = left > 0 && sequence < modelOf(termsOf(loan)).recovery.months;
  if (!more) recordEvent(work, loan.id, 'recovery_over', { left, recovered: loan.recovered }, at);
  const kept = keepLoan(work, {
    ...loan,
    course: JSON.stringify({ ...courseOf(loan), tries: sequence }),
    wakeSim: more ? recoveryAt(defaultedAt(loan), sequence + 1) : null,
  });
  if (kept.state !== 'defaulted') announceLoan(work, kept);
  return kept;
}

function handOut(work: Work, loan: LoanRow, sequence: number, amount: Minor, at: SimSeconds): LoanRow {
  const rows = inOrder(work.all('contribution', loan.id));
  const shares = rows.map((row) => coveredShare(row));
  const { batch, parts } = recover(loan.id, sequence, amount, rows.map(asContribution), (i, part) =>
    (shares[i] as (part: Minor) => Minor)(part),
  );
  mustPost(work, batch, loan.id);
  const next = step(loan, { type: 'recover', amount });
  rows.forEach((row, i) => {
    const part = parts[i] as Minor;
    if (part > 0) giveBack(work, loan, row, part);
  });
  recordEvent(work, loan.id, 'recovered', { sequence, amount, left: recoverable(next) }, at);
  return next;
}

/** Whoever was covered is made whole first; then the guarantee fund gets back what it paid. */
const coveredShare =
  (row: ContributionRow) =>
  (part: Minor): Minor =>
    Math.max(0, part - (row.lost - row.covered));

function giveBack(work: Work, loan: LoanRow, row: ContributionRow, part: Minor): void {
  const toFund = coveredShare(row)(part);
  work.put('contribution', {
    ...row,
    received: row.received + part,
    recovered: row.recovered + part,
    lost: row.lost - part,
    covered: row.covered - toFund,
  });
  const player = lenderOf(row);
  if (player === null) return;
  if (part > toFund) tellRepaid(work, loan, player, part - toFund, false);
  changeLender(work, player, (lender) => ({ received: lender.received + part, lost: lender.lost - part }));
}
