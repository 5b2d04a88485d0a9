import { giftAt } from '@bloomvale/shared/home/home-gift';
import { COMMANDS, type CommandPayload, type CommandType } from '@bloomvale/shared/protocol/commands';
import type { Album, Inbox, OwnLoanPage, PollinationView, ShopPage } from '@bloomvale/shared/protocol/growing-views';
import type { FullLoanPage } from '@bloomvale/shared/protocol/lending-views';
import type { CommandReply, Rejected, WelcomeBack } from '@bloomvale/shared/protocol/replies';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import type { Hall, Me, Portfolio, Statement } from '@bloomvale/shared/protocol/views';
import type { CommandBus } from './bus/command-bus.ts';
import { rejected } from './bus/group.ts';
import type { Handler } from './bus/handler.ts';
import type { CatalogueDesk } from './catalogue/catalogue-desk.ts';
import { identityOf } from './command-identity.ts';
import { playerEnter } from './commands/player-enter.ts';
import type { ConsoleDesk } from './console/console-desk.ts';
import {
  type Actor,
  type Game,
  type GameEvent,
  NotNowError,
  PlayerGoneError,
  type PlayerState,
  type ShopView,
} from './contract.ts';
import type { EventHub } from './event-hub.ts';
import type { GameClock } from './game-clock.ts';
import type { GameJobs } from './jobs/game-jobs.ts';
import type { Leaving } from './leaving.ts';
import type { NewsDesk } from './lending/news-desk.ts';
import { LendingDesk } from './lending-desk.ts';
import type { LiveDesk } from './live/live-desk.ts';
import type { Log } from './log.ts';
import { actsTold } from './moderation/acts-told.ts';
import type { ModerationDesk } from './moderation/moderation-desk.ts';
import type { OperationsDesk } from './operations/operations-desk.ts';
import { playerHandlers } from './player-commands.ts';
import type { PlayerStates } from './player-states.ts';
import type { PollinationDesk } from './pollination-desk.ts';
import type { ProposalDesk } from './proposals/proposal-desk.ts';
import { exportOf } from './queries/export.ts';
import { albumOf } from './queries/growing/album.ts';
import { cursorOf, inboxOf } from './queries/growing/inbox.ts';
import { ownLoanPage } from './queries/growing/own-loan-page.ts';
import { latestCause, shopPage } from './queries/growing/shop-page.ts';
import { hallOf } from './queries/hall.ts';
import { LoanCards } from './queries/loan-cards.ts';
import { loanNews } from './queries/loan-news.ts';
import { portfolioOf } from './queries/portfolio.ts';
import { shopsOfVillage } from './queries/shops.ts';
import { statementOf } from './queries/statement.ts';
import { welcomeBackOf } from './queries/welcome-back.ts';
import type { Rules } from './rules.ts';
import type { Store } from './store/store.ts';
import type { Villages } from './villages.ts';

/** Everything a running game is made of; put together by `createGame`. */
export type GameParts = {
  readonly store: Store;
  readonly rules: Rules;
  readonly clock: GameClock;
  readonly bus: CommandBus;
  readonly states: PlayerStates;
  readonly hub: EventHub;
  readonly villages: Villages;
  readonly pollination: PollinationDesk;
  readonly jobs: GameJobs;
  readonly leaving: Leaving;
  readonly news: NewsDesk;
  readonly proposals: ProposalDesk;
  readonly catalogue: CatalogueDesk;
  readonly live: LiveDesk;
  readonly moderation: ModerationDesk;
  readonly operations: OperationsDesk;
  readonly console: ConsoleDesk;
  readonly log: Log;
};

/** Commands that settle the stall or sow. */
const POLLINATED = /^(garden|stall|kitchen|order)\.|^home\.|^shop\.trade$/;

/** Versions before the live one that are still handed out: pages that were told of one may be slow to fetch it. */
const FORMER_SERVED = 8;

/** Villages tried for one newcomer before giving up: each miss means that the last lot went in the same moment. */
const ENTER_TRIES = 5;

/** The game behind its contract: routes commands into the bus and answers questions from committed state. Holds no rules itself. */
export class GameCore implements Game {
  readonly #parts: GameParts;
  readonly #cards: LoanCards;
  readonly lending: LendingDesk;
  readonly proposals: ProposalDesk;
  readonly live: LiveDesk;
  readonly moderation: ModerationDesk;
  readonly operations: OperationsDesk;
  readonly catalogue: CatalogueDesk;
  readonly console: ConsoleDesk;
  readonly #handlers: ReturnType<typeof playerHandlers>;

