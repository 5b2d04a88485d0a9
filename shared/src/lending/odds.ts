import type { RecoveryModel } from '../content/model.ts';
import type { Minor } from '../money/coins.ts';
import { PPM } from '../random/philox.ts';
import { tickPlanOf, unpaidPrincipal } from './arrears.ts';
import { type ChainChances, curePayments, type Rolls, walkChain } from './chain-probability.ts';
import { type LoanPlan, type LoanTerms, modelOf } from './loan-terms.ts';
import {
  type ChainState,
  dueBy,
  isDefault,
  isDueTick,
  isFinished,
  missedAfter,
  type Payment,
  rollRow,
} from './repayment-model.ts';

/** A running loan's chain with real-valued chances; shocks are not known in advance and not in it. */
export const chancesOf = (terms: LoanTerms, plan: LoanPlan): ChainChances => ({
  ...tickPlanOf(plan),
  h: terms.hPpm / PPM,
  rolls: terms.rollPpm.map((ppm) => ppm / PPM) as unknown as Rolls,
  cure: modelOf(terms).chain.cure,
});

/** Chance that a loan that stands here is still repaid in full, exactly, by the chain that runs it. */
export function repaidInFull(terms: LoanTerms, plan: LoanPlan, clock: ChainState): number {
  if (unpaidPrincipal(plan, clock) === 0) return 1;
  let repaid = 0;
  walkChain(chancesOf(terms, plan), { finished: (_state, share) => (repaid += share) }, clock);
  return Math.min(1, repaid);
}

/** Mean share of what is missing that one successful try brings: evenly from the least on, at most all (recovery.ts). */
function meanShare({ leastPercent, spanPercent }: RecoveryModel): number {
  if (leastPercent + spanPercent <= 100) return (leastPercent + spanPercent / 2) / 100;
  // Beyond this part of the span everything comes back.
  const part = (100 - leastPercent) / spanPercent;
  return (part * (leastPercent + 100)) / 2 / 100 + (1 - part);
}

/** What the field partner's next tries after a default may bring: chance of anything, and the mean share of what is missing. */
export function recoveryOdds(
  triesLeft: number,
  model: RecoveryModel,
): { readonly anything: number; readonly expectedShare: number } {
  const chance = model.chancePpm / PPM;
  return {
    anything: 1 - (1 - chance) ** triesLeft,
    expectedShare: 1 - (1 - chance * meanShare(model)) ** triesLeft,
  };
}

/** What a loan pays in one tick: mean and variance, minor units of principal. */
export type TickPayment = { readonly tick: number; readonly mean: number; readonly variance: number };

/** Every way one tick can go, with its chance. */
function waysOn(chain: ChainChances, from: ChainState, tick: number): (readonly [Payment, number])[] {
  if (from.missed === 0) {
    return isDueTick(chain, tick)
      ? [
          ['nothing', chain.h],
          ['all', 1 - chain.h],
        ]
      : [['nothing', 1]];
  }
  const none = chain.rolls[rollRow(chain, from)] as number;
  return [
    ['nothing', none],
    ...curePayments(chain.cure).map(([payment, part]) => [payment, (1 - none) * part] as const),
  ];
}

/**
 * Principal a running loan is going to pay, tick by tick from where it stands, by the same chain as everywhere. The moments of one tick are
 * exact; different ticks of a loan are not independent.
 */
export function expectedPayments(terms: LoanTerms, plan: LoanPlan, clock: ChainState): TickPayment[] {
  const chain = chancesOf(terms, plan);
  const paidUpTo = [0];
  for (const row of plan.principalRows) paidUpTo.push((paidUpTo.at(-1) as number) + row);
  const paidIn = ({ tick, missed }: ChainState): Minor => paidUpTo[dueBy(chain, tick) - missed] as number;
  const payments: TickPayment[] = [];
  let now = new Map<number, number>([[clock.missed, 1]]);
  for (let tick = clock.tick + 1; now.size > 0; tick++) {
    const next = new Map<number, number>();
    let mean = 0;
    let square = 0;
    for (const [missed, share] of now) {
      const from = { tick: tick - 1, missed };
      for (const [payment, chance] of waysOn(chain, from, tick)) {
        if (chance === 0) continue;
        const state = { tick, missed: missedAfter(chain, from, tick, payment) };
        const amount = paidIn(state) - paidIn(from);
        mean += share * chance * amount;
        square += share * chance * amount * amount;
        if (!isDefault(chain, state) && !isFinished(chain, state))
          next.set(state.missed, (next.get(state.missed) ?? 0) + share * chance);
      }
    }
    payments.push({ tick, mean, variance: Math.max(0, square - mean * mean) });
    now = next;
  }
  return payments;
}
