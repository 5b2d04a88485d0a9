import { paidInstalments } from '@bloomvale/shared/lending/arrears';
import type { LenderHistory } from '@bloomvale/shared/lending/lender-history';
import { outstanding } from '@bloomvale/shared/lending/loan-state';
import { instalmentDueAt, tickAt } from '@bloomvale/shared/lending/loan-terms';
import { expectedPayments } from '@bloomvale/shared/lending/odds';
import { monthOf } from '@bloomvale/shared/lending/region';
import type { MonthLine } from '@bloomvale/shared/protocol/lending-views';
import { type Instant, SIM_MONTH, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { clockedLoan, openPart } from '../../lending/loan-records.ts';
import type { Pair } from './portfolio-pairs.ts';

/** Months shown on both sides of the present one. */
const MONTHS_BACK = 12;
const MONTHS_AHEAD = 12;
/** Quantile of a 90 in 100 range. */
const Z90 = 1.645;

type Coming = { due: number; mean: number; variance: number };

/** A player's repayments by simulated month: what came, and what running loans are to bring. */
export function repaymentMonths(
  pairs: readonly Pair[],
  history: LenderHistory,
  simNow: SimSeconds,
  realAt: (sim: SimSeconds) => Instant | null,
): MonthLine[] {
  if (pairs.length === 0) return [];
  const now = monthOf(simNow);
  const coming = new Map<number, Coming>();
  for (const pair of pairs) addComing(pair, simNow, coming);
  const lines: MonthLine[] = [];
  for (let month = Math.max(0, now - MONTHS_BACK); month <= now + MONTHS_AHEAD; month++) {
    const { due, mean, variance } = coming.get(month) ?? { due: 0, mean: 0, variance: 0 };
    const spread = Z90 * Math.sqrt(variance);
    lines.push({
      month,
      from: realAt(month * SIM_MONTH),
      to: realAt((month + 1) * SIM_MONTH),
      repaid: history.backByMonth.get(month) ?? 0,
      due: Math.round(due),
      mean: Math.round(mean),
      low: Math.max(0, Math.round(mean - spread)),
      high: Math.round(mean + spread),
    });
  }
  return lines;
}

/** The player's part of one running loan. What is overdue counts in the month of the coming tick. */
function addComing({ row, loan }: Pair, simNow: SimSeconds, coming: Map<number, Coming>): void {
  const all = outstanding(loan) + loan.fxLoss;
  if (loan.state !== 'in_repayment' || all === 0) return;
  const part = openPart(row) / all;
  const { terms, plan, clock } = clockedLoan(loan);
  const at = (month: number): Coming => {
    const known = coming.get(month) ?? { due: 0, mean: 0, variance: 0 };
    coming.set(month, known);
    return known;
  };
  const now = monthOf(simNow);
  const payments = expectedPayments(terms, plan, clock);
  const next = Math.max(now, monthOf(tickAt(plan, payments[0]?.tick ?? 0)));
  const paid = paidInstalments(plan, clock);
  plan.principalRows.forEach((principal, i) => {
    if (i < paid) return;
    const overdue = i < paid + clock.missed;
    at(overdue ? next : Math.max(now, monthOf(instalmentDueAt(plan, i + 1)))).due += principal * part;
  });
  for (const { tick, mean, variance } of payments) {
    const line = at(Math.max(now, monthOf(tickAt(plan, tick))));
    line.mean += mean * part;
    line.variance += variance * part * part;
  }
}
