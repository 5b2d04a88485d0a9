import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { refund } from '@bloomvale/shared/ledger/postings';
import { windowCommand } from '@bloomvale/shared/lending/loan-state';
import { balanceOf, mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { closeLoan } from './closing.ts';
import { fund } from './funding.ts';
import { step } from './loan-changes.ts';
import { asContribution, inOrder, sourceOf } from './loan-records.ts';

/**
 * The end of a funding window: a fixed loan that is not fully raised, or a flexible one below a quarter, expires and every contribution
 * goes back where it came from (T5, once); otherwise the loan goes ahead with what was raised. Null while the window is open.
 */
export function endWindow(work: Work, rules: Rules, loan: LoanRow): LoanRow | null {
  const command = windowCommand(loan, work.sim);
  if (command === null) return null;
  const next = step(loan, command);
  return next.state === 'funded' ? fund(work, next) : expire(work, rules, next);
}

function expire(work: Work, rules: Rules, loan: LoanRow): LoanRow {
  // What was taken back is not there to be refunded.
  const rows = inOrder(work.all('contribution', loan.id)).filter(({ amount }) => amount > 0);
  if (rows.length > 0) mustPost(work, refund(loan.id, rows.map(asContribution), 'expire'), loan.id);
  const closed = closeLoan(work, rules, loan, 'expired', { raised: loan.raised, amount: loan.amount });
  for (const row of rows) giveBack(work, loan, row);
  return closed;
}

/** A contribution of a loan that never began is back where it came from. */
export function giveBack(work: Work, loan: LoanRow, row: ContributionRow): void {
  work.put('contribution', { ...row, refunded: row.amount });
  const source = sourceOf(row.source);
  if (source.kind !== 'player') return;
  const lender = work.must('lender', source.player);
  work.put('lender', {
    ...lender,
    outstanding: lender.outstanding - row.amount,
    refunded: lender.refunded + row.amount,
  });
  work.emit({
    kind: 'loan.refunded',
    playerId: source.player,
    loanId: loan.id,
    name: loan.shortName,
    amount: row.amount,
    wallet: balanceOf(work, walletOf(source.player)),
  });
  work.emit({ kind: 'player.changed', playerId: source.player });
}
