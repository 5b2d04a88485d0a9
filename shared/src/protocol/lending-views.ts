import type { Sector } from '../content/lending.ts';
import type { ShockCause, ShockPart } from '../lending/shocks.ts';
import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { AutoLendRules } from './lending-commands.ts';
import type { RejectCode } from './reject-codes.ts';
import type { LoanCard, LoanPage } from './views.ts';

/** What HTTP answers about lending beyond `views.ts`. Amounts in minor units, instants in epoch ms, chances in ppm (millionths). */

/** One instalment with what became of it, over all schedule versions: those paid under an earlier one stay as they were. */
export type InstalmentView = {
  readonly n: number;
  /** 1 at disbursal, one more with every reschedule. */
  readonly version: number;
  /** Null before disbursal, or while the simulated clock stands still before it. */
  readonly dueAt: Instant | null;
  readonly expected: Minor;
  /** Cost to the borrower in this instalment; shown, never the lenders'. */
  readonly cost: Minor;
  readonly actual: Minor;
  readonly actualAt: Instant | null;
  /** The asking player's part of `actual`. */
  readonly mine: Minor;
  /** Days past due when it was paid, or today when it is late; 0 otherwise. */
  readonly daysLate: number;
  readonly status: 'repaid' | 'repaid_late' | 'late' | 'to_come' | 'lost' | 'forgiven';
};

/** From where a running loan stands now, by the same chain that runs it (no shocks foreseen). Sums to 1 000 000. */
export type OddsView = {
  readonly fullyRepaidPpm: number;
  readonly partlyLostPpm: number;
  /** Instalments missed today. */
  readonly missed: number;
};

/** After a default: what the field partner's further tries may bring. */
export type RecoveryView = {
  readonly triesLeft: number;
  /** Chance that at least one of them brings something. */
  readonly anythingPpm: number;
  /** Mean share of what is still missing that comes back. */
  readonly expectedSharePpm: number;
  readonly missing: Minor;
  readonly recovered: Minor;
};

/** Ready for `whyLate` in `@bloomvale/shared/lending/why-late`; the last step's ppm is `hPpm`. */
export type WhyLateView = {
  /** Instalment that was missed, 1-based, by the numbers of `instalments`. */
  readonly n: number;
  readonly period: number;
  readonly at: Instant;
  readonly basePpm: number;
  readonly hPpm: number;
  readonly rhoPpm: number;
  readonly factor: number | null;
  readonly parts: readonly ShockPart[];
};

export type ForgivePreview = {
  readonly loanId: string;
  readonly amount: Minor;
  /** What the player gives up for good, and what would still be open of their share. */
  readonly forYou: { readonly givenUp: Minor; readonly stillOpen: Minor };
  readonly forHer: {
    readonly owesBefore: Minor;
    readonly owesAfter: Minor;
    /** Instalments with something to pay. The last ones shrink first: she is done earlier. */
    readonly instalmentsBefore: number;
    readonly instalmentsAfter: number;
    readonly endsNow: boolean;
  };
  /** Other lenders get exactly what they would have got: 0, but for a devaluation that has already struck, whose share moves (below zero). */
  readonly forOthers: { readonly change: Minor };
  /** Forgiveness never makes a borrower's next loan smaller. */
  readonly nextLoan: 'unchanged';
};

export type ForgivenessOffer =
  | {
      readonly open: true;
      /** Why it may be asked: a hardship beyond her doing, on record. */
      readonly hardship: ShockCause;
      /** The part of the player's share that is late; null when nothing is. */
      readonly late: ForgivePreview | null;
      readonly all: ForgivePreview;
    }
  | { readonly open: false; readonly code: RejectCode };

/** Whether the file for "verify" can be had, and if not, when. */
export type ReplayAvailability =
  | { readonly available: true }
  | {
      readonly available: false;
      /** `running`: the key is told when the loan closes. `month`: the region's key of its last month is told when that month is over. `never`: it was never disbursed. */
      readonly why: 'running' | 'month' | 'never';
      readonly at: Instant | null;
    };

/** What stays when a loan could not be repaid: one thing by sector, an id the client has a picture and a sentence for. */
export type Keepsake = {
  readonly id: string;
  readonly sector: Sector;
};

/** The end of a loan that could not be repaid whole: data of its scene. Nobody is to blame. */
export type LoanEnding = {
  readonly kind: 'defaulted' | 'ended_with_loss';
  readonly at: Instant;
  /** What happened beyond her doing, strongest first; empty when it was only bad luck. `currency` for a devaluation. */
  readonly causes: readonly (ShockCause | 'currency')[];
  readonly repaid: Minor;
  readonly lost: Minor;
  readonly instalmentsPaid: number;
  readonly instalments: number;
  readonly keepsake: Keepsake;
  /** The player's own part; null for somebody who did not lend. */
  readonly mine: {
    readonly lent: Minor;
    readonly received: Minor;
    readonly lost: Minor;
    readonly covered: Minor;
  } | null;
};

