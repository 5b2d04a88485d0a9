import type { GesturePayload, GestureType } from '@bloomvale/shared/protocol/commands';
import type { GestureReply, Reply } from '@bloomvale/shared/protocol/replies';
import {
  CLOSE_FLOOD,
  CLOSE_SIGNED_OUT,
  CLOSE_SUSPENDED,
  CLOSE_TAKEN_OVER,
  ROOM_HOMESTEAD,
  ROOM_VILLAGE,
  type RoomMessages,
} from '@bloomvale/shared/protocol/rooms';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { Client, CloseCode } from '@colyseus/sdk';
import type { Place } from '../store/actions.ts';
import { netStore, type StopReason, sampleClock } from '../store/net.ts';
import { roomStore } from '../store/room.ts';
import type { SendCommand } from './outbox.ts';
import { type AnyRoom, RoomMirror } from './room-mirror.ts';
import type { Seat } from './seat.ts';

/** A command unanswered for so long is sent again; well above a slow phone's round trip, well below a player's patience. */
const REQUEST_TIMEOUT_MS = 6_000;
/** Attempts of the SDK to take its seat again: with its doubling delays they fill the 30 s for which the server keeps it. */
const SEAT_RETRIES = 10;
/** While away the server is asked this often whether it answers at all; a restarted one answers, but has no seat to give back. */
const HEALTH_EVERY_MS = 1_000;
const HEALTH_WITHIN_MS = 4_000;
/** What the seat's own way back gets once the server answers, before the room is entered anew. */
const SEAT_GRACE_MS = 1_500;
/** Then the room is entered anew, every few seconds, for as long as it takes. */
const REJOIN_FIRST_MS = 1_000;
const REJOIN_MOST_MS = 15_000;

export type ConnectionHooks = {
  /**
   * A room can take commands. `fresh` when messages may have been missed: what was loaded should be loaded again. `host` is whose homestead
   * one is visiting, null in one's own and in the village.
   */
  readonly up: (send: SendCommand, fresh: boolean, host: string | null) => void;
  readonly down: () => void;
  readonly message: <M extends keyof RoomMessages>(type: M, payload: RoomMessages[M]) => void;
};

const STOPS: Record<number, StopReason> = {
  [CLOSE_TAKEN_OVER]: 'taken-over',
  [CLOSE_FLOOD]: 'flood',
  [CLOSE_SIGNED_OUT]: 'signed-out',
  [CLOSE_SUSPENDED]: 'suspended',
};
/** Every type there is, or it does not compile: one left out would only be a warning of the SDK's. */
const EVERY_MESSAGE: Readonly<Record<keyof RoomMessages, true>> = {
  'loan.changed': true,
  'loan.listed': true,
  'loan.repaid': true,
  'loan.refunded': true,
  'loan.lost': true,
  'loan.news': true,
  'own-loan.news': true,
  'letter.arrived': true,
  'avatar.emote': true,
  'avatar.say': true,
  content: true,
  notice: true,
  'operator.act': true,
  'taken-over': true,
};
const MESSAGES = Object.keys(EVERY_MESSAGE) as (keyof RoomMessages)[];

/**
 * Keeps the player in one room at a time. Owns the socket, its mirror and its return after a drop: first to the same seat, then by a new
 * join, until `stop`. Leaves commands to the outbox and messages to its hooks.
 */
export class Connection {
  readonly #client = new Client();
  readonly #hooks: ConnectionHooks;
  readonly #me: string;
  #room: AnyRoom | null = null;
  #mirror: RoomMirror | null = null;
  #place: Place | null = null;
  /** Grows with every move; an answer that belongs to an earlier one is dropped. */
  #move = 0;
  #stopped = false;
  /** The room whose socket dropped and has not come back. */
  #away: AnyRoom | null = null;
  #rejoin: ReturnType<typeof setTimeout> | undefined;

  /** `me` is the own public id. */
  constructor(me: string, hooks: ConnectionHooks) {
    this.#me = me;
    this.#hooks = hooks;
  }

