import type { Instant, SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { CatalogueReader } from './catalogue-reader.ts';
import type { GrowingReader } from './growing-reader.ts';
import type { LendingReader } from './lending-reader.ts';
import type { LiveReader } from './live-reader.ts';
import type { ModerationReader } from './moderation-reader.ts';
import type { AddedRows, AddedTable, KeptRows, KeptTable, Rows, TableName } from './tables.ts';

export type Key = string | number;

/** Rows a command wants to look at: values of each table's `loadBy` column. */
export type Needs = { readonly [T in KeptTable]?: readonly Key[] };

/** Everything one group changes. Kept rows replace or create, added rows are new. */
export type WriteSet = {
  readonly kept: { readonly [T in KeptTable]?: readonly KeptRows[T][] };
  readonly added: { readonly [T in AddedTable]?: readonly AddedRows[T][] };
};

/**
 * One atomic piece of work: load, then commit or roll back. At most one loads at a time and one commits at a time; nobody else writes
 * meanwhile. The next may load while one commits: of what that one changes it may then see either state, so whoever decides upon it takes
 * those rows from where they were changed. A store that others write to as well lets `begin` wait until the commit is done.
 * @throws StoreError from any method; after a throw only `rollback` may follow.
 */
export interface Unit {
  load<T extends KeptTable>(table: T, keys: readonly Key[]): Promise<readonly KeptRows[T][]>;
  /** Writes everything or nothing. Durable once it resolves; when it rejects, nothing was kept unless the engine itself ended. */
  commit(set: WriteSet): Promise<void>;
  rollback(): Promise<void>;
}

export type PageOptions = { readonly before?: number | null; readonly after?: number; readonly limit: number };

/** A line of a statement: a transfer and the batch it belongs to. */
export type WalletLine = Rows['transfer'] &
  Pick<Rows['batch'], 'at' | 'loanId' | 'actor' | 'reason'> & {
    readonly name: string | null;
    readonly shortName: string | null;
  };

/** Reads of committed state, beside the bus. Lists are bounded by their arguments or by a limit of the game. */
export interface Reader extends LendingReader, GrowingReader, CatalogueReader, ModerationReader, LiveReader {
  rows<T extends TableName>(table: T, keys: readonly Key[]): Promise<readonly Rows[T][]>;
  playerByPublicId(publicId: string): Promise<Rows['player'] | null>;
  publicIds(playerIds: readonly string[]): Promise<readonly Pick<Rows['player'], 'id' | 'publicId' | 'name'>[]>;
  villages(): Promise<readonly Rows['village'][]>;
  /** Players of each village seen since an instant. */
  liveliness(since: Instant): Promise<readonly { readonly villageId: string; readonly players: number }[]>;
  /** Players with a lot who were last seen at `before` or earlier, the longest absent first; `after` is the last one of the page before. */
  absentResidents(before: Instant, after: Absentee | null, limit: number): Promise<readonly Absentee[]>;
  loansOfVillage(villageId: string, states: readonly Rows['loan']['state'][]): Promise<readonly Rows['loan'][]>;
  /** What a new listing of a village depends on. */
  hallState(villageId: string): Promise<HallState>;
  /** Loans that are fundraising and whose window ends at or before `sim`, soonest first. */
  closingLoans(sim: SimSeconds): Promise<readonly Rows['loan'][]>;
  openLoansOfSeason(season: number): Promise<number>;
  seasons(): Promise<readonly Rows['season'][]>;
  /** Loans from which something may still come, recoveries included, and in which this player still is a source. */
  openLoansOfPlayer(playerId: string): Promise<readonly string[]>;
  /** Deleted players whose contributions still name them as the source. */
  unfinishedDeletions(): Promise<readonly string[]>;
  /** Loans whose `wakeSim` is at or before `sim`, earliest first. */
  dueLoans(sim: SimSeconds, limit: number): Promise<readonly Pick<Rows['loan'], 'id' | 'wakeSim'>[]>;
  /** Earliest `wakeSim` of all, null when nothing waits. */
  nextWake(): Promise<SimSeconds | null>;
  contributionsOfPlayer(playerId: string): Promise<readonly Rows['contribution'][]>;
  walletLines(account: string, page: PageOptions): Promise<readonly WalletLine[]>;
  loanEvents(loanIds: readonly string[], after: number): Promise<readonly Rows['loanEvent'][]>;
  goodsOfPlayer(playerId: string, limit: number): Promise<readonly Rows['goods'][]>;
  reportsOfPlayer(playerId: string): Promise<readonly Rows['report'][]>;
  residentWallets(villageId: string): Promise<number>;
  clockSegments(): Promise<readonly Rows['clockSegment'][]>;
  lastIds(): Promise<LastIds>;
}

export type Absentee = Pick<Rows['player'], 'id' | 'seenAt'>;

export type HallState = {
  readonly open: readonly Pick<Rows['loan'], 'entrepreneur' | 'starter' | 'amount' | 'raised'>[];
  /** Entrepreneurs of the village with a loan that is funded or being repaid, the one listed longest ago first. */
  readonly running: readonly string[];
};

export type LastIds = {
  /** Highest number given to a batch, transfer, loan event or line of auto-lend. */
  readonly journal: number;
  readonly outbox: number;
  readonly goods: number;
  readonly report: number;
  readonly draft: number;
  readonly proposal: number;
  readonly auditLine: number;
};

/** What may be thrown away, in bounded pieces. Returns how many rows went. */
export interface Pruner {
  prune(table: 'command' | 'outbox', before: Instant, limit: number): Promise<number>;
}

/**
 * The whole ledger and what hangs on it, as one consistent picture, row by row: audits of any size in little memory. Each call starts a
 * fresh pass. Synchronous, because an audit has nothing else to do meanwhile.
 */
export interface AuditSource {
  accounts(): Iterable<Rows['account']>;
  /** By id. */
  batches(): Iterable<Rows['batch']>;
  /** By id, with the key of their batch. */
  transfers(): Iterable<Rows['transfer'] & { readonly batchKey: string }>;
  loans(): Iterable<Rows['loan']>;
  contributions(): Iterable<Rows['contribution']>;
  lenders(): Iterable<Rows['lender']>;
  households(): Iterable<Rows['household']>;
  ownLoans(): Iterable<Rows['ownLoan']>;
  /** By id. */
  goods(): Iterable<Rows['goods']>;
  /** What a stall may earn a day by each version of the catalogue there ever was, minor units. */
  stallCaps(): Iterable<number>;
  /** Ends the picture. */
  close(): void;
}

/** What an audit of the part after the last seal found wrong with an account. */
export type SealBreach = {
  readonly account: string;
  readonly stored: { readonly debits: number; readonly credits: number };
  readonly rebuilt: { readonly debits: number; readonly credits: number };
};

/** Verified totals of all accounts up to a journal number: what a start may take for granted. */
export interface Sealer {
  /** Journal number of the last seal; null when there is none. */
  sealedAt(): Promise<number | null>;
  /** Accounts whose stored totals are not the sealed ones plus every later transfer; at most `limit`. */
  breaches(limit: number): Promise<readonly SealBreach[]>;
  /** Seals the stored totals as they are. Only after an audit found them sound, and with no group open. */
  seal(at: Instant): Promise<void>;
}

/** The store behind the game: one writer at a time, any number of reads. */
export interface Store {
  begin(): Promise<Unit>;
  readonly reader: Reader;
  readonly pruner: Pruner;
  readonly sealer: Sealer;
  audit(): AuditSource;
  close(): Promise<void>;
}
