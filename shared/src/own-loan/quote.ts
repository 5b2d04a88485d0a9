import type { OwnLoanOffer } from '../content/growing.ts';
import { type GameScheduleRow, gameSchedule } from '../lending/game-schedule.ts';
import type { Minor } from '../money/coins.ts';
import { SIM_HOUR, SIM_YEAR, type SimSeconds } from '../time/sim-clock.ts';

export type Quote = {
  readonly principal: Minor;
  readonly rows: readonly GameScheduleRow[];
  readonly intervalSim: SimSeconds;
  /** The first instalment; no later one is larger by more than rounding. */
  readonly instalment: Minor;
  readonly cost: Minor;
  readonly total: Minor;
  /** Effective annual rate in tenths of a percent of simulated time: what the cost is, compared with any other loan's. */
  readonly annualTenths: number;
};

/** Everything a borrower is shown before signing. The schedule is the one of every loan in the game. `principal` in minor units, positive. */
export function quote(offer: OwnLoanOffer, principal: Minor): Quote {
  const { rows, intervalSim, totalInterest } = gameSchedule({
    principalMinor: principal,
    product: { ...offer, graceOnPrincipal: 0 },
    annualCost: offer.annualCost,
  });
  return {
    principal,
    rows,
    intervalSim,
    instalment: rows[0]?.total ?? 0,
    cost: totalInterest,
    total: principal + totalInterest,
    annualTenths: annualTenths(
      principal,
      rows.map(({ total }) => total),
      offer.intervalSimHours,
    ),
  };
}

/** Halvings of the search: far below a tenth of a percent. */
const STEPS = 50;

/**
 * Effective annual rate: (1 + i)^(intervals a year) - 1, where i is the rate at which the instalments are worth the principal today. The
 * European formula, in the simulated calendar. i is sought between 0 and 1 an interval.
 */
function annualTenths(principal: Minor, totals: readonly Minor[], intervalSimHours: number): number {
  const worth = (rate: number): number => totals.reduce((sum, total, k) => sum + total / (1 + rate) ** (k + 1), 0);
  let low = 0;
  let high = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (worth(middle) > principal) low = middle;
    else high = middle;
  }
  return Math.round(((1 + low) ** (SIM_YEAR / (intervalSimHours * SIM_HOUR)) - 1) * 1000);
}
