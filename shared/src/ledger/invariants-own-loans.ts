import type { Minor } from '../money/coins.ts';
import { receivableContraOf, receivableOf } from './accounts.ts';
import type { LedgerSnapshot, OwnLoanSummary, Violation } from './snapshot.ts';
import type { OwnLoanFlows, Tally } from './tally.ts';

const NO_FLOWS: OwnLoanFlows = { disbursed: 0, paidPrincipal: 0, paidCost: 0, waived: 0, writtenOff: 0 };

/** I22: players' own loans as stored, against their transfers and the memo of what is owed. */
export function ownLoanViolations(snapshot: LedgerSnapshot, tally: Tally): Violation[] {
  const found: Violation[] = [];
  const seen = new Set<string>();
  for (const loan of snapshot.ownLoans()) {
    seen.add(loan.id);
    const what = faultOf(loan, tally.ownLoans.get(loan.id) ?? NO_FLOWS, memoOf(loan.id, tally));
    if (what !== null) found.push({ id: 'I22', what, where: `own loan ${loan.id}` });
  }
  for (const id of tally.ownLoans.keys()) {
    if (!seen.has(id))
      found.push({ id: 'I22', what: 'transfers of a loan that is not stored', where: `own loan ${id}` });
  }
  return found;
}

function faultOf(loan: OwnLoanSummary, flows: OwnLoanFlows, memo: { owes: Minor; contra: Minor }): string | null {
  const stored = [loan.principal, loan.paidPrincipal, loan.paidCost, loan.waived, loan.writtenOff];
  const posted = [flows.disbursed, flows.paidPrincipal, flows.paidCost, flows.waived, flows.writtenOff];
  if (stored.some((value, i) => value !== posted[i]))
    return `stored ${stored.join('/')}, transfers say ${posted.join('/')}`;
  const left = loan.principal + loan.cost - loan.paidPrincipal - loan.paidCost - loan.waived - loan.writtenOff;
  if (memo.owes !== left || memo.contra !== left) return `memo ${memo.owes}/${memo.contra}, left to pay ${left}`;
  if (loan.owed !== left) return `unpaid instalments ${loan.owed}, left to pay ${left}`;
  return loan.running === left > 0 ? null : `${loan.running ? 'runs' : 'is closed'} with ${left} left to pay`;
}

function memoOf(loan: string, { balances }: Tally): { owes: Minor; contra: Minor } {
  const owes = balances.get(receivableOf(loan));
  const contra = balances.get(receivableContraOf(loan));
  return {
    owes: owes === undefined ? 0 : owes.debits - owes.credits,
    contra: contra === undefined ? 0 : contra.credits - contra.debits,
  };
}
