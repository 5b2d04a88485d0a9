import type { Minor } from '../money/coins.ts';
import { divHalfEven, type Factor, minorOf } from '../money/ratio.ts';
import { certainInstalment } from './certain-rounding.ts';
import { decliningRows, instalmentStep, type RowTerms, roundToStep, type ScheduleRow } from './schedule-rows.ts';

/**
 * Level instalment with a rate of its own in every period (microfinance.md 2.2): P x prod(1 + r) / fn, with fn_1 = 1 and
 * fn_k = fn_{k-1} (1 + r_k) + 1, exactly. Powers stay unreduced: a gcd a step would cost more than the long numbers.
 */
export function progressiveInstalment(principal: Minor, rates: readonly Factor[], step: Minor): Minor {
  const certain = certainInstalment(
    principal,
    rates.map(({ n, d }) => n / d),
    step,
  );
  if (certain !== null) return certain;
  let grownN = 1n;
  let grownD = 1n;
  let fnN = 1n;
  let fnD = 1n;
  rates.forEach(({ exact: rate }, i) => {
    const up = rate.n + rate.d;
    grownN *= up;
    grownD *= rate.d;
    if (i === 0) return;
    fnN = fnN * up + fnD * rate.d;
    fnD *= rate.d;
  });
  return roundToStep({ n: BigInt(principal) * grownN * fnD, d: grownD * fnN }, step);
}

/**
 * Rows of the progressive generator: the level instalment, then one try to smooth the last instalment: with d = last - level, when
 * |d| in cents exceeds half the instalments, level + d/n is tried and kept if it brings the last one closer.
 */
export function progressiveRows(terms: RowTerms, rates: readonly Factor[]): ScheduleRow[] {
  const upcoming = terms.instalments - terms.graceOnPrincipal;
  const step = instalmentStep(terms.rounding);
  const level = progressiveInstalment(terms.principal, rates.slice(terms.graceOnPrincipal), step);
  const rows = decliningRows({ ...terms, level: () => level });
  const gap = lastGap(rows, level);
  if (terms.method !== 'equal_instalments' || gap === 0 || Math.abs(gap) <= Math.floor(upcoming / 2) || upcoming < 2)
    return rows;
  const adjustment = minorOf(divHalfEven(BigInt(gap), BigInt(upcoming * step)) * BigInt(step));
  if (adjustment === 0) return rows;
  const smoothed = decliningRows({ ...terms, level: () => level + adjustment });
  return Math.abs(lastGap(smoothed, level + adjustment)) < Math.abs(gap) ? smoothed : rows;
}

/** What the last instalment that pays anything differs by, without interest put off to it. */
function lastGap(rows: readonly ScheduleRow[], level: Minor): Minor {
  const last = rows.findLast((row) => row.total > 0);
  return last === undefined ? 0 : last.total - level;
}
