import { forgiveAfterDefault, forgive as forgiveRunning, playerActor } from '@bloomvale/shared/ledger/postings';
import { arrearsPrincipal, paidInstalments } from '@bloomvale/shared/lending/arrears';
import { outstanding, recoverable } from '@bloomvale/shared/lending/loan-state';
import { forgiveInPlan } from '@bloomvale/shared/lending/plan-changes';
import type { Minor } from '@bloomvale/shared/money/coins';
import { splitRepayment } from '@bloomvale/shared/money/fair-split';
import type { ForgivePreview } from '@bloomvale/shared/protocol/lending-views';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { closeLoan } from './closing.ts';
import { changeLender } from './lender-totals.ts';
import { announceLoan, keepLoan, recordEvent, step } from './loan-changes.ts';
import { asContribution, clockedLoan, courseOf, inOrder, openPart } from './loan-records.ts';
import { bearLosses } from './losses.ts';

/**
 * How much a lender may let go of now (lending.md 3, T17): of a running loan what is open of their part, less their share of a devaluation,
 * which is nobody's to forgive; after a default what they lost and the guarantee fund did not pay. Refused: not a lender, nothing owed, no
 * hardship on record.
 */
export function forgivable(loan: LoanRow, mine: ContributionRow | undefined): Result<Minor, RejectCode> {
  if (mine === undefined || mine.amount === 0) return err('FORGIVE_NOT_LENDER');
  const most = mostOf(loan, mine);
  if (most <= 0) return err('FORGIVE_CLOSED');
  return courseOf(loan).hardshipAt === null ? err('FORGIVE_NO_HARDSHIP') : ok(most);
}

function mostOf(loan: LoanRow, mine: ContributionRow): Minor {
  if (loan.state === 'defaulted') return Math.min(mine.lost - mine.covered, recoverable(loan));
  if (loan.state !== 'in_repayment') return 0;
  const devalued = loan.principal === 0 ? 0 : Math.ceil((loan.fxLoss * mine.amount) / loan.principal);
  return Math.min(openPart(mine) - devalued, outstanding(loan));
}

/** The part of a lender's share that is overdue: what they would get if the arrears were paid now. */
export function latePart(loan: LoanRow, rows: readonly ContributionRow[], mine: ContributionRow): Minor {
  if (loan.state !== 'in_repayment') return 0;
  const { plan, clock } = clockedLoan(loan);
  const ordered = inOrder(rows);
  const parts = splitRepayment({
    weights: ordered.map((row) => row.amount - row.forgiven),
    paid: ordered.map((row) => row.received),
    amount: arrearsPrincipal(plan, clock),
  });
  return parts[ordered.findIndex(({ idx }) => idx === mine.idx)] ?? 0;
}

/** What would become of everybody, without doing it. `amount` is at most what `forgivable` said. */
export function previewForgiveness(loan: LoanRow, mine: ContributionRow, amount: Minor): ForgivePreview {
  const running = loan.state === 'in_repayment';
  const owesBefore = running ? outstanding(loan) : recoverable(loan);
  const owesAfter = owesBefore - amount;
  const before = running ? payingInstalments(loan, 0) : 0;
  return {
    loanId: loan.id,
    amount,
    forYou: { givenUp: amount, stillOpen: (running ? openPart(mine) : mine.lost) - amount },
    forHer: {
      owesBefore,
      owesAfter,
      instalmentsBefore: before,
      instalmentsAfter: running ? payingInstalments(loan, amount) : 0,
      endsNow: owesAfter === 0,
    },
    forOthers: { change: devaluationShift(loan, mine, amount) },
    nextLoan: 'unchanged',
  };
}

/** Unpaid instalments with something to pay, once `forgiven` has been taken off the last ones. */
function payingInstalments(loan: LoanRow, forgiven: Minor): number {
  const clocked = clockedLoan(loan);
  const { principalRows } = forgiveInPlan(clocked, forgiven);
  const paid = paidInstalments(clocked.plan, clocked.clock);
  return principalRows.filter((row, i) => i >= paid && row > 0).length;
}

/**
 * The fair split shares a devaluation by what each lender has not forgiven: of one that has already struck, forgiving moves this much to
 * the others (their gain is below zero); nothing otherwise.
 */
function devaluationShift(loan: LoanRow, mine: ContributionRow, amount: Minor): Minor {
  if (loan.fxLoss === 0 || loan.state !== 'in_repayment') return 0;
  const all = loan.principal - loan.forgiven;
  const others = all - (mine.amount - mine.forgiven);
  if (others <= 0 || all - amount <= 0) return 0;
  return -Math.ceil((others * loan.fxLoss * amount) / (all * (all - amount)));
}

/** Lets go of it. The amount has been checked against `forgivable`. */
export function forgive(
  work: Work,
  rules: Rules,
  loan: LoanRow,
  mine: ContributionRow,
  { playerId, commandId, amount }: { readonly playerId: string; readonly commandId: string; readonly amount: Minor },
): LoanRow {
  const running = loan.state === 'in_repayment';
  const actor = playerActor(playerId);
  const part = asContribution(mine);
  mustPost(
    work,
    running
      ? forgiveRunning(loan.id, part, amount, commandId, actor)
      : forgiveAfterDefault(part, amount, commandId, actor),
    loan.id,
  );
  const next = step(loan, { type: 'forgive', amount, hardship: true });
  const lost = running ? mine.lost : mine.lost - amount;
  work.put('contribution', { ...mine, forgiven: mine.forgiven + amount, lost });
  changeLender(work, playerId, (lender) =>
    running ? { outstanding: lender.outstanding - amount } : { lost: lender.lost - amount },
  );
  const left = running ? outstanding(next) : recoverable(next);
  recordEvent(work, loan.id, 'forgiven', { amount, left, contribution: mine.idx, after: periodNow(loan) });
  return running ? goOn(work, rules, loan, next, amount) : goOnAsking(work, next);
}

/** Period a replay applies it after: the last tick, and after a default the number of tries on top. */
function periodNow(loan: LoanRow): number {
  const { plan, clock } = clockedLoan(loan);
  return plan.firstPeriod + clock.tick + courseOf(loan).tries;
}

function goOn(work: Work, rules: Rules, loan: LoanRow, next: LoanRow, amount: Minor): LoanRow {
  const planned = { ...next, plan: JSON.stringify(forgiveInPlan(clockedLoan(loan), amount)) };
  if (planned.state === 'in_repayment') {
    const kept = keepLoan(work, planned);
    announceLoan(work, kept);
    return kept;
  }
  if (planned.state === 'ended_with_loss') bearLosses(work, planned);
  return closeLoan(work, rules, planned, planned.state === 'ended' ? 'ended' : 'ended_with_loss', {
    repaid: planned.repaid,
    ...(planned.fxLoss > 0 ? { lost: planned.fxLoss } : {}),
  });
}

/** After a default: when nothing is missing any more, nobody asks any more. */
function goOnAsking(work: Work, next: LoanRow): LoanRow {
  if (next.state === 'defaulted') return keepLoan(work, next);
  recordEvent(work, next.id, 'recovery_over', { left: 0, recovered: next.recovered });
  const kept = keepLoan(work, { ...next, wakeSim: null });
  announceLoan(work, kept);
  return kept;
}
