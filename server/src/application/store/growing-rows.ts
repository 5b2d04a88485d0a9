import type { Minor } from '@bloomvale/shared/money/coins';
import type { OwnLoan } from '@bloomvale/shared/own-loan/own-loan';
import type { Instant } from '@bloomvale/shared/time/sim-clock';

/** What the village fund knows of a player, as one document (`shared/own-loan/borrower`). */
export type BorrowerRow = {
  readonly playerId: string;
  readonly doc: string;
  readonly version: number;
};

/** A player's own loan. Figures that lists ask for stand beside the document (`shared/own-loan/own-loan`), and equal it. */
export type OwnLoanRow = {
  readonly id: string;
  readonly playerId: string;
  readonly number: number;
  readonly state: OwnLoan['life']['state'];
  readonly owed: Minor;
  readonly doc: string;
  readonly signedAt: Instant;
  readonly closedAt: Instant | null;
  readonly version: number;
};