  constructor(parts: GameParts) {
    this.#parts = parts;
    this.#cards = new LoanCards(parts.rules, parts.clock);
    this.lending = new LendingDesk(parts.store.reader, parts.rules, parts.clock);
    this.proposals = parts.proposals;
    this.catalogue = parts.catalogue;
    this.live = parts.live;
    this.moderation = parts.moderation;
    this.operations = parts.operations;
    this.console = parts.console;
    this.#handlers = playerHandlers(parts.rules);
  }

  get content() {
    return this.#parts.rules.content;
  }
  get contentHash() {
    return this.#parts.rules.contentHash;
  }
  async contentText(hash: string): Promise<string | null> {
    const { rules, store } = this.#parts;
    if (hash === rules.contentHash) return JSON.stringify(rules.content);
    const version = await store.reader.versionByHash(hash);
    return version === null || version.number <= rules.version - FORMER_SERVED ? null : version.content;
  }
  switches = () => this.#parts.rules.switches.current;
  segments = () => this.#parts.clock.segments();
  simNow = () => this.#parts.clock.simNow();
  now = () => this.#parts.clock.now();
  on = (listener: (event: GameEvent) => void) => this.#parts.hub.on(listener);

  async enter(account: Parameters<Game['enter']>[0]): Promise<PlayerState> {
    const { playerId, locale } = account;
    const { bus, rules, states, villages } = this.#parts;
    for (let i = 0; i < ENTER_TRIES; i++) {
      const villageId = (await states.homeOf(playerId)) ?? (await villages.forNewcomer());
      const reply = await bus.system(playerEnter(rules), { playerId, locale, villageId });
      if (!reply.ok && reply.code === 'FORBIDDEN') throw new PlayerGoneError(playerId);
      if (!reply.ok && (reply.code === 'STORE_UNAVAILABLE' || reply.code === 'STOPPING' || reply.code === 'PAUSED'))
        throw new NotNowError(reply.code);
      if (!reply.ok && reply.code !== 'BUSY') throw new Error(`player ${playerId} may not enter: ${reply.code}`);
      const state = reply.ok ? await states.get(playerId) : null;
      if (state === null) continue;
      await villages.topUpUnlessFresh(state.villageId);
      return state;
    }
    throw new Error(`player ${playerId} found no village`);
  }

