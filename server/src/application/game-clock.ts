import { type ClockSegment, type Instant, type SimSeconds, simAt } from '@bloomvale/shared/time/sim-clock';

/**
 * The only clock of the game. It never goes back: a host clock that does is waited for, so nothing un-ripens, un-pays or happens
 * twice. `last` starts at the latest instant the store has seen.
 */
export class GameClock {
  readonly #host: () => Instant;
  #last: Instant;
  #segments: readonly ClockSegment[] = [];

  constructor(host: () => Instant, last: Instant) {
    this.#host = host;
    this.#last = last;
  }

  now(): Instant {
    this.#last = Math.max(this.#last, Math.floor(this.#host()));
    return this.#last;
  }

  /** How far the host clock lags behind the game's, ms: more than a moment means that it was set back. */
  lag(): number {
    return Math.max(0, this.#last - Math.floor(this.#host()));
  }

  simNow(): SimSeconds {
    return this.simOf(this.now());
  }

  simOf(real: Instant): SimSeconds {
    return simAt(this.#segments, real);
  }

  segments(): readonly ClockSegment[] {
    return this.#segments;
  }

  /** Takes over what a commit added. */
  learn(added: readonly ClockSegment[]): void {
    const fresh = added.filter(({ realFrom }) => this.#segments.every((segment) => segment.realFrom !== realFrom));
    const plain = fresh.map(({ realFrom, simFrom, monthSeconds }) => ({ realFrom, simFrom, monthSeconds }));
    if (plain.length > 0) this.setSegments([...this.#segments, ...plain]);
  }

  setSegments(segments: readonly ClockSegment[]): void {
    this.#segments = [...segments].sort((a, b) => a.realFrom - b.realFrom);
  }
}
