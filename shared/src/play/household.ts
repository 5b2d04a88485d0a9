import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';

/**
 * One player's homestead: everything of the WORK side that is not coins. Stored whole, as one versioned document; plain data only.
 * Coins live in the ledger alone; goods live here and every change of them is also a goods movement (I21).
 */
export type Plot = {
  readonly crop: string;
  readonly plantedAt: Instant;
  /** Bonuses in force when it was sown, thousandths; left out when there were none. What comes later never changes a growing plant. */
  readonly speedMilli?: number | undefined;
  readonly yieldMilli?: number | undefined;
};

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
  /** 1 to 5: more slots and more room on them (`content.homestead.stall`). */
  readonly level: number;
  /** What customers pay more, thousandths: the bonus in force when the stall was last settled, so that sales stay a function of the record. */
  readonly priceMilli: number;
};

/** One batch at a station. Its times are fixed when it is put in; it waits for ever once it is ready. */
export type Batch = { readonly recipe: string; readonly startsAt: Instant; readonly readyAt: Instant };

/** A station that was bought or came with the starter loan. Batches run one after another; what is ready holds its place until collected. */
export type Station = { readonly level: number; readonly queue: readonly Batch[] };

/** Somebody wants several things at once; waits for ever. What it pays follows from what is in it (`orderPay`). */
export type Order = {
  readonly id: number;
  readonly items: readonly { readonly good: string; readonly quantity: number }[];
  readonly since: Instant;
};

export type OrderBoard = {
  readonly waiting: readonly Order[];
  /** Orders made so far: the counter of their random draws, and the next order's id. */
  readonly count: number;
  /** When the last one arrived, or the board last began to wait for one. */
  readonly at: Instant;
};

/** The six needs of the family; the drawings know the same names (`assets/src/kit/interior/need-tiers.ts`). */
export const NEEDS = ['food', 'water', 'roof', 'light', 'school', 'health'] as const;
export type Need = (typeof NEEDS)[number];
/** 0 is how everybody begins. */
export type Tier = 0 | 1 | 2 | 3;

export type Home = {
  /** The house outside, 1 to 4. */
  readonly house: number;
  readonly needs: Readonly<Record<Need, Tier>>;
  /** Talks that were heard: each counts once. */
  readonly told: readonly string[];
};

/** What happened at the stall since the player last looked; feeds the welcome-back report. */
export type SinceSeen = {
  readonly at: Instant;
  readonly sold: Readonly<Record<string, number>>;
  readonly earned: Minor;
};

/** Something a new catalogue no longer knows, with what was paid for it: told in the welcome-back report until that is closed. */
export type Gone = {
  readonly kind: 'crop' | 'good' | 'station' | 'batch';
  readonly id: string;
  readonly quantity: number;
  readonly refund: Minor;
};

export type Household = {
  /** Schema of this document; older ones are upgraded on reading (`upgradeHousehold`). */
  readonly v: 2;
  readonly xp: number;
  /** By plot number; a plot not in the record is bare. */
  readonly plots: Readonly<Record<number, Plot>>;
  readonly store: Readonly<Record<string, number>>;
  readonly stall: Stall;
  readonly hints: readonly string[];
  readonly since: SinceSeen;
  /** Plots beyond those the level grants: bought, or what the starter loan paid for. */
  readonly extraPlots: number;
  /** What harvests with a bonus left over of each good, thousandths of a piece, always fewer than 1 000. */
  readonly parts: Readonly<Record<string, number>>;
  /** Stations by their id; one that is not in the record is not owned. */
  readonly stations: Readonly<Record<string, Station>>;
  readonly orders: OrderBoard;
  readonly home: Home;
  /** Goals that were put aside, oldest first. */
  readonly skippedGoals: readonly string[];
  /** Real day (UTC) of the last welcome gift, or of the first day, which began with one. */
  readonly giftDay: number;
  /** Left out when there is nothing to tell. */
  readonly gone?: readonly Gone[] | undefined;
};
