import type { Minor } from '../money/coins.ts';
import { divHalfEven, type Factor, minorOf, type Ratio, timesHalfEven } from '../money/ratio.ts';
import { invariant } from '../result.ts';
import { certainInstalment } from './certain-rounding.ts';

/** One instalment; amounts in minor units, `balance` after it. */
export type ScheduleRow = {
  readonly n: number;
  readonly principal: Minor;
  readonly interest: Minor;
  readonly total: Minor;
  readonly balance: Minor;
};

export type AmortisationMethod =
  | 'equal_instalments'
  | 'equal_principal'
  | 'flat'
  | 'flat_deferring'
  | 'bullet'
  | 'irregular';

/** Instalments, interest rates and graces of a schedule, calendar already resolved into one rate a period. */
export type RowTerms = {
  readonly principal: Minor;
  readonly instalments: number;
  readonly method: AmortisationMethod;
  /** Interest rate of period k = 1 .. instalments, as a factor on the balance. */
  readonly rateOf: (k: number) => Factor;
  /** The level instalment of equal instalments; not asked for otherwise. */
  readonly level: () => Minor;
  /** First periods without principal; the instalment is spread over the rest. */
  readonly graceOnPrincipal: number;
  /** First periods whose interest is put off to the first instalment after them. */
  readonly graceOnInterestPayment: number;
  /** First periods without interest; it is not recovered later. */
  readonly interestFreePeriods: number;
  readonly rounding: MoneyRounding;
  /** Principal of every instalment but the last (balloon), instead of an equal part. */
  readonly fixedPrincipal: Ratio | null;
  /** Principal of each instalment, for irregular schedules. */
  readonly irregular: readonly Minor[] | null;
  /** Amount flat interest is charged on: the principal as disbursed. */
  readonly flatBase: Minor;
};

/** How amounts become whole. Steps are minor units: 1 = to the cent, 10 000 = to the hundred. */
export type MoneyRounding = {
  readonly moneyStep: Minor;
  /** The instalment (not each part) becomes a multiple of this; null when the product sets none. */
  readonly instalmentStep: Minor | null;
};

/** Step of the instalment as a whole. */
export const instalmentStep = (rounding: MoneyRounding): Minor => rounding.instalmentStep ?? rounding.moneyStep;

export const CENT_ROUNDING: MoneyRounding = { moneyStep: 1, instalmentStep: null };

/** Nearest multiple of `step`, ties to the even multiple. */
export const roundToStep = (value: Ratio, step: Minor): Minor =>
  minorOf(divHalfEven(value.n, value.d * BigInt(step)) * BigInt(step));

/**
 * Level instalment of a declining-balance loan: P x i / (1 - (1 + i)^-N), written with whole powers so that it is exact;
 * P / N without interest (microfinance.md 2.1).
 */
export function levelInstalment(principal: Minor, rate: Ratio, periods: number, step: Minor): Minor {
  invariant(periods >= 1, 'levelInstalment: no period left');
  const certain = certainInstalment(principal, Array<number>(periods).fill(Number(rate.n) / Number(rate.d)), step);
  if (certain !== null) return certain;
  const p = BigInt(principal);
  if (rate.n === 0n) return roundToStep({ n: p, d: BigInt(periods) }, step);
  const grown = (rate.n + rate.d) ** BigInt(periods);
  const base = rate.d ** BigInt(periods);
  return roundToStep({ n: p * rate.n * grown, d: rate.d * (grown - base) }, step);
}

/**
 * Rows by the cumulative generator (Fineract; microfinance.md 2.1 to 2.4): interest on the balance, rounded; the last instalment
 * takes the remainder.
 */
export function decliningRows(terms: RowTerms): ScheduleRow[] {
  const { instalments: n, rounding } = terms;
  const principalOf = principalRule(terms);
  const rows: ScheduleRow[] = [];
  let balance = terms.principal;
  let deferred = 0;
  for (let k = 1; k <= n; k++) {
    const accrued = k <= terms.interestFreePeriods ? 0 : onBalance(balance, terms.rateOf(k), rounding.moneyStep);
    const principal = k === n ? balance : Math.min(balance, Math.max(0, principalOf(k, accrued)));
    let interest = accrued + deferred;
    deferred = 0;
    if (k <= terms.graceOnInterestPayment && k < n) {
      deferred = interest;
      interest = 0;
    }
    balance -= principal;
    rows.push({ n: k, principal, interest, total: principal + interest, balance });
  }
  return rows;
}

const onBalance = (balance: Minor, rate: Factor, step: Minor): Minor =>
  step === 1 ? timesHalfEven(balance, rate) : roundToStep({ n: BigInt(balance) * rate.exact.n, d: rate.exact.d }, step);

/** Principal of instalment k before the last; `accrued` is that period's own interest. */
function principalRule(terms: RowTerms): (k: number, accrued: Minor) => Minor {
  const { principal, instalments, graceOnPrincipal: grace, rounding } = terms;
  invariant(grace >= 0 && grace < instalments, 'grace on principal leaves no instalment');
  if (terms.method === 'bullet') return () => 0;
  if (terms.irregular !== null) {
    const parts = terms.irregular;
    return (k) => parts[k - 1] as Minor;
  }
  if (terms.method === 'equal_principal') {
    const part = roundToStep(
      terms.fixedPrincipal ?? { n: BigInt(principal), d: BigInt(instalments - grace) },
      rounding.moneyStep,
    );
    return (k) => (k <= grace ? 0 : part);
  }
  const level = terms.level();
  return (k, accrued) => (k <= grace ? 0 : level - accrued);
}
