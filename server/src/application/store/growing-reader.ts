import type { Rows } from './tables.ts';

/** Reads of committed state that only borrowing, shops and letters ask for. Every list is bounded by its arguments or by a limit of the game. */
export interface GrowingReader {
  /** A player's own loans, newest first. */
  ownLoansOfPlayer(playerId: string, limit: number): Promise<readonly Rows['ownLoan'][]>;
}
