import { type Listing, planListings } from '../domain/listing-plan.ts';
import type { CommandBus } from './bus/command-bus.ts';
import { villageFound } from './commands/village-found.ts';
import { villageList } from './commands/village-list.ts';
import type { GameClock } from './game-clock.ts';
import { nextChapter } from './lending/chapters.ts';
import type { ChapteredListing } from './lending/listing.ts';
import { freeLot } from './lending/village-records.ts';
import type { Log } from './log.ts';
import type { Rules } from './rules.ts';
import type { Seasons } from './seasons.ts';
import type { Reader } from './store/store.ts';

/** A village counts as lively by who was seen in the last week; the others list nothing until somebody comes home. */
export const LIVELY_MS = 7 * 86_400_000;
/** How long an empty place in the hall may wait, so that several are filled together. */
const LATER_MS = 300;
/** A hall looked at this lately need not be looked at again because somebody enters. */
const FRESH_MS = 10_000;

/** Founds villages and keeps their halls stocked. Plans from committed state; the bus makes sure that no plan is carried out twice. */
export class Villages {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #seasons: Seasons;
  readonly #running = new Map<string, { again: boolean; done: Promise<void> }>();
  readonly #checkedAt = new Map<string, number>();
  readonly #later = new Map<string, NodeJS.Timeout>();
  readonly #log: Log;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock, seasons: Seasons, log: Log) {
    this.#log = log;
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
    this.#seasons = seasons;
  }

  /** The liveliest village with a free lot (product.md 6); a new one when there is none. */
  async forNewcomer(): Promise<string> {
    const [villages, lively] = await Promise.all([
      this.#reader.villages(),
      this.#reader.liveliness(this.#clock.now() - LIVELY_MS),
    ]);
    const players = new Map(lively.map((one) => [one.villageId, one.players]));
    const free = villages
      .filter((village) => freeLot(village) >= 0)
      .sort((a, b) => (players.get(b.id) ?? 0) - (players.get(a.id) ?? 0));
    return free[0]?.id ?? this.found(villages.length + 1);
  }

  async found(number: number): Promise<string> {
    const reply = await this.#bus.system(villageFound, { number });
    if (!reply.ok) throw new Error(`village ${number} could not be founded: ${reply.code}`);
    await this.topUp(reply.value.villageId);
    return reply.value.villageId;
  }

  /** Makes sure that at least one village stands. */
  async ensureFirst(): Promise<void> {
    const villages = await this.#reader.villages();
    if (villages.length === 0) await this.found(1);
  }

  /** Lists what is missing in one hall; calls that come while it works make it look once more. */
  topUp(villageId: string): Promise<void> {
    const running = this.#running.get(villageId);
    if (running !== undefined) {
      running.again = true;
      return running.done;
    }
    const state = { again: false, done: Promise.resolve() };
    state.done = this.#topUpUntilDone(villageId, state).finally(() => this.#running.delete(villageId));
    this.#running.set(villageId, state);
    return state.done;
  }

  /** Within a moment, together with whatever else leaves the hall until then. */
  topUpLater(villageId: string): void {
    if (this.#later.has(villageId)) return;
    const timer = setTimeout(() => {
      this.#later.delete(villageId);
      this.topUp(villageId).catch((fault: unknown) =>
        this.#log.error({ err: fault, villageId }, 'a hall was not stocked'),
      );
    }, LATER_MS);
    timer.unref();
    this.#later.set(villageId, timer);
  }

  /** Resolves when no hall is being stocked any more. */
  async stop(): Promise<void> {
    for (const timer of this.#later.values()) clearTimeout(timer);
    this.#later.clear();
    await Promise.allSettled([...this.#running.values()].map(({ done }) => done));
  }

  async topUpUnlessFresh(villageId: string): Promise<void> {
    if (this.#clock.now() - (this.#checkedAt.get(villageId) ?? 0) >= FRESH_MS) await this.topUp(villageId);
  }

  /** Every village with somebody about. */
  async topUpLively(): Promise<void> {
    for (const { villageId } of await this.#reader.liveliness(this.#clock.now() - LIVELY_MS)) {
      await this.topUp(villageId);
    }
  }

  async #topUpUntilDone(villageId: string, state: { again: boolean }): Promise<void> {
    do {
      state.again = false;
      await this.#topUpOnce(villageId);
    } while (state.again);
  }

  /** Whoever repaid in full here before comes back with the next part of her story (lending.md 2). */
  async #withChapters(villageId: string, listings: readonly Listing[]): Promise<ChapteredListing[]> {
    const counts = await this.#reader.loanCounts(villageId);
    const ended = new Map(counts.filter(({ state }) => state === 'ended').map((one) => [one.entrepreneur, one.loans]));
    return listings.map((listing) => {
      const person = this.#rules.entrepreneurs.get(listing.entrepreneur);
      return person === undefined
        ? listing
        : { ...listing, chapter: nextChapter(person, ended.get(listing.entrepreneur) ?? 0) };
    });
  }

  async #topUpOnce(villageId: string): Promise<void> {
    if (this.#rules.switches.current.listingsPaused) return;
    const [[village], hall, wallets] = await Promise.all([
      this.#reader.rows('village', [villageId]),
      this.#reader.hallState(villageId),
      this.#reader.residentWallets(villageId),
    ]);
    if (village === undefined) return;
    const { listedCount, starterCount } = village;
    const listings = planListings(this.#rules.content, this.#rules.secrets.village(villageId), {
      listedCount,
      starterCount,
      open: hall.open.map(({ entrepreneur, starter, amount, raised }) => ({
        entrepreneur,
        starter: starter === 1,
        missing: amount - raised,
      })),
      running: hall.running,
      wallets,
    });
    this.#checkedAt.set(villageId, this.#clock.now());
    if (listings.length === 0) return;
    const [season, chaptered] = await Promise.all([this.#seasons.current(), this.#withChapters(villageId, listings)]);
    const plan = { villageId, season, listedCount, starterCount };
    const reply = await this.#bus.system(villageList(this.#rules), { ...plan, listings: chaptered });
    if (reply.ok || reply.code !== 'PAUSED') return;
    // The pool is short and its matching is paused: the other loans do not wait for the starter projects.
    const others = chaptered.filter(({ starter }) => !starter);
    if (others.length > 0) await this.#bus.system(villageList(this.#rules), { ...plan, listings: others });
  }
}
