import type { Reply } from '@bloomvale/shared/protocol/replies';
import { coalesced } from '../event-hub.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { LastIds, Store, Unit } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { decideTask, idsOf, loadGroup, type Outcome, rejected } from './group.ts';
import type { Handler } from './handler.ts';
import { RowCache } from './row-cache.ts';
import type { CommandIdentity, Task } from './task.ts';
import { Work } from './work.ts';

/** Commands decided together at most: 512 lends take about 30 ms, so nobody waits longer for a stranger's group. */
export const GROUP_MAX = 512;
/** Commands waiting at most, about two seconds of work; beyond it a command is answered `BUSY` at once. */
export const QUEUE_MAX = 20_000;
/** `meta` key of the latest instant at which anything was written: the game's clock never starts before it. */
export const LAST_INSTANT = 'lastInstant';

export type BusOptions = {
  readonly store: Store;
  readonly clock: GameClock;
  readonly log: Log;
  /** Highest ids in the store. */
  readonly ids: LastIds;
  /** Told after each commit and before its replies; never throws into the bus. */
  readonly onCommit: (work: Work) => void;
  /** Told when a group failed: what was remembered of the store must be read again. */
  readonly onDoubt: () => void;
};

/**
 * Takes commands and decides them in groups: what has arrived since the last commit is loaded, decided, written and committed
 * together, then everybody is answered. One group at a time, so no two decisions ever see the same coins.
 */
export class CommandBus {
  readonly #options: BusOptions;
  readonly #cache = new RowCache();
  #ids: LastIds;
  #queue: Task[] = [];
  #running = false;
  #doubtful = false;
  #stopping = false;
  #drained: (() => void)[] = [];

  constructor(options: BusOptions) {
    this.#options = options;
    this.#ids = options.ids;
  }

  /** Runs a player's command. Never rejects: faults and refusals are replies. */
  submit<C, V>(handler: Handler<C, V>, command: C, identity: CommandIdentity): Promise<Reply<V>> {
    if (this.#stopping) return Promise.resolve(rejected('STOPPING'));
    if (this.#queue.length >= QUEUE_MAX) return Promise.resolve(rejected('BUSY'));
    return this.#enqueue(handler, command, identity);
  }

  /** Runs a command of the game itself; not bounded by the queue, because its callers are. */
  system<C, V>(handler: Handler<C, V>, command: C): Promise<Reply<V>> {
    if (this.#stopping) return Promise.resolve(rejected('STOPPING'));
    return this.#enqueue(handler, command, null);
  }

  /** Refuses new commands and resolves when those taken have been answered. */
  async drain(): Promise<void> {
    this.#stopping = true;
    if (this.#running || this.#queue.length > 0) await new Promise<void>((done) => this.#drained.push(done));
  }

  get waiting(): number {
    return this.#queue.length;
  }

  #enqueue<C, V>(handler: Handler<C, V>, command: C, identity: CommandIdentity | null): Promise<Reply<V>> {
    return new Promise((resolve) => {
      this.#queue.push({
        handler: handler as Handler<unknown, unknown>,
        command,
        identity,
        settle: resolve as (reply: Reply<unknown>) => void,
        attempts: 0,
      });
      this.#wake();
    });
  }

  /** `setImmediate` runs after the sockets that are readable now have been read: they all fall into this group. */
  #wake(): void {
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => void this.#turn());
  }

  async #turn(): Promise<void> {
    const tasks = this.#queue.splice(0, GROUP_MAX);
    await this.#runGroup(tasks);
    this.#running = false;
    if (this.#queue.length > 0) return this.#wake();
    for (const done of this.#drained.splice(0)) done();
  }

  /** Never throws: each task is settled or back in the queue. */
  async #runGroup(tasks: readonly Task[]): Promise<void> {
    const { clock, log, onCommit } = this.#options;
    const now = clock.now();
    const work = new Work(now, clock.simOf(now), this.#ids);
    const result = await this.#decideAndCommit(tasks, work);
    if (result instanceof StoreError) return this.#failGroup(tasks, result);
    try {
      if (result.committed) onCommit(work);
    } catch (fault) {
      log.error({ err: fault }, 'telling about a commit failed');
    }
    for (const outcome of result.outcomes) {
      if ('again' in outcome) this.#queue.push(outcome.task);
      else outcome.task.settle(outcome.reply);
    }
  }

  async #decideAndCommit(
    tasks: readonly Task[],
    work: Work,
  ): Promise<StoreError | { readonly outcomes: readonly Outcome[]; readonly committed: boolean }> {
    const { store, log } = this.#options;
    let unit: Unit | null = null;
    try {
      if (this.#doubtful) await this.#makeSure(work);
      unit = await store.begin();
      await loadGroup(tasks, work, unit, this.#cache, log);
      const outcomes = tasks.map((task) => decideTask(task, work, log));
      const committed = await this.#write(work, unit);
      return { outcomes, committed };
    } catch (fault) {
      this.#doubt();
      await unit?.rollback().catch(() => undefined);
      // Anything but the store's own word is a fault of ours in what was to be written.
      return fault instanceof StoreError ? fault : new StoreError('CONSTRAINT', String(fault), { cause: fault });
    }
  }

  /** After a failure nobody knows for certain what was kept (the engine may have died after its commit): memory is worth nothing. */
  #doubt(): void {
    this.#doubtful = true;
    this.#cache.clear();
    this.#options.onDoubt();
  }

  async #makeSure(work: Work): Promise<void> {
    this.#ids = await this.#options.store.reader.lastIds();
    work.countFrom(this.#ids);
    this.#doubtful = false;
  }

  async #write(work: Work, unit: Unit): Promise<boolean> {
    if (!work.changedAnything) {
      await unit.rollback();
      return false;
    }
    if (work.events.length > 0) {
      work.add('outbox', { id: work.nextId('outbox'), at: work.now, events: JSON.stringify(coalesced(work.events)) });
    }
    work.put('meta', { key: LAST_INSTANT, value: String(work.now) });
    await unit.commit(work.writes());
    this.#ids = work.ids;
    this.#cache.keep(work);
    return true;
  }

  /**
   * Nothing of the group was kept. A broken rule of the schema is one command's fault: each is tried alone, so that only that one
   * pays for it; every other failure is the store's, and all hear so.
   */
  async #failGroup(tasks: readonly Task[], error: StoreError): Promise<void> {
    const { log } = this.#options;
    const ours = error.code === 'CONSTRAINT';
    if (ours && tasks.length > 1) {
      for (const task of tasks) await this.#runGroup([task]);
      return;
    }
    log.error({ code: error.code, err: error, commands: tasks.map(idsOf).slice(0, 5) }, 'a group could not be stored');
    for (const task of tasks) task.settle(rejected(ours ? 'INTERNAL' : 'STORE_UNAVAILABLE'));
  }
}
