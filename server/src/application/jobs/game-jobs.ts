import { SIM_DAY, SIM_MONTH } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from '../bus/command-bus.ts';
import type { Relisting } from '../catalogue/relisting.ts';
import { heartbeat } from '../commands/heartbeat.ts';
import type { GameClock } from '../game-clock.ts';
import type { Leaving } from '../leaving.ts';
import type { NewsDesk } from '../lending/news-desk.ts';
import type { LiveDesk } from '../live/live-desk.ts';
import type { Log } from '../log.ts';
import type { ProposalDesk } from '../proposals/proposal-desk.ts';
import type { Seasons } from '../seasons.ts';
import type { Store } from '../store/store.ts';
import type { Villages } from '../villages.ts';
import type { AbsentHouseholds } from './absent-households.ts';
import type { AutoLender } from './auto-lender.ts';
import { every } from './every.ts';
import type { IdleGuests } from './idle-guests.ts';
import type { LoanClock } from './loan-clock.ts';
import type { PoolRounds } from './pool-rounds.ts';
import { POST_MS, type Postman } from './postman.ts';

/** Well below the ten minutes from which silence counts as an outage (lending.md 1). */
export const HEARTBEAT_MS = 60_000;
/** How long a player's stored reply is kept: clients give up on a command long before. */
export const COMMANDS_KEPT_MS = 7 * 86_400_000;
/** Events kept for listeners of other processes. */
export const OUTBOX_KEPT_MS = 3_600_000;
const PRUNE_LIMIT = 5_000;
const LISTINGS_MS = 30_000;
/** Repayments wait this long at most before auto-lend sees them. */
const AUTO_LEND_MS = 15_000;
/** How often absence is looked at: it is counted in days. */
export const ABSENCE_MS = 3_600_000;
const SEASONS_MOST_MS = 3_600_000;
/** A scheduled change goes live at most this long after its moment. */
export const PROPOSALS_MS = 1_000;

export type JobParts = {
  readonly bus: CommandBus;
  readonly store: Store;
  readonly clock: GameClock;
  readonly villages: Villages;
  readonly seasons: Seasons;
  readonly leaving: Leaving;
  readonly loanClock: LoanClock;
  readonly pool: PoolRounds;
  readonly postman: Postman;
  readonly autoLender: AutoLender;
  readonly news: NewsDesk;
  readonly proposals: ProposalDesk;
  readonly relisting: Relisting;
  readonly live: LiveDesk;
  readonly absent: AbsentHouseholds;
  /** Null where there are no accounts: in tests and simulations of the game alone. */
  readonly idleGuests: IdleGuests | null;
  readonly log: Log;
};

/** What the game does by itself. Every change goes through the bus like a player's. */
export class GameJobs {
  readonly #parts: JobParts;
  #stops: (() => Promise<void>)[] = [];
  #absenceAt = Number.NEGATIVE_INFINITY;

  constructor(parts: JobParts) {
    this.#parts = parts;
  }

  /** Catches up what fell due while nobody was there, then keeps going by timers. */
  async start(): Promise<void> {
    const { bus, villages, seasons, leaving, loanClock, pool, log } = this.#parts;
    await leaving.resume();
    const steps = await this.runDue();
    if (steps > 0) log.info({ steps }, 'caught up with what fell due');
    loanClock.start();
    this.#parts.live.start();
    this.#stops = [
      () => loanClock.stop(),
      every(HEARTBEAT_MS, 'heartbeat', () => bus.system(heartbeat, {}), log),
      every(HEARTBEAT_MS, 'prune', () => this.#prune(), log),
      every(LISTINGS_MS, 'listings', () => this.#parts.relisting.catchUp().then(() => villages.topUpLively()), log),
      every(ABSENCE_MS, 'absence', () => this.#lookForAbsence(), log),
      every(AUTO_LEND_MS, 'auto-lend', () => this.#parts.autoLender.round(), log),
      every(PROPOSALS_MS, 'proposals', () => this.#parts.proposals.carryOutDue(), log),
      every(POST_MS, 'letters', () => this.#parts.postman.round(), log),
      every(this.#poolMs(), 'pool', () => pool.hold(), log),
      every(this.#seasonsMs(), 'seasons', () => seasons.current().then(() => seasons.reveal()), log),
    ];
  }

  /** One pass over everything that is due now, without timers. Returns how many steps loans took. */
  async runDue(): Promise<number> {
    const { villages, seasons, loanClock, pool, autoLender } = this.#parts;
    await seasons.current();
    await this.#parts.proposals.carryOutDue();
    await this.#parts.relisting.catchUp();
    const steps = await loanClock.catchUp();
    await pool.hold();
    await villages.topUpLively();
    await autoLender.round();
    await this.#parts.postman.round();
    await seasons.reveal();
    if (this.#parts.clock.now() - this.#absenceAt >= ABSENCE_MS) await this.#lookForAbsence();
    return steps;
  }

  watchPresence(present: () => Iterable<string>): void {
    this.#parts.absent.watchPresence(present);
  }

  /** First who is here: whoever stays connected for weeks is not away, however long ago they entered. */
  async #lookForAbsence(): Promise<void> {
    const { absent, idleGuests, clock, log } = this.#parts;
    const at = clock.now();
    await absent.notePresent();
    const stored = await absent.storeAbsent();
    const closed = (await idleGuests?.close()) ?? 0;
    this.#absenceAt = at;
    if (stored + closed > 0)
      log.info({ stored, closed }, 'let the lots of absent households again and closed idle guests');
  }

  /** Resolves when nothing of it reads or writes any more. */
  async stop(): Promise<void> {
    await Promise.all(this.#stops.splice(0).map((stop) => stop()));
    this.#parts.news.stop();
    await this.#parts.live.stop();
    await this.#parts.relisting.stop();
    await this.#parts.villages.stop();
  }

  /** A quarter of a simulated day, so that no round is missed. */
  #poolMs(): number {
    const dayMs = (this.#monthMs() * SIM_DAY) / SIM_MONTH;
    return Math.min(60_000, Math.max(100, Math.floor(dayMs / 4)));
  }

  /** At a fast clock a season's region keys are used up sooner than its days: once a simulated month is often enough. */
  #seasonsMs(): number {
    return Math.min(SEASONS_MOST_MS, Math.max(1_000, this.#monthMs()));
  }

  #monthMs(): number {
    return (this.#parts.clock.segments().at(-1)?.monthSeconds ?? 0) * 1_000;
  }

  async #prune(): Promise<void> {
    const { store, clock } = this.#parts;
    const now = clock.now();
    await store.pruner.prune('command', now - COMMANDS_KEPT_MS, PRUNE_LIMIT);
    await store.pruner.prune('outbox', now - OUTBOX_KEPT_MS, PRUNE_LIMIT);
  }
}
