import type { ShopRules, ShopState } from '../content/growing.ts';
import type { LoanState } from '../lending/loan-state.ts';
import type { Minor } from '../money/coins.ts';
import { SIM_HOUR, type SimSeconds } from '../time/sim-clock.ts';

/** What of a loan decides what its shop looks like. */
export type ShopLoan = {
  readonly state: LoanState;
  readonly disbursedSim: SimSeconds | null;
  /** Instalments that are due and unpaid. */
  readonly missed: number;
};

/** Simulated instant at which the shop opens; null before disbursal. */
export const opensAtSim = ({ disbursedSim }: ShopLoan, rules: Pick<ShopRules, 'buildSimHours'>): SimSeconds | null =>
  disbursedSim === null ? null : disbursedSim + rules.buildSimHours * SIM_HOUR;

/**
 * What a shop on the square looks like: under construction until it opens, open, shutter half down from the first missed instalment on, in
 * bloom once everything was paid (a devaluation on the way is not her fault). Null when there is no shop: not funded, or gone after a
 * default.
 */
export function shopStateOf(
  loan: ShopLoan,
  sim: SimSeconds,
  rules: Pick<ShopRules, 'buildSimHours'>,
): ShopState | null {
  if (loan.state === 'ended' || loan.state === 'ended_with_loss') return 'blooming';
  if (loan.state !== 'funded' && loan.state !== 'in_repayment') return null;
  const opens = opensAtSim(loan, rules);
  if (opens === null || sim < opens) return 'construction';
  return loan.missed > 0 ? 'late' : 'open';
}

/** Larger loans make larger shops: 1 small, 2 middle, 3 large. */
export const tierOf = (principal: Minor, { tierFrom }: Pick<ShopRules, 'tierFrom'>): 1 | 2 | 3 =>
  principal >= tierFrom[1] ? 3 : principal >= tierFrom[0] ? 2 : 1;

/** Daily pieces of one line of a shop's board, rounded down; a shop that trades at all trades at least one. */
export function piecesADay(
  perDay: number,
  state: ShopState,
  tier: 1 | 2 | 3,
  besidesMilli: number,
  { statePercent, tierPercent }: Pick<ShopRules, 'statePercent' | 'tierPercent'>,
): number {
  const state100 = statePercent[state];
  if (state100 === 0) return 0;
  const pieces = (perDay * state100 * (tierPercent[tier - 1] ?? 100) * (1_000 + besidesMilli)) / 10_000_000;
  return Math.max(1, Math.floor(pieces));
}
