import type { Keepsake, LetterKind, OwnLoanGrant, PollinationFigure, ShopState } from '../content/growing.ts';
import type { Look, Sector } from '../content/lending.ts';
import type { Localised } from '../content/text.ts';
import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { RejectCode } from './reject-codes.ts';
import type { Gain, Progress } from './replies.ts';

/** Views and replies of the own loan ("I owe"), shops, pollination, letters and the album. Amounts in minor units, instants in epoch ms. */

export type OwnLoanRow = {
  readonly n: number;
  /** Real milliseconds of loan time until it falls due, 0 when it has; null while the simulated clock stands still. */
  readonly dueInMs: number | null;
  readonly principal: Minor;
  readonly cost: Minor;
  readonly total: Minor;
  /** Principal still owed after it. */
  readonly balance: Minor;
  readonly paid: Minor;
  readonly status: 'paid' | 'partly' | 'to_come' | 'late' | 'written_off';
};

/** Whether instalments fit the takings; percent and amounts are for one month of loan time. */
export type EffortView = {
  /** Null for the starter loan and without any takings yet. */
  readonly percent: number | null;
  readonly verdict: 'comfortable' | 'caution' | 'refused' | 'unknown';
  readonly takings: Minor;
  /** Left of a month's takings after the instalments if the stall sold half as much. May be negative. */
  readonly leftIfHalf: Minor;
  /** The largest sum that stays below the caution line, and below the limit; null when even the least does not. */
  readonly comfortable: Minor | null;
  readonly most: Minor | null;
};

export type OwnLoanOfferView = {
  readonly id: string;
  readonly name: Localised;
  readonly about: Localised;
  readonly grant: OwnLoanGrant;
  readonly starter: boolean;
  readonly stallLevel: number;
  /** Offered now, by stall level and history; `least` equals it in kind. Choose in steps of `step`. */
  readonly amount: Minor;
  readonly least: Minor;
  readonly step: Minor;
  readonly instalments: number;
  readonly intervalMs: number;
  readonly intervalSimHours: number;
  /** First instalment of the whole amount: what `own-loan.sign` wants to hear. For a smaller amount: `own-loan/quote`. */
  readonly instalment: Minor;
  readonly total: Minor;
  readonly cost: Minor;
  /** Effective annual rate, tenths of a percent of simulated time. */
  readonly annualTenths: number;
  readonly schedule: readonly OwnLoanRow[];
  readonly effort: EffortView;
  /** Why it cannot be signed now; null when it can. Shown with the offer, which stays in sight. */
  readonly refusal: { readonly code: RejectCode; readonly detail: Readonly<Record<string, string | number>> } | null;
};

export type OwnLoanView = {
  readonly id: string;
  readonly offer: string;
  readonly name: Localised;
  readonly grant: OwnLoanGrant;
  readonly state: 'in_repayment' | 'ended' | 'defaulted';
  readonly principal: Minor;
  readonly cost: Minor;
  readonly paid: Minor;
  /** Cost dropped by early repayment. */
  readonly waived: Minor;
  readonly writtenOff: Minor;
  /** Principal and cost of everything unpaid. */
  readonly owed: Minor;
  readonly schedule: readonly OwnLoanRow[];
  /** The oldest unpaid instalment; null when closed. */
  readonly next: { readonly n: number; readonly missing: Minor; readonly dueInMs: number | null } | null;
  readonly payOff: { readonly amount: Minor; readonly saved: Minor } | null;
  readonly share: number;
  readonly daysPastDue: number;
  readonly rescheduled: number;
  readonly signedAt: Instant;
  readonly closedAt: Instant | null;
};

/** GET /api/own-loan */
export type OwnLoanPage = {
  readonly loan: OwnLoanView | null;
  readonly offers: readonly OwnLoanOfferView[];
  /** Closed loans, newest first. */
  readonly past: readonly OwnLoanView[];
  readonly history: {
    readonly repaid: number;
    readonly rescheduled: number;
    readonly writtenOff: number;
    /** What the history makes of an offer, percent. */
    readonly percent: number;
  };
  readonly shares: readonly number[];
  readonly cautionPercent: number;
  readonly limitPercent: number;
  /** Coins an instalment never takes. */
  readonly reserve: Minor;
  readonly wallet: Minor;
  /** Loan time stands still this long (real ms) after the player was last about. */
  readonly pausesAfterMs: number | null;
};

export type ShopDealView = {
  readonly deal: 'buy' | 'sell';
  readonly good: string;
  /** Minor units a piece. */
  readonly price: Minor;
  /** Pieces left for the asking player today, and in all. */
  readonly left: number;
  readonly perDay: number;
};

