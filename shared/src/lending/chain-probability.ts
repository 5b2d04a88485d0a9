import type { ChainModel, CureSplit } from '../content/model.ts';
import { PPM } from '../random/philox.ts';
import { invariant } from '../result.ts';
import { shiftOdds } from './exact-math.ts';
import { FIRST_MODEL } from './first-model.ts';
import {
  CHAIN_START,
  type ChainState,
  isDefault,
  isDueTick,
  isFinished,
  lastDueTick,
  missedAfter,
  type Payment,
  rollRow,
  TAIL_TICKS,
  type TickPlan,
} from './repayment-model.ts';

export type Rolls = readonly [number, number, number, number];

/** Roll chances at a depth kappa: logistic(logit(R) + kappa). Results are rounded to ppm before they are stored. */
export const rollsAt = (kappa: number, { rollPpm }: Pick<ChainModel, 'rollPpm'> = FIRST_MODEL.chain): Rolls =>
  rollPpm.map((base) => shiftOdds(base / PPM, kappa)) as unknown as Rolls;

/** A chain with real-valued chances: what calibration and forecasts compute with. */
export type ChainChances = TickPlan & { readonly h: number; readonly rolls: Rolls; readonly cure: CureSplit };

/** A set of loans that share a state after some tick, with their share of all loans. */
type Visit = (state: ChainState, chance: number, everLate: boolean) => void;

export type ChainVisitor = {
  /** After each tick: loans still running. */
  readonly running?: Visit;
  readonly finished?: Visit;
  readonly defaulted?: Visit;
};

/** What a late borrower who pays something brings, each with its share of those cases. */
export const curePayments = (cure: CureSplit): readonly (readonly [Payment, number])[] => [
  ['one', cure.one / 100],
  ['two', cure.two / 100],
  ['all', cure.all / 100],
];

/** Key of a state in the tables below: missed x 2 + everLate. */
const SLOTS = 16;

/**
 * Walks all ways a loan can go, exactly (dynamic programme of microfinance.md 5.2, with "was ever late" as a second mark): every tick
 * by one, running states reported after each. No simulation, no randomness. `from` is where the loan stands, disbursal if left out.
 */
export function walkChain(chain: ChainChances, visitor: ChainVisitor, from: ChainState = CHAIN_START): void {
  let now = new Float64Array(SLOTS);
  now[from.missed * 2 + (from.missed > 0 ? 1 : 0)] = 1;
  const last = lastDueTick(chain) + TAIL_TICKS;
  const cures = curePayments(chain.cure);
  for (let tick = from.tick + 1; tick <= last; tick++) {
    const next = new Float64Array(SLOTS);
    for (let slot = 0; slot < SLOTS; slot++) {
      const share = now[slot] as number;
      if (share > 0)
        spread(chain, cures, { tick: tick - 1, missed: slot >> 1 }, (slot & 1) === 1, share, next, visitor);
    }
    for (let slot = 0; slot < SLOTS; slot++) {
      const share = next[slot] as number;
      if (share > 0) visitor.running?.({ tick, missed: slot >> 1 }, share, (slot & 1) === 1);
    }
    now = next;
  }
}

function spread(
  chain: ChainChances,
  cures: readonly (readonly [Payment, number])[],
  from: ChainState,
  late: boolean,
  share: number,
  next: Float64Array,
  visitor: ChainVisitor,
): void {
  const tick = from.tick + 1;
  const land = (payment: Payment, chance: number): void => {
    const state = { tick, missed: missedAfter(chain, from, tick, payment) };
    const everLate = late || state.missed > 0;
    if (isDefault(chain, state)) visitor.defaulted?.(state, chance, everLate);
    else if (isFinished(chain, state)) visitor.finished?.(state, chance, everLate);
    else {
      const slot = state.missed * 2 + (everLate ? 1 : 0);
      next[slot] = (next[slot] as number) + chance;
    }
  };
  if (from.missed === 0) {
    if (isDueTick(chain, tick)) {
      land('nothing', share * chain.h);
      land('all', share * (1 - chain.h));
    } else land('nothing', share);
    return;
  }
  const none = chain.rolls[rollRow(chain, from)] as number;
  land('nothing', share * none);
  for (const [payment, part] of cures) land(payment, share * (1 - none) * part);
}

/** Share of the principal still outstanding in a state, from the shares of the schedule's principal rows. */
export type OutstandingShare = (state: ChainState) => number;

/** For level principal: (due - missed) instalments of 1 / n each are paid (microfinance.md 5.2). */
export function levelOutstanding(plan: TickPlan): OutstandingShare {
  const n = plan.instalments;
  return ({ tick, missed }) => (n - Math.min(n, Math.floor(tick / plan.ticksPerInstalment)) + missed) / n;
}

/** For any schedule: rows of principal in minor units, oldest first. */
export function rowsOutstanding(plan: TickPlan, principalRows: readonly number[]): OutstandingShare {
  invariant(principalRows.length === plan.instalments, 'as many principal rows as instalments');
  const left: number[] = [0];
  for (let i = principalRows.length - 1; i >= 0; i--) left.unshift((left[0] as number) + (principalRows[i] as number));
  const all = left[0] as number;
  return ({ tick, missed }) => {
    const paid = Math.min(plan.instalments, Math.floor(tick / plan.ticksPerInstalment)) - missed;
    return (left[paid] as number) / all;
  };
}

/** Share of the principal that is expected to be lost. */
export function expectedLoss(chain: ChainChances, outstanding: OutstandingShare): number {
  let loss = 0;
  walkChain(chain, {
    defaulted: (state, share) => {
      loss += share * outstanding(state);
    },
  });
  return loss;
}

export type PortfolioFigures = {
  /** Expected share of principal lost; repayment rate is 1 - loss. */
  readonly loss: number;
  readonly rr: number;
  /** Share of loans that default. */
  readonly pDefault: number;
  /** Portfolio at risk over 30 and over 90 days in a steady state of uniform vintages. */
  readonly par30: number;
  readonly par90: number;
  /** Share of instalments paid on their due date, of those that fell due on running loans. */
  readonly onTime: number;
};

/**
 * Steady-state figures of monthly loans with level principal (microfinance.md 5.2): one vintage a month, PAR from days past due of
 * the oldest unpaid instalment (missed 2 = more than 30 days), the freshly disbursed balance counted once.
 */
export function dp(n: number, h: number, kappa: number, model: ChainModel = FIRST_MODEL.chain): PortfolioFigures {
  const chain = { instalments: n, ticksPerInstalment: 1, h, rolls: rollsAt(kappa, model), cure: model.cure };
  const outstanding = levelOutstanding(chain);
  let loss = 0;
  let pDefault = 0;
  let portfolio = 1;
  let risk30 = 0;
  let risk90 = 0;
  let due = 1;
  let onTime = 1 - h;
  walkChain(chain, {
    defaulted: (state, share) => {
      loss += share * outstanding(state);
      pDefault += share;
    },
    running: (state, share) => {
      const balance = share * outstanding(state);
      const late = state.missed === 0 ? 0 : state.missed + Math.max(0, state.tick - n);
      portfolio += balance;
      if (late >= 2) risk30 += balance;
      if (late >= 4) risk90 += balance;
      if (state.tick < n) {
        due += share;
        if (state.missed === 0) onTime += share * (1 - h);
      }
    },
  });
  return { loss, rr: 1 - loss, pDefault, par30: risk30 / portfolio, par90: risk90 / portfolio, onTime: onTime / due };
}
