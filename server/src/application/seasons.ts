import { FACTOR_MEMORY, keyPeriod, monthOf } from '@bloomvale/shared/lending/region';
import type { CommandBus } from './bus/command-bus.ts';
import { seasonOpen, seasonReveal } from './commands/season-step.ts';
import type { GameClock } from './game-clock.ts';
import type { RegionRange } from './region-keys.ts';
import type { Rules } from './rules.ts';
import type { SeasonRow } from './store/rows.ts';
import type { Reader } from './store/store.ts';

/**
 * Keys a region has in one season's tree: what a factor looks back to, the 180 months of 30 days at the default tempo, and a reserve. When
 * only the reserve is left, because the clock runs faster, the next season opens sooner.
 */
export const SEASON_MONTHS = FACTOR_MEMORY + 180 + FACTOR_MEMORY;
const RESERVE_MONTHS = FACTOR_MEMORY;

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
    for (;;) {
      const seasons = await this.#reader.seasons();
      this.#rules.regionKeys.learn(seasons);
      const newest = seasons.at(-1);
      if (newest !== undefined && this.#clock.now() < newest.endsAt && !this.#usedUp(newest)) return newest.id;
      // Again until it lasts: after a silence at a very fast clock one tree may not reach as far as today.
      await this.#open(this.#nextRange(newest ?? null));
    }
  }

  async #open(range: RegionRange): Promise<void> {
    const { root } = await this.#rules.regionKeys.tree(range);
    const reply = await this.#bus.system(seasonOpen(this.#rules), { ...range, root });
    if (!reply.ok) throw new Error(`season ${range.season} could not be opened: ${reply.code}`);
  }

  async reveal(): Promise<void> {
    const now = this.#clock.now();
    const seasons = await this.#reader.seasons();
    for (const [i, season] of seasons.entries()) {
      if (season.revealed !== null || now < season.endsAt) continue;
      const next = seasons[i + 1];
      // Its secret also makes the region keys of every month that it still rules.
      if (next === undefined || this.#period() < next.regionFirst) continue;
      if ((await this.#reader.openLoansOfSeason(season.id)) > 0) continue;
      await this.#bus.system(seasonReveal(this.#rules), { season: season.id });
    }
  }

  /** Number of the key that rules the present month. */
  #period(): number {
    return keyPeriod(monthOf(this.#clock.simNow()));
  }

  /** A season without a tree (of the first release), or one with hardly a key left. */
  #usedUp({ regionFirst, regionMonths }: SeasonRow): boolean {
    return this.#period() >= regionFirst + regionMonths - RESERVE_MONTHS;
  }

  /**
   * The first tree of a world also commits to the memory its first months look back to; every later one begins with the coming month, so
   * that nothing is replaced that was drawn from. A region that once had keys keeps getting them: its loans still run.
   */
  #nextRange(newest: SeasonRow | null): RegionRange {
    const former = newest === null ? [] : (JSON.parse(newest.regions) as string[]);
    const regions = [...new Set([...former, ...this.#rules.regions.keys()])].sort();
    const season = (newest?.id ?? 0) + 1;
    const months = SEASON_MONTHS;
    if (newest === null || newest.regionRoot === '') {
      return { season, regions, months, first: this.#period() - FACTOR_MEMORY };
    }
    const end = newest.regionFirst + newest.regionMonths;
    return { season, regions, months, first: Math.min(end, Math.max(this.#period(), newest.regionFirst) + 1) };
  }
}