  async run<T extends CommandType>(actor: Actor, type: T, payload: CommandPayload<T>): Promise<CommandReply<T>> {
    const { bus, log } = this.#parts;
    try {
      const schema = COMMANDS[type];
      const parsed = schema?.safeParse(payload);
      if (parsed?.success !== true) return rejected('BAD_SHAPE');
      const command = {
        ...parsed.data,
        ...(await this.#prepare(actor.playerId, type, parsed.data)),
        ...(await this.#bonuses(actor.playerId, type)),
        ...actor,
      };
      const suspended = await this.#suspension(actor.playerId);
      if (suspended !== null) return suspended;
      const handler = this.#handlers[type] as unknown as Handler<unknown, unknown>;
      const reply = await bus.submit(handler, command, identityOf(actor.playerId, type, parsed.data));
      return reply as CommandReply<T>;
    } catch (fault) {
      log.error({ err: fault, command: type, playerId: actor.playerId }, 'a command failed before the bus');
      return rejected('INTERNAL');
    }
  }

  async noteTold(playerId: string): Promise<void> {
    await this.#parts.bus.system(actsTold, { playerId });
  }

  /** Who is suspended does nothing, whichever way it comes. */
  async #suspension(playerId: string): Promise<Rejected | null> {
    const until = (await this.player(playerId))?.sanctions.suspendedUntil ?? null;
    return until !== null && until > this.now() ? rejected('SUSPENDED', { until }) : null;
  }

  /** What a command needs of committed state beyond the rows it loads by key. */
  async #prepare(playerId: string, type: CommandType, payload: object): Promise<object> {
    const { reader } = this.#parts.store;
    if (type === 'home.catch-up') {
      const [lender] = await reader.rows('lender', [playerId]);
      return loanNews(reader, this.#cards, playerId, lender?.seenSeq ?? 0);
    }
    if (type === 'shop.visit') {
      return { cause: await latestCause(reader, (payload as CommandPayload<'shop.visit'>).loanId) };
    }
    if (type === 'social.report' || type === 'social.block') {
      const { target } = payload as CommandPayload<'social.block'>;
      return { targetId: (await reader.playerByPublicId(target))?.id ?? null };
    }
    return {};
  }

  /** What shops add at the player's home, for the commands that use it. */
  async #bonuses(playerId: string, type: CommandType): Promise<object> {
    if (!POLLINATED.test(type)) return {};
    const state = await this.player(playerId);
    return state === null ? {} : { pollination: await this.#parts.pollination.figures(state) };
  }

  player(playerId: string): Promise<PlayerState | null> {
    return this.#parts.states.get(playerId);
  }

  async playerByPublicId(publicId: string): Promise<PlayerState | null> {
    const player = await this.#parts.store.reader.playerByPublicId(publicId);
    return player === null ? null : this.#parts.states.get(player.id);
  }

  async village(villageId: string): Promise<{ readonly id: string; readonly name: string } | null> {
    const [village] = await this.#parts.store.reader.rows('village', [villageId]);
    return village === undefined ? null : { id: village.id, name: village.name };
  }

  shops(villageId: string): Promise<readonly ShopView[]> {
    const { store, rules, clock } = this.#parts;
    return shopsOfVillage(store.reader, rules, clock, villageId);
  }

  async me(playerId: string): Promise<Omit<Me, 'guest' | 'email'> | null> {
    const { rules, clock, states, store } = this.#parts;
    const state = await states.get(playerId);
    const [[player], [lender]] = await Promise.all([
      store.reader.rows('player', [playerId]),
      store.reader.rows('lender', [playerId]),
    ]);
    if (state === null || player === undefined || lender === undefined) return null;
    return {
      id: state.publicId,
      name: state.name,
      look: state.look,
      village: (await this.village(state.villageId)) ?? { id: state.villageId, name: '' },
      level: state.level,
      xp: state.household.xp,
      wallet: state.wallet,
      hints: state.household.hints,
      told: state.household.home.told,
      skippedGoals: state.household.skippedGoals,
      giftAt: giftAt(state.household),
      blocked: state.blocked,
      contentHash: rules.contentHash,
      protocolVersion: PROTOCOL_VERSION,
      timeScale: rules.timeScale,
      monthSeconds: clock.segments().at(-1)?.monthSeconds ?? 0,
      now: clock.now(),
      createdAt: player.createdAt,
      starterLeft: Math.max(0, rules.content.economy.lending.starterPerPlayer - lender.starters),
    };
  }

  hall(playerId: string): Promise<Hall | null> {
    return hallOf(this.#parts.store.reader, this.#cards, playerId, this.now());
  }

  loan(playerId: string, loanId: string): Promise<FullLoanPage | null> {
    return this.lending.page(playerId, loanId);
  }

  async portfolio(playerId: string): Promise<Portfolio | null> {
    if ((await this.player(playerId)) === null) return null;
    return portfolioOf(this.#parts.store.reader, this.#cards, playerId);
  }

  async statement(playerId: string, before: number | null): Promise<Statement | null> {
    if ((await this.player(playerId)) === null) return null;
    return statementOf(this.#parts.store.reader, playerId, before);
  }

  async welcomeBack(playerId: string): Promise<WelcomeBack | null> {
    const state = await this.player(playerId);
    if (state === null) return null;
    return welcomeBackOf(this.#parts.store.reader, this.#parts.rules, this.#cards, state, this.now());
  }

  async shop(playerId: string, loanId: string): Promise<ShopPage | null> {
    const state = await this.player(playerId);
    const { store, rules, clock } = this.#parts;
    return state === null ? null : shopPage(store.reader, rules, clock, this.#cards, state, loanId);
  }

  async letters(playerId: string, before: string | null): Promise<Inbox | null> {
    const state = await this.player(playerId);
    const cursor = before === null ? null : cursorOf(before);
    return state === null ? null : inboxOf(this.#parts.store.reader, this.#parts.rules, state, cursor);
  }

  async album(playerId: string): Promise<Album | null> {
    const state = await this.player(playerId);
    return state === null ? null : albumOf(this.#parts.store.reader, this.#parts.rules, state);
  }

  async pollination(playerId: string): Promise<PollinationView | null> {
    const state = await this.player(playerId);
    return state === null ? null : this.#parts.pollination.view(state);
  }

  async ownLoan(playerId: string): Promise<OwnLoanPage | null> {
    const state = await this.player(playerId);
    const { store, rules, clock } = this.#parts;
    return state === null ? null : ownLoanPage(store.reader, rules, clock, state);
  }

  async export(playerId: string): Promise<Record<string, unknown> | null> {
    const state = await this.player(playerId);
    return state === null ? null : exportOf(this.#parts.store.reader, state, this.now());
  }

  async deletePlayer(playerId: string): Promise<void> {
    await this.#parts.leaving.leave(playerId);
  }

  watchPresence(present: () => Iterable<string>): void {
    this.#parts.jobs.watchPresence(present);
    this.#parts.live.watchPresence(present);
  }

  start(): Promise<void> {
    return this.#parts.jobs.start();
  }

  async stop(): Promise<void> {
    await this.#parts.jobs.stop();
    await this.#parts.bus.drain();
    await this.#parts.store.close();
  }
}
