/**
 * Shows committed state again. Whatever is asked for before the next run shares it: a group of commands that commit together costs one
 * look at each player and one patch in all. Runs follow one another, so that an older state never arrives after a newer one.
 */
export class Refresher {
  readonly #show: (playerIds: readonly string[]) => Promise<void>;
  readonly #stale = new Set<string>();
  #next: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(show: (playerIds: readonly string[]) => Promise<void>) {
    this.#show = show;
  }

  /** Resolves when what was committed before this call has been shown. */
  refresh(playerId: string): Promise<void> {
    this.#stale.add(playerId);
    this.#next ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        this.#next = null;
        const run = this.#last.then(() => this.#run());
        // A failed run is its askers' fault to report; the next one goes on.
        this.#last = run.catch(() => {});
        run.then(resolve, reject);
      });
    });
    return this.#next;
  }

  #run(): Promise<void> {
    const stale = [...this.#stale];
    this.#stale.clear();
    return this.#show(stale);
  }
}
