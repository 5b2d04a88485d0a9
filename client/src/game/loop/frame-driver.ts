/**
 * Decides when a frame is drawn. Nothing moves: no frame. Something moves: every display frame. Only ambient life: a few a second.
 * The tab is hidden: none. Phaser's own loop is stopped; `step` is all that is asked of it.
 */
export type FrameClock = {
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  readonly requestFrame: (run: () => void) => number;
  readonly cancelFrame: (id: number) => void;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (id: number) => void;
};

/** Told by `step` after each frame: what should happen next. */
export type Liveliness =
  /** Something moves: draw the next display frame too. */
  | 'moving'
  /** Only ambient life, which a few frames a second show well enough. */
  | 'ambient'
  | 'still';

/** Longest step handed on: after a pause things continue, they do not leap. */
const MAX_DELTA_MS = 100;
/** What the first frame after a rest counts for: nothing was moving before it. */
const FIRST_DELTA_MS = 16;

export class FrameDriver {
  readonly #clock: FrameClock;
  readonly #step: (now: number, delta: number) => Liveliness;
  #frame: number | null = null;
  #timer: number | null = null;
  #last: number;
  #resting = true;
  #ambientMs = 50;
  #awake = false;
  /** Frames drawn since the start; tests and the debug hook read it. */
  drawn = 0;

  constructor(clock: FrameClock, step: (now: number, delta: number) => Liveliness) {
    this.#clock = clock;
    this.#step = step;
    this.#last = clock.now();
  }

  /** Milliseconds between two frames while only ambient life moves. */
  set ambientMs(ms: number) {
    this.#ambientMs = ms;
  }

  /** The tab came to the front, or went away. */
  set awake(awake: boolean) {
    if (this.#awake === awake) return;
    this.#awake = awake;
    if (awake) this.invalidate();
    else this.#cancel();
  }

  /** Something changed: draw a frame at the next display refresh. Cheap to call often. */
  invalidate(): void {
    if (!this.#awake || this.#frame !== null) return;
    this.#clearTimer();
    this.#frame = this.#clock.requestFrame(() => this.#run());
  }

  stop(): void {
    this.#awake = false;
    this.#cancel();
  }

  #run(): void {
    this.#frame = null;
    const now = this.#clock.now();
    const delta = this.#resting ? FIRST_DELTA_MS : Math.min(MAX_DELTA_MS, Math.max(0, now - this.#last));
    this.#last = now;
    this.drawn++;
    const next = this.#step(now, delta);
    this.#resting = next === 'still';
    if (!this.#awake || this.#frame !== null) return;
    if (next === 'moving') this.invalidate();
    // A timer, not a counted display frame: the processor sleeps in between.
    else if (next === 'ambient') this.#timer = this.#clock.setTimer(() => this.#wake(), this.#ambientMs);
  }

  #wake(): void {
    this.#timer = null;
    this.invalidate();
  }

  #cancel(): void {
    if (this.#frame !== null) this.#clock.cancelFrame(this.#frame);
    this.#frame = null;
    this.#resting = true;
    this.#clearTimer();
  }

  #clearTimer(): void {
    if (this.#timer !== null) this.#clock.clearTimer(this.#timer);
    this.#timer = null;
  }
}

export const browserClock: FrameClock = {
  now: () => performance.now(),
  requestFrame: (run) => requestAnimationFrame(run),
  cancelFrame: (id) => cancelAnimationFrame(id),
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (id) => window.clearTimeout(id),
};
