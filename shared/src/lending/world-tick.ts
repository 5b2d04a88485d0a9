import type { Minor } from '../money/coins.ts';
import type { PhiloxKey } from '../random/philox.ts';
import { ok, type Result } from '../result.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import { depreciation, lendersCurrencyLoss } from './currency.ts';
import { type ClockedLoan, nextTickOf, type TickOutcome, type TickRefusal, tickLoan } from './loan-clock.ts';
import { chainOf, modelOf, sectorOf } from './loan-terms.ts';
import { type FarmingYear, monthOf, type OperatorEvent, type RegionKeyOf } from './region.ts';
import type { RepaymentChain } from './repayment-model.ts';
import { type Reschedule, rescheduleByRule } from './reschedule-rule.ts';
import { type ShockCause, type ShockPart, shiftChain } from './shocks.ts';
import { tickShock } from './tick-shocks.ts';

/** Causes beyond a borrower's doing: they let a partner reschedule and lenders forgive. */
export const HARDSHIPS: readonly ShockCause[] = ['drought', 'illness', 'contagion'];

/** What a loan's ticks leave behind for the later ones, besides its place in the chain. */
export type LoanCourse = {
  /** The group was under strain at the last tick. */
  readonly contagion: boolean;
  /** Periods after which villagers helped (coup de main). */
  readonly helpAfter: readonly number[];
  /** Latest period with a hardship on record; null when there was none. */
  readonly hardshipAt: number | null;
};
export const COURSE_START: LoanCourse = { contagion: false, helpAfter: [], hardshipAt: null };

/** A running loan in the world. */
export type LoanInWorld = ClockedLoan & {
  readonly disbursedAt: SimSeconds;
  readonly rescheduledCount: number;
  readonly course: LoanCourse;
};

/** What the loan's luck is made of. `regionKeyOf` and `farming` are asked only for a loan with a place. */
export type LoanWorld = {
  readonly key: PhiloxKey;
  readonly regionKeyOf: RegionKeyOf;
  readonly farming: FarmingYear;
  readonly events: readonly OperatorEvent[];
};

export type WorldTick = {
  readonly outcome: TickOutcome;
  /** In force in this tick, shocks included. */
  readonly chain: RepaymentChain;
  /** Regional factor and shifts behind it; null and none without a place. */
  readonly factor: number | null;
  readonly parts: readonly ShockPart[];
  /** Of the principal paid: what reaches the lenders (T6), and what a devaluation took from them (T9). */
  readonly repaid: Minor;
  readonly fxLoss: Minor;
  readonly course: LoanCourse;
  /** The schedule from here on, when the field partner reschedules at this tick. */
  readonly rescheduled: Reschedule | null;
};

/**
 * One tick of a loan with everything the world does to it. The server and a replay call this same function, in the same order of
 * periods, and so find the same fate. Refused as `tickLoan` refuses.
 */
export function tickInWorld(loan: LoanInWorld, world: LoanWorld, period: number): Result<WorldTick, TickRefusal> {
  const at = nextTickOf(loan)?.at ?? loan.plan.startsAt;
  const shocked = shockedChain(loan, world, period, at);
  const members = loan.terms.place?.members ?? 1;
  const { key } = world;
  const { chain, factor, parts } = shocked;
  const ticked = tickLoan(members > 1 ? { loan, key, period, chain, members } : { loan, key, period, chain });
  if (!ticked.ok) return ticked;
  const outcome = ticked.value;
  const fxLoss = currencyLoss(loan, world, outcome);
  const course: LoanCourse = {
    contagion: outcome.group?.contagion ?? false,
    helpAfter: loan.course.helpAfter,
    hardshipAt: parts.some(({ cause }) => HARDSHIPS.includes(cause)) ? period : loan.course.hardshipAt,
  };
  const rescheduled =
    outcome.status === 'running'
      ? rescheduleByRule(
          {
            plan: loan.plan,
            clock: outcome.clock,
            at,
            period,
            rescheduledCount: loan.rescheduledCount,
            hardshipAt: course.hardshipAt,
          },
          modelOf(loan.terms).reschedule,
        )
      : null;
  const repaid = outcome.principalPaid - fxLoss;
  return ok({ outcome, chain, factor, parts, repaid, fxLoss, course, rescheduled });
}

function shockedChain(
  loan: LoanInWorld,
  world: LoanWorld,
  period: number,
  at: SimSeconds,
): Pick<WorldTick, 'chain' | 'factor' | 'parts'> {
  const chain = chainOf(loan.terms, loan.plan);
  const { place } = loan.terms;
  if (place === null) return { chain, factor: null, parts: [] };
  const { key: loanKey, regionKeyOf, farming, events } = world;
  const { helpAfter, contagion } = loan.course;
  const model = modelOf(loan.terms);
  const factors = sectorOf(place);
  const { shock, parts, factor } = tickShock(
    { place, model, factors, loanKey, regionKeyOf, farming, events, helpAfter, contagion },
    period,
    at,
  );
  return { chain: shiftChain(chain, shock), factor, parts };
}

/** T9: the lenders' part of what the currency lost since disbursal. */
function currencyLoss(loan: LoanInWorld, { regionKeyOf }: LoanWorld, outcome: TickOutcome): Minor {
  const { place, product } = loan.terms;
  if (place === null || product.currencyLoss !== 'shared' || outcome.principalPaid === 0) return 0;
  const { currency } = modelOf(loan.terms);
  const lost = depreciation(regionKeyOf, monthOf(loan.disbursedAt), monthOf(outcome.at), currency);
  return lendersCurrencyLoss(outcome.principalPaid, lost, product.currencyLoss, currency);
}
