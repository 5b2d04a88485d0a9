import type { Minor } from '../money/coins.ts';
import { invariant } from '../result.ts';

/** Part of a player's first loss that the guarantee fund returns, percent (lending.md 2). */
export const FIRST_LOSS_COVER_PERCENT = 50;

/**
 * What the guarantee fund returns of a lender's loss: half of their first one, once, as far as its coins reach (minor units, rounded
 * down). `coveredBefore` is whether this player was covered already.
 */
export function firstLossCover(loss: Minor, coveredBefore: boolean, fund: Minor): Minor {
  invariant(Number.isSafeInteger(loss) && loss >= 0 && fund >= 0, 'firstLossCover: amounts in minor units');
  return coveredBefore ? 0 : Math.min(fund, Math.floor((loss * FIRST_LOSS_COVER_PERCENT) / 100));
}
