import type { Reply } from '@bloomvale/shared/protocol/replies';
import { coalesced } from '../event-hub.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { LastIds, Store, Unit } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { decideTask, idsOf, type Known, loadGroup, type Outcome, rejected, type Veto } from './group.ts';
import type { Handler } from './handler.ts';
import { RowCache } from './row-cache.ts';
import type { CommandIdentity, Task } from './task.ts';
import { Work } from './work.ts';

/** Commands decided together at most: so many lends are decided and written in about 50 ms; nobody waits longer for a stranger's group. */
export const GROUP_MAX = 1_024;
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
  /** Reads again what the doubt was about, before the next group is decided. */
  readonly recover?: () => Promise<void>;
  /** Asked of every decision before it counts; none may stop one when left out. */
  readonly veto?: Veto;
};

/** A group whose every command has been decided. */
type Decided = {
  readonly tasks: readonly Task[];
  readonly work: Work;
  readonly outcomes: readonly Outcome[];
  readonly unit: Unit;
};
/** A group on its way to the disk: whether there was anything to write, or why nothing was kept. Never rejects. */
type Flight = Decided & { readonly landing: Promise<boolean | StoreError> };

/**
 * Takes commands and decides them in groups: what has arrived since the last group is loaded, decided, written and committed
 * together, then everybody is answered. One decides at a time and one commits at a time; a group that is decided while another is being
 * written starts from what that one has changed, and falls with it. So no two decisions ever see the same coins.
 */
export class CommandBus {
  readonly #options: BusOptions;
  readonly #cache = new RowCache();
  #ids: LastIds;
  #queue: Task[] = [];
  /** A turn is under way or about to be. */
  #busy = false;
  /** The group that is being written. */
  #flight: Flight | null = null;
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
    if (this.#busy || this.#flight !== null || this.#queue.length > 0)
      await new Promise<void>((done) => this.#drained.push(done));
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
    if (this.#busy) return;
    this.#busy = true;
    setImmediate(() => void this.#turn());
  }

  /**
   * Decides a group while the former one is being written, and sends it off as soon as that has landed: so neither the disk nor this
   * thread waits for the other. The former group is answered while the disk works on this one.
   */
  async #turn(): Promise<void> {
    if (this.#flight?.work.holdsNext === true) await this.#settle(this.#flight);
    const tasks = this.#queue.splice(0, GROUP_MAX);
    const former = this.#flight;
    const decided = await this.#decide(tasks, former?.work ?? null);
    const landed = former === null ? false : await former.landing;
    this.#flight = null;
    if (former !== null && landed instanceof StoreError) {
      // It was decided upon rows that were not kept.
      if (!(decided instanceof StoreError)) await decided.unit.rollback().catch(() => undefined);
      this.#queue.unshift(...tasks);
      await this.#fail(former.tasks, landed);
      return this.#next();
    }
    const flight = decided instanceof StoreError ? null : this.#launch(decided);
    this.#flight = flight;
    if (former !== null) this.#tell(former, landed === true);
    if (decided instanceof StoreError) await this.#fail(tasks, decided);
    if (flight !== null) void this.#land(flight);
    this.#next();
  }

  /** Waits for a group by which the next is to be decided. */
  async #settle(flight: Flight): Promise<void> {
    const landed = await flight.landing;
    this.#flight = null;
    if (landed instanceof StoreError) await this.#fail(flight.tasks, landed);
    else this.#tell(flight, landed);
  }

  /** Answers a group that nobody follows. */
  async #land(flight: Flight): Promise<void> {
    await flight.landing;
    if (this.#busy || this.#flight !== flight) return;
    this.#busy = true;
    await this.#settle(flight);
    this.#next();
  }

  #next(): void {
    this.#busy = false;
    if (this.#queue.length > 0) this.#wake();
    else if (this.#flight === null) for (const done of this.#drained.splice(0)) done();
  }

  #tell({ work, outcomes }: Decided, committed: boolean): void {
    const { log, onCommit } = this.#options;
    try {
      if (committed) onCommit(work);
    } catch (fault) {
      log.error({ err: fault }, 'telling about a commit failed');
    }
    for (const outcome of outcomes) {
      if ('again' in outcome) this.#queue.push(outcome.task);
      else outcome.task.settle(outcome.reply);
    }
  }

  /** @param before what the group that is being written has changed. */
  async #decide(tasks: readonly Task[], before: Work | null): Promise<Decided | StoreError> {
    const { store, clock, log, veto } = this.#options;
    let unit: Unit | null = null;
    try {
      if (this.#doubtful) await this.#makeSure();
      const now = clock.now();
      const work = new Work(now, clock.simOf(now), before?.ids ?? this.#ids);
      unit = await store.begin();
      const known: Known = (table, key) => before?.found(table, key) ?? this.#cache.find(table, key);
      await loadGroup(tasks, work, unit, known, log);
      const outcomes = tasks.map((task) => decideTask(task, work, log, veto));
      return { tasks, work, outcomes, unit };
    } catch (fault) {
      await unit?.rollback().catch(() => undefined);
      return asStoreError(fault);
    }
  }

  #launch(decided: Decided): Flight {
    return { ...decided, landing: this.#commit(decided) };
  }

  async #commit({ work, unit }: Decided): Promise<boolean | StoreError> {
    try {
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
    } catch (fault) {
      await unit.rollback().catch(() => undefined);
      return asStoreError(fault);
    }
  }

  /**
   * Nothing of the group was kept. A broken rule of the schema is one command's fault: each is tried alone, so that only that one
   * pays for it; every other failure is the store's, and all hear so.
   */
  async #fail(tasks: readonly Task[], error: StoreError): Promise<void> {
    const { log } = this.#options;
    this.#doubt();
    const ours = error.code === 'CONSTRAINT';
    if (ours && tasks.length > 1) {
      for (const task of tasks) await this.#alone(task);
      return;
    }
    log.error({ code: error.code, err: error, commands: tasks.map(idsOf).slice(0, 5) }, 'a group could not be stored');
    for (const task of tasks) task.settle(rejected(ours ? 'INTERNAL' : 'STORE_UNAVAILABLE'));
  }

  async #alone(task: Task): Promise<void> {
    const decided = await this.#decide([task], null);
    const landed = decided instanceof StoreError ? decided : await this.#commit(decided);
    if (landed instanceof StoreError) await this.#fail([task], landed);
    else this.#tell(decided as Decided, landed);
  }

  /** After a failure nobody knows for certain what was kept (the engine may have died after its commit): memory is worth nothing. */
  #doubt(): void {
    this.#doubtful = true;
    this.#cache.clear();
    this.#options.onDoubt();
  }

  async #makeSure(): Promise<void> {
    this.#ids = await this.#options.store.reader.lastIds();
    await this.#options.recover?.();
    this.#doubtful = false;
  }
}

/** Anything but the store's own word is a fault of ours in what was to be written. */
const asStoreError = (fault: unknown): StoreError =>
  fault instanceof StoreError ? fault : new StoreError('CONSTRAINT', String(fault), { cause: fault });
