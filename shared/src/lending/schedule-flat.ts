import type { Minor } from '../money/coins.ts';
import { divHalfEven, minorOf, type Ratio } from '../money/ratio.ts';
import { invariant } from '../result.ts';
import { type RowTerms, roundToStep, type ScheduleRow } from './schedule-rows.ts';

/**
 * Flat interest (microfinance.md 2.1, 2.3): interest on the whole principal for the whole term, in equal parts; equal principal; the
 * last instalment takes both remainders. With an instalment multiple the *total* becomes a multiple:
 * principal = round(P/n, m) + round(interest, m) - interest.
 */
export function flatRows(terms: RowTerms): ScheduleRow[] {
  const { principal, instalments: n, graceOnPrincipal: grace, rounding } = terms;
  invariant(grace >= 0 && grace < n, 'grace on principal leaves no instalment');
  const charging = n - terms.interestFreePeriods;
  const total = flatInterest(principal, terms.levelRate, charging);
  const each = charging > 0 ? roundToStep({ n: total.n, d: total.d * BigInt(charging) }, rounding.moneyStep) : 0;
  const part = flatPrincipal(principal, n - grace, each, terms);
  const rows: ScheduleRow[] = [];
  let balance = principal;
  let unpaid = charging > 0 ? roundToStep(total, rounding.moneyStep) : 0;
  let deferred = 0;
  for (let k = 1; k <= n; k++) {
    const accrued = k <= terms.interestFreePeriods ? 0 : k === n ? unpaid : Math.min(each, unpaid);
    unpaid -= accrued;
    const put = k <= terms.graceOnInterestPayment && k < n;
    const interest = put ? 0 : accrued + deferred;
    deferred = put ? deferred + accrued : 0;
    const paid = k === n ? balance : k <= grace ? 0 : Math.min(balance, part);
    balance -= paid;
    rows.push({ n: k, principal: paid, interest, total: paid + interest, balance });
  }
  return rows;
}

const flatInterest = (principal: Minor, rate: Ratio, periods: number): Ratio => ({
  n: BigInt(principal) * rate.n * BigInt(Math.max(0, periods)),
  d: rate.d,
});

function flatPrincipal(principal: Minor, parts: number, interest: Minor, { rounding }: RowTerms): Minor {
  const step = rounding.instalmentStep;
  const equal: Ratio = { n: BigInt(principal), d: BigInt(parts) };
  if (step === null) return roundToStep(equal, rounding.moneyStep);
  const rounded = minorOf(divHalfEven(BigInt(interest), BigInt(step)) * BigInt(step));
  return roundToStep(equal, step) + rounded - interest;
}
