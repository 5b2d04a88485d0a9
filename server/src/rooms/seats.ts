import { COMMAND_BURST, COMMANDS_PER_SECOND } from '@bloomvale/shared/protocol/limits';
import type { RoomMessages } from '@bloomvale/shared/protocol/rooms';
import { TokenBucket } from './token-bucket.ts';

/** What matchmaking learnt about a client; `client.auth` in a room. Plain JSON: Colyseus copies it. */
export type SeatAuth = {
  readonly playerId: string;
  readonly publicId: string;
  readonly villageId: string;
  /** Not called `sessionId`: Colyseus would take that for the id of the seat. */
  readonly accountSession: string;
};

/** A room, as far as others may act on a seat in it. `clientId` is the Colyseus session id: it survives a reconnection. */
export type SeatRoom = {
  tell<K extends keyof RoomMessages>(clientId: string, type: K, message: RoomMessages[K]): void;
  /** Ends the seat: closes the socket, or gives up waiting for one that dropped. */
  evict(clientId: string, code: number, reason: string): void;
  /** Shows the player's committed state again; resolves when every client has been sent it. */
  refresh(playerId: string): Promise<void>;
};

export type Seat = {
  readonly playerId: string;
  readonly villageId: string;
  readonly clientId: string;
  readonly room: SeatRoom;
  accountSession: string;
};

/** Buckets of players who left are dropped when they are full again; looked for when this many are kept. */
const BUCKETS_SWEPT_AT = 4_096;

/**
 * Who sits where: one live client a player, in one room at a time. A later one takes over. Also keeps each player's command rate, so that
 * a new connection does not bring a new allowance.
 */
export class Seats {
  readonly #byPlayer = new Map<string, Seat>();
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #perSecond: number;

  /** @param perSecond commands a second of one player, sustained; the burst grows with it. */
  constructor(perSecond: number = COMMANDS_PER_SECOND) {
    this.#perSecond = perSecond;
  }

  get size(): number {
    return this.#byPlayer.size;
  }

  of(playerId: string): Seat | null {
    return this.#byPlayer.get(playerId) ?? null;
  }

  players(): Iterable<string> {
    return this.#byPlayer.keys();
  }

  all(): Iterable<Seat> {
    return this.#byPlayer.values();
  }

  /** Takes the player's place. @returns who had it before: the caller tells and closes that one. */
  claim(seat: Seat): Seat | null {
    const before = this.of(seat.playerId);
    this.#byPlayer.set(seat.playerId, seat);
    return before;
  }

  /** Does nothing when somebody else has taken the place since. */
  release(playerId: string, clientId: string): void {
    if (this.#byPlayer.get(playerId)?.clientId === clientId) this.#byPlayer.delete(playerId);
  }

  onSession(accountSession: string): Seat[] {
    return [...this.#byPlayer.values()].filter((seat) => seat.accountSession === accountSession);
  }

  /** @param now milliseconds of a clock that never stands still: the game's may, and nobody should be silenced by that. */
  mayAct(playerId: string, now: number): boolean {
    let bucket = this.#buckets.get(playerId);
    if (bucket === undefined) {
      if (this.#buckets.size >= BUCKETS_SWEPT_AT) this.#sweep(now);
      bucket = new TokenBucket(this.#perSecond, (COMMAND_BURST / COMMANDS_PER_SECOND) * this.#perSecond, now);
      this.#buckets.set(playerId, bucket);
    }
    return bucket.take(now);
  }

  #sweep(now: number): void {
    for (const [playerId, bucket] of this.#buckets) {
      if (!this.#byPlayer.has(playerId) && bucket.isFull(now)) this.#buckets.delete(playerId);
    }
  }
}
