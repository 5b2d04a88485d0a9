import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { absentSince, LOT_KEPT_MS } from '../absence.ts';
import type { CommandBus } from '../bus/command-bus.ts';
import { householdStore } from '../commands/household-store.ts';
import { playerSeen } from '../commands/player-seen.ts';
import type { GameClock } from '../game-clock.ts';
import type { Absentee, Reader } from '../store/store.ts';

/** Players noted or stored together: players' commands get their turn between two batches. */
const BATCH = 100;

/** Lets the lots of people long away again, and notes who is here: whoever is connected is not away. */
export class AbsentHouseholds {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #clock: GameClock;
  #present: () => Iterable<string> = () => [];

  constructor(bus: CommandBus, reader: Reader, clock: GameClock) {
    this.#bus = bus;
    this.#reader = reader;
    this.#clock = clock;
  }

  watchPresence(present: () => Iterable<string>): void {
    this.#present = present;
  }

  /** Notes everybody who is connected as seen now. @throws Error when the store cannot take it now. */
  async notePresent(): Promise<void> {
    const players = [...this.#present()];
    for (let at = 0; at < players.length; at += BATCH) {
      const reply = await this.#bus.system(playerSeen, { playerIds: players.slice(at, at + BATCH) });
      if (!reply.ok) throw new Error(`who is here could not be noted: ${reply.code}`);
    }
  }

  /**
   * Stores the households of all who have been away too long. A pass that breaks off loses nothing: the next one finds who is left.
   * @returns how many were stored. @throws Error when the store cannot take it now.
   */
  async storeAbsent(): Promise<number> {
    const before = absentSince(this.#clock.segments(), this.#clock.now(), LOT_KEPT_MS);
    let stored = 0;
    let last: Absentee | null = null;
    for (;;) {
      const page: readonly Absentee[] = await this.#reader.absentResidents(before, last, BATCH);
      last = page.at(-1) ?? null;
      if (last === null) return stored;
      stored += await this.#store(page, before);
    }
  }

  async #store(page: readonly Absentee[], before: Instant): Promise<number> {
    const replies = await Promise.all(
      page.map(({ id }) => this.#bus.system(householdStore, { playerId: id, absentSince: before })),
    );
    // One broken household must not hold up the others; what the whole store refuses is for the next pass.
    const refused = replies.find((reply) => !reply.ok && reply.code !== 'INTERNAL');
    if (refused?.ok === false) throw new Error(`households could not be stored: ${refused.code}`);
    return replies.filter((reply) => reply.ok && reply.value.stored).length;
  }
}
