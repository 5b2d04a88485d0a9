import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from './bus/command-bus.ts';
import { type Erased, playerErase, playerHandOver } from './commands/player-delete.ts';
import type { Reader } from './store/store.ts';

/** Loans handed over together. */
const HAND_OVER_BATCH = 100;

/** Closes accounts for good: first the person and the coins, then, in bounded steps, what loans will still repay. */
export class Leaving {
  readonly #bus: CommandBus;
  readonly #reader: Reader;

  constructor(bus: CommandBus, reader: Reader) {
    this.#bus = bus;
    this.#reader = reader;
  }

  /**
   * Nothing happens for an id that never entered, or has left; nor, with `absentSince`, for one who was seen after it.
   * @throws Error when the store cannot take it now.
   */
  async leave(playerId: string, absentSince?: Instant): Promise<Erased['outcome']> {
    const command = absentSince === undefined ? { playerId } : { playerId, absentSince };
    const erased = await this.#bus.system(playerErase, command);
    if (!erased.ok) throw new Error(`player ${playerId} could not be erased: ${erased.code}`);
    if (erased.value.outcome !== 'here') await this.#handOver(playerId);
    return erased.value.outcome;
  }

  /** Finishes what a crash interrupted. */
  async resume(): Promise<void> {
    for (const playerId of await this.#reader.unfinishedDeletions()) await this.#handOver(playerId);
  }

  async #handOver(playerId: string): Promise<void> {
    const loanIds = await this.#reader.openLoansOfPlayer(playerId);
    for (let at = 0; at < loanIds.length; at += HAND_OVER_BATCH) {
      const reply = await this.#bus.system(playerHandOver, {
        playerId,
        loanIds: loanIds.slice(at, at + HAND_OVER_BATCH),
      });
      if (!reply.ok) throw new Error(`loans of ${playerId} could not be handed over: ${reply.code}`);
    }
  }
}
