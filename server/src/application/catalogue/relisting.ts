import { SIM_HOUR } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from '../bus/command-bus.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { Rules } from '../rules.ts';
import type { Seasons } from '../seasons.ts';
import type { Reader } from '../store/store.ts';
import { LIVELY_MS } from '../villages.ts';
import { RELISTED, relist, relistedAll } from './relist-command.ts';

/** Loans of one village in one command: a hall has some dozens, and no group should wait for more. */
const LOANS_MAX = 64;

/**
 * Brings open halls to a version that went live: lively villages first, since somebody may be looking. A stop in between loses nothing: which
 * version all halls have been brought to is stored, and the next round goes on.
 */
export class Relisting {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #seasons: Seasons;
  readonly #log: Log;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock, seasons: Seasons, log: Log) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
    this.#seasons = seasons;
    this.#log = log;
  }

  /** Looks whether halls are behind, and brings them up; calls that come while it works make it look once more. */
  catchUp(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#untilDone().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Resolves when nothing of it reads or writes any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.catch(() => undefined);
  }

  async #untilDone(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const version = this.#rules.version;
      const [row] = await this.#reader.rows('meta', [RELISTED]);
      // Halls of a store without the mark were listed by its first version.
      if (version > Number(row?.value ?? 1) && (await this.#allVillages(version))) {
        await this.#bus.system(relistedAll, { version });
      }
    }
  }

  /** False when some hall could not be brought up now. */
  async #allVillages(version: number): Promise<boolean> {
    const [villages, lively] = await Promise.all([
      this.#reader.villages(),
      this.#reader.liveliness(this.#clock.now() - LIVELY_MS),
    ]);
    const rank = new Map(lively.map(({ villageId, players }) => [villageId, players]));
    const order = [...villages].sort((a, b) => (rank.get(b.id) ?? 0) - (rank.get(a.id) ?? 0));
    const season = await this.#seasons.current();
    let [withdrawn, listed, done] = [0, 0, true];
    for (const { id } of order) {
      if (this.#stopped || this.#rules.version !== version) return false;
      const made = await this.#village(id, season, version);
      withdrawn += made.withdrawn;
      listed += made.listed;
      done &&= made.done;
    }
    if (withdrawn > 0) this.#log.info({ version, withdrawn, listed }, 'brought open listings to the new terms');
    return done;
  }

  async #village(villageId: string, season: number, version: number) {
    const sum = { withdrawn: 0, listed: 0, done: true };
    const loans = (await this.#reader.unlentLoans(villageId)).map(({ id }) => id);
    const windowSim = this.#rules.content.economy.lending.windowSimHours * SIM_HOUR;
    for (let at = 0; at < loans.length; at += LOANS_MAX) {
      const loanIds = loans.slice(at, at + LOANS_MAX);
      const reply = await this.#bus.system(relist(this.#rules), { villageId, season, version, loanIds, windowSim });
      if (!reply.ok) return { ...sum, done: false };
      sum.withdrawn += reply.value.withdrawn;
      sum.listed += reply.value.listed;
      sum.done &&= reply.value.done;
    }
    return sum;
  }
}
