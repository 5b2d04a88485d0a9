import type { ClockSegment, Instant } from '@bloomvale/shared/time/sim-clock';

const DAY_MS = 86_400_000;
/** After this absence a lot is let again and the household is stored whole (product.md 6). */
export const LOT_KEPT_MS = 30 * DAY_MS;
/** A guest idle for this long is closed as by *Delete my account* (product.md 8). */
export const GUEST_KEPT_MS = 180 * DAY_MS;

/**
 * Whoever was last seen at this instant (epoch ms) or before has been absent for `ms` by now. Time in which the game's clock stood still,
 * as it does in an outage (lending.md 1), is nobody's absence: nobody could have come.
 */
export function absentSince(segments: readonly ClockSegment[], now: Instant, ms: number): Instant {
  let left = ms;
  let end = now;
  for (const { realFrom, monthSeconds } of segments.toReversed()) {
    if (realFrom >= end) continue;
    if (monthSeconds > 0) {
      if (end - realFrom >= left) return end - left;
      left -= end - realFrom;
    }
    end = realFrom;
  }
  return end - left;
}
