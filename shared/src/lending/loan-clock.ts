import type { GroupModel } from '../content/model.ts';
import type { Minor } from '../money/coins.ts';
import { drawWord, type PhiloxKey, STREAM } from '../random/philox.ts';
import { err, ok, type Result } from '../result.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import { paidInstalments, tickPlanOf } from './arrears.ts';
import { type GroupOutcome, groupOutcome, memberPpm } from './group.ts';
import { chainOf, type LoanPlan, type LoanTerms, modelOf, tickAt } from './loan-terms.ts';
import {
  type ChainState,
  type ChainStep,
  isDefault,
  isFinished,
  nextTick,
  type Payment,
  type RepaymentChain,
  stepLoan,
} from './repayment-model.ts';

/** A running loan as the clock sees it. `clock` starts at CHAIN_START with every schedule version. */
export type ClockedLoan = {
  readonly id: string;
  readonly terms: LoanTerms;
  readonly plan: LoanPlan;
  readonly clock: ChainState;
};

/** What happened, for journals and reports. */
export type TickEvent = 'paid' | 'missed' | 'still_late' | 'paid_some' | 'caught_up';

export type TickOutcome = {
  /** Period over all schedule versions: with the loan's id it makes the tick idempotent. */
  readonly period: number;
  readonly at: SimSeconds;
  /** Idempotency key of the T6 batch: `repay:{loan}:{period}`. */
  readonly batchKey: string;
  /** The drawn word, to be stored with the event: an audit recomputes it. */
  readonly word: number;
  readonly payment: Payment;
  readonly event: TickEvent;
  /** Instalments paid: numbers `firstRow` to `firstRow + instalmentsPaid - 1` (1-based). */
  readonly firstRow: number;
  readonly instalmentsPaid: number;
  /** Principal that goes to the lenders (minor units); 0 posts nothing. */
  readonly principalPaid: Minor;
  /** Shown only. */
  readonly interestPaid: Minor;
  readonly clock: ChainState;
  readonly status: 'running' | 'finished' | 'defaulted';
  /** Outstanding principal to write off; 0 unless defaulted. */
  readonly writeOff: Minor;
  /** What the group did; null for a single borrower and while the loan is late. */
  readonly group: GroupOutcome | null;
};

export type TickRefusal = 'ALREADY_TICKED' | 'NOT_THE_NEXT_TICK' | 'LOAN_OVER';

export const periodOf = (plan: LoanPlan, tick: number): number => plan.firstPeriod + tick;

const isOver = (loan: ClockedLoan): boolean => {
  const plan = tickPlanOf(loan.plan);
  return isFinished(plan, loan.clock) || isDefault(plan, loan.clock);
};

/** The loan's next tick and when it is due; null when the loan is over. */
export function nextTickOf(
  loan: ClockedLoan,
): { readonly period: number; readonly tick: number; readonly at: SimSeconds } | null {
  if (isOver(loan)) return null;
  const tick = nextTick(tickPlanOf(loan.plan), loan.clock);
  return { period: periodOf(loan.plan, tick), tick, at: tickAt(loan.plan, tick) };
}

export type TickInput = {
  readonly loan: ClockedLoan;
  /** `philoxKey(loanKey(...))`. */
  readonly key: PhiloxKey;
  /** The period the caller means to run: a repeat is refused, not doubled. */
  readonly period: number;
  /** The chain with this period's shocks, when there are any (shocks.ts); the loan's own chain otherwise. */
  readonly chain?: RepaymentChain;
  /** Members of a joint-liability group; `chain.hPpm` is then the hazard of the loan as a whole. */
  readonly members?: number;
};

/**
 * One tick of one loan: draws, moves the chain, and says which instalments are paid: the money follows the state, so ledger, days past
 * due and PAR agree by construction (microfinance.md 5.1). Refused when the period was ticked already or is not the next one.
 */
export function tickLoan({ loan, key, period, chain, members }: TickInput): Result<TickOutcome, TickRefusal> {
  if (period <= periodOf(loan.plan, loan.clock.tick)) return err('ALREADY_TICKED');
  const next = nextTickOf(loan);
  if (next === null) return err('LOAN_OVER');
  if (period !== next.period) return err('NOT_THE_NEXT_TICK');
  const word = drawWord(key, { entity: 0, period, stream: STREAM.repayment });
  const asked = drawWithGroup({
    chain: chain ?? chainOf(loan.terms, loan.plan),
    clock: loan.clock,
    key,
    period,
    word,
    members,
    model: modelOf(loan.terms).group,
  });
  const { step, group } = asked;
  const before = paidInstalments(loan.plan, loan.clock);
  const after = before + step.instalmentsPaid;
  const left = sumOf(loan.plan.principalRows, after);
  // A forgiven loan may have nothing left although empty instalments are still to come.
  const finished = step.finished || left === 0;
  return ok({
    period,
    at: next.at,
    batchKey: `repay:${loan.id}:${period}`,
    word,
    payment: step.payment,
    event: eventOf(loan.clock, step.state, step.instalmentsPaid),
    firstRow: before + 1,
    instalmentsPaid: step.instalmentsPaid,
    principalPaid: sumOf(loan.plan.principalRows, before, after),
    interestPaid: sumOf(loan.plan.interestRows, before, after),
    clock: step.state,
    status: finished ? 'finished' : step.defaulted ? 'defaulted' : 'running',
    writeOff: step.defaulted && !finished ? left : 0,
    group,
  });
}

type Drawn = {
  readonly chain: RepaymentChain;
  readonly clock: ChainState;
  readonly key: PhiloxKey;
  readonly period: number;
  readonly word: number;
  readonly members: number | undefined;
  readonly model: GroupModel;
};

/** The step of the chain; a group may cover a miss, which then counts as paid. */
function drawWithGroup({ chain, clock, key, period, word, members, model }: Drawn): {
  step: ChainStep;
  group: GroupOutcome | null;
} {
  if (members === undefined || members < 2 || clock.missed > 0)
    return { step: stepLoan(chain, clock, word), group: null };
  const hPpm = memberPpm(chain.hPpm, members, model);
  const step = stepLoan({ ...chain, hPpm }, clock, word);
  const group = groupOutcome({ members, memberPpm: hPpm, key, period, missed: step.payment === 'nothing', model });
  return { step: group.covered ? stepLoan({ ...chain, hPpm: 0 }, clock, word) : step, group };
}

const sumOf = (rows: readonly Minor[], from: number, to = rows.length): Minor => {
  let sum = 0;
  for (let i = from; i < to; i++) sum += rows[i] as number;
  return sum;
};

function eventOf(before: ChainState, after: ChainState, paid: number): TickEvent {
  if (before.missed === 0) return after.missed === 0 ? 'paid' : 'missed';
  if (after.missed === 0) return 'caught_up';
  return paid > 0 ? 'paid_some' : 'still_late';
}
