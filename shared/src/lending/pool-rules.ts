import type { Economy } from '../content/play.ts';
import type { Minor } from '../money/coins.ts';
import type { SimSeconds } from '../time/sim-clock.ts';

/** An open loan as the community pool sees it. */
export type PoolCandidate = {
  readonly loanId: string;
  readonly amount: Minor;
  readonly raised: Minor;
  /** What the pool already holds of it. */
  readonly poolHolds: Minor;
  readonly opensAt: SimSeconds;
  readonly windowEndsAt: SimSeconds;
  readonly starter: boolean;
};

export type PoolLend = { readonly loanId: string; readonly amount: Minor };

/** The pool waits for this part of the window: players come first (lending.md 2). */
const LAST_QUARTER = 0.75;

export const inLastQuarter = (loan: Pick<PoolCandidate, 'opensAt' | 'windowEndsAt'>, at: SimSeconds): boolean =>
  at < loan.windowEndsAt && at >= loan.opensAt + Math.ceil((loan.windowEndsAt - loan.opensAt) * LAST_QUARTER);

/** The public order: the window that ends first, then the loan that misses least, then the loan's id. */
function publicOrder(a: PoolCandidate, b: PoolCandidate): number {
  if (a.windowEndsAt !== b.windowEndsAt) return a.windowEndsAt - b.windowEndsAt;
  const missing = a.amount - a.raised - (b.amount - b.raised);
  if (missing !== 0) return missing;
  return a.loanId < b.loanId ? -1 : a.loanId > b.loanId ? 1 : 0;
}

export type PoolRules = { readonly pool: Economy['pool']; readonly lending: Economy['lending'] };

/**
 * What the community pool lends now (lending.md 2): whole shares, at most `maxPercent` of a loan, in the last quarter of its window, in
 * the public order, while its coins last. Deterministic, and every rule is one that its page can print.
 */
export function poolLends(
  candidates: readonly PoolCandidate[],
  balance: Minor,
  at: SimSeconds,
  rules: PoolRules,
): PoolLend[] {
  const { share } = rules.lending;
  const lends: PoolLend[] = [];
  let left = balance;
  for (const loan of candidates.filter((one) => !one.starter && inLastQuarter(one, at)).sort(publicOrder)) {
    const cap = Math.floor((loan.amount * rules.pool.maxPercent) / 100) - loan.poolHolds;
    const amount = Math.floor(Math.min(cap, loan.amount - loan.raised, left) / share) * share;
    if (amount <= 0) continue;
    lends.push({ loanId: loan.loanId, amount });
    left -= amount;
  }
  return lends;
}

/**
 * Who lends the first part of a starter project when it opens: the pool, or matching (T12) when the pool is short.
 */
export const starterSource = (balance: Minor, lending: Economy['lending']): 'pool' | 'matching' =>
  balance >= lending.starterMatched ? 'pool' : 'matching';
