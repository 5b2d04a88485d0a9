import { CLOSE_SIGNED_OUT, type RoomMessages } from '@bloomvale/shared/protocol/rooms';
import type { AccountEvent } from '../accounts/accounts.ts';
import type { Game, GameEvent } from '../application/contract.ts';
import type { Logger } from '../ops/logger.ts';
import type { Seats } from './seats.ts';

/** Bars move this often at most: a loan that many fund at once costs each onlooker four messages a second, not hundreds. */
export const LOAN_NEWS_MS = 250;

/** A room that hears of more than its own seats. */
export type ListeningRoom = {
  /** Village whose shops stand here; null in a homestead. */
  readonly villageId: string | null;
  /** Player whose homestead this is; null in a village. */
  readonly ownerId: string | null;
  /** Tells every client who lives in that village. */
  tellVillage<K extends keyof RoomMessages>(villageId: string, type: K, message: RoomMessages[K]): void;
  refresh(playerId: string): Promise<void>;
  shopsChanged(): void;
};

type Changed = Extract<GameEvent, { kind: 'loan.changed' }>;

/**
 * Brings what the game and the accounts announce to the rooms it concerns. Events come after the commit; a lost one costs nothing, for
 * everything is also found by HTTP.
 */
export class EventRelay {
  readonly #seats: Seats;
  readonly #logger: Logger;
  readonly #rooms = new Set<ListeningRoom>();
  /** The latest of each loan since the last telling. */
  readonly #changed = new Map<string, Changed>();
  #timer: NodeJS.Timeout | null = null;

  constructor(seats: Seats, logger: Logger) {
    this.#seats = seats;
    this.#logger = logger;
  }

  /** @returns the way to stop listening. */
  connect(game: Game, accounts: { on(listener: (event: AccountEvent) => void): () => void }): () => void {
    const off = [game.on((event) => this.#onGame(event)), accounts.on((event) => this.#onAccount(event))];
    return () => {
      for (const stop of off) stop();
      if (this.#timer !== null) clearTimeout(this.#timer);
    };
  }

  add(room: ListeningRoom): void {
    this.#rooms.add(room);
  }

  remove(room: ListeningRoom): void {
    this.#rooms.delete(room);
  }

  #onGame(event: GameEvent): void {
    switch (event.kind) {
      case 'player.changed':
        this.#playerChanged(event.playerId);
        break;
      case 'loan.changed':
        this.#changed.set(event.loanId, event);
        this.#timer ??= setTimeout(() => this.#tellLoans(), LOAN_NEWS_MS);
        break;
      case 'loan.listed':
        this.#tellVillage(event.villageId, 'loan.listed', { id: event.loanId });
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
      case 'shop.changed':
        for (const room of this.#rooms) if (room.villageId === event.villageId) room.shopsChanged();
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

  #playerChanged(playerId: string): void {
    const concerned = new Set<{ refresh(playerId: string): Promise<void> }>();
    const seat = this.#seats.of(playerId);
    if (seat !== null) concerned.add(seat.room);
    for (const room of this.#rooms) if (room.ownerId === playerId) concerned.add(room);
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

  #tellVillage<K extends keyof RoomMessages>(villageId: string, type: K, message: RoomMessages[K]): void {
    for (const room of this.#rooms) room.tellVillage(villageId, type, message);
  }

  #tellLoans(): void {
    this.#timer = null;
    for (const { villageId, loanId, state, raised, lenders, listed } of this.#changed.values()) {
      this.#tellVillage(villageId, 'loan.changed', { id: loanId, state, raised, lenders, listed });
    }
    this.#changed.clear();
  }
}
