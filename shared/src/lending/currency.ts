import type { Product } from '../content/lending.ts';
import type { Minor } from '../money/coins.ts';
import { divHalfEven } from '../money/ratio.ts';
import { philoxKey } from '../random/keys.ts';
import { drawBlock, hits, PPM, STREAM } from '../random/philox.ts';
import { keyPeriod, type RegionKeyOf } from './region.ts';
import { memoOf, remembered } from './region-memo.ts';

/** Depreciation the borrower's side always bears; lenders share only what lies above it (Kiva's "shared" policy, microfinance.md 1.1). */
export const COVERED_PPM = 100_000;

/** Our own choice of a currency that mostly creeps and rarely breaks: monthly creep at most 0.6 %, one break in 20 years of 8 to 24 %. */
const CREEP_MAX_PPM = 6_000;
const BREAK_PPM = 4_000;
const BREAK_MIN_PPM = 80_000;
const BREAK_SPAN_PPM = 160_000;

/** Loss of value of a region's currency within one month, in ppm. */
export const monthlyDepreciation = (keyOf: RegionKeyOf, month: number): number =>
  remembered(memoOf(keyOf).depreciations, keyPeriod(month), (period) => drawDepreciation(keyOf, period));

function drawDepreciation(keyOf: RegionKeyOf, period: number): number {
  const [creep, broken, size] = drawBlock(philoxKey(keyOf(period)), { entity: 0, period, stream: STREAM.currency });
  const slow = Math.floor((creep * CREEP_MAX_PPM) / 2 ** 32);
  return hits(broken, BREAK_PPM) ? slow + BREAK_MIN_PPM + Math.floor((size * BREAK_SPAN_PPM) / 2 ** 32) : slow;
}

/** Loss of value from the end of month `from` to the end of month `to`, compounded month by month in whole ppm. */
export function depreciation(keyOf: RegionKeyOf, from: number, to: number): number {
  let kept = PPM;
  for (let month = from + 1; month <= to; month++) {
    kept = Math.round((kept * (PPM - monthlyDepreciation(keyOf, month))) / PPM);
  }
  return PPM - kept;
}

/**
 * Lenders' currency loss in a repaid principal (T9): with the "shared" policy the part of the depreciation above 10 %; otherwise nothing
 * (the partner bears it, or there is no currency risk). HALF_EVEN.
 */
export function lendersCurrencyLoss(principal: Minor, depreciationPpm: number, policy: Product['currencyLoss']): Minor {
  if (policy !== 'shared' || depreciationPpm <= COVERED_PPM) return 0;
  return Number(divHalfEven(BigInt(principal) * BigInt(depreciationPpm - COVERED_PPM), BigInt(PPM)));
}
