import type { Minor } from '@bloomvale/shared/money/coins';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Rows } from './tables.ts';

/** A posting and when it was made. */
export type Movement = Pick<Rows['transfer'], 'id' | 'kind' | 'debit' | 'credit' | 'amount'> & { readonly at: Instant };

/** What became of loans in a stretch of time. Starter projects are left out of the first two: all but a share of them is there from the start. */
export type LoanOutcomes = {
  /** Ordinary loans that were filled, or partly and flexible. */
  readonly funded: number;
  /** Ordinary loans whose window ended without. */
  readonly expired: number;
  /** Principal of loans that ended, were ended with a loss, or defaulted; minor units. Refunded ones are left out. */
  readonly ended: Minor;
  /** Of that: written off and not recovered; and the lenders' loss to currencies. */
  readonly defaultLoss: Minor;
  readonly fxLoss: Minor;
  /** Sum over the same loans of principal x milliseconds from disbursal to end: divided by `ended`, their mean life. */
  readonly lifeWeight: number;
};

/** A player's coins: at hand, and lent and not back. */
export type Wealth = {
  /** Where the next page begins. */
  readonly account: string;
  readonly wallet: Minor;
  readonly lent: Minor;
  readonly seenAt: Instant;
  readonly deleted: boolean;
};

/** What the live page asks of committed state: every question is bounded by its arguments and answered by an index, in a few milliseconds. */
export interface LiveReader {
  /** The first batch from this number on: batches are numbered in the order of their instants. */
  batchFrom(id: number): Promise<Pick<Rows['batch'], 'id' | 'at'> | null>;
  /** Postings above this journal number, oldest first. */
  movementsAfter(id: number, limit: number): Promise<readonly Movement[]>;
  /** Loans in repayment above this id, in order of ids. */
  runningLoans(after: string, limit: number): Promise<readonly Rows['loan'][]>;
  /** Wallets above this account id, in order of ids. */
  wealthAfter(account: string, limit: number): Promise<readonly Wealth[]>;
  /** Loans funded and closed from `from` (inclusive) to `to`. */
  loanOutcomes(from: Instant, to: Instant): Promise<LoanOutcomes>;
  /** Milliseconds from listing to funding of ordinary loans funded from `from` to `to`, the latest first. */
  fundingTimes(from: Instant, to: Instant, limit: number): Promise<readonly number[]>;
  /** Samples from an instant on, oldest first. */
  samplesSince(from: Instant, limit: number): Promise<readonly Rows['liveSample'][]>;
}
