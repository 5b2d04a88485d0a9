import type { CommandBus } from './bus/command-bus.ts';
import { seasonOpen, seasonReveal } from './commands/season-step.ts';
import type { GameClock } from './game-clock.ts';
import type { Rules } from './rules.ts';
import type { Reader } from './store/store.ts';

/** Opens a season when the former is over, and reveals a secret when a season's last loan has closed (lending.md 1 and 5). */
export class Seasons {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
  }

  /** Number of the running season; opens it when there is none. */
  async current(): Promise<number> {
    const seasons = await this.#reader.seasons();
    const newest = seasons.at(-1);
    if (newest !== undefined && this.#clock.now() < newest.endsAt) return newest.id;
    const season = (newest?.id ?? 0) + 1;
    const reply = await this.#bus.system(seasonOpen(this.#rules), { season });
    if (!reply.ok) throw new Error(`season ${season} could not be opened: ${reply.code}`);
    return season;
  }

  async reveal(): Promise<void> {
    const now = this.#clock.now();
    for (const season of await this.#reader.seasons()) {
      if (season.revealed !== null || now < season.endsAt) continue;
      if ((await this.#reader.openLoansOfSeason(season.id)) > 0) continue;
      await this.#bus.system(seasonReveal(this.#rules), { season: season.id });
    }
  }
}
