import type { Minor } from '../money/coins.ts';
import type { AccountId } from './accounts.ts';

/** Posting rules (microfinance.md 6.4, lending.md 4). */
export const BATCH_KINDS = [
  'earn',
  'buy',
  'lend',
  'disburse',
  'refund',
  'repay',
  'write_off',
  'recover',
  'fx_loss',
  'refund_running',
  'pool_deposit',
  'pool_payout',
  'match',
  'reverse',
  'player_loan',
  'player_instalment',
  'player_write_off',
  'forgive',
  'endow',
  'correct',
] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** One movement: `amount` minor units (> 0) from the debited to the credited account. */
export type Transfer = {
  readonly debit: AccountId;
  readonly credit: AccountId;
  readonly amount: Minor;
  /** The batch's rule, or the leg of it, such as `repay.collect`. */
  readonly kind: string;
  /** What it is about: `loan:{id}`, `contribution:{id}`, `purchase:{id}`, ... */
  readonly ref: string;
};

/** All or nothing, applied once: the key makes a repeat harmless (I11), actor and reason are never empty (I20). */
export type Batch = {
  readonly key: string;
  readonly kind: BatchKind;
  /** `player:{id}`, `system`, `operator:{id}`. */
  readonly actor: string;
  readonly reason: string;
  readonly transfers: readonly Transfer[];
};