export type MyShare = {
  readonly lent: Minor;
  readonly received: Minor;
  /** Of `received`, what came back after a default. */
  readonly recovered: Minor;
  readonly refunded: Minor;
  readonly forgiven: Minor;
  readonly lost: Minor;
  /** Of `lost`, what the guarantee fund paid. */
  readonly covered: Minor;
  readonly open: Minor;
  /** Of `open`, what is overdue. */
  readonly late: Minor;
  /** Name of the player's line in the replay file. */
  readonly pseudonym: string;
};

/** What the loan's page shows besides `LoanPage`; the route answers both in one object. */
export type LoanMore = {
  readonly instalmentRows: readonly InstalmentView[];
  /** Forecast in figures, as it was given before funding. */
  readonly outlook: {
    readonly neverLatePpm: number;
    readonly lateButRepaidPpm: number;
    readonly partlyLostPpm: number;
    readonly expectedLossPpm: number;
    /** Of 100 coins lent (10 000 minor units): low end of the 90 in 100 range, mean, high end. */
    readonly backLow: Minor;
    readonly backMean: Minor;
    readonly backHigh: Minor;
  };
  readonly odds: OddsView | null;
  readonly recovery: RecoveryView | null;
  readonly whyLate: WhyLateView | null;
  readonly following: boolean;
  readonly followers: number;
  readonly takeBack: { readonly lendId: string; readonly amount: Minor; readonly until: Instant } | null;
  readonly forgiveness: ForgivenessOffer;
  readonly replay: ReplayAvailability;
  /** Of the season that keys the loan: its commitment, and the root of its region keys ('' in a season of the first release). */
  readonly season: { readonly id: number; readonly commitment: string; readonly regionRoot: string };
  readonly ending: LoanEnding | null;
  /** Which part of her story this loan is: 1 for the first, and how many there are. */
  readonly chapter: { readonly number: number; readonly of: number };
  readonly share: MyShare | null;
};
/** `GET /api/loans/:id`. */
export type FullLoanPage = LoanPage & LoanMore;

/** `lent = repaid + recovered + refunded + forgiven + raising + outstanding + lost`, always. */
export type PortfolioSums = {
  readonly lent: Minor;
  readonly repaid: Minor;
  readonly recovered: Minor;
  readonly refunded: Minor;
  readonly forgiven: Minor;
  /** In escrow, waiting for a loan to be funded and disbursed. */
  readonly raising: Minor;
  readonly outstanding: Minor;
  /** Part of `outstanding` in loans with an overdue instalment. */
  readonly late: Minor;
  readonly lost: Minor;
  /** Part of `lost` that the guarantee fund paid. */
  readonly covered: Minor;
  /** Part of `lent` that had come back from borrowers before and went round again, first in, first out. */
  readonly reLent: Minor;
};

export type PortfolioShare = {
  /** Sector, country code or partner id. */
  readonly id: string;
  readonly loans: number;
  readonly lent: Minor;
  readonly outstanding: Minor;
  readonly late: Minor;
  readonly lost: Minor;
  /** Share of all that is lent, ppm; and the same of the average player (null when there is none). */
  readonly lentPpm: number;
  readonly averagePpm: number | null;
};

/** A simulated month of the player's repayments; past ones with what came, coming ones with what is due. */
export type MonthLine = {
  /** Months since the world began. */
  readonly month: number;
  /** Real instants of its begin and end by the clock known today; null while it stands still. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Principal that came back in it, recoveries included. */
  readonly repaid: Minor;
  /** Falls due in it if everybody pays on time; overdue instalments count in the coming tick's month. */
  readonly due: Minor;
  /** Of `due` and what is overdue: mean and 90 in 100 range by the chain, loans taken as independent. */
  readonly mean: Minor;
  readonly low: Minor;
  readonly high: Minor;
};

export type CalibrationBin = {
  /** Forecast chance of full repayment: bounds of the bin and its mean over the loans in it, ppm. */
  readonly fromPpm: number;
  readonly toPpm: number;
  readonly forecastPpm: number;
  readonly happenedPpm: number;
  readonly loans: number;
  /** 90 in 100 range of `happened` if every forecast is right: what chance alone explains. */
  readonly lowPpm: number;
  readonly highPpm: number;
};
/** Forecasts against outcomes of closed loans. `bins` is null below `needed` loans: say how many are missing. */
export type Calibration = {
  readonly closed: number;
  readonly needed: number;
  readonly bins: readonly CalibrationBin[] | null;
};

