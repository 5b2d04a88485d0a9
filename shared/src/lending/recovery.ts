import type { RecoveryModel } from '../content/model.ts';
import type { Minor } from '../money/coins.ts';
import { philoxKey } from '../random/keys.ts';
import { drawBlock, hits, STREAM } from '../random/philox.ts';
import { seedOfText } from '../random/splitmix.ts';
import { invariant } from '../result.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';
import { keyPeriod, monthOf, type RegionKeyOf } from './region.ts';

/** Tries of a loan at most, whatever its model says: a bound on replay files. */
export const RECOVERY_MONTHS_MAX = 24;

/** Simulated instant of the k-th try (1 to the model's `months`). */
export const recoveryAt = (defaultedAt: SimSeconds, k: number): SimSeconds => defaultedAt + k * SIM_MONTH;

/** Number of a loan among the loans of its region: draws of different loans do not know each other. */
const entityOf = (loanId: string): number => Number(seedOfText(loanId) & 0xffffffffn);

/**
 * What a defaulted borrower pays back in one try, of `open` minor units still missing (T8). Forecasts do not count on it. Drawn with the
 * *region's* key of the month, because the loan's own key is revealed when it closes and nobody may know this ahead.
 */
export function recoveryDraw(
  loanId: string,
  regionKeyOf: RegionKeyOf,
  at: SimSeconds,
  open: Minor,
  model: RecoveryModel,
): Minor {
  invariant(Number.isSafeInteger(open) && open >= 0, 'recoveryDraw: an amount in minor units');
  const period = keyPeriod(monthOf(at));
  const address = { entity: entityOf(loanId), period, stream: STREAM.recovery };
  const [luck, size] = drawBlock(philoxKey(regionKeyOf(period)), address);
  if (open === 0 || !hits(luck, model.chancePpm)) return 0;
  const percent = model.leastPercent + (size * model.spanPercent) / 2 ** 32;
  return Math.min(open, Math.max(1, Math.floor((open * percent) / 100)));
}
