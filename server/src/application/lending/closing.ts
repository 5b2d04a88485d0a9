import { closeShop, removeShop } from '../../domain/shop-spots.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';
import { announceLoan, keepLoan, type LoanEventKind, recordEvent } from './loan-changes.ts';
import { keepShops, shopsOf } from './village-records.ts';

/**
 * What every end of a loan has in common: it wakes no more, its key is revealed in its own journal (lending.md 5), its shop is done
 * with, and a hall it leaves without having been funded gets another.
 */
export function closeLoan(
  work: Work,
  rules: Rules,
  loan: LoanRow,
  kind: LoanEventKind,
  data: Readonly<Record<string, string | number>>,
): LoanRow {
  const key = rules.secrets.loan(loan.season, loan.id);
  recordEvent(work, loan.id, kind, { ...data, key });
  const kept = keepLoan(work, { ...loan, closedAt: work.now, wakeSim: null });
  const village = work.must('village', loan.villageId);
  const shops = shopsOf(village);
  if (shops.some((spot) => spot?.loanId === loan.id)) {
    keepShops(work, village, kind === 'defaulted' ? removeShop(shops, loan.id) : closeShop(shops, loan.id));
  }
  announceLoan(work, kept);
  const wasListed = kind === 'expired' || (kind === 'cancelled' && loan.fundedAt === null);
  if (wasListed) work.follow({ kind: 'village.list', villageId: loan.villageId, soon: loan.starter === 1 });
  return kept;
}
