import type { OwnLoanGrant } from '../content/growing.ts';
import type { LoanLifecycle } from '../lending/loan-state.ts';
import type { Minor } from '../money/coins.ts';
import type { SimSeconds } from '../time/sim-clock.ts';

/**
 * A player's own loan from the village fund: what they *owe*, never to be confused with what they lent. It runs on the machinery of every
 * other loan (`lending/loan-state`, `lending/game-schedule`, days past due), but its dates are in *loan time* (`loan-time.ts`), its
 * instalments may be paid in parts, and nobody draws a fate for it: the borrower is a person. Plain data, stored as one document.
 */
export type OwnLoanRow = {
  /** Loan time at which it falls due. */
  readonly due: SimSeconds;
  readonly principal: Minor;
  readonly cost: Minor;
  readonly paidPrincipal: Minor;
  readonly paidCost: Minor;
};

export type OwnLoan = {
  /** `own-{public id}-{number}`: also the owner of its memo accounts. */
  readonly id: string;
  readonly offer: string;
  readonly grant: OwnLoanGrant;
  readonly share: number;
  /** State, principal, repaid and written-off principal, reschedules: moved by `transition` alone. */
  readonly life: LoanLifecycle;
  /** Cost agreed at signing, and what became of it. */
  readonly cost: Minor;
  readonly paidCost: Minor;
  readonly waivedCost: Minor;
  readonly writtenOffCost: Minor;
  /** Instalments of the schedule in force, oldest first; those paid under a former one stand before them. */
  readonly rows: readonly OwnLoanRow[];
  readonly intervalSim: SimSeconds;
  /** Payments so far: each is a posting of its own (T15). */
  readonly payments: number;
  /** An instalment was once unpaid on its day. */
  readonly everLate: boolean;
};

export const unpaidOf = (row: OwnLoanRow): Minor => row.principal + row.cost - row.paidPrincipal - row.paidCost;

/** Principal and cost of everything unpaid: the balance of `receivable:{loan}` while it runs (I22). */
export const owedOn = (loan: OwnLoan): Minor =>
  loan.life.state === 'in_repayment' ? loan.rows.reduce((sum, row) => sum + unpaidOf(row), 0) : 0;

/** Index of the oldest instalment that is not wholly paid; -1 when none is left. */
export const oldestUnpaid = (loan: OwnLoan): number => loan.rows.findIndex((row) => unpaidOf(row) > 0);
