import type { Economy } from '../content/play.ts';
import type { Minor } from '../money/coins.ts';
import { err, ok, type Result } from '../result.ts';

/** Reject codes of `loan.lend` (protocol). */
export type LendRefusal =
  | 'LEND_CLOSED'
  | 'LEND_EXPIRED'
  | 'LEND_FUNDS'
  | 'LEND_LIMIT'
  | 'LEND_BELOW_SHARE'
  | 'LEND_STEP'
  | 'LEND_OVER';

export type LendContext = {
  /** Amount of the loan and what has been lent so far, minor units. */
  readonly amount: Minor;
  readonly raised: Minor;
  /** The loan is fundraising. */
  readonly open: boolean;
  /** Its funding window is over, although the clock job has not closed it yet. */
  readonly windowOver: boolean;
  /** What this player already holds of it. */
  readonly playerHolds: Minor;
  readonly wallet: Minor;
  /** A market-day loan: the player cap does not apply (lending.md 2). */
  readonly starter: boolean;
  readonly economy: Economy['lending'];
};

export type LendLimits = {
  readonly min: Minor;
  readonly max: Minor;
  /** Amounts for the buttons of the dialog, rising, at most six; the first is `min`, the last `max`. */
  readonly choices: readonly Minor[];
};

const CHOICES_MAX = 6;

/**
 * How much a player may lend to a loan now, or why nothing. Shares are multiples of `economy.share`; what is left of the loan may be
 * smaller and is then lent whole. The same function runs in the dialog and on the server.
 */
export function lendLimits(context: LendContext): Result<LendLimits, LendRefusal> {
  const { amount, raised, playerHolds, wallet, starter, economy } = context;
  const left = amount - raised;
  if (!context.open || left <= 0) return err('LEND_CLOSED');
  if (context.windowOver) return err('LEND_EXPIRED');
  const share = Math.min(economy.share, left);
  const cap = starter ? left : Math.floor((amount * economy.playerCapPercent) / 100) - playerHolds;
  const allowed = Math.min(left, cap);
  if (allowed < share) return err('LEND_LIMIT');
  if (wallet < share) return err('LEND_FUNDS');
  const max = wholeShares(Math.min(allowed, wallet), left, economy.share);
  return ok({ min: share, max, choices: choices(share, max, left) });
}

/** Largest lendable amount up to `most`: everything that is left, or whole shares. */
const wholeShares = (most: Minor, left: Minor, share: Minor): Minor =>
  most >= left ? left : Math.floor(most / share) * share;

function choices(share: Minor, max: Minor, left: Minor): Minor[] {
  const list = new Set<Minor>([share, max]);
  for (let amount = share; amount < max && list.size < CHOICES_MAX; amount *= 2) if (amount <= left) list.add(amount);
  return [...list].sort((a, b) => a - b);
}

/**
 * Whether one amount may be lent. Refusal order: closed, expired, too small, not in whole shares, more than is left, over the player's
 * cap, not enough coins.
 */
export function checkLend(context: LendContext, amount: Minor): Result<Minor, LendRefusal> {
  const { economy, starter } = context;
  const left = context.amount - context.raised;
  if (!context.open || left <= 0) return err('LEND_CLOSED');
  if (context.windowOver) return err('LEND_EXPIRED');
  if (!Number.isSafeInteger(amount) || amount < Math.min(economy.share, left)) return err('LEND_BELOW_SHARE');
  if (amount > left) return err('LEND_OVER');
  if (amount !== left && amount % economy.share !== 0) return err('LEND_STEP');
  const cap = starter ? left : Math.floor((context.amount * economy.playerCapPercent) / 100) - context.playerHolds;
  if (amount > cap) return err('LEND_LIMIT');
  return amount > context.wallet ? err('LEND_FUNDS') : ok(amount);
}

/** The dialog warns when so little would remain (lending.md 4, "never stuck"). */
export const leavesLowPurse = (wallet: Minor, amount: Minor, economy: Economy['lending']): boolean =>
  wallet - amount < economy.lowPurse;
