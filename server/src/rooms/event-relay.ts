import type { Localised } from '@bloomvale/shared/content/text';
import { CLOSE_SIGNED_OUT, CLOSE_SUSPENDED, type RoomMessages } from '@bloomvale/shared/protocol/rooms';
import type { AccountEvent } from '../accounts/accounts.ts';
import type { Game, GameEvent } from '../application/contract.ts';
import type { Logger } from '../ops/logger.ts';
import type { Seats } from './seats.ts';

/** Bars move this often at most: a loan that many fund at once costs each onlooker four messages a second, not hundreds. */
export const NEWS_MS = 250;

/** What happened in a village since the last telling: of each loan the latest of each kind. */
export type News = {
  [K in 'loan.changed' | 'loan.listed']: { readonly type: K; readonly message: RoomMessages[K] };
}['loan.changed' | 'loan.listed'];
export type VillageNews = ReadonlyMap<string, ReadonlyMap<string, News>>;

/** A room that hears of more than its own seats. */
export type ListeningRoom = {
  /** Village whose shops stand here; null in a homestead. */
  readonly villageId: string | null;
  /** Player whose homestead this is; null in a village. */
  readonly ownerId: string | null;
  /** Tells every client here the news of the village they live in; `news` is by village. */
  tellNews(news: VillageNews): void;
  refresh(playerId: string): Promise<void>;
  shopsChanged(): void;
  /** Another catalogue is in force: everything that is shown here follows from it. */
  contentChanged(hash: string): void;
  /** Shows everybody here what operators have to say, or takes it down. */
  tellNotice(notice: Localised | null): void;
};

/**
 * Brings what the game and the accounts announce to the rooms it concerns. Events come after the commit; a lost one costs nothing, for
 * everything is also found by HTTP.
 */
export class EventRelay {
  readonly #seats: Seats;
  readonly #logger: Logger;
  readonly #rooms = new Set<ListeningRoom>();
  /** Homesteads by their owner: a second instance is rare, a player who acts is not. */
  readonly #homes = new Map<string, Set<ListeningRoom>>();
  #news = new Map<string, Map<string, News>>();
  #timer: NodeJS.Timeout | null = null;
  #game: Pick<Game, 'noteTold'> | null = null;

  constructor(seats: Seats, logger: Logger) {
    this.#seats = seats;
    this.#logger = logger;
  }

  /** @returns the way to stop listening. */
  connect(game: Game, accounts: { on(listener: (event: AccountEvent) => void): () => void }): () => void {
    this.#game = game;
    const off = [game.on((event) => this.#onGame(event)), accounts.on((event) => this.#onAccount(event))];
    return () => {
      for (const stop of off) stop();
      if (this.#timer !== null) clearTimeout(this.#timer);
    };
  }

  add(room: ListeningRoom): void {
    this.#rooms.add(room);
    if (room.ownerId === null) return;
    const homes = this.#homes.get(room.ownerId) ?? new Set();
    this.#homes.set(room.ownerId, homes.add(room));
  }

  remove(room: ListeningRoom): void {
    this.#rooms.delete(room);
    if (room.ownerId === null) return;
    const homes = this.#homes.get(room.ownerId);
    homes?.delete(room);
    if (homes?.size === 0) this.#homes.delete(room.ownerId);
  }

  #onGame(event: GameEvent): void {
    switch (event.kind) {
      case 'player.changed':
        this.#playerChanged(event.playerId);
        break;
      case 'loan.changed': {
        const { villageId, loanId: id, state, raised, lenders, listed } = event;
        this.#note(villageId, id, { type: 'loan.changed', message: { id, state, raised, lenders, listed } });
        break;
      }
      case 'loan.listed':
        this.#note(event.villageId, event.loanId, { type: 'loan.listed', message: { id: event.loanId } });
        break;
      case 'loan.repaid': {
        const { kind, playerId, ...message } = event;
        this.#tellPlayer(playerId, kind, message);
        break;
      }
      case 'loan.refunded': {
        const { kind, playerId, ...message } = event;
        this.#tellPlayer(playerId, kind, message);
        break;
      }
      case 'loan.lost': {
        const { kind, playerId, ...message } = event;
        this.#tellPlayer(playerId, kind, message);
        break;
      }
      case 'loan.news': {
        const seat = this.#seats.of(event.playerId);
        seat?.room.tell(seat.clientId, 'loan.news', event.line);
        break;
      }
      case 'letter.arrived': {
        const { kind, playerId, id, letter, name } = event;
        this.#tellPlayer(playerId, kind, { id, kind: letter, name });
        break;
      }
      case 'own-loan.news': {
        const { kind, playerId, news, amount, owed } = event;
        this.#tellPlayer(playerId, kind, { kind: news, amount, owed });
        break;
      }
      case 'shop.changed':
        for (const room of this.#rooms) if (room.villageId === event.villageId) room.shopsChanged();
        break;
      case 'player.told':
        this.#tellAct(event);
        break;
      case 'content.changed':
        for (const room of this.#rooms) room.contentChanged(event.hash);
        break;
      case 'switches.changed':
        for (const room of this.#rooms) room.tellNotice(event.notice);
        break;
      case 'player.deleted':
        this.#evict(event.playerId);
        break;
    }
  }

  #onAccount(event: AccountEvent): void {
    if (event.kind === 'session.moved') {
      for (const seat of this.#seats.onSession(event.from)) seat.accountSession = event.to;
      return;
    }
    for (const seat of this.#seats.onSession(event.sessionId)) this.#evict(seat.playerId);
  }

  #evict(playerId: string): void {
    const seat = this.#seats.of(playerId);
    seat?.room.evict(seat.clientId, CLOSE_SIGNED_OUT, 'signed out');
  }

  /** Whoever is not here is told when they come back. */
  #tellAct({ playerId, act, until, amount }: Extract<GameEvent, { kind: 'player.told' }>): void {
    const seat = this.#seats.of(playerId);
    if (seat === null) return;
    seat.room.tell(seat.clientId, 'operator.act', { kind: act, until, amount });
    this.#game
      ?.noteTold(playerId)
      .catch((cause: unknown) => this.#logger.error({ err: cause, playerId }, 'not noted as told'));
    if (act === 'suspend') seat.room.evict(seat.clientId, CLOSE_SUSPENDED, String(until));
  }

  #playerChanged(playerId: string): void {
    const concerned = new Set<{ refresh(playerId: string): Promise<void> }>(this.#homes.get(playerId));
    const seat = this.#seats.of(playerId);
    if (seat !== null) concerned.add(seat.room);
    for (const room of concerned) {
      room
        .refresh(playerId)
        .catch((cause: unknown) => this.#logger.error({ err: cause, playerId }, 'projection failed'));
    }
  }

  #tellPlayer<K extends keyof RoomMessages>(playerId: string, type: K, message: RoomMessages[K]): void {
    const seat = this.#seats.of(playerId);
    seat?.room.tell(seat.clientId, type, message);
    this.#playerChanged(playerId);
  }

  #note(villageId: string, loanId: string, news: News): void {
    const village = this.#news.get(villageId) ?? new Map<string, News>();
    this.#news.set(villageId, village.set(`${news.type} ${loanId}`, news));
    this.#timer ??= setTimeout(() => this.#tellNews(), NEWS_MS);
  }

  #tellNews(): void {
    const news = this.#news;
    this.#news = new Map();
    this.#timer = null;
    for (const room of this.#rooms) room.tellNews(news);
  }
}
