import type { Minor } from '../money/coins.ts';
import { invariant } from '../result.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import { type ChainChances, rowsOutstanding, walkChain } from './chain-probability.ts';
import { type LoanPlan, type LoanTerms, makePlan, tickAt } from './loan-terms.ts';
import { chancesOf } from './odds.ts';
import { dueBy, lastDueTick, TAIL_TICKS } from './repayment-model.ts';

/** Of 100 loans like this one; the three add up to 100. */
export type OfHundred = {
  /** Every instalment on its due date. */
  readonly neverLate: number;
  /** Fully repaid, at least one instalment late. */
  readonly lateButRepaid: number;
  /** A part of the principal is lost. */
  readonly partlyLost: number;
};

export type Forecast = {
  readonly ofHundred: OfHundred;
  /** Exact chances behind `ofHundred`. */
  readonly chances: { readonly neverLate: number; readonly lateButRepaid: number; readonly partlyLost: number };
  /** Expected share of principal lost, 0 to 1. */
  readonly expectedLoss: number;
  /**
   * When half of the principal is back, in simulated seconds after disbursal: on schedule, and the time by which it is so in 95 of
   * 100 cases (null when it is not in so many).
   */
  readonly halfBack: { readonly earliest: SimSeconds; readonly latest: SimSeconds | null };
  /** Last due date, simulated seconds after disbursal. */
  readonly lastDue: SimSeconds;
  /** Coins back for an amount lent (minor units): `low` is reached or passed in 95 of 100 loans, `high` is all. */
  readonly coinsBack: (lent: Minor) => CoinsBack;
};

/** A 90 % range: 5 of 100 loans end below `low`; nothing ever ends above `high`. */
export type CoinsBack = { readonly low: Minor; readonly high: Minor; readonly expected: Minor };

/** Chance left out at the lower end of every range. */
const TAIL_CHANCE = 0.05;

/** Chance of each share of principal repaid that a defaulted loan can end with. */
type LossPoint = { readonly repaidShare: number; readonly chance: number };

/**
 * What to expect of a loan, exactly, from its chain (no simulation): the same for everybody who looks, before anybody lends.
 * `principal` is what the borrower asks for; shocks are not known in advance and not in it.
 */
export function forecast(terms: LoanTerms, principal: Minor): Forecast {
  const plan = makePlan(terms, principal, 0);
  const chances = chancesOf(terms, plan);
  const outstanding = rowsOutstanding(chances, plan.principalRows);
  let neverLate = 0;
  let lateButRepaid = 0;
  const points: LossPoint[] = [];
  walkChain(chances, {
    finished: (_state, share, everLate) => {
      if (everLate) lateButRepaid += share;
      else neverLate += share;
    },
    defaulted: (state, share) => points.push({ repaidShare: 1 - outstanding(state), chance: share }),
  });
  const partlyLost = points.reduce((sum, point) => sum + point.chance, 0);
  const expectedLoss = points.reduce((sum, point) => sum + point.chance * (1 - point.repaidShare), 0);
  const all = { neverLate, lateButRepaid, partlyLost };
  return {
    ofHundred: wholeHundred(all),
    chances: all,
    expectedLoss,
    halfBack: halfBack(chances, plan),
    lastDue: tickAt(plan, lastDueTick(chances)),
    coinsBack: (lent) => coinsBack(points, expectedLoss, lent),
  };
}

/** Whole numbers that add up to 100, largest remainder first; ties in the order of the fields. */
function wholeHundred(chances: Forecast['chances']): OfHundred {
  const parts = [chances.neverLate, chances.lateButRepaid, chances.partlyLost].map((chance) => chance * 100);
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  const missing = 100 - whole.reduce((sum, part) => sum + part, 0);
  const order = parts
    .map((part, i) => ({ i, rest: part - (whole[i] as number) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) whole[i] = (whole[i] as number) + 1;
  const [neverLate, lateButRepaid, partlyLost] = whole as [number, number, number];
  return { neverLate, lateButRepaid, partlyLost };
}

/** Lower 5 % point of the repaid share, times the amount; rounded down, as Kiva's estimates are (microfinance.md 1.1). */
function coinsBack(points: readonly LossPoint[], expectedLoss: number, lent: Minor): CoinsBack {
  invariant(Number.isSafeInteger(lent) && lent >= 0, 'coinsBack: an amount in minor units');
  let below = 0;
  let lowShare = 1;
  for (const point of [...points].sort((a, b) => a.repaidShare - b.repaidShare)) {
    below += point.chance;
    if (below > TAIL_CHANCE) {
      lowShare = point.repaidShare;
      break;
    }
  }
  return { low: Math.floor(lent * lowShare + 1e-6), high: lent, expected: Math.round(lent * (1 - expectedLoss)) };
}

/** First instalment after which at least half of the principal has been paid. */
function halfInstalment(principalRows: readonly Minor[]): number {
  const half = principalRows.reduce((sum, row) => sum + row, 0) / 2;
  let paid = 0;
  return (
    1 +
    principalRows.findIndex((row) => {
      paid += row;
      return paid >= half;
    })
  );
}

/** Ticks at which half is back: the paid count never falls, so its distribution per tick is enough. */
function halfBack(chances: ChainChances, plan: LoanPlan): Forecast['halfBack'] {
  const needed = halfInstalment(plan.principalRows);
  const last = lastDueTick(chances) + TAIL_TICKS;
  const reached = new Float64Array(last + 1);
  walkChain(chances, {
    running: (state, share) => {
      if (dueBy(chances, state.tick) - state.missed >= needed)
        reached[state.tick] = (reached[state.tick] as number) + share;
    },
    finished: (state, share) => {
      for (let tick = state.tick; tick <= last; tick++) reached[tick] = (reached[tick] as number) + share;
    },
  });
  const latest = defaultedKeepsHalf(chances, needed, reached).findIndex((share) => share >= 1 - TAIL_CHANCE);
  return {
    earliest: tickAt(plan, needed * chances.ticksPerInstalment),
    latest: latest < 0 ? null : tickAt(plan, latest),
  };
}

/** Loans that paid back half before they failed count as well, from their last tick on. */
function defaultedKeepsHalf(chances: ChainChances, needed: number, reached: Float64Array): Float64Array {
  const all = Float64Array.from(reached);
  walkChain(chances, {
    defaulted: (state, share) => {
      if (dueBy(chances, state.tick) - state.missed < needed) return;
      for (let tick = state.tick; tick < all.length; tick++) all[tick] = (all[tick] as number) + share;
    },
  });
  return all;
}
