import type { Grade } from '@bloomvale/shared/content/lending';
import type { LoanLifecycle } from '@bloomvale/shared/lending/loan-state';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { Instant, SimSeconds } from '@bloomvale/shared/time/sim-clock';

/**
 * What one row of each table is, the same in SQLite, PostgreSQL and memory. Amounts in minor units, instants in epoch ms, simulated
 * instants in whole seconds; booleans are 0 or 1; JSON is text, parsed by whoever owns its meaning.
 */
export type Flag = 0 | 1;

/** Identity of a player; what they own lies in `household`, `lender` and the ledger. */
export type PlayerRow = {
  readonly id: string;
  readonly publicId: string;
  /** Empty once the account is deleted: shown as "former neighbour" in the reader's language. */
  readonly name: string;
  readonly look: string;
  readonly villageId: string;
  /** Lot in the village, 0 upwards; -1 while the household is stored, or once the account is closed. */
  readonly lot: number;
  readonly locale: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly deletedAt: Instant | null;
  /** Reports made on the real day `reportDay` (days since epoch), for their daily limit. */
  readonly reportDay: number;
  readonly reportCount: number;
};

/** The WORK side, as one versioned JSON document (`shared/play/household`). */
export type HouseholdRow = { readonly playerId: string; readonly doc: string; readonly version: number };

/** Running totals of one player's lending: each equals a sum over their contributions (audited). */
export type LenderRow = {
  readonly playerId: string;
  /** Principal lent and not back, refunded, forgiven or lost. */
  readonly outstanding: Minor;
  readonly lent: Minor;
  readonly received: Minor;
  readonly refunded: Minor;
  readonly lost: Minor;
  /** Starter projects completed (limit `starterPerPlayer`). */
  readonly starters: number;
  /** When the guarantee fund covered their first loss (T7, once). */
  readonly coveredAt: Instant | null;
  /** Journal number up to which the player has seen the news (welcome-back report). */
  readonly seenSeq: number;
};

export type AccountRow = {
  readonly id: string;
  readonly code: number;
  readonly side: 'D' | 'C';
  /** Must not go below zero on its normal side: also a CHECK in the database. */
  readonly nonneg: Flag;
  readonly debits: Minor;
  readonly credits: Minor;
  /** Number of transfers so far. */
  readonly version: number;
};

/** One atomic set of transfers. `id` counts in journal order, shared with transfers and loan events. */
export type BatchRow = {
  readonly id: number;
  readonly key: string;
  readonly kind: string;
  readonly at: Instant;
  readonly sim: SimSeconds;
  /** Who caused it: `player:{id}`, `system`, `operator:{id}` (I20). */
  readonly actor: string;
  /** Why: the command or rule (I20). */
  readonly reason: string;
  /** Loan it is about. */
  readonly loanId: string | null;
  readonly reverses: number | null;
};

export type TransferRow = {
  readonly id: number;
  readonly batchId: number;
  readonly debit: string;
  readonly credit: string;
  readonly amount: Minor;
  /** The posting rule or the leg of it, such as `repay.collect`. */
  readonly kind: string;
  /** What it is about: `loan:{id}`, `contribution:{id}`, an occasion. */
  readonly ref: string;
  /** Balance of each account on its normal side right after this transfer: statements need no sums. */
  readonly debitAfter: Minor;
  readonly creditAfter: Minor;
};

/** Stored reply of a player's command, for idempotency. */
export type CommandRow = {
  readonly id: string;
  readonly playerId: string;
  readonly type: string;
  readonly hash: string;
  readonly reply: string;
  readonly at: Instant;
};

export type LoanRow = LoanLifecycle & {
  readonly id: string;
  readonly villageId: string;
  readonly entrepreneur: string;
  readonly product: string;
  readonly partner: string;
  readonly grade: Grade;
  readonly starter: Flag;
  /** Season whose secret keys the loan (lending.md 5). */
  readonly season: number;
  /** SHA-256 of the loan's key. */
  readonly commitment: string;
  /** The person's full name and what one calls them, as listed. */
  readonly name: string;
  readonly shortName: string;
  /** JSON `LoanTerms`, frozen when the loan is listed. */
  readonly terms: string;
  /** JSON `LoanPlan` once disbursed, else empty. */
  readonly plan: string;
  /** JSON `ChainState` of the repayment model once disbursed, else empty. */
  readonly chain: string;
  /** JSON `StoredCourse`: what the loan's next ticks depend on besides; empty for a loan of the first release. */
  readonly course: string;
  readonly openedAt: Instant;
  readonly openedSim: SimSeconds;
  readonly fundedAt: Instant | null;
  readonly disbursedAt: Instant | null;
  readonly disbursedSim: SimSeconds | null;
  readonly closedAt: Instant | null;
  /** Next simulated instant at which the loan wants a system command; null when none. */
  readonly wakeSim: SimSeconds | null;
  readonly contributions: number;
  /** Distinct players among the lenders. */
  readonly lenders: number;
  readonly poolLent: Minor;
  /** Part of the entrepreneur's story it belongs to; 0 for the first. */
  readonly chapter: number;
  readonly version: number;
};

