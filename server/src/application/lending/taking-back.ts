import { lend, playerActor, reverse } from '@bloomvale/shared/ledger/postings';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { changeLender } from './lender-totals.ts';
import { announceLoan, keepLoan, recordEvent, step } from './loan-changes.ts';
import { contributionId, sourceOf } from './loan-records.ts';

/**
 * Undoes the latest lend in a contribution, leg by leg (T13): the journal keeps both. The row stays, with nothing in it if that was all,
 * because the order of the contributions decides how repayments are split. What may be taken back has been checked.
 */
export function takeBack(work: Work, loan: LoanRow, mine: ContributionRow, playerId: string): LoanRow {
  const { lendId, lendAmount } = mine;
  const actor = playerActor(playerId);
  const part = { id: contributionId(mine), source: sourceOf(mine.source), amount: lendAmount };
  mustPost(work, reverse(lend(loan.id, part, lendId, actor), actor, 'taken back'), loan.id);
  const amount = mine.amount - lendAmount;
  work.put('contribution', { ...mine, amount, lendId: '', lendAmount: 0 });
  changeLender(work, playerId, (lender) => ({
    outstanding: lender.outstanding - lendAmount,
    lent: lender.lent - lendAmount,
    starters: lender.starters - (loan.starter === 1 && amount === 0 ? 1 : 0),
  }));
  recordEvent(work, loan.id, 'taken_back', { amount: lendAmount });
  const kept = keepLoan(work, {
    ...step(loan, { type: 'takeBack', amount: lendAmount }),
    lenders: loan.lenders - (amount === 0 ? 1 : 0),
  });
  announceLoan(work, kept);
  return kept;
}
