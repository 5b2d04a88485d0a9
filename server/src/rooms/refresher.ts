/** Who could not be shown is tried again after this, doubling up to the most while it goes on failing. */
const RETRY_MS = 500;
const RETRY_MOST_MS = 30_000;

/** Why whom could not be shown; empty when everybody was. */
type Faults = ReadonlyMap<string, unknown>;

/**
 * Shows committed state again. Whatever is asked for before the next run shares it: a group of commands that commit together costs one
 * look at each player and one patch in all. Runs follow one another, so that an older state never arrives after a newer one. Who could not
 * be shown is tried again until they are.
 */
export class Refresher {
  readonly #show: (playerIds: readonly string[]) => Promise<Faults>;
  readonly #stale = new Set<string>();
  readonly #failed = new Set<string>();
  #next: Promise<Faults> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #wait = RETRY_MS;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(show: (playerIds: readonly string[]) => Promise<Faults>) {
    this.#show = show;
  }

  /** Resolves when what was committed before this call has been shown; rejects when this player could not be. */
  async refresh(playerId: string): Promise<void> {
    this.#stale.add(playerId);
    this.#next ??= new Promise((resolve) => {
      setImmediate(() => {
        this.#next = null;
        const run = this.#last.then(() => this.#run());
        this.#last = run;
        resolve(run);
      });
    });
    const faults = await this.#next;
    if (faults.has(playerId)) throw faults.get(playerId);
  }

  /** Nothing is tried again from now on: there is nowhere left to show it. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Never rejects: its faults are their askers' to report. */
  async #run(): Promise<Faults> {
    const stale = [...this.#stale];
    this.#stale.clear();
    const faults = await this.#show(stale).catch((fault: unknown) => new Map(stale.map((id) => [id, fault])));
    for (const id of stale) {
      if (faults.has(id)) this.#failed.add(id);
      else this.#failed.delete(id);
    }
    if (this.#failed.size === 0) this.#wait = RETRY_MS;
    else this.#tryAgain();
    return faults;
  }

  #tryAgain(): void {
    if (this.#stopped || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      for (const id of this.#failed) this.refresh(id).catch(() => undefined);
    }, this.#wait);
    this.#timer.unref();
    this.#wait = Math.min(RETRY_MOST_MS, this.#wait * 2);
  }
}
