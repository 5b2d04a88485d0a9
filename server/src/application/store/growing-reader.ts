import type { Rows } from './tables.ts';

/** Where a page of letters ended. */
export type LetterCursor = { readonly number: number; readonly id: string };

/** Reads of committed state that only borrowing, shops and letters ask for. Every list is bounded by its arguments or by a limit of the game. */
export interface GrowingReader {
  /** A player's own loans, newest first. */
  ownLoansOfPlayer(playerId: string, limit: number): Promise<readonly Rows['ownLoan'][]>;
  /** Events of these kinds of any loan, above journal number `after`, oldest first. */
  loanEventsAfter(after: number, kinds: readonly string[], limit: number): Promise<readonly Rows['loanEvent'][]>;
  /** Newest first. */
  lettersOfPlayer(playerId: string, before: LetterCursor | null, limit: number): Promise<readonly Rows['letter'][]>;
  visitsOfPlayer(playerId: string): Promise<readonly Rows['shopVisit'][]>;
}