/** What one source has in one loan; later lends of the same source add to it. */
export type ContributionRow = {
  readonly loanId: string;
  readonly idx: number;
  /** Who is paid back: `player:{id}`, `community`, `matcher:{campaign}`; becomes `community` when the player leaves the game. */
  readonly source: string;
  /** The player who lent it, also after they left; null for pool and matching. */
  readonly playerId: string | null;
  readonly amount: Minor;
  /** Everything that came back after disbursal: instalments, recoveries, and what an operator handed back. */
  readonly received: Minor;
  /** Of `received`, what came back after a default (T8). */
  readonly recovered: Minor;
  /** Of `received`, what an operator handed back from a running loan (T10). */
  readonly handedBack: Minor;
  readonly refunded: Minor;
  readonly forgiven: Minor;
  readonly lost: Minor;
  /** Of `lost`, what the guarantee fund gave back. */
  readonly covered: Minor;
  readonly at: Instant;
  /** The latest lend in it, while it may be taken back: id of its command, amount, and when; empty and 0 otherwise. */
  readonly lendId: string;
  readonly lendAmount: Minor;
  readonly lendAt: Instant;
};

/** Whether a player follows a loan. */
export type FollowRow = {
  readonly playerId: string;
  readonly loanId: string;
  readonly following: Flag;
  readonly at: Instant;
};

/** A player's auto-lend: what they set, and what it has done since it was turned on. */
export type AutoLendRow = {
  readonly playerId: string;
  readonly active: Flag;
  /** JSON `AutoLendRules`; empty until some were saved. */
  readonly rules: string;
  readonly since: Instant | null;
  /** The lender's coins back and lost when it was turned on: budget and losses are counted from there. */
  readonly baseBack: Minor;
  readonly baseLost: Minor;
  readonly lent: Minor;
  /** Real day (days since epoch) of `dayLent`. */
  readonly day: number;
  readonly dayLent: Minor;
  /** Lends so far: part of each posting's key. */
  readonly count: number;
  /** Why it stopped last: '' or an `AutoLendStop`. */
  readonly stopped: string;
  readonly stoppedAt: Instant | null;
};

/** Why auto-lend did what it did. */
export type AutoLendLineRow = {
  readonly id: number;
  readonly playerId: string;
  readonly at: Instant;
  readonly kind: string;
  readonly loanId: string | null;
  readonly amount: Minor;
  /** JSON object of numbers and strings. */
  readonly data: string;
};

/** Something that happened to a loan, told to its lenders. */
export type LoanEventRow = {
  readonly id: number;
  readonly loanId: string;
  readonly at: Instant;
  readonly sim: SimSeconds;
  readonly kind: string;
  /** JSON object of numbers and strings. */
  readonly data: string;
};

export type VillageRow = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  /** JSON array: who lives on each lot (player id or null). */
  readonly lots: string;
  /** JSON array: which loan's shop stands on each spot of the square (`ShopSpot` or null). */
  readonly shops: string;
  /** Loans listed so far, ordinary and starter: their order is a function of these counters. */
  readonly listedCount: number;
  readonly starterCount: number;
  readonly version: number;
};

export type BlockRow = {
  readonly playerId: string;
  readonly target: string;
  readonly blocked: Flag;
  readonly at: Instant;
};

/** Every good has a source and a sink (I21). */
export type GoodsRow = {
  readonly id: number;
  readonly playerId: string;
  readonly good: string;
  readonly quantity: number;
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly at: Instant;
};

/** Events of one group, as JSON, for whoever was not listening when it committed. */
export type OutboxRow = { readonly id: number; readonly at: Instant; readonly events: string };

export type ClockSegmentRow = {
  readonly realFrom: Instant;
  readonly simFrom: SimSeconds;
  readonly monthSeconds: number;
  readonly reason: string;
};

export type SeasonRow = {
  readonly id: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** SHA-256 of the season's secret, published when it opens. */
  readonly commitment: string;
  /** The secret, once its last loan has closed. */
  readonly revealed: string | null;
  /** JSON list of the regions whose keys stand in its tree, in the order of the tree. */
  readonly regions: string;
  /** Merkle root of those keys, published when the season opens; empty in a season of the first release. */
  readonly regionRoot: string;
  /** Number of the first key of each region, and how many there are. */
  readonly regionFirst: number;
  readonly regionMonths: number;
};

export type MetaRow = { readonly key: string; readonly value: string };
