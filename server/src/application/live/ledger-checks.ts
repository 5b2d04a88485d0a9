import type { Content } from '@bloomvale/shared/content/content';
import type { Violation } from '@bloomvale/shared/ledger/snapshot';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { auditAll, withSource } from '../audit.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';

/** Who goes over the whole history of a store: beside the game, where it can (`ops/inspection`). */
export type Inspector = {
  /** One at a time. @throws StoreError when the store cannot be read, or the work was given up. */
  run(content: Content): Promise<readonly Violation[]>;
  /** Gives up what is under way. */
  end(): Promise<void>;
};

/** In the caller's own thread: for stores in memory, and tests. */
export const inlineInspector = (store: Pick<Store, 'audit'>): Inspector => ({
  run: async (content) => withSource(store, (source) => auditAll(source, content)),
  end: async () => undefined,
});

export type LedgerCheck = { readonly checkedAt: Instant | null; readonly balances: boolean };

/** A first look soon after the start, when players have come back; then every ten minutes, or so seldom that it takes a twentieth of the time. */
const FIRST_MS = 30_000;
const AGAIN_MS = 10 * 60_000;
const REST = 20;
/** Breaches named in a log line. */
const SHOWN = 5;

/**
 * Checks every invariant of the ledger, I1 to I22, over the whole history, again and again: on a consistent
 * picture, beside the game. A breach is logged as a fault; nothing stops by itself.
 */
export class LedgerChecks {
  readonly #inspector: Inspector;
  readonly #content: () => Content;
  readonly #log: Log;
  /** Until the first check the start's own audit stands: the game would not run on a broken ledger. */
  latest: LedgerCheck = { checkedAt: null, balances: true };
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(inspector: Inspector, content: () => Content, log: Log) {
    this.#inspector = inspector;
    this.#content = content;
    this.#log = log;
  }

  start(): void {
    this.#after(FIRST_MS);
  }

  /** Ends a check that is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#inspector.end();
    await this.#running;
  }

  async check(): Promise<LedgerCheck> {
    const found = await this.#inspector.run(this.#content());
    this.latest = { checkedAt: Date.now(), balances: found.length === 0 };
    if (found.length > 0)
      this.#log.error({ breaches: found.slice(0, SHOWN), count: found.length }, 'the ledger is broken');
    return this.latest;
  }

  #after(ms: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#turn();
    }, ms);
    this.#timer.unref();
  }

  async #turn(): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.check();
    } catch (fault) {
      if (!this.#stopped) this.#log.error({ err: fault, job: 'ledger check' }, 'the ledger could not be checked');
    }
    this.#after(Math.max(AGAIN_MS, REST * (performance.now() - startedAt)));
  }
}
