import type { CureSplit } from '../content/model.ts';
import { wordThreshold } from '../random/philox.ts';
import { invariant } from '../result.ts';

/** Version of the rules in this file and in `chain-probability.ts`; stored with every loan's terms and in replay files. */
export const MODEL_VERSION = 1;

/** A loan is in default with this many instalments missed (microfinance.md 0.6). */
export const DEFAULT_MISSED = 7;
/** Or with arrears still open this many ticks after the last due date (Kiva allows six more months, microfinance.md 0.6). */
export const TAIL_TICKS = 6;

/** Chance in ppm that a borrower 1, 2, 3, 4 or more instalments behind pays nothing in a tick. */
export type RollPpm = readonly [number, number, number, number];

/** How many ticks a loan has and when an instalment falls due in them. */
export type TickPlan = {
  /** Instalments of the schedule. */
  readonly instalments: number;
  /**
   * Ticks from one due date to the next: 1, or more when the interval is longer than a simulated month (lending.md 5: the chain ticks
   * once an interval, at least monthly).
   */
  readonly ticksPerInstalment: number;
};

/** Parameters of one loan's chain. Solved once, stored as whole ppm, so that no replay depends on an engine's exp or log. */
export type RepaymentChain = TickPlan & {
  /** Chance in ppm that a borrower who is up to date misses an instalment. */
  readonly hPpm: number;
  readonly rollPpm: RollPpm;
  /** Of a borrower who pays something while late: exactly one instalment, two, or everything (microfinance.md 5.1), percent of those. */
  readonly cure: CureSplit;
};

/** Where a loan stands in its chain. Paid instalments are derived: due so far less missed. */
export type ChainState = {
  /** Ticks done; 0 at disbursal. */
  readonly tick: number;
  /** Instalments due and not paid. */
  readonly missed: number;
};

export const CHAIN_START: ChainState = { tick: 0, missed: 0 };

/** Tick of the last due date. */
export const lastDueTick = (plan: TickPlan): number => plan.instalments * plan.ticksPerInstalment;
/** Instalments that have fallen due by a tick. */
export const dueBy = (plan: TickPlan, tick: number): number =>
  Math.min(plan.instalments, Math.floor(tick / plan.ticksPerInstalment));
/** Whether an instalment falls due in this very tick. */
export const isDueTick = (plan: TickPlan, tick: number): boolean =>
  tick <= lastDueTick(plan) && tick % plan.ticksPerInstalment === 0;
/** Tick in which instalment k (1-based) falls due. */
export const dueTick = (plan: TickPlan, k: number): number => k * plan.ticksPerInstalment;

/** Ticks since the oldest unpaid instalment fell due; 0 when nothing is missed. */
export function ticksLate(plan: TickPlan, state: ChainState): number {
  if (state.missed === 0) return 0;
  return state.tick - dueTick(plan, dueBy(plan, state.tick) - state.missed + 1);
}

/**
 * Row of the roll table a late loan is on (0 to 3). With one tick an instalment it counts missed instalments (microfinance.md 5.1);
 * a longer interval counts ticks, because a quarter's instalment four months late is not "one missed" any more.
 */
export function rollRow(plan: TickPlan, state: ChainState): number {
  invariant(state.missed > 0, 'rollRow: the loan is not late');
  const steps = plan.ticksPerInstalment === 1 ? state.missed : ticksLate(plan, state) + 1;
  return Math.min(steps, 4) - 1;
}

/** The next tick in which anything can happen: late loans tick every time, others only when an instalment falls due. */
export function nextTick(plan: TickPlan, state: ChainState): number {
  const next = state.tick + 1;
  if (state.missed > 0) return next;
  return Math.ceil(next / plan.ticksPerInstalment) * plan.ticksPerInstalment;
}

/** What a borrower does in a tick. */
export type Payment = 'nothing' | 'one' | 'two' | 'all';

export type ChainStep = {
  readonly state: ChainState;
  readonly payment: Payment;
  /** Instalments paid, oldest first. */
  readonly instalmentsPaid: number;
  readonly defaulted: boolean;
  /** Every instalment has been paid. */
  readonly finished: boolean;
};

/** Missed instalments after a tick in which `payment` was made. */
export function missedAfter(plan: TickPlan, state: ChainState, tick: number, payment: Payment): number {
  const due = state.missed + (isDueTick(plan, tick) ? 1 : 0);
  const paid = payment === 'all' ? due : payment === 'two' ? 2 : payment === 'one' ? 1 : 0;
  return Math.max(0, due - paid);
}

/** The default rule, after a tick: seven missed, or arrears too long (after the last due date; any time with long intervals). */
export function isDefault(plan: TickPlan, state: ChainState): boolean {
  if (state.missed === 0) return false;
  if (state.missed >= DEFAULT_MISSED) return true;
  if (state.tick >= lastDueTick(plan) + TAIL_TICKS) return true;
  return plan.ticksPerInstalment > 1 && ticksLate(plan, state) >= TAIL_TICKS;
}

/**
 * What a uniform 32-bit word means for a loan: integer comparison with cumulative thresholds (microfinance.md 5.5). A borrower who
 * is up to date pays the instalment or nothing.
 */
export function paymentOf(chain: RepaymentChain, state: ChainState, word: number): Payment {
  if (state.missed === 0) return word < wordThreshold(chain.hPpm) ? 'nothing' : 'all';
  const none = chain.rollPpm[rollRow(chain, state)] as number;
  const [one, two] = cureThresholds(none, chain.cure);
  if (word < wordThreshold(none)) return 'nothing';
  if (word < wordThreshold(one)) return 'one';
  return word < wordThreshold(two) ? 'two' : 'all';
}

/** Cumulative ppm of "at most one instalment" and "at most two", for a chance of nothing. Whole arithmetic, rounded down. */
export function cureThresholds(nonePpm: number, cure: CureSplit): readonly [number, number] {
  const some = 1_000_000 - nonePpm;
  const one = nonePpm + Math.floor((some * cure.one) / 100);
  return [one, one + Math.floor((some * cure.two) / 100)];
}

/**
 * One tick of a loan, decided by one random word. Pure: the same chain, state and word always give the same step.
 * Shocks reach it as an already shifted chain (see `shiftChain` in shocks.ts).
 * @throws InvariantError when the loan is already finished or in default.
 */
export function stepLoan(chain: RepaymentChain, state: ChainState, word: number): ChainStep {
  invariant(!isFinished(chain, state) && !isDefault(chain, state), 'stepLoan: the loan is over');
  const tick = nextTick(chain, state);
  const payment = paymentOf(chain, state, word);
  const missed = missedAfter(chain, state, tick, payment);
  const next = { tick, missed };
  const due = state.missed + (isDueTick(chain, tick) ? 1 : 0);
  return {
    state: next,
    payment,
    instalmentsPaid: due - missed,
    defaulted: isDefault(chain, next),
    finished: isFinished(chain, next),
  };
}

export const isFinished = (plan: TickPlan, state: ChainState): boolean =>
  state.missed === 0 && state.tick >= lastDueTick(plan);