  /** Leaves the room one is in and enters another; keeps trying while the server cannot be reached. Resolves when there, or overtaken. */
  async enter(place: Place, seat: Seat | null = null): Promise<void> {
    const move = ++this.#move;
    this.#place = place;
    clearTimeout(this.#rejoin);
    roomStore.setState({ moving: true });
    this.#hooks.down();
    // The seat is given up first: the server takes a second room of one player for a second tab.
    await this.#leave();
    if (move === this.#move) await this.#join(move, REJOIN_FIRST_MS, false, seat);
  }

  /** A gesture lives only in the room: unanswered, it is forgotten. @returns null when there was no answer. */
  async gesture<G extends GestureType>(type: G, payload: GesturePayload<G>): Promise<GestureReply<G> | null> {
    const room = this.#room;
    if (room === null || !room.connection.isOpen) return null;
    return (await this.#request(room, type, payload).catch(() => null)) as GestureReply<G> | null;
  }

  /** The socket looks open but is silent: closing it starts the way back. */
  suspect(): void {
    this.#room?.connection.close();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#move++;
    clearTimeout(this.#rejoin);
    this.#hooks.down();
    await this.#leave();
  }

  async #leave(): Promise<void> {
    const room = this.#room;
    this.#room = null;
    this.#mirror?.dispose();
    this.#mirror = null;
    if (room === null) return;
    giveUpSeat(room);
    // A socket that is away cannot say goodbye; its seat runs out by itself.
    if (room.connection.isOpen) await Promise.race([room.leave(true), new Promise((done) => setTimeout(done, 1_500))]);
    else room.connection.close();
  }

  async #join(move: number, waitMs: number, fresh: boolean, seat: Seat | null = null): Promise<void> {
    const place = this.#place;
    if (place === null || this.#stopped) return;
    if (netStore.getState().status !== 'reconnecting') netStore.setState({ status: 'connecting' });
    try {
      const room = (await (seat === null ? this.#ask(place) : this.#take(seat))) as unknown as AnyRoom;
      if (move !== this.#move) {
        void room.leave(true);
        return;
      }
      this.#adopt(room, place, fresh);
    } catch (cause) {
      if (move !== this.#move) return;
      const stop = stopOf(cause);
      if (stop === null) this.#later(move, waitMs);
      else this.#halt(stop, untilIn((cause as { message?: string }).message ?? ''));
    }
  }

  #ask(place: Place) {
    return this.#client.joinOrCreate(
      place.kind === 'village' ? ROOM_VILLAGE : ROOM_HOMESTEAD,
      // The owner is always named: rooms are told apart by this option.
      place.kind === 'village'
        ? { version: PROTOCOL_VERSION }
        : { version: PROTOCOL_VERSION, owner: place.owner ?? this.#me },
    );
  }

  /** The SDK's own second half of joining. */
  #take(seat: Seat) {
    return this.#client.consumeSeatReservation(seat as Parameters<Client['consumeSeatReservation']>[0]);
  }

  #later(move: number, waitMs: number): void {
    netStore.setState({ status: 'offline' });
    clearTimeout(this.#rejoin);
    // Spread over time, so that a restarted server is not met by everyone at once.
    const wait = waitMs * (0.75 + Math.random() / 2);
    this.#rejoin = setTimeout(() => void this.#join(move, Math.min(waitMs * 2, REJOIN_MOST_MS), true), wait);
  }

  #adopt(room: AnyRoom, place: Place, fresh: boolean): void {
    this.#room = room;
    room.reconnection.minUptime = 0;
    room.reconnection.maxRetries = SEAT_RETRIES;
    this.#mirror = new RoomMirror(room, place.kind, this.#me);
    // Whoever enters is told what stands; nothing, when nothing does.
    this.#hooks.message('notice', { notice: null });
    for (const type of MESSAGES) {
      room.onMessage(type as never, (payload: never) => {
        if (type === 'taken-over') this.#halt('taken-over');
        else this.#hooks.message(type, payload);
      });
    }
    room.onDrop(() => {
      if (room !== this.#room) return;
      netStore.setState({ status: 'reconnecting' });
      this.#hooks.down();
      if (this.#away === room) return;
      this.#away = room;
      void this.#watchSeat(room);
    });
    room.onReconnect(() => {
      if (room !== this.#room) return;
      this.#away = null;
      this.#isUp(room, true);
    });
    room.onLeave((code, reason) => {
      if (room !== this.#room) return;
      this.#lost(code, reason);
    });
    // Errors of the socket are followed by its close; without a listener they would only reach the console.
    room.onError(() => undefined);
    this.#isUp(room, fresh);
  }

  /** Does not wait out the SDK's attempts at a seat that a restarted server has never heard of: they fill half a minute. */
  async #watchSeat(room: AnyRoom): Promise<void> {
    const away = (): boolean => room === this.#room && room === this.#away && !this.#stopped;
    do {
      await pause(HEALTH_EVERY_MS);
      if (!away()) return;
    } while (!(await serverAnswers()));
    await pause(SEAT_GRACE_MS);
    if (!away()) return;
    giveUpSeat(room);
    room.connection.close();
    this.#lost(CloseCode.ABNORMAL_CLOSURE);
  }

  #isUp(room: AnyRoom, fresh: boolean): void {
    netStore.setState({ status: 'online' });
    const owner = this.#place?.kind === 'homestead' ? this.#place.owner : undefined;
    const host = owner === undefined || owner === this.#me ? null : owner;
    this.#hooks.up((type, payload) => this.#request(room, type, payload), fresh, host);
  }

  async #request(room: AnyRoom, type: string, payload: unknown): Promise<Reply<unknown>> {
    const sentAt = Date.now();
    const reply = (await room.request(type as never, payload as never, {
      timeout: REQUEST_TIMEOUT_MS,
    })) as Reply<unknown>;
    if (reply.ok) sampleClock(sentAt, Date.now(), reply.now);
    return reply;
  }

  /** The seat is lost for good: either for a reason that a new join would not change, or the server simply forgot us. */
  #lost(code: number, reason = ''): void {
    this.#room = null;
    this.#mirror?.dispose();
    this.#mirror = null;
    this.#hooks.down();
    const stop = STOPS[code];
    if (stop !== undefined) {
      this.#halt(stop, untilIn(reason));
      return;
    }
    if (this.#stopped) return;
    netStore.setState({ status: 'reconnecting' });
    const delay = code === CloseCode.SERVER_SHUTDOWN ? REJOIN_FIRST_MS : 0;
    const move = this.#move;
    clearTimeout(this.#rejoin);
    this.#rejoin = setTimeout(() => void this.#join(move, REJOIN_FIRST_MS, true), delay);
  }

  #halt(reason: StopReason, until: number | null = null): void {
    this.#stopped = true;
    netStore.setState({ status: 'stopped', stopped: reason, until });
    this.#hooks.down();
    void this.#leave();
  }
}

/** The SDK cannot take back an attempt that is due already: it must find nothing to do, or it would meet the next room as a second tab. */
function giveUpSeat(room: AnyRoom): void {
  room.reconnection.enabled = false;
  room.connection.reconnect = () => undefined;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function serverAnswers(): Promise<boolean> {
  try {
    const answer = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(HEALTH_WITHIN_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Until when somebody is suspended, as the close or the refused join says: epoch ms at the end of its words. */
function untilIn(words: string): number | null {
  const digits = /(\d{10,15})$/.exec(words)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Answers to a join that waiting would not change. The server puts our code into the message. */
function stopOf(cause: unknown): StopReason | null {
  const { message = '', code } = (cause ?? {}) as { message?: string; code?: number };
  if (message.includes('WRONG_VERSION')) return 'wrong-version';
  if (message.includes('SIGN_IN') || code === 401) return 'signed-out';
  if (message.includes('SUSPENDED')) return 'suspended';
  if (message.includes('TAKEN_OVER')) return 'taken-over';
  return null;
}
