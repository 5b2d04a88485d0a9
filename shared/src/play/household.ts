import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';

/**
 * One player's homestead: everything of the WORK side that is not coins. Stored whole, as one versioned document; plain data only.
 * Coins live in the ledger alone; goods live here and every change of them is also a goods movement (I21).
 */
export type Plot = { readonly crop: string; readonly plantedAt: Instant };

export type StallSlot = { readonly good: string; readonly quantity: number };

/** A customer who waits for something particular; waits for ever, and pays half as much again. */
export type Wish = { readonly id: number; readonly good: string; readonly quantity: number; readonly since: Instant };

export type Stall = {
  readonly slots: readonly (StallSlot | null)[];
  /** Up to here walk-in customers have been served; the next one comes a fixed interval later. */
  readonly settledAt: Instant;
  /** Walk-in customers served so far: the counter of their random draws. */
  readonly customers: number;
  readonly wishes: readonly Wish[];
  /** Wishes made so far: the counter of their random draws, and the next wish's id. */
  readonly wishCount: number;
  readonly wishedAt: Instant;
  /** Faucet cap (I17): the real day (UTC, days since epoch) and what the stall earned in it. */
  readonly day: number;
  readonly earnedToday: Minor;
};

/** What happened at the stall since the player last looked; feeds the welcome-back report. */
export type SinceSeen = {
  readonly at: Instant;
  readonly sold: Readonly<Record<string, number>>;
  readonly earned: Minor;
};

export type Household = {
  /** Schema of this document; older ones are upgraded on reading (`upgradeHousehold`). */
  readonly v: 1;
  readonly xp: number;
  /** By plot number; a plot not in the record is bare. */
  readonly plots: Readonly<Record<number, Plot>>;
  readonly store: Readonly<Record<string, number>>;
  readonly stall: Stall;
  readonly hints: readonly string[];
  readonly since: SinceSeen;
};
