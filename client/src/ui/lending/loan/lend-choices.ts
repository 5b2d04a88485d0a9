import type { Economy } from '@bloomvale/shared/content/play';
import { type LendRefusal, lendLimits } from '@bloomvale/shared/lending/caps';
import type { LoanCard } from '@bloomvale/shared/protocol/views';

/** An amount that is offered; over the purse it is shown and cannot be chosen. Minor units. */
export type Choice = { readonly amount: number; readonly affordable: boolean };
export type Choices =
  | { readonly kind: 'open'; readonly choices: readonly Choice[] }
  | { readonly kind: 'closed'; readonly refusal: LendRefusal };

/** Tiles side by side on a phone. */
const MOST_CHOICES = 4;

/** What may be lent to this loan now, by the server's own limits, and what the purse allows of it. */
export function lendChoices(loan: LoanCard, wallet: number, economy: Economy['lending'], now: number): Choices {
  const context = {
    amount: loan.amount,
    raised: loan.raised,
    open: loan.state === 'fundraising',
    windowOver: now >= loan.expiresAt,
    playerHolds: loan.mine,
    starter: loan.starter,
    economy,
  };
  // Asked as if the purse were bottomless: what the loan allows is one question, what one can pay another.
  const limits = lendLimits({ ...context, wallet: loan.amount });
  if (!limits.ok) return { kind: 'closed', refusal: limits.error };
  const { min, max } = limits.value;
  const amounts = new Set<number>();
  for (let shares = 1; amounts.size < MOST_CHOICES && min * shares <= max; shares++) amounts.add(min * shares);
  // The last share may be smaller: it completes the loan, so it is always offered.
  if (amounts.size < MOST_CHOICES) amounts.add(max);
  return {
    kind: 'open',
    choices: [...amounts].sort((a, b) => a - b).map((amount) => ({ amount, affordable: amount <= wallet })),
  };
}
