/** Owns what must be undone: every listener, subscription and timer of a scene or view is added here and released with it. */
export class Disposables {
  readonly #owned = new Set<() => void>();
  #disposed = false;

  /** Added after disposal it is released at once: an answer that arrives late must not leak. @returns releases just this one. */
  add(dispose: () => void): () => void {
    if (this.#disposed) {
      dispose();
      return () => {};
    }
    this.#owned.add(dispose);
    return () => {
      if (this.#owned.delete(dispose)) dispose();
    };
  }

  listen<K extends string>(
    target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
    type: K,
    listener: (event: never) => void,
    options?: AddEventListenerOptions,
  ): void {
    target.addEventListener(type, listener as EventListener, options);
    this.add(() => target.removeEventListener(type, listener as EventListener, options));
  }

  timeout(run: () => void, ms: number): () => void {
    const cancel = this.add(() => clearTimeout(id));
    const id = setTimeout(() => {
      cancel();
      run();
    }, ms);
    return cancel;
  }

  get size(): number {
    return this.#owned.size;
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /** Last in, first out, as things were built upon each other. Safe to call twice. */
  dispose(): void {
    this.#disposed = true;
    for (const dispose of [...this.#owned].reverse()) dispose();
    this.#owned.clear();
  }
}
