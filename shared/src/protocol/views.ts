import type { Grade, Look, Sector } from '../content/lending.ts';
import type { Localised } from '../content/text.ts';
import type { Minor } from '../money/coins.ts';
import type { Instant } from '../time/sim-clock.ts';

/** What HTTP answers with. Amounts in minor units, instants in epoch milliseconds. */

export type LoanState =
  | 'draft'
  | 'review'
  | 'fundraising'
  | 'funded'
  | 'in_repayment'
  | 'ended'
  | 'ended_with_loss'
  | 'defaulted'
  | 'expired'
  | 'refunded'
  | 'cancelled';

/** "In 100 loans like this": integers that add up to 100 (`lending/forecast`). */
export type ForecastView = {
  readonly repaidNeverLate: number;
  readonly repaidLate: number;
  readonly partlyLost: number;
  /** Of a share of 25 coins: the 90 in 100 range of what comes back, minor units. */
  readonly shareLow: Minor;
  readonly shareHigh: Minor;
  /** Instalment by which half is back: earliest likely, latest likely; null when it may never be. */
  readonly halfBackFrom: number;
  readonly halfBackTo: number | null;
};

export type LoanCard = {
  readonly id: string;
  readonly entrepreneur: string;
  readonly name: string;
  readonly shortName: string;
  readonly gender: string;
  readonly country: string;
  readonly town: string;
  readonly sector: Sector;
  readonly activity: Localised;
  readonly use: Localised;
  readonly quote: Localised;
  readonly look: Look;
  readonly state: LoanState;
  readonly starter: boolean;
  readonly amount: Minor;
  readonly raised: Minor;
  readonly poolLent: Minor;
  readonly lenders: number;
  readonly funding: 'fixed' | 'flexible';
  readonly grade: Grade;
  readonly annualCost: number;
  readonly costMinor: Minor;
  readonly partner: { readonly id: string; readonly name: string; readonly rating: number };
  readonly instalments: number;
  readonly intervalSimHours: number;
  readonly intervalMs: number;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  readonly forecast: ForecastView;
  /** What the asking player has in it. */
  readonly mine: Minor;
  readonly listed: boolean;
};

export type ScheduleRowView = {
  readonly n: number;
  /** Real instant by the clock known today; null before disbursement or while the clock stands still. */
  readonly dueAt: Instant | null;
  readonly principal: Minor;
  readonly interest: Minor;
  readonly balance: Minor;
  readonly status: 'to_come' | 'repaid' | 'late' | 'partly' | 'lost';
  readonly paid: Minor;
};

export type LoanEventView = {
  readonly at: Instant;
  readonly kind: string;
  readonly data: Readonly<Record<string, string | number>>;
};

export type LoanPage = LoanCard & {
  readonly story: Localised;
  readonly letter: Localised | null;
  readonly partnerAbout: Localised;
  readonly costUse: Localised;
  readonly currencyLoss: 'none' | 'shared' | 'partner';
  readonly schedule: readonly ScheduleRowView[];
  readonly events: readonly LoanEventView[];
  readonly lendersList: readonly {
    readonly name: string;
    readonly amount: Minor;
    readonly kind: 'player' | 'pool' | 'matching';
  }[];
  readonly daysPastDue: number;
  readonly outstanding: Minor;
  readonly repaid: Minor;
  /** SHA-256 of the loan's key, published when it opened. */
  readonly commitment: string;
  readonly myReceived: Minor;
};

export type Hall = {
  readonly village: string;
  readonly loans: readonly LoanCard[];
  readonly wallet: Minor;
  readonly now: Instant;
};

export type PortfolioLoan = LoanCard & {
  readonly received: Minor;
  readonly lost: Minor;
  readonly outstandingMine: Minor;
  readonly daysPastDue: number;
  readonly nextDueAt: Instant | null;
};
export type Portfolio = {
  readonly lent: Minor;
  readonly repaid: Minor;
  readonly outstanding: Minor;
  readonly lost: Minor;
  readonly refunded: Minor;
  readonly late: Minor;
  readonly loans: readonly PortfolioLoan[];
};

export type StatementLine = {
  readonly id: number;
  readonly at: Instant;
  /** Ledger kind such as `earn.minigame`, `buy.shop`, `lend`, `repayment`, `refund`, `cover`, `welcome`. */
  readonly kind: string;
  readonly amount: Minor;
  readonly balance: Minor;
  readonly ref: string | null;
  readonly name: string | null;
};
export type Statement = {
  readonly lines: readonly StatementLine[];
  readonly before: number | null;
  readonly wallet: Minor;
};

export type Me = {
  readonly id: string;
  readonly name: string;
  readonly look: string;
  readonly village: { readonly id: string; readonly name: string };
  readonly guest: boolean;
  readonly email: string | null;
  readonly level: number;
  readonly xp: number;
  readonly wallet: Minor;
  readonly hints: readonly string[];
  /** Talks of the family that were heard, goals put aside, and when the next welcome gift is there (real instant). */
  readonly told: readonly string[];
  readonly skippedGoals: readonly string[];
  readonly giftAt: Instant;
  readonly blocked: readonly string[];
  readonly contentHash: string;
  readonly protocolVersion: number;
  readonly timeScale: number;
  readonly monthSeconds: number;
  readonly now: Instant;
  readonly createdAt: Instant;
  readonly starterLeft: number;
};
