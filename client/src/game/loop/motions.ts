/**
 * Short animations. Our own and not Phaser's: its tween clock is `Date.now()` between two frames, so that a tween started after a rest
 * would leap by the length of the rest; and a list that knows when it is empty is what lets the world stop drawing.
 */
export type Motion = {
  readonly ms: number;
  readonly delay?: number;
  readonly ease?: (t: number) => number;
  /** `t` from 0 to 1 after easing (back eases leave the range for a moment). Called with t at 1 exactly once, at the end. */
  readonly update: (t: number) => void;
  /** After the last update; not called when it is cancelled. */
  readonly done?: () => void;
  /** After the end or a cancellation: give back what the motion borrowed. */
  readonly release?: () => void;
};

type Running = { readonly motion: Motion; start: number | null };

export class Motions {
  readonly #running = new Set<Running>();

  get busy(): boolean {
    return this.#running.size > 0;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Starts with the next frame. @returns ends it early, where it is. */
  add(motion: Motion): () => void {
    const running: Running = { motion, start: null };
    this.#running.add(running);
    return () => this.#end(running);
  }

  /** `now` in milliseconds, monotonic. */
  tick(now: number): void {
    for (const running of [...this.#running]) this.#advance(running, now);
  }

  /** Ends all, where they are. */
  clear(): void {
    for (const running of [...this.#running]) this.#end(running);
  }

  #advance(running: Running, now: number): void {
    if (!this.#running.has(running)) return; // ended by another one in this very frame
    running.start ??= now;
    const { ms, delay = 0, ease = linear, update, done } = running.motion;
    const elapsed = now - running.start - delay;
    if (elapsed < 0) return;
    const t = ms > 0 ? Math.min(1, elapsed / ms) : 1;
    update(t < 1 ? ease(t) : 1);
    if (t < 1) return;
    this.#end(running);
    done?.();
  }

  #end(running: Running): void {
    if (this.#running.delete(running)) running.motion.release?.();
  }
}

export const linear = (t: number): number => t;
export const cubicIn = (t: number): number => t ** 3;
export const cubicOut = (t: number): number => 1 - (1 - t) ** 3;
export const sineInOut = (t: number): number => (1 - Math.cos(Math.PI * t)) / 2;
/** Overshoots by a tenth and settles. */
export const backOut = (t: number): number => 1 + 2.70158 * (t - 1) ** 3 + 1.70158 * (t - 1) ** 2;
/** Up and down again: 0, 1, 0. */
export const arc = (t: number): number => 4 * t * (1 - t);
