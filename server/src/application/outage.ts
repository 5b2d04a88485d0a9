import { type ClockSegment, type Instant, simAt } from '@bloomvale/shared/time/sim-clock';

/** A silence longer than this is an outage: no loan falls late or expires because a server was down (lending.md 1). */
export const OUTAGE_MS = 10 * 60_000;

/**
 * Segments that make the simulated clock stand still from the last sign of life to now, and then go on as before. Empty when the
 * silence was short, or the clock stood still anyway.
 */
export function outageSegments(segments: readonly ClockSegment[], lastSign: Instant, now: Instant): ClockSegment[] {
  const current = segments.at(-1);
  if (current === undefined || current.monthSeconds === 0 || now - lastSign <= OUTAGE_MS) return [];
  const from = Math.max(lastSign, current.realFrom + 1);
  if (from >= now) return [];
  const simFrom = simAt(segments, from);
  return [
    { realFrom: from, simFrom, monthSeconds: 0 },
    { realFrom: now, simFrom, monthSeconds: current.monthSeconds },
  ];
}
