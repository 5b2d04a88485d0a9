import type { RescheduleModel } from '../content/model.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import { daysPastDue, paidInstalments, unpaidPrincipal } from './arrears.ts';
import { type PlanState, reschedulePlan } from './plan-changes.ts';

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
 * When a field partner reschedules (lending.md 3): the loan is more days past due than `afterDays`, a hardship beyond the borrower's doing is
 * on record within the last `hardshipPeriods`, and it has been done fewer times than `most`. What is unpaid is spread evenly over as many instalments as are
 * unpaid, counted from this tick: nobody owes more, the end moves by what was missed. Null when the rule is not met. Deterministic, so
 * that a replay finds the same; without a hardship the default rule runs as the grade was calibrated.
 */
export function rescheduleByRule(one: RescheduleCase, model: RescheduleModel): Reschedule | null {
  const { plan, clock, at, period, rescheduledCount, hardshipAt } = one;
  if (rescheduledCount >= model.most) return null;
  if (hardshipAt === null || period - hardshipAt >= model.hardshipPeriods) return null;
  if (daysPastDue(plan, clock, at) <= model.afterDays) return null;
  if (unpaidPrincipal(plan, clock) === 0) return null;
  const instalments = plan.principalRows.length - paidInstalments(plan, clock);
  return { ...reschedulePlan({ plan, clock }, at, instalments), instalments };
}
