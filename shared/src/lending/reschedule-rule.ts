import type { SimSeconds } from '../time/sim-clock.ts';
import { daysPastDue, paidInstalments, unpaidPrincipal } from './arrears.ts';
import { RESCHEDULE_AFTER_DPD, RESCHEDULES_MAX } from './loan-state.ts';
import { type PlanState, reschedulePlan } from './plan-changes.ts';

/** Periods for which a hardship speaks for a borrower: half of a drought. */
export const HARDSHIP_PERIODS = 3;

/** A loan right after a tick that did not end it. */
export type RescheduleCase = PlanState & {
  /** Simulated instant and period of the tick. */
  readonly at: SimSeconds;
  readonly period: number;
  readonly rescheduledCount: number;
  /** Latest period with a drought, an illness or a group under strain; null when there was none. */
  readonly hardshipAt: number | null;
};

export type Reschedule = PlanState & { readonly instalments: number };

/**
 * When a field partner reschedules (lending.md 3): the loan is more than 30 days past due, a hardship beyond the borrower's doing is on
 * record within the last three periods, and it has not been done twice. What is unpaid is spread evenly over as many instalments as are
 * unpaid, counted from this tick: nobody owes more, the end moves by what was missed. Null when the rule is not met. Deterministic, so
 * that a replay finds the same; without a hardship the default rule runs as the grade was calibrated.
 */
export function rescheduleByRule(one: RescheduleCase): Reschedule | null {
  const { plan, clock, at, period, rescheduledCount, hardshipAt } = one;
  if (rescheduledCount >= RESCHEDULES_MAX) return null;
  if (hardshipAt === null || period - hardshipAt >= HARDSHIP_PERIODS) return null;
  if (daysPastDue(plan, clock, at) <= RESCHEDULE_AFTER_DPD) return null;
  if (unpaidPrincipal(plan, clock) === 0) return null;
  const instalments = plan.principalRows.length - paidInstalments(plan, clock);
  return { ...reschedulePlan({ plan, clock }, at, instalments), instalments };
}
