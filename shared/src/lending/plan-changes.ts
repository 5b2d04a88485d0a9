import type { Minor } from '../money/coins.ts';
import { fairParts } from '../money/fair-parts.ts';
import { invariant } from '../result.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import { paidInstalments, unpaidPrincipal } from './arrears.ts';
import { type LoanPlan, tickAt } from './loan-terms.ts';
import { CHAIN_START, type ChainState } from './repayment-model.ts';

/** A plan and the chain's place in it. */
export type PlanState = { readonly plan: LoanPlan; readonly clock: ChainState };

/**
 * A reschedule (lending.md 3): what is unpaid is spread evenly over `instalments` from `at` on; interest still to pay likewise. The
 * chain starts anew, up to date; periods go on counting, so that no key or draw repeats.
 */
export function reschedulePlan({ plan, clock }: PlanState, at: SimSeconds, instalments: number): PlanState {
  invariant(instalments >= 1 && instalments <= 120, 'a plan has 1 to 120 instalments');
  invariant(at >= tickAt(plan, clock.tick), 'a reschedule is not before the last tick');
  const paid = paidInstalments(plan, clock);
  const principal = unpaidPrincipal(plan, clock);
  invariant(principal > 0, 'nothing is left to reschedule');
  const interest = plan.interestRows.slice(paid).reduce((sum, row) => sum + row, 0);
  return {
    plan: {
      ...plan,
      version: plan.version + 1,
      startsAt: at,
      firstPeriod: plan.firstPeriod + clock.tick,
      principalRows: fairParts(principal, instalments),
      interestRows: fairParts(interest, instalments),
    },
    clock: CHAIN_START,
  };
}

/** Lenders forgive an amount: the last unpaid instalments shrink first, so the loan ends earlier (T17). */
export function forgiveInPlan({ plan, clock }: PlanState, amount: Minor): LoanPlan {
  invariant(
    Number.isSafeInteger(amount) && amount >= 0 && amount <= unpaidPrincipal(plan, clock),
    'forgiven more than is unpaid',
  );
  const rows = [...plan.principalRows];
  let left = amount;
  for (let i = rows.length - 1; i >= paidInstalments(plan, clock) && left > 0; i--) {
    const part = Math.min(left, rows[i] as Minor);
    rows[i] = (rows[i] as Minor) - part;
    left -= part;
  }
  return { ...plan, principalRows: rows };
}
