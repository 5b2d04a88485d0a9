import { invariant } from '../result.ts';

/**
 * Elementary functions out of + - * / only. ECMAScript leaves Math.exp and Math.log approximate, while these four (and Math.sqrt) are
 * exact IEEE-754: every engine gives the same bits, so hazards can be recomputed by anybody (microfinance.md 5.5).
 */

const HALVINGS = 10;
/** 2^HALVINGS, spelt out: `**` is a Math.pow and not promised to be exact. */
const DIVISOR = 1_024;
const EXP_TERMS = 14;

/** e^x for |x| up to 80: Taylor series of x / 2^10, squared ten times; relative error below 1e-12. */
export function exactExp(x: number): number {
  invariant(Number.isFinite(x) && Math.abs(x) <= 80, `exactExp out of range: ${x}`);
  const small = x / DIVISOR;
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= EXP_TERMS; k++) {
    term = (term * small) / k;
    sum += term;
  }
  for (let i = 0; i < HALVINGS; i++) sum *= sum;
  return sum;
}

/** Beyond this many standard deviations the normal distribution is 0 or 1 for our purposes (1e-15). */
const FAR = 8;
/** 1 / sqrt(2 pi). */
const DENSITY_AT_ZERO = 0.3989422804014327;

/** Standard normal distribution function: 1/2 + phi(x) (x + x^3/3 + x^5/(3*5) + ...); absolute error below 1e-13. */
export function normalCdf(x: number): number {
  invariant(!Number.isNaN(x), 'normalCdf of no number');
  if (x <= -FAR) return 0;
  if (x >= FAR) return 1;
  let term = x;
  let sum = x;
  for (let k = 3; k < 400; k += 2) {
    term = (term * x * x) / k;
    if (sum + term === sum) break;
    sum += term;
  }
  return 0.5 + DENSITY_AT_ZERO * exactExp((-x * x) / 2) * sum;
}

/** Inverse of `normalCdf` by bisection, to 1e-12; -8 and 8 stand for 0 and 1. */
export function normalQuantile(p: number): number {
  invariant(p >= 0 && p <= 1, `not a probability: ${p}`);
  let low = -FAR;
  let high = FAR;
  for (let i = 0; i < 44; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** logistic(logit(p) + shift) without a logarithm: p e^s / (1 - p + p e^s). */
export function shiftOdds(p: number, shift: number): number {
  const grown = p * exactExp(shift);
  return grown / (1 - p + grown);
}
