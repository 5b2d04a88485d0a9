import { invariant } from '../result.ts';

/** Real instant, epoch milliseconds. */
export type Instant = number;
/** Simulated instant, whole simulated seconds since the world began. */
export type SimSeconds = number;

export const SIM_HOUR = 3_600;
export const SIM_DAY = 86_400;
/** Calendar of 12 months of 30 days (lending.md 1). */
export const SIM_MONTH = 30 * SIM_DAY;
export const SIM_YEAR = 12 * SIM_MONTH;

/**
 * From `realFrom` on, simulated time runs from `simFrom` so that a simulated month takes `monthSeconds` real seconds.
 * `monthSeconds` 0 means that the clock stands still (an outage, a maintenance pause).
 */
export type ClockSegment = {
  readonly realFrom: Instant;
  readonly simFrom: SimSeconds;
  readonly monthSeconds: number;
};

const simElapsed = (segment: ClockSegment, realMs: number): SimSeconds =>
  segment.monthSeconds === 0 ? 0 : Math.floor((Math.max(0, realMs) * (SIM_MONTH / 1000)) / segment.monthSeconds);

/** Simulated instant at a real one. Segments are append-only and sorted by `realFrom`. @throws InvariantError without segments. */
export function simAt(segments: readonly ClockSegment[], real: Instant): SimSeconds {
  invariant(segments.length > 0, 'the simulated clock has no segment');
  let current = segments[0] as ClockSegment;
  for (const segment of segments) if (segment.realFrom <= real) current = segment;
  return current.simFrom + simElapsed(current, real - current.realFrom);
}

/** First real instant at which `simAt` reaches `sim`, by the segments known today; null while the clock stands still before it. */
export function realAt(segments: readonly ClockSegment[], sim: SimSeconds): Instant | null {
  invariant(segments.length > 0, 'the simulated clock has no segment');
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as ClockSegment;
    const next = segments[i + 1];
    if (next !== undefined && next.simFrom < sim) continue;
    if (sim <= segment.simFrom) return segment.realFrom;
    if (segment.monthSeconds === 0) {
      if (next === undefined) return null;
      continue;
    }
    const real = segment.realFrom + Math.ceil(((sim - segment.simFrom) * segment.monthSeconds) / (SIM_MONTH / 1000));
    if (next === undefined || real <= next.realFrom) return real;
  }
  return null;
}
