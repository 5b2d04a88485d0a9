import type { Content } from '@bloomvale/shared/content/content';
import type { LetterKind, ShopState } from '@bloomvale/shared/content/growing';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { Switches } from '@bloomvale/shared/operator/live-api';
import type { Household } from '@bloomvale/shared/play/household';
import type { CommandPayload, CommandType } from '@bloomvale/shared/protocol/commands';
import type {
  Album,
  GrowingMessages,
  Inbox,
  OwnLoanPage,
  PollinationView,
  ShopPage,
} from '@bloomvale/shared/protocol/growing-views';
import type { FullLoanPage, LoanNewsKind, LoanNewsLine } from '@bloomvale/shared/protocol/lending-views';
import type { CommandReply, WelcomeBack } from '@bloomvale/shared/protocol/replies';
import type { RoomMessages } from '@bloomvale/shared/protocol/rooms';
import type { Hall, LoanState, Me, Portfolio, Statement } from '@bloomvale/shared/protocol/views';
import type { ClockSegment, Instant, SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { CatalogueDesk } from './catalogue/catalogue-desk.ts';
import type { ConsoleDesk } from './console/console-desk.ts';
import type { LendingDesk } from './lending-desk.ts';
import type { LiveDesk } from './live/live-desk.ts';
import type { Sanctions } from './moderation/acts.ts';
import type { ModerationDesk } from './moderation/moderation-desk.ts';
import type { OperationsDesk } from './operations/operations-desk.ts';
import type { ProposalDesk } from './proposals/proposal-desk.ts';

/**
 * What the edge (rooms, HTTP, jobs, operators' tools) may ask of the game. One implementation, `createGame` in `game.ts`, over the
 * command bus and the store; no Colyseus, Express or SQL type passes through here.
 */

/** Who acts: taken from the session, never from a payload. */
export type Actor = { readonly playerId: string };

/** Facts other places must hear of, published after the commit and only then. In-process today, an outbox row each. */
export type GameEvent =
  | { readonly kind: 'player.changed'; readonly playerId: string }
  | {
      readonly kind: 'loan.changed';
      readonly villageId: string;
      readonly loanId: string;
      readonly state: LoanState;
      readonly raised: Minor;
      readonly lenders: number;
      readonly listed: boolean;
    }
  | { readonly kind: 'loan.listed'; readonly villageId: string; readonly loanId: string }
  | {
      readonly kind: 'loan.repaid';
      readonly playerId: string;
      readonly loanId: string;
      readonly name: string;
      readonly amount: Minor;
      readonly wallet: Minor;
      readonly ended: boolean;
    }
  | {
      readonly kind: 'loan.refunded';
      readonly playerId: string;
      readonly loanId: string;
      readonly name: string;
      readonly amount: Minor;
      readonly wallet: Minor;
    }
  | {
      readonly kind: 'loan.lost';
      readonly playerId: string;
      readonly loanId: string;
      readonly name: string;
      readonly amount: Minor;
    }
  /** Something happened to a loan that its lenders or followers want to hear of; `loan.news` follows for each who is told. */
  | {
      readonly kind: 'loan.story';
      readonly eventId: number;
      readonly loanId: string;
      readonly at: Instant;
      readonly story: LoanNewsKind;
      readonly data: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'loan.news'; readonly playerId: string; readonly line: LoanNewsLine }
  | {
      readonly kind: 'own-loan.news';
      readonly playerId: string;
      readonly news: GrowingMessages['own-loan.news']['kind'];
      readonly amount: Minor;
      readonly owed: Minor;
    }
  | {
      readonly kind: 'letter.arrived';
      readonly playerId: string;
      readonly id: string;
      readonly letter: LetterKind;
      readonly name: string;
    }
  | { readonly kind: 'shop.changed'; readonly villageId: string }
  /** Another version of the catalogue is in force. */
  | { readonly kind: 'content.changed'; readonly version: number; readonly hash: string }
  /** An operator stopped something or let it run again; what everybody should read, or nothing any more. */
  | { readonly kind: 'switches.changed'; readonly notice: Switches['notice'] }
  /** An operator did something to a player, who is told so: at once when connected, else at their next visit. */
  | {
      readonly kind: 'player.told';
      readonly playerId: string;
      readonly act: RoomMessages['operator.act']['kind'];
      readonly until: Instant | null;
      readonly amount: Minor;
    }
  | { readonly kind: 'player.deleted'; readonly playerId: string };

/** The private and public state of one player as rooms project it; read from memory or the store, always committed state. */
export type PlayerState = {
  readonly playerId: string;
  /** Safe to show to others; never the account id. */
  readonly publicId: string;
  readonly name: string;
  readonly look: string;
  readonly villageId: string;
  readonly level: number;
  readonly plotCount: number;
  readonly household: Household;
  readonly wallet: Minor;
  readonly lent: Minor;
  /** What the player owes on their own loan. */
  readonly owed: Minor;
  /** Letters that wait to be read. */
  readonly unread: number;
  readonly blocked: readonly string[];
  /** What operators have said about this player. */
  readonly sanctions: Sanctions;
};

export type ShopView = {
  readonly spot: number;
  readonly loanId: string;
  readonly entrepreneur: string;
  readonly sector: string;
  readonly state: ShopState;
  readonly tier: 1 | 2 | 3;
  /** When it opens, real; null while the simulated clock stands still before it. */
  readonly opensAt: Instant | null;
};

/** The account's player has been closed: nobody plays on it any more. */
export class PlayerGoneError extends Error {
  override name = 'PlayerGoneError';
  constructor(playerId: string) {
    super(`player ${playerId} has left for good`);
  }
}

/** The game cannot take anybody in right now: its store refuses, it is stopping, or the welcome gift is paused and somebody is new. */
export class NotNowError extends Error {
  override name = 'NotNowError';
  readonly code: 'STORE_UNAVAILABLE' | 'STOPPING' | 'PAUSED';
  constructor(code: NotNowError['code']) {
    super(`nobody can enter now: ${code}`);
    this.code = code;
  }
}

export interface Game {
  readonly content: Content;
  readonly contentHash: string;
  /** JSON of the catalogue with this hash: the one in force or a former one, for whoever was told of it; null for any other. */
  contentText(hash: string): Promise<string | null>;
  /** What the Lending Hall's pages ask. */
  readonly lending: LendingDesk;
  /** The operators' trail and guard rails. */
  readonly console: ConsoleDesk;
  /** The catalogue as operators work on it. */
  readonly catalogue: CatalogueDesk;
  /** Health of the game. */
  readonly live: LiveDesk;
  /** Reports, players and what operators do about them. */
  readonly moderation: ModerationDesk;
  /** Switches, tempo, corrections, loans that went wrong. */
  readonly operations: OperationsDesk;
  /** What operators ask for that may need a second person or a later moment. */
  readonly proposals: ProposalDesk;
  /**
   * Ensures that the account has a household, a wallet with the welcome gift and a place in a village; idempotent.
   * @throws PlayerGoneError, NotNowError.
   */
  enter(account: {
    readonly playerId: string;
    readonly guest: boolean;
    readonly locale: 'en' | 'fr';
  }): Promise<PlayerState>;
  /** Runs one durable command. Resolves after the commit; never rejects for a player's mistake. `raw` is untrusted and parsed here. */
  run<T extends CommandType>(actor: Actor, type: T, payload: CommandPayload<T>): Promise<CommandReply<T>>;
  player(playerId: string): Promise<PlayerState | null>;
  playerByPublicId(publicId: string): Promise<PlayerState | null>;
  village(villageId: string): Promise<{ readonly id: string; readonly name: string } | null>;
  shops(villageId: string): Promise<readonly ShopView[]>;
  me(playerId: string): Promise<Omit<Me, 'guest' | 'email'> | null>;
  hall(playerId: string): Promise<Hall | null>;
  loan(playerId: string, loanId: string): Promise<FullLoanPage | null>;
  portfolio(playerId: string): Promise<Portfolio | null>;
  statement(playerId: string, before: number | null): Promise<Statement | null>;
  welcomeBack(playerId: string): Promise<WelcomeBack | null>;
  /** What the player owes and could borrow. */
  ownLoan(playerId: string): Promise<OwnLoanPage | null>;
  shop(playerId: string, loanId: string): Promise<ShopPage | null>;
  /** A page of letters; `before` is the cursor of the former page. */
  letters(playerId: string, before: string | null): Promise<Inbox | null>;
  album(playerId: string): Promise<Album | null>;
  /** What shops add at a homestead, and which. */
  pollination(playerId: string): Promise<PollinationView | null>;
  /** Everything stored about a player, for "download my data". */
  export(playerId: string): Promise<Record<string, unknown> | null>;
  /** Erases the person, keeps the ledger: name becomes "former neighbour", wallet to `sink:dormant`, repayments due to the community pool. */
  deletePlayer(playerId: string): Promise<void>;
  /** Tells the game how to ask who is connected right now (player ids): they are not absent, however long ago they came. */
  watchPresence(present: () => Iterable<string>): void;
  /** The player has been told everything that operators did to them. */
  noteTold(playerId: string): Promise<void>;
  /** What operators have stopped, and what everybody should read. */
  switches(): Switches;
  segments(): readonly ClockSegment[];
  simNow(): SimSeconds;
  now(): Instant;
  on(listener: (event: GameEvent) => void): () => void;
  /** Starts the loan clock, listings, pool and expiry jobs after catching up what fell due. */
  start(): Promise<void>;
  /** Stops taking commands (`STOPPING`), drains what was taken, closes the store. */
  stop(): Promise<void>;
}
