import { realAt } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from '../bus/command-bus.ts';
import { loanWake } from '../commands/loan-wake.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { Rules } from '../rules.ts';
import type { Reader } from '../store/store.ts';

/**
 * Loans woken together. Large enough that a lender of many is written once for several of them and that the disk is not waited for too often,
 * small enough that players' commands get their turn between two batches of a long catch-up: a batch takes about a fifth of a second.
 */
export const WAKE_BATCH = 400;
/** Longest sleep: a loan listed meanwhile may fall due sooner than the one waited for. */
const MAX_SLEEP_MS = 1_000;
const MIN_SLEEP_MS = 25;
/** A loan whose wake failed is tried again after this, doubling up to the most: one broken loan must not hold up the others. */
const RETRY_MS = 1_000;
const RETRY_MOST_MS = 300_000;

/** Loans woken together, and how many of them took a step, once they are written. */
type Batch = { readonly loans: ReadonlySet<string>; readonly done: Promise<number> };
const NONE: Batch = { loans: new Set(), done: Promise.resolve(0) };

/** Does what falls due for loans: windows that end, disbursals, instalments. What is due is read from the store, so nothing is forgotten. */
export class LoanClock {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #log: Log;
  readonly #failing = new Map<string, { retryAt: number; wait: number }>();
  #timer: NodeJS.Timeout | null = null;
  #stopped = true;
  #running: Promise<void> = Promise.resolve();

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock, log: Log) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
    this.#log = log;
  }

  /** Does everything that is due now, in batches. Returns how many steps it took. */
  catchUp(): Promise<number> {
    return this.#pass(() => true);
  }

  start(): void {
    this.#stopped = false;
    this.#sleep(0);
  }

  /** Resolves when what is under way is over: only then may the store be closed. What it leaves undone is done at the next start. */
  stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    return this.#running;
  }

  /** Wakes one loan now: it was just funded. */
  async wake(loanId: string): Promise<boolean> {
    const reply = await this.#bus.system(loanWake(this.#rules), { loanId });
    if (reply.ok) {
      this.#failing.delete(loanId);
      return reply.value.did;
    }
    if (reply.code !== 'STOPPING') this.#failed(loanId, reply.code);
    return false;
  }

  /** Batch after batch until nothing is due or nobody wants more: while one is being written, the next is decided. */
  async #pass(wanted: () => boolean): Promise<number> {
    let steps = 0;
    let former = NONE;
    for (;;) {
      const next = wanted() ? await this.#batch(former.loans) : NONE;
      const did = await former.done;
      steps += did;
      // Nobody of a whole batch could be moved: whoever else is due waits for the next turn, too.
      if (did === 0 && former.loans.size > 0) return steps + (await next.done);
      if (did === 0 && next.loans.size === 0) return steps;
      former = next;
    }
  }

  /** Wakes loans that are due, but for those under way: what they are due for shows only once they are written. */
  async #batch(underWay: ReadonlySet<string>): Promise<Batch> {
    const now = this.#clock.now();
    const most = WAKE_BATCH + this.#failing.size + underWay.size;
    const due = await this.#reader.dueLoans(this.#clock.simNow(), most);
    const ready = due
      .map(({ id }) => id)
      .filter((id) => !underWay.has(id) && (this.#failing.get(id)?.retryAt ?? 0) <= now)
      .slice(0, WAKE_BATCH);
    const did = Promise.all(ready.map((id) => this.wake(id)));
    return { loans: new Set(ready), done: did.then((all) => all.filter(Boolean).length) };
  }

  #failed(loanId: string, code: string): void {
    const wait = Math.min(RETRY_MOST_MS, (this.#failing.get(loanId)?.wait ?? RETRY_MS / 2) * 2);
    this.#failing.set(loanId, { retryAt: this.#clock.now() + wait, wait });
    this.#log.error({ loanId, code, retryMs: wait }, 'a loan could not be moved on');
  }

  #sleep(ms: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#turn();
    }, ms);
    this.#timer.unref();
  }

  async #turn(): Promise<void> {
    try {
      await this.#pass(() => !this.#stopped);
      if (this.#stopped) return;
      const wake = await this.#reader.nextWake();
      const real = wake === null ? null : realAt(this.#clock.segments(), wake);
      const wait = real === null ? MAX_SLEEP_MS : real - this.#clock.now();
      this.#sleep(Math.min(MAX_SLEEP_MS, Math.max(MIN_SLEEP_MS, wait)));
    } catch (fault) {
      this.#log.error({ err: fault }, 'the loan clock stumbled');
      this.#sleep(MAX_SLEEP_MS);
    }
  }
}
