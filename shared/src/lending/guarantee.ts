import type { Model } from '../content/model.ts';
import type { Minor } from '../money/coins.ts';
import { invariant } from '../result.ts';

/**
 * What the guarantee fund returns of a lender's loss: `firstLossPercent` of their first one (lending.md 2: half), once, as far as its coins
 * reach (minor units, rounded down). `coveredBefore` is whether this player was covered already.
 */
export function firstLossCover(
  loss: Minor,
  coveredBefore: boolean,
  fund: Minor,
  { firstLossPercent }: Model['guarantee'],
): Minor {
  invariant(Number.isSafeInteger(loss) && loss >= 0 && fund >= 0, 'firstLossCover: amounts in minor units');
  return coveredBefore ? 0 : Math.min(fund, Math.floor((loss * firstLossPercent) / 100));
}
