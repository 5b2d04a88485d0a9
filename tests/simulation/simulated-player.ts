import type { PlayerState } from '@bloomvale/server/application/contract';
import type { CommandType } from '@bloomvale/shared/protocol/commands';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { Reply } from '@bloomvale/shared/protocol/replies';
import type { Hall } from '@bloomvale/shared/protocol/views';
import type { Dice } from '../bots/dice.ts';
import { type GardenView, type Mind, type Move, nextGardenMove } from '../bots/garden-mind.ts';
import type { Journal } from '../bots/journal.ts';

export type SentCommand = {
  readonly playerId: string;
  readonly type: CommandType;
  readonly payload: Record<string, unknown> & { readonly commandId: string };
};

/** Answers that leave the outcome open: the same command is sent again. */
const OPEN_ANSWERS: readonly RejectCode[] = ['BUSY', 'STORE_UNAVAILABLE', 'STOPPING'];
const RESEND_AFTER_MS = 6_000;
/** Commands under way at a time: more than an honest client, so that they can overtake each other. */
const UNDER_WAY = 3;

export type PlayerParts = {
  readonly playerId: string;
  readonly dice: Dice;
  readonly mind: Mind;
  readonly journal: Journal;
  /** Hands a command to the network. */
  readonly send: (command: SentCommand, answered: (reply: Reply<unknown>) => void) => void;
};

/** A player of the simulation: acts on what was committed, remembers what has no answer, and never gives up on it. */
export class SimulatedPlayer {
  readonly playerId: string;
  readonly #parts: PlayerParts;
  readonly #underWay = new Map<string, { readonly command: SentCommand; sentAt: number }>();

  constructor(parts: PlayerParts) {
    this.playerId = parts.playerId;
    this.#parts = parts;
  }

  get waiting(): number {
    return this.#underWay.size;
  }

  /** One look at the world, and perhaps one thing done. */
  act(now: number, state: PlayerState, hall: Hall): void {
    const { dice, mind } = this.#parts;
    this.resend(now);
    if (this.#underWay.size >= UNDER_WAY) return;
    const move = dice.upTo(6) === 0 ? this.#lend(hall) : nextGardenMove(viewOf(state, now), mind);
    if (move !== null) this.#begin(now, move);
    else if (dice.upTo(10) === 0) this.#begin(now, { type: 'home.catch-up', payload: { seen: dice.upTo(2) === 0 } });
  }

  resend(now: number): void {
    for (const waiting of this.#underWay.values()) {
      if (now - waiting.sentAt < RESEND_AFTER_MS) continue;
      waiting.sentAt = now;
      this.#post(waiting.command);
    }
  }

  #lend({ loans, wallet }: Hall): Move | null {
    const { dice, mind } = this.#parts;
    const { share } = mind.content.economy.lending;
    const open = loans.filter((loan) => loan.state === 'fundraising' && loan.raised < loan.amount);
    const loan = dice.pick(open);
    // Now and then without the coins, or too much: the last share, a race and an empty purse must all be safe.
    if (loan === undefined || (wallet < share && dice.upTo(4) > 0)) return null;
    const amount = dice.upTo(8) === 0 ? loan.amount : Math.min(share, loan.amount - loan.raised);
    return { type: 'loan.lend', payload: { loanId: loan.id, amount } };
  }

  #begin(now: number, { type, payload }: Move): void {
    const commandId = this.#mint(now);
    const command: SentCommand = { playerId: this.playerId, type, payload: { ...payload, commandId } };
    this.#underWay.set(commandId, { command, sentAt: now });
    this.#post(command);
  }

  #post(command: SentCommand): void {
    const { commandId } = command.payload;
    this.#parts.send(command, (reply) => {
      if (!this.#underWay.has(commandId) || (!reply.ok && OPEN_ANSWERS.includes(reply.code))) return;
      this.#underWay.delete(commandId);
      this.#parts.journal.note({ ...command, reply });
    });
  }

  /** A UUID as clients mint it, beginning with the time, but repeatable. */
  #mint(now: number): string {
    const hex = (count: number): string =>
      Array.from({ length: count }, () => this.#parts.dice.upTo(16).toString(16)).join('');
    const time = now.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  }
}

const viewOf = ({ household, level, plotCount, wallet }: PlayerState, now: number): GardenView => ({
  now,
  level,
  plotCount,
  wallet,
  plots: household.plots,
  store: household.store,
  slots: household.stall.slots,
  wishes: household.stall.wishes,
});
