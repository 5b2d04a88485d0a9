import { invariant } from '../result.ts';
import { assertMinor, type Minor } from './coins.ts';

/** An amount in n whole parts that differ by at most one unit and add up to it; part k ends at floor(k x amount / n). */
export function fairParts(amount: Minor, n: number): Minor[] {
  invariant(
    assertMinor(amount) >= 0 && Number.isInteger(n) && n >= 1,
    'fairParts: a whole amount in one or more parts',
  );
  const base = Math.floor(amount / n);
  const rest = amount - base * n;
  return Array.from({ length: n }, (_, k) => base + Math.floor(((k + 1) * rest) / n) - Math.floor((k * rest) / n));
}
