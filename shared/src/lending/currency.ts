import type { Product } from '../content/lending.ts';
import type { CurrencyModel } from '../content/model.ts';
import type { Minor } from '../money/coins.ts';
import { divHalfEven } from '../money/ratio.ts';
import { philoxKey } from '../random/keys.ts';
import { drawBlock, hits, PPM, STREAM } from '../random/philox.ts';
import { keyPeriod, type RegionKeyOf } from './region.ts';
import { memoOf, remembered } from './region-memo.ts';

/** Loss of value of a region's currency within one month, in ppm: a creep, and rarely a break on top of it. */
export function monthlyDepreciation(keyOf: RegionKeyOf, month: number, model: CurrencyModel): number {
  const [creep, broken, size] = remembered(memoOf(keyOf).currencies, keyPeriod(month), (period) => {
    const [a, b, c] = drawBlock(philoxKey(keyOf(period)), { entity: 0, period, stream: STREAM.currency });
    return [a, b, c] as const;
  });
  const slow = Math.floor((creep * model.creepMostPpm) / 2 ** 32);
  if (!hits(broken, model.breakChancePpm)) return slow;
  return slow + model.breakLeastPpm + Math.floor((size * model.breakSpanPpm) / 2 ** 32);
}

/** Loss of value from the end of month `from` to the end of month `to`, compounded month by month in whole ppm. */
export function depreciation(keyOf: RegionKeyOf, from: number, to: number, model: CurrencyModel): number {
  let kept = PPM;
  for (let month = from + 1; month <= to; month++) {
    kept = Math.round((kept * (PPM - monthlyDepreciation(keyOf, month, model))) / PPM);
  }
  return PPM - kept;
}

/**
 * Lenders' currency loss in a repaid principal (T9): with the "shared" policy the part of the depreciation above what the borrower's side
 * always bears (10 % at Kiva, microfinance.md 1.1); otherwise nothing (the partner bears it, or there is no currency risk). HALF_EVEN.
 */
export function lendersCurrencyLoss(
  principal: Minor,
  depreciationPpm: number,
  policy: Product['currencyLoss'],
  { coveredPpm }: Pick<CurrencyModel, 'coveredPpm'>,
): Minor {
  if (policy !== 'shared' || depreciationPpm <= coveredPpm) return 0;
  return Number(divHalfEven(BigInt(principal) * BigInt(depreciationPpm - coveredPpm), BigInt(PPM)));
}
