import type { OwnLoanSummary } from '../ledger/snapshot.ts';
import { type OwnLoan, owedOn } from './own-loan.ts';

/** A loan in the words of the audit (I22). */
export const summaryOf = (loan: OwnLoan): OwnLoanSummary => ({
  id: loan.id,
  running: loan.life.state === 'in_repayment',
  principal: loan.life.principal,
  cost: loan.cost,
  paidPrincipal: loan.life.repaid,
  paidCost: loan.paidCost,
  waived: loan.waivedCost,
  writtenOff: loan.life.writtenOff + loan.writtenOffCost,
  owed: owedOn(loan),
});
