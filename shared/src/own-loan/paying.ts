import { addMinor, type Minor } from '../money/coins.ts';
import { invariant } from '../result.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import { type OwnLoan, type OwnLoanRow, oldestUnpaid, owedOn, unpaidOf } from './own-loan.ts';
import { moved } from './signing.ts';

/** What one payment did: the amounts of its posting (T15), and the loan after it. */
export type Payment = {
  readonly loan: OwnLoan;
  readonly principal: Minor;
  readonly cost: Minor;
  /** Cost that is not owed any more. */
  readonly waived: Minor;
};

/**
 * Pays an amount: the oldest instalment first, in each its cost before its principal, as everywhere. Ends the loan when nothing is left.
 * @throws InvariantError when the amount is not positive or more than is owed.
 */
export function payOn(loan: OwnLoan, amount: Minor): Payment {
  invariant(Number.isSafeInteger(amount) && amount > 0 && amount <= owedOn(loan), 'pay: not an amount that is owed');
  let left = amount;
  let principal = 0;
  let cost = 0;
  const rows = loan.rows.map((row): OwnLoanRow => {
    const toCost = Math.min(left, row.cost - row.paidCost);
    const toPrincipal = Math.min(left - toCost, row.principal - row.paidPrincipal);
    left -= toCost + toPrincipal;
    cost += toCost;
    principal += toPrincipal;
    return { ...row, paidCost: row.paidCost + toCost, paidPrincipal: row.paidPrincipal + toPrincipal };
  });
  return close(loan, rows, principal, cost, 0);
}

function close(loan: OwnLoan, rows: readonly OwnLoanRow[], principal: Minor, cost: Minor, waived: Minor): Payment {
  const ticked = moved(loan.life, { type: 'tick', paid: principal, fxLoss: 0 });
  const done = rows.every((row) => unpaidOf(row) === 0);
  return {
    loan: {
      ...loan,
      rows,
      life: done ? moved(ticked, { type: 'end' }) : ticked,
      paidCost: addMinor(loan.paidCost, cost),
      waivedCost: addMinor(loan.waivedCost, waived),
      payments: loan.payments + 1,
    },
    principal,
    cost,
    waived,
  };
}

/** Whether the month of an instalment has begun: only then is its cost owed when all is paid at once. */
const begun = (row: OwnLoanRow, loan: OwnLoan, elapsed: SimSeconds): boolean => row.due - loan.intervalSim <= elapsed;

/** What giving everything back now takes, and what it saves: the cost of months that have not begun is dropped. */
export function payOffNow(loan: OwnLoan, elapsed: SimSeconds): { readonly amount: Minor; readonly saved: Minor } {
  const saved = loan.rows
    .filter((row) => !begun(row, loan, elapsed))
    .reduce((sum, row) => sum + row.cost - row.paidCost, 0);
  return { amount: owedOn(loan) - saved, saved };
}

/** Early repayment of everything. */
export function payOff(loan: OwnLoan, elapsed: SimSeconds): Payment {
  const { saved } = payOffNow(loan, elapsed);
  const principal = loan.rows.reduce((sum, row) => sum + row.principal - row.paidPrincipal, 0);
  const cost = loan.rows.reduce((sum, row) => sum + row.cost - row.paidCost, 0) - saved;
  const rows = loan.rows.map((row): OwnLoanRow => {
    const owed = begun(row, loan, elapsed) ? row.cost : row.paidCost;
    return { ...row, cost: owed, paidCost: owed, paidPrincipal: row.principal };
  });
  return close(loan, rows, principal, cost, saved);
}

/** Missing up to and including the next instalment to fall due: what is set aside from takings goes no further than this. */
export function missingNext(loan: OwnLoan, elapsed: SimSeconds): Minor {
  if (loan.life.state !== 'in_repayment') return 0;
  const next = loan.rows.findIndex((row) => row.due > elapsed);
  const upTo = next < 0 ? loan.rows.length - 1 : next;
  return loan.rows.slice(0, upTo + 1).reduce((sum, row) => sum + unpaidOf(row), 0);
}

/**
 * What is set aside from takings, minor units: the chosen share of them, never more than the next instalment still misses, and never the
 * last `reserve` of the purse.
 */
export function fromTakings(
  loan: OwnLoan,
  elapsed: SimSeconds,
  { takings, wallet, reserve }: { readonly takings: Minor; readonly wallet: Minor; readonly reserve: Minor },
): Minor {
  const share = Math.floor((takings * loan.share) / 100);
  return Math.max(0, Math.min(share, wallet - reserve, missingNext(loan, elapsed)));
}

/** The oldest unpaid instalment, for displays. */
export function nextOf(loan: OwnLoan): { readonly n: number; readonly row: OwnLoanRow } | null {
  const i = loan.life.state === 'in_repayment' ? oldestUnpaid(loan) : -1;
  const row = loan.rows[i];
  return row === undefined ? null : { n: i + 1, row };
}
