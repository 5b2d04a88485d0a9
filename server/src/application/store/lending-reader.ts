import type { Minor } from '@bloomvale/shared/money/coins';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { Rows } from './tables.ts';

/** A posting that moved a lender's own coins for a loan, by its leg's kind; oldest first wherever several are answered. */
export type LenderMovement = {
  readonly id: number;
  /** `lend`, `reverse.lend`, `repay`, `recover`, `refund`, `refund_running`. */
  readonly kind: string;
  readonly amount: Minor;
  readonly sim: SimSeconds;
  readonly loanId: string;
  /** Key of its batch: `rev:` and the key of what it undoes. */
  readonly key: string;
};

/** Reads of committed state that only lending asks for. Every list is bounded by its arguments. */
export interface LendingReader {
  /** Who follows these loans. */
  followers(loanIds: readonly string[]): Promise<readonly { readonly loanId: string; readonly playerId: string }[]>;
  activeAutoLenders(): Promise<readonly string[]>;
  /** Newest first. */
  autoLendLines(playerId: string, limit: number): Promise<readonly Rows['autoLendLine'][]>;
  /** Events of these loans and kinds, newest first, below number `before`. */
  newsOf(
    loanIds: readonly string[],
    kinds: readonly string[],
    before: number,
    limit: number,
  ): Promise<readonly Rows['loanEvent'][]>;
  /** Loans of a village that were disbursed and are over, the last closed first. */
  closedLoans(villageId: string, limit: number): Promise<readonly Rows['loan'][]>;
  /** Loans of a village in any state, newest first. */
  latestLoans(villageId: string, limit: number): Promise<readonly Rows['loan'][]>;
  /** Loans of a village by person and state. */
  loanCounts(
    villageId: string,
  ): Promise<
    readonly { readonly entrepreneur: string; readonly state: Rows['loan']['state']; readonly loans: number }[]
  >;
  /** Players who have lent, the one seen last first. */
  recentLenders(limit: number): Promise<readonly string[]>;
  /** What moved in a wallet for loans after journal number `after`. */
  lenderMovements(wallet: string, after: number, limit: number): Promise<readonly LenderMovement[]>;
}

/** Kinds of legs that `lenderMovements` answers. */
export const MOVEMENT_KINDS = ['lend', 'reverse.lend', 'repay', 'recover', 'refund', 'refund_running'] as const;
/** States of a loan that has been disbursed and is over. */
export const OVER_STATES: readonly Rows['loan']['state'][] = ['ended', 'ended_with_loss', 'defaulted'];
