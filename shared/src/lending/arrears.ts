import type { Minor } from '../money/coins.ts';
import { SIM_DAY, type SimSeconds } from '../time/sim-clock.ts';
import { instalmentDueAt, type LoanPlan } from './loan-terms.ts';
import { type ChainState, dueBy, type TickPlan } from './repayment-model.ts';

export const tickPlanOf = (plan: LoanPlan): TickPlan => ({
  instalments: plan.principalRows.length,
  ticksPerInstalment: plan.ticksPerInstalment,
});

/** Instalments paid so far, oldest first. */
export const paidInstalments = (plan: LoanPlan, clock: ChainState): number =>
  dueBy(tickPlanOf(plan), clock.tick) - clock.missed;

/**
 * Days past due at a simulated instant: whole days since the oldest unpaid instalment that the loan clock has seen fall due;
 * 0 when none is unpaid (microfinance.md 2.6).
 */
export function daysPastDue(plan: LoanPlan, clock: ChainState, at: SimSeconds): number {
  if (clock.missed === 0) return 0;
  const oldest = instalmentDueAt(plan, paidInstalments(plan, clock) + 1);
  return Math.max(0, Math.floor((at - oldest) / SIM_DAY));
}

/** Principal of the instalments that are due and unpaid (minor units). */
export function arrearsPrincipal(plan: LoanPlan, clock: ChainState): Minor {
  const paid = paidInstalments(plan, clock);
  return plan.principalRows.slice(paid, paid + clock.missed).reduce((sum, row) => sum + row, 0);
}

/** Principal of all unpaid instalments: equals `borrower:{loan}` while the loan runs (I6). */
export const unpaidPrincipal = (plan: LoanPlan, clock: ChainState): Minor =>
  plan.principalRows.slice(paidInstalments(plan, clock)).reduce((sum, row) => sum + row, 0);

export const BUCKETS = ['current', '1-30', '31-60', '61-90', '91-180', '181+'] as const;
/** Age of the arrears in days past due (microfinance.md 2.6). */
export type Bucket = (typeof BUCKETS)[number];

export function bucketOf(daysPastDue: number): Bucket {
  if (daysPastDue <= 0) return 'current';
  if (daysPastDue <= 30) return '1-30';
  if (daysPastDue <= 60) return '31-60';
  if (daysPastDue <= 90) return '61-90';
  return daysPastDue <= 180 ? '91-180' : '181+';
}

export type InstalmentStatus = 'repaid' | 'late' | 'due';

/** Status of instalment k (1-based) for the schedule on a loan's page. */
export function instalmentStatus(plan: LoanPlan, clock: ChainState, k: number): InstalmentStatus {
  const paid = paidInstalments(plan, clock);
  if (k <= paid) return 'repaid';
  return k <= paid + clock.missed ? 'late' : 'due';
}
