import type { LetterKind } from '@bloomvale/shared/content/growing';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { OwnLoan } from '@bloomvale/shared/own-loan/own-loan';
import type { LateCause } from '@bloomvale/shared/shops/late-cause';
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

/** A letter to one of a loan's lenders; its words follow from the catalogue. */
export type LetterRow = {
  /** `{loan}.{kind}[-{event}].{public id}`: the same event never writes twice. */
  readonly id: string;
  readonly playerId: string;
  readonly loanId: string;
  readonly kind: LetterKind;
  /** Journal number of the event it tells of: letters are in this order. */
  readonly number: number;
  readonly at: Instant;
  /** JSON `LetterData`. */
  readonly data: string;
  readonly readAt: Instant | null;
};
export type LetterData = {
  readonly amount?: Minor;
  readonly cause?: LateCause;
};

/** How many letters a player has. */
export type InboxRow = { readonly playerId: string; readonly letters: number; readonly unread: number };

/** A player's visits to one shop, and what they traded there on the last day. */
export type ShopVisitRow = {
  /** `{loan}.{public id}`. */
  readonly id: string;
  readonly playerId: string;
  readonly loanId: string;
  readonly metAt: Instant;
  /** Real days on which they came. */
  readonly visits: number;
  readonly lastAt: Instant;
  /** Real day (UTC, days since epoch) of `traded`. */
  readonly day: number;
  /** JSON object: pieces by `{deal}:{good}`. */
  readonly traded: string;
};