/** GET /api/shops/:loanId */
export type ShopPage = {
  readonly loanId: string;
  readonly spot: number | null;
  readonly entrepreneur: string;
  readonly name: string;
  readonly shortName: string;
  readonly look: Look;
  readonly sector: Sector;
  readonly activity: Localised;
  readonly town: string;
  readonly country: string;
  readonly state: ShopState | 'gone';
  /** When it opens or opened, real; null while the simulated clock stands still. */
  readonly opensAt: Instant | null;
  readonly tier: 1 | 2 | 3;
  /** Which of her loans this is in the village: 1 is the first. */
  readonly chapter: number;
  readonly relation: 'lender' | 'neighbour' | 'visitor';
  readonly lent: Minor;
  /** Her words at the door, the player's name in them; when late, why. */
  readonly greeting: Localised;
  readonly daysPastDue: number;
  readonly lateCause: string | null;
  readonly deals: readonly ShopDealView[];
  /** Shops next door that raise her daily pieces. */
  readonly besides: readonly { readonly loanId: string; readonly shortName: string; readonly milli: number }[];
  readonly pollinates: { readonly figure: PollinationFigure; readonly milli: number };
  readonly visits: number;
};

export type PollinationSourceView = {
  readonly loanId: string;
  readonly entrepreneur: string;
  readonly shortName: string;
  readonly sector: Sector;
  readonly state: ShopState;
  /** Spot on the square; null when her shop has made room for another. */
  readonly spot: number | null;
  readonly relation: 'lender' | 'neighbour';
  readonly figure: PollinationFigure;
  /** What this shop would add alone, thousandths; 0 while it is being built or late (resting). */
  readonly milli: number;
  /** Plots it reaches (yield, speed); empty for price, which reaches the stall. */
  readonly plots: readonly number[];
};

/** GET /api/pollination and /api/pollination/:publicId (a neighbour's homestead). */
export type PollinationView = {
  readonly owner: string;
  /** By plot number, only those with something. */
  readonly plots: Readonly<
    Record<number, { readonly yieldMilli: number; readonly speedMilli: number; readonly from: readonly string[] }>
  >;
  readonly stall: { readonly priceMilli: number; readonly from: readonly string[] };
  readonly sources: readonly PollinationSourceView[];
  readonly caps: Readonly<Record<PollinationFigure, number>>;
};

export type LetterView = {
  readonly id: string;
  readonly kind: LetterKind;
  readonly at: Instant;
  readonly read: boolean;
  readonly loanId: string;
  readonly entrepreneur: string;
  readonly name: string;
  readonly shortName: string;
  readonly look: Look;
  readonly town: string;
  readonly country: string;
  readonly text: Localised;
  readonly keepsake: Keepsake | null;
};

/** GET /api/letters?before=<cursor> : newest first. */
export type Inbox = {
  readonly letters: readonly LetterView[];
  readonly unread: number;
  /** For the next page; null at the end. */
  readonly before: string | null;
};

export type AlbumPerson = {
  readonly entrepreneur: string;
  readonly name: string;
  readonly shortName: string;
  readonly look: Look;
  readonly sector: Sector;
  readonly town: string;
  readonly country: string;
  readonly activity: Localised;
  /** First visit or first share, whichever came first. */
  readonly metAt: Instant;
  readonly visits: number;
  /** Loans of hers the player lent to, and what became of them. */
  readonly chapters: readonly {
    readonly loanId: string;
    readonly chapter: number;
    /** What the loan was for, and this part of her story. */
    readonly use: Localised;
    readonly story: Localised;
    readonly lent: Minor;
    readonly outcome: 'running' | 'repaid' | 'lost' | 'refunded';
    readonly letters: number;
    readonly unread: number;
  }[];
  readonly keepsakes: readonly Keepsake[];
};

/** GET /api/album */
export type Album = {
  readonly people: readonly AlbumPerson[];
  /** Everybody there is to meet. */
  readonly peopleInAll: number;
  /** Goods that have ever been in the store, by id, and how many came in. */
  readonly goods: readonly { readonly good: string; readonly quantity: number }[];
  readonly goodsInAll: number;
};

export type GrowingValues = {
  'own-loan.sign': {
    readonly loanId: string;
    readonly owed: Minor;
    readonly wallet: Minor;
    readonly grant: OwnLoanGrant;
  };
  'own-loan.pay': {
    readonly loanId: string;
    readonly paid: Minor;
    readonly owed: Minor;
    readonly wallet: Minor;
    readonly ended: boolean;
  };
  'own-loan.pay-off': { readonly loanId: string; readonly paid: Minor; readonly saved: Minor; readonly wallet: Minor };
  'own-loan.share': { readonly loanId: string; readonly share: number };
  'shop.visit': { readonly visits: number; readonly first: boolean; readonly greeting: Localised };
  'shop.trade': {
    readonly deal: 'buy' | 'sell';
    readonly traded: Gain;
    readonly coins: Minor;
    readonly left: number;
  } & Progress;
  'letter.read': { readonly unread: number };
};

/** Private messages of rooms. */
export type GrowingMessages = {
  'letter.arrived': { readonly id: string; readonly kind: LetterKind; readonly name: string };
  /** Something happened to the player's own loan without their doing: takings were set aside, a date passed, a new schedule. */
  'own-loan.news': {
    readonly kind: 'paid' | 'late' | 'rescheduled' | 'ended' | 'written_off';
    readonly amount: Minor;
    readonly owed: Minor;
  };
};