export type AverageView = {
  /** Players it is the mean of, the asking one included; null figures below `AVERAGE_MIN_PLAYERS`. */
  readonly players: number;
  readonly computedAt: Instant;
  readonly sums: PortfolioSums;
};
/** Below so many lenders an average would tell somebody's figures. */
export const AVERAGE_MIN_PLAYERS = 5;
/** The average is over the lenders seen last, at most so many. */
export const AVERAGE_MAX_PLAYERS = 200;
/** And is at most so old. */
export const AVERAGE_FRESH_MS = 300_000;
/** Closed loans from which on forecasts are shown beside outcomes: fewer say nothing. */
export const CALIBRATION_MIN_LOANS = 20;

export type AutoLendStop = 'player' | 'absence' | 'loss';
/** Why it lent, or did not go on: one line each, newest first. */
export type AutoLendLine = {
  readonly id: number;
  readonly at: Instant;
  readonly kind: 'on' | 'off' | 'lent' | 'stopped';
  readonly loanId: string | null;
  readonly name: string | null;
  readonly amount: Minor;
  /** `lent`: the figures that fitted the rules (grade, rating, annualCost, months, sector, country) and what was left of the limits
   * (dayLeft, budgetLeft, wallet). `stopped`: why, lost, daysAway. */
  readonly data: Readonly<Record<string, string | number>>;
};
export type AutoLendView = {
  readonly on: boolean;
  /** Null until rules were saved once. */
  readonly rules: AutoLendRules | null;
  readonly since: Instant | null;
  readonly stopped: { readonly why: AutoLendStop; readonly at: Instant } | null;
  /** Coins that came back since it was turned on and were not lent by it: all it may lend. */
  readonly budget: Minor;
  readonly lentToday: Minor;
  readonly lentSince: Minor;
  readonly lostSince: Minor;
  readonly lines: readonly AutoLendLine[];
};

/** `GET /api/portfolio/report`. */
export type PortfolioReport = {
  readonly now: Instant;
  /** Current simulated month. */
  readonly month: number;
  readonly sums: PortfolioSums;
  readonly loans: {
    readonly raising: number;
    readonly running: number;
    readonly late: number;
    readonly closed: number;
    readonly defaulted: number;
  };
  readonly average: AverageView | null;
  readonly bySector: readonly PortfolioShare[];
  readonly byCountry: readonly PortfolioShare[];
  readonly byPartner: readonly (PortfolioShare & { readonly name: string })[];
  /** The last twelve and the coming twelve simulated months; none before the first lend. */
  readonly months: readonly MonthLine[];
  readonly calibration: { readonly mine: Calibration; readonly village: Calibration };
  readonly autoLend: AutoLendView;
  /** For "lend again": what came back since the last lend, from whom, and one open loan that a share fits; null when none does. */
  readonly again: {
    readonly back: Minor;
    readonly from: readonly { readonly loanId: string; readonly name: string; readonly amount: Minor }[];
    readonly suggestion: LoanCard | null;
  };
  readonly keepsakes: readonly (Keepsake & { readonly loanId: string; readonly name: string; readonly at: Instant })[];
};

/** Told to followers only: lenders hear of these by other messages, or need not. */
export const FOLLOWERS_NEWS_KINDS = ['funded', 'disbursed', 'missed', 'caught_up', 'ended', 'expired'] as const;
export const NEWS_KINDS = [
  ...FOLLOWERS_NEWS_KINDS,
  'rescheduled',
  'drought',
  'illness',
  'strain',
  'forgiven',
  'recovered',
  'recovery_over',
  'ended_with_loss',
  'defaulted',
  'cancelled',
  'refunded',
] as const;
export type LoanNewsKind = (typeof NEWS_KINDS)[number];

/** One piece of news of a loan the player lent to or follows. */
export type LoanNewsLine = {
  readonly id: number;
  readonly at: Instant;
  readonly loanId: string;
  readonly entrepreneur: string;
  readonly name: string;
  readonly kind: LoanNewsKind;
  readonly data: Readonly<Record<string, string | number>>;
  readonly lent: boolean;
  readonly followed: boolean;
};
/** `GET /api/lending/news?before=`. */
export type LoanNewsPage = {
  readonly lines: readonly LoanNewsLine[];
  readonly before: number | null;
  /** Ids above it are new since the player last closed the welcome-back report. */
  readonly seen: number;
};

/** `GET /api/lending/world`: one line a country of the catalogue. */
export type WorldCountry = {
  readonly country: string;
  readonly entrepreneurs: number;
  /** Open in the player's village now. */
  readonly open: number;
  /** Loans of the village that were disbursed, ever; the place is lit from one on. */
  readonly funded: number;
  /** Of them, loans the player lent to. */
  readonly mine: number;
  readonly lent: Minor;
};
export type WorldView = { readonly countries: readonly WorldCountry[] };
