import { type Cover, writeOff } from '@bloomvale/shared/ledger/postings';
import { firstLossCover } from '@bloomvale/shared/lending/guarantee';
import { modelOf } from '@bloomvale/shared/lending/loan-terms';
import { recoveryAt } from '@bloomvale/shared/lending/recovery';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { balanceOf, mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { closeLoan } from './closing.ts';
import { changeLender, lenderOf } from './lender-totals.ts';
import { keepLoan, step } from './loan-changes.ts';
import { contributionId, inOrder, openPart, sourceOf, termsOf } from './loan-records.ts';

/**
 * T7: what is still owed is written off; each lender bears their own part, the guarantee fund half of a player's first loss. The loan is
 * closed, but its field partner goes on asking (`recoveries.ts`).
 */
export function defaultLoan(work: Work, rules: Rules, loan: LoanRow, owed: Minor, at: SimSeconds): LoanRow {
  const rows = inOrder(work.all('contribution', loan.id));
  const covers = firstLossCovers(work, loan, rows);
  const failed = step(loan, { type: 'default', ruleMet: true });
  mustPost(work, writeOff(loan.id, owed, covers), loan.id);
  bearLosses(work, loan, covers);
  const closed = closeLoan(work, rules, failed, 'defaulted', {
    lost: owed,
    covered: covers.reduce((sum, { amount }) => sum + amount, 0),
  });
  if (termsOf(loan).place === null) return closed;
  return keepLoan(work, { ...closed, wakeSim: recoveryAt(at, 1) });
}

function firstLossCovers(work: Work, loan: LoanRow, rows: readonly ContributionRow[]): Cover[] {
  const { guarantee } = modelOf(termsOf(loan));
  let fund = balanceOf(work, 'guarantee:fund');
  const covers: Cover[] = [];
  for (const row of rows) {
    const player = lenderOf(row);
    if (player === null) continue;
    const amount = firstLossCover(openPart(row), work.must('lender', player).coveredAt !== null, fund, guarantee);
    if (amount === 0) continue;
    fund -= amount;
    covers.push({ contribution: contributionId(row), source: sourceOf(row.source), amount });
  }
  return covers;
}

/** Whatever is open of a contribution is lost: at a default, or at the end of a loan whose currency lost value. */
export function bearLosses(work: Work, loan: LoanRow, covers: readonly Cover[] = []): void {
  for (const row of inOrder(work.all('contribution', loan.id))) {
    const lost = openPart(row);
    if (lost === 0) continue;
    const covered = covers.find(({ contribution }) => contribution === contributionId(row))?.amount ?? 0;
    work.put('contribution', { ...row, lost: row.lost + lost, covered });
    const player = lenderOf(row);
    if (player === null) continue;
    work.emit({ kind: 'loan.lost', playerId: player, loanId: loan.id, name: loan.shortName, amount: lost });
    changeLender(work, player, (lender) => ({
      outstanding: lender.outstanding - lost,
      lost: lender.lost + lost,
      coveredAt: covered > 0 ? work.now : lender.coveredAt,
    }));
  }
}
