import { InvariantError } from '../result.ts';

/** Coins as whole minor units: 1 coin = 100. Always a safe integer; every sum goes through the checked functions below. */
export type Minor = number;

export const MINOR_PER_COIN = 100;

export function assertMinor(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new InvariantError(`not an amount in minor units: ${amount}`);
  return amount;
}

/** @throws InvariantError when the result leaves the safe integers. */
export const addMinor = (a: Minor, b: Minor): Minor => assertMinor(assertMinor(a) + assertMinor(b));
export const subMinor = (a: Minor, b: Minor): Minor => assertMinor(assertMinor(a) - assertMinor(b));
export const sumMinor = (amounts: Iterable<Minor>): Minor => {
  let total = 0;
  for (const amount of amounts) total = addMinor(total, amount);
  return total;
};

/** Whole coins to minor units. */
export const coins = (whole: number): Minor => assertMinor(whole * MINOR_PER_COIN);

/** Whole coins in an amount, rounded down: what the HUD shows. */
export const wholeCoins = (amount: Minor): number => Math.floor(assertMinor(amount) / MINOR_PER_COIN);
