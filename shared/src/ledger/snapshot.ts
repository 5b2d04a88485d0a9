import type { LoanLifecycle } from '../lending/loan-state.ts';
import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { AccountId, AccountName } from './accounts.ts';
import type { BatchKind, Transfer } from './batch.ts';
import type { ContributionSource } from './postings.ts';

/** Stored totals of an account. */
export type AccountRow = { readonly id: AccountId; readonly debits: Minor; readonly credits: Minor };

/** A stored batch; `seq` grows with every batch. */
export type BatchRow = {
  readonly seq: number;
  readonly key: string;
  readonly kind: BatchKind;
  readonly actor: string;
  readonly reason: string;
  readonly at: Instant;
};

/** A stored transfer; `seq` grows with every transfer, `batch` is its batch's key. */
export type TransferRow = Transfer & { readonly seq: number; readonly batch: string };

export type LoanRow = LoanLifecycle & {
  readonly id: string;
  /** Principal of the unpaid instalments of the schedule in force (`unpaidPrincipal`); 0 unless in repayment. */
  readonly unpaidPrincipal: Minor;
};

/** A stored contribution with its settled amounts. `paid` holds T6, T8 and T10; `refunded` holds T5. */
export type ContributionRow = {
  readonly id: string;
  readonly loan: string;
  readonly source: ContributionSource;
  readonly amount: Minor;
  readonly paid: Minor;
  readonly forgiven: Minor;
  readonly refunded: Minor;
};

/** A player's own loan as it is stored: what was agreed, and what became of it. */
export type OwnLoanSummary = {
  readonly id: string;
  readonly running: boolean;
  readonly principal: Minor;
  readonly cost: Minor;
  readonly paidPrincipal: Minor;
  readonly paidCost: Minor;
  /** Cost dropped by early repayment. */
  readonly waived: Minor;
  /** Principal and cost written off (T16). */
  readonly writtenOff: Minor;
  /** Principal and cost of the unpaid instalments of its schedule. */
  readonly owed: Minor;
};

/** A stock of one good: what is stored, and the movements that made it. */
export type GoodsRow = { readonly owner: string; readonly good: string; readonly quantity: number };
/** Every change of a stock names the event that caused it: harvest and gifts are sources, sales and recipes sinks (I21). */
export type GoodsMovementRow = {
  readonly seq: number;
  readonly owner: string;
  readonly good: string;
  readonly delta: number;
  readonly event: string;
};

/** Most a player may earn from a faucet in a day (I17). */
export type FaucetCap = { readonly mint: AccountName; readonly perDay: Minor };

/**
 * A whole world as the audit reads it. Each method starts a fresh pass over rows in the stated order, so a reader can stream them from
 * SQL; nothing is kept but totals per account, loan and contribution.
 */
export type LedgerSnapshot = {
  /** Any order. */
  readonly accounts: () => Iterable<AccountRow>;
  /** By `seq`. */
  readonly batches: () => Iterable<BatchRow>;
  /** By `seq`; the transfers of one batch are adjacent, in the order they were posted. */
  readonly transfers: () => Iterable<TransferRow>;
  readonly loans: () => Iterable<LoanRow>;
  readonly contributions: () => Iterable<ContributionRow>;
  readonly ownLoans: () => Iterable<OwnLoanSummary>;
  readonly goods: () => Iterable<GoodsRow>;
  /** By `seq`. */
  readonly goodsMovements: () => Iterable<GoodsMovementRow>;
  readonly faucetCaps: readonly FaucetCap[];
  /** Number of the day an instant belongs to, as the play rules count it. */
  readonly dayOf: (at: Instant) => number;
};

export const INVARIANT_IDS = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'I16',
  'I17',
  'I18',
  'I19',
  'I20',
  'I21',
  'I22',
] as const;
export type InvariantId = (typeof INVARIANT_IDS)[number];

/** One breach: which invariant, what is wrong in a sentence, and the row it was seen at. */
export type Violation = { readonly id: InvariantId; readonly what: string; readonly where: string };
