import type { Content } from '@bloomvale/shared/content/content';
import type { Household } from '@bloomvale/shared/play/household';
import type { CommandType, GesturePayload, GestureType } from '@bloomvale/shared/protocol/commands';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { GestureReply, Reply } from '@bloomvale/shared/protocol/replies';
import type { Me } from '@bloomvale/shared/protocol/views';
import { type BotRoom, gardenView, joinRoom, type Place } from './bot-room.ts';
import { mintCommandId } from './command-id.ts';
import type { Dice } from './dice.ts';
import type { GardenView, Move, Temper } from './garden-mind.ts';
import type { Guest } from './guest.ts';
import { householdView } from './household-view.ts';
import type { Journal } from './journal.ts';
import type { Tally } from './tally.ts';
import { Traffic } from './traffic.ts';

const REQUEST_TIMEOUT_MS = 8_000;
/** Answers that ask for patience: the same command, with the same id, is sent again later. */
const PATIENCE: readonly RejectCode[] = ['SLOW_DOWN', 'BUSY', 'STORE_UNAVAILABLE', 'STOPPING'];

type Pending = { readonly type: CommandType; readonly payload: Record<string, unknown> & { commandId: string } };

export type BotParts = {
  readonly guest: Guest;
  readonly me: Me;
  readonly content: Content;
  readonly dice: Dice;
  readonly tally: Tally;
  readonly journal: Journal;
  readonly temper: Temper;
};

/**
 * One player without a screen. Owns its socket and at most one command that has no answer yet, which it sends again under the same id
 * until there is one, like the client's outbox. What to do next is decided elsewhere (`garden-mind.ts`, `bot-life.ts`).
 */
export class Bot {
  readonly guest: Guest;
  readonly content: Content;
  readonly dice: Dice;
  readonly temper: Temper;
  readonly traffic = new Traffic();
  readonly #tally: Tally;
  readonly #journal: Journal;
  me: Me;
  place: Place | null = null;
  #room: BotRoom | null = null;
  #pending: Pending | null = null;
  /** Server clock minus ours, from the quickest answer so far. */
  #clock = { offset: 0, roundTrip: Number.POSITIVE_INFINITY };

  constructor({ guest, me, content, dice, tally, journal, temper }: BotParts) {
    this.guest = guest;
    this.me = me;
    this.content = content;
    this.dice = dice;
    this.temper = temper;
    this.#tally = tally;
    this.#journal = journal;
  }

  get connected(): boolean {
    return this.#room?.connection.isOpen === true;
  }

  get hasPending(): boolean {
    return this.#pending !== null;
  }

  /** Garden and stall are worked at home only: elsewhere the server would refuse what it may long have done. */
  get pendingAtHome(): boolean {
    return this.#pending !== null && /^(garden|stall|kitchen|order|home)\./.test(this.#pending.type);
  }

  serverNow(): number {
    return Date.now() + this.#clock.offset;
  }

  /** Leaves where it is and enters a place. @throws when the server does not let it in. */
  async enter(place: Place): Promise<void> {
    await this.leave();
    this.#tally.joins++;
    const { url, cookie } = this.guest;
    const opened = (room: BotRoom): void => this.traffic.watch(room.connection as never);
    this.#room = await joinRoom({ url, cookie, place, owner: this.me.id, opened });
    this.place = place;
  }

  async leave(): Promise<void> {
    const room = this.#room;
    this.#room = null;
    this.place = null;
    if (room === null || !room.connection.isOpen) return;
    await Promise.race([room.leave(true), new Promise((done) => setTimeout(done, 1_000))]);
  }

  /** Closes the socket without a word, as a train into a tunnel does. */
  drop(): void {
    this.#room?.connection.close();
  }

  view(): GardenView | null {
    return this.#room === null ? null : gardenView(this.#room, this.me.id, this.content, this.serverNow());
  }

  /** The own household, while one is at home and its private part is there. */
  household(): Household | null {
    const garden = this.view();
    const xp = this.#room?.state.avatars.get(this.me.id)?.self?.xp;
    if (this.#room === null || garden === null || xp === undefined) return null;
    return householdView(this.#room, garden, xp, this.content);
  }

  /** Does something durable. @returns null when no final answer came: the command stays pending, see `resend`. */
  do({ type, payload }: Move): Promise<Reply<unknown> | null> {
    if (this.#pending !== null) throw new Error('a bot does one thing at a time');
    this.#tally.actions++;
    this.#pending = { type, payload: { ...payload, commandId: mintCommandId() } };
    return this.resend();
  }

  /** Sends what is pending again, under its id. */
  async resend(): Promise<Reply<unknown> | null> {
    const [pending, room] = [this.#pending, this.#room];
    if (pending === null || room === null) return null;
    const began = performance.now();
    const reply = await ask(room, pending.type, pending.payload);
    if (reply === null) {
      this.#tally.unanswered++;
      return null;
    }
    this.#tally.answered(pending.type, reply, performance.now() - began);
    if (!reply.ok && PATIENCE.includes(reply.code)) return null;
    if (reply.ok) this.#sampleClock(reply.now, performance.now() - began);
    this.#pending = null;
    this.#journal.note({ playerId: this.me.id, ...pending, reply });
    return reply;
  }

  /** Sends a command of the journal once more, outside the queue: what it answers must be what it answered. */
  repeat(type: CommandType, payload: Record<string, unknown>): Promise<Reply<unknown> | null> {
    return this.#room === null ? Promise.resolve(null) : ask(this.#room, type, payload);
  }

  async gesture<G extends GestureType>(type: G, payload: GesturePayload<G>): Promise<GestureReply<G> | null> {
    if (this.#room === null) return null;
    this.#tally.gestures++;
    const reply = (await ask(this.#room, type, payload)) as GestureReply<G> | null;
    if (reply !== null && !reply.ok) this.#tally.refused(`${type}:${reply.code}`);
    return reply;
  }

  #sampleClock(serverNow: number, roundTrip: number): void {
    if (roundTrip > this.#clock.roundTrip) return;
    this.#clock = { offset: serverNow + roundTrip / 2 - Date.now(), roundTrip };
  }
}

async function ask(room: BotRoom, type: string, payload: unknown): Promise<Reply<unknown> | null> {
  if (!room.connection.isOpen) return null;
  try {
    return (await room.request(type as never, payload as never, { timeout: REQUEST_TIMEOUT_MS })) as Reply<unknown>;
  } catch {
    return null;
  }
}
