import type { Minor } from '../money/coins.ts';
import { philoxKey } from '../random/keys.ts';
import { drawBlock, hits, STREAM } from '../random/philox.ts';
import { seedOfText } from '../random/splitmix.ts';
import { invariant } from '../result.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';
import { keyPeriod, monthOf, type RegionKeyOf } from './region.ts';

/** Months after a default in which the field partner still asks. */
export const RECOVERY_MONTHS = 12;
/** Chance a month that something comes back, and how much of what is still missing: a tenth and up to all, evenly; in one case of ten all of it. */
export const RECOVERY_PPM = 25_000;
const LEAST_PERCENT = 10;
const SPAN_PERCENT = 100;

/** Simulated instant of the k-th try (1 to 12). */
export const recoveryAt = (defaultedAt: SimSeconds, k: number): SimSeconds => defaultedAt + k * SIM_MONTH;

/** Number of a loan among the loans of its region: draws of different loans do not know each other. */
const entityOf = (loanId: string): number => Number(seedOfText(loanId) & 0xffffffffn);

/**
 * What a defaulted borrower pays back in one try, of `open` minor units still missing (T8). Our own choice: with these figures about a
 * sixth of what was written off comes back within a year, and forecasts do not count on it. Drawn with the *region's* key of the month,
 * because the loan's own key is revealed when it closes and nobody may know this ahead.
 */
export function recoveryDraw(loanId: string, regionKeyOf: RegionKeyOf, at: SimSeconds, open: Minor): Minor {
  invariant(Number.isSafeInteger(open) && open >= 0, 'recoveryDraw: an amount in minor units');
  const period = keyPeriod(monthOf(at));
  const address = { entity: entityOf(loanId), period, stream: STREAM.recovery };
  const [luck, size] = drawBlock(philoxKey(regionKeyOf(period)), address);
  if (open === 0 || !hits(luck, RECOVERY_PPM)) return 0;
  const percent = LEAST_PERCENT + (size * SPAN_PERCENT) / 2 ** 32;
  return Math.min(open, Math.max(1, Math.floor((open * percent) / 100)));
}
