/** Upper ends of the classes of a reply time, ms; a last class is open. From a cached answer to what a client no longer waits for. */
export const REPLY_BOUNDS_MS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000] as const;
const CLASSES = REPLY_BOUNDS_MS.length + 1;
/** The last hour is kept in windows, so that old replies leave it by twelfths. */
export const WINDOW_MS = 5 * 60_000;
const WINDOWS = 12;

export type ReplyOutcome = 'ok' | 'refused' | 'error';
/** Where the three outcomes lie in a window, behind its classes. */
const REFUSED = CLASSES;
const ERRORS = CLASSES + 1;
const WIDTH = CLASSES + 2;

/** Of the last hour; times in ms, null without a reply. */
export type RecentReplies = {
  readonly replies: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly refused: number;
  readonly errors: number;
};

/**
 * How long replies took, counted by classes: since the start, for Prometheus, and over the last hour, for people. Recording adds to numbers
 * that are there already and allocates nothing. Time is an argument, milliseconds of a clock that never steps back.
 */
export class ReplyTimes {
  /** Replies of each class since the start. */
  readonly counts = new Float64Array(CLASSES);
  sumMs = 0;
  refused = 0;
  errors = 0;
  readonly #windows = new Uint32Array(WINDOWS * WIDTH);
  readonly #windowOf = new Float64Array(WINDOWS).fill(-1);

  record(ms: number, outcome: ReplyOutcome, now: number): void {
    const at = this.#slot(Math.floor(now / WINDOW_MS)) * WIDTH;
    const kind = classOf(ms);
    this.counts[kind] = (this.counts[kind] as number) + 1;
    this.sumMs += ms;
    this.#add(at + kind);
    if (outcome === 'ok') return;
    this[outcome === 'refused' ? 'refused' : 'errors'] += 1;
    this.#add(at + (outcome === 'refused' ? REFUSED : ERRORS));
  }

  recent(now: number): RecentReplies {
    const newest = Math.floor(now / WINDOW_MS);
    const sums = new Array<number>(WIDTH).fill(0);
    for (let slot = 0; slot < WINDOWS; slot++) {
      const window = this.#windowOf[slot] as number;
      if (window < 0 || window <= newest - WINDOWS || window > newest) continue;
      for (let i = 0; i < WIDTH; i++) sums[i] = (sums[i] as number) + (this.#windows[slot * WIDTH + i] as number);
    }
    const counts = sums.slice(0, CLASSES);
    return {
      replies: counts.reduce((total, count) => total + count, 0),
      p50Ms: quantile(counts, 0.5),
      p95Ms: quantile(counts, 0.95),
      refused: sums[REFUSED] as number,
      errors: sums[ERRORS] as number,
    };
  }

  /** Place of a window, emptied when an older one lay there. */
  #slot(window: number): number {
    const slot = window % WINDOWS;
    if (this.#windowOf[slot] !== window) {
      this.#windows.fill(0, slot * WIDTH, (slot + 1) * WIDTH);
      this.#windowOf[slot] = window;
    }
    return slot;
  }

  #add(index: number): void {
    this.#windows[index] = (this.#windows[index] as number) + 1;
  }
}

function classOf(ms: number): number {
  for (let i = 0; i < REPLY_BOUNDS_MS.length; i++) if (ms <= (REPLY_BOUNDS_MS[i] as number)) return i;
  return REPLY_BOUNDS_MS.length;
}

/**
 * A quantile read off classes, replies taken to lie evenly within theirs (as Prometheus' `histogram_quantile` does); in the open class its
 * lower end, because nothing is known beyond. Null without any.
 */
function quantile(counts: readonly number[], share: number): number | null {
  const all = counts.reduce((total, count) => total + count, 0);
  if (all === 0) return null;
  const rank = share * all;
  let below = 0;
  for (let i = 0; i < counts.length; i++) {
    const here = counts[i] as number;
    if (here > 0 && below + here >= rank) {
      const low = i === 0 ? 0 : (REPLY_BOUNDS_MS[i - 1] as number);
      const high = REPLY_BOUNDS_MS[i] ?? low;
      return low + ((high - low) * (rank - below)) / here;
    }
    below += here;
  }
  return REPLY_BOUNDS_MS.at(-1) as number;
}
