import { invariant } from '../result.ts';
import { assertMinor, type Minor } from './coins.ts';

/** Exact fraction; the denominator is positive. Rates and shares of money are ratios, never floating numbers. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

const abs = (x: bigint): bigint => (x < 0n ? -x : x);

function gcd(a: bigint, b: bigint): bigint {
  let x = abs(a);
  let y = abs(b);
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws InvariantError on a zero denominator. */
export function ratio(n: bigint, d = 1n): Ratio {
  invariant(d !== 0n, 'ratio: division by zero');
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return common === 0n ? { n: 0n, d: 1n } : { n: n / common, d: d / common };
}

const DECIMAL = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/** Exact value of a plain decimal text such as "9.4822"; null when it is anything else. */
export function parseRatio(text: string): Ratio | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  return ratio(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

/**
 * Exact value of the decimal a number prints as: 0.28 is 7/25, not its binary neighbour. For tuning values read from JSON.
 * @throws InvariantError for numbers that print in exponent form or are not finite.
 */
export function ratioOfNumber(value: number): Ratio {
  const exact = parseRatio(String(value));
  invariant(exact !== null, `not a plain decimal: ${value}`);
  return exact;
}

export const addRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const mulRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const divRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const ONE: Ratio = { n: 1n, d: 1n };
export const ZERO: Ratio = { n: 0n, d: 1n };

/** n / d to a whole number, ties to the even neighbour (HALF_EVEN, the field's default). `d` is positive. */
export function divHalfEven(n: bigint, d: bigint): bigint {
  let floor = n / d;
  if (n < 0n && floor * d !== n) floor -= 1n;
  const twice = (n - floor * d) * 2n;
  if (twice > d) return floor + 1n;
  if (twice < d) return floor;
  return floor % 2n === 0n ? floor : floor + 1n;
}

export const roundHalfEven = (value: Ratio): bigint => divHalfEven(value.n, value.d);

/** A big whole number as an amount. @throws InvariantError beyond the safe integers. */
export function minorOf(amount: bigint): Minor {
  invariant(abs(amount) <= BigInt(Number.MAX_SAFE_INTEGER), 'amount beyond the safe integers');
  return assertMinor(Number(amount));
}

/** A ratio prepared for many multiplications; see `timesHalfEven`. */
export type Factor = { readonly exact: Ratio; readonly n: number; readonly d: number };

export function factor(exact: Ratio): Factor {
  const fits = abs(exact.n) <= BigInt(Number.MAX_SAFE_INTEGER) && exact.d <= BigInt(2 ** 51);
  return { exact, n: fits ? Number(exact.n) : Number.NaN, d: fits ? Number(exact.d) : Number.NaN };
}

/**
 * amount x factor, HALF_EVEN, exactly. The product of most loans stays below 2^53, where `%` and division of a multiple are
 * exact in floating arithmetic (measured 20 times faster than bigint); the rest goes through bigint.
 */
export function timesHalfEven(amount: Minor, by: Factor): Minor {
  const product = amount * by.n;
  if (!(product >= 0 && product <= Number.MAX_SAFE_INTEGER))
    return minorOf(divHalfEven(BigInt(amount) * by.exact.n, by.exact.d));
  const rest = product % by.d;
  const floor = (product - rest) / by.d;
  const twice = rest * 2;
  return twice > by.d || (twice === by.d && floor % 2 === 1) ? floor + 1 : floor;
}
