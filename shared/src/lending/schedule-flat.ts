import type { Minor } from '../money/coins.ts';
import { addRatio, divHalfEven, minorOf, type Ratio, ZERO } from '../money/ratio.ts';
import { invariant } from '../result.ts';
import { type RowTerms, roundToStep, type ScheduleRow } from './schedule-rows.ts';

/**
 * Flat interest (microfinance.md 2.1, 2.3): interest on the whole principal for the whole term, in equal parts; equal principal; the
 * last instalment takes both remainders. With an instalment multiple the *total* becomes a multiple:
 * principal = round(P/n, m) + round(interest, m) - interest.
 *
 * Grace on interest payment follows Fineract: with equal instalments the interest is averaged over the instalments that pay it; with
 * equal principal (`flat_deferring`) it is put off to the first instalment after the grace.
 */
export function flatRows(terms: RowTerms): ScheduleRow[] {
  const { principal, instalments: n, graceOnPrincipal: grace, rounding } = terms;
  invariant(grace >= 0 && grace < n, 'grace on principal leaves no instalment');
  const interestOf = flatInterest(terms);
  const equal: Ratio = terms.fixedPrincipal ?? { n: BigInt(principal), d: BigInt(n - grace) };
  const { instalmentStep: step, moneyStep } = rounding;
  const principalOf = (interest: Minor): Minor =>
    step === null ? roundToStep(equal, moneyStep) : roundToStep(equal, step) + multiple(interest, step) - interest;
  const rows: ScheduleRow[] = [];
  let balance = principal;
  for (let k = 1; k <= n; k++) {
    const interest = interestOf(k);
    const paid = k === n ? balance : k <= grace ? 0 : Math.min(balance, Math.max(0, principalOf(interest)));
    balance -= paid;
    rows.push({ n: k, principal: paid, interest, total: paid + interest, balance });
  }
  return rows;
}

const multiple = (amount: Minor, step: Minor): Minor =>
  minorOf(divHalfEven(BigInt(amount), BigInt(step)) * BigInt(step));

/** Interest of instalment k; the parts add up to the whole flat interest less that of the interest-free periods. */
function flatInterest(terms: RowTerms): (k: number) => Minor {
  const { instalments: n, interestFreePeriods: free, graceOnInterestPayment: grace, rounding } = terms;
  const step = rounding.moneyStep;
  let rate = ZERO;
  for (let k = 1; k <= n; k++) rate = addRatio(rate, terms.rateOf(k).exact);
  // Exact until each part is rounded, so that I / n is rounded once (2.1).
  const shareOf = (parts: number, of: number): Ratio => ({
    n: BigInt(terms.flatBase) * rate.n * BigInt(parts),
    d: rate.d * BigInt(of),
  });
  const charging = Math.max(0, n - free);
  const deferring = terms.method === 'flat_deferring';
  const paying = charging - (deferring ? 0 : Math.max(0, Math.min(grace, n - 1) - free));
  const each = charging === 0 ? 0 : roundToStep(shareOf(charging, n * paying), step);
  const charged = roundToStep(shareOf(charging, n), step);
  let left = charged;
  let deferred = 0;
  return (k) => {
    if (k === n) return left + deferred;
    if (k <= free) return 0;
    if (!deferring && k <= grace) return 0;
    const interest = Math.min(each, left);
    left -= interest;
    if (k <= grace) {
      deferred += interest;
      return 0;
    }
    const due = interest + deferred;
    deferred = 0;
    return due;
  };
}
