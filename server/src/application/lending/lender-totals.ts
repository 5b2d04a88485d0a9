import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { Minor } from '@bloomvale/shared/money/coins';
import { balanceOf } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { ContributionRow, LenderRow, LoanRow } from '../store/rows.ts';
import { sourceOf } from './loan-records.ts';

/** The player a contribution is paid back to; null for pool and matching, and once the player has left. */
export function lenderOf(row: ContributionRow): string | null {
  const source = sourceOf(row.source);
  return source.kind === 'player' ? source.player : null;
}

/** Moves a lender's running totals and says so. */
export function changeLender(work: Work, playerId: string, change: (lender: LenderRow) => Partial<LenderRow>): void {
  const lender = work.must('lender', playerId);
  work.put('lender', { ...lender, ...change(lender) });
  work.emit({ kind: 'player.changed', playerId });
}

/** Coins are back in somebody's purse. */
export const tellRepaid = (work: Work, loan: LoanRow, playerId: string, amount: Minor, ended: boolean): void =>
  work.emit({
    kind: 'loan.repaid',
    playerId,
    loanId: loan.id,
    name: loan.shortName,
    amount,
    wallet: balanceOf(work, walletOf(playerId)),
    ended,
  });
