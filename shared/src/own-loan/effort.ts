import type { OwnLoanOffer, OwnLoanRules } from '../content/growing.ts';
import type { Minor } from '../money/coins.ts';
import { SIM_MONTH } from '../time/sim-clock.ts';
import { type Quote, quote } from './quote.ts';

/** Whether instalments fit what the stall takes. Percent and amounts are for one month of loan time. */
export type Effort = {
  /** Part of the takings that instalments would take; null without any takings. */
  readonly percent: number | null;
  readonly verdict: 'comfortable' | 'caution' | 'refused' | 'unknown';
  readonly takings: Minor;
  readonly leftIfHalf: Minor;
};

const monthly = ({ instalment, intervalSim }: Quote): Minor => Math.ceil((instalment * SIM_MONTH) / intervalSim);

/** Over-indebtedness: below the caution line it fits; up to the limit it is a risk and said so; above, it is refused. */
export function effortOf(of: Quote, takings: Minor, rules: OwnLoanRules): Effort {
  const due = monthly(of);
  const leftIfHalf = Math.floor(takings / 2) - due;
  if (takings <= 0) return { percent: null, verdict: 'unknown', takings: 0, leftIfHalf: -due };
  const percent = Math.ceil((due * 100) / takings);
  const verdict =
    percent > rules.limitPercent ? 'refused' : percent >= rules.cautionPercent ? 'caution' : 'comfortable';
  return { percent, verdict, takings, leftIfHalf };
}

/** The largest sum of an offer, in whole steps and at most `most`, whose verdict is one of `good`; null when even the least is none. */
export function largestFitting(
  offer: OwnLoanOffer,
  most: Minor,
  takings: Minor,
  rules: OwnLoanRules,
  good: readonly Effort['verdict'][],
): Minor | null {
  const fits = (amount: Minor): boolean => good.includes(effortOf(quote(offer, amount), takings, rules).verdict);
  if (most < rules.least || !fits(rules.least)) return null;
  let low = 0;
  let high = Math.floor((most - rules.least) / rules.step);
  // Instalments grow with the sum, so what fits is an interval that begins at the least.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(rules.least + middle * rules.step)) low = middle;
    else high = middle - 1;
  }
  return rules.least + low * rules.step;
}
