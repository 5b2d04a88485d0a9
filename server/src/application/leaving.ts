import type { CommandBus } from './bus/command-bus.ts';
import { playerErase, playerHandOver } from './commands/player-delete.ts';
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

  /** Nothing happens for an id that never entered, or has left. @throws Error when the store cannot take it now. */
  async leave(playerId: string): Promise<void> {
    const [player] = await this.#reader.rows('player', [playerId]);
    if (player === undefined) return;
    const erased = await this.#bus.system(playerErase, { playerId, villageId: player.villageId });
    if (!erased.ok) throw new Error(`player ${playerId} could not be erased: ${erased.code}`);
    await this.#handOver(playerId);
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
