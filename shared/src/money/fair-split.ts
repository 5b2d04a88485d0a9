import { invariant } from '../result.ts';
import { addMinor, assertMinor, type Minor, sumMinor } from './coins.ts';

export type SplitInput = {
  /** What each lender is owed in all: contribution less what they forgave (minor units). */
  readonly weights: readonly Minor[];
  /** What each has received so far. */
  readonly paid: readonly Minor[];
  /** The repayment to distribute. */
  readonly amount: Minor;
};

type Share = { readonly index: number; readonly capacity: number; readonly rest: bigint | number; given: number };

/**
 * Distributes one repayment over the lenders, exactly: cumulative-entitlement largest remainder (microfinance.md 6.6). Each lender's
 * entitlement is weight x (repaid so far + amount) / all weights; whoever is furthest below it gets the next unit, ties go to the
 * lower index. The sum of the parts is `amount`, no part is negative, nobody passes their weight, and when everything has been
 * repaid everybody has exactly their weight.
 * @throws InvariantError on negative or unsafe input, or an amount above what is still owed.
 */
export function splitRepayment({ weights, paid, amount }: SplitInput): number[] {
  const owed = checked(weights, paid, amount);
  if (amount === owed) return weights.map((weight, i) => weight - (paid[i] as number));
  const shares = entitlements({ weights, paid, amount });
  let left = amount - sumMinor(shares.map((share) => share.given));
  if (left > 0) giveOneByOne(shares, left);
  else while (left < 0) left += takeBack(shares, -left);
  return shares.map((share) => share.given);
}

function checked(weights: readonly Minor[], paid: readonly Minor[], amount: Minor): Minor {
  invariant(weights.length === paid.length, 'splitRepayment: as many paid amounts as weights');
  let owed = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    const received = paid[i] as number;
    // Messages are only made of a fault: repayments are split by the million in a preview.
    if (assertMinor(received) < 0 || received > assertMinor(weight)) {
      invariant(false, `splitRepayment: lender ${i} has more than their part`);
    }
    owed = addMinor(owed, weight - received);
  }
  if (assertMinor(amount) < 0 || amount > owed) {
    invariant(false, `splitRepayment: ${amount} is more than the ${owed} owed`);
  }
  return owed;
}

/** Whole units of each lender's deficit; `rest` is what remains of the deficit, in units of 1 / all weights. */
function entitlements({ weights, paid, amount }: SplitInput): Share[] {
  const all = sumMinor(weights);
  const repaid = addMinor(sumMinor(paid), amount);
  // No product of two of these is larger: below 2^53 floating numbers are whole and exact, and ten times faster.
  if (Number.isSafeInteger(all * Math.max(all, repaid))) return smallEntitlements(weights, paid, all, repaid);
  const [bigAll, bigRepaid] = [BigInt(all), BigInt(repaid)];
  return weights.map((weight, index) => {
    const received = paid[index] as number;
    const deficit = BigInt(weight) * bigRepaid - BigInt(received) * bigAll;
    const given = deficit > 0n ? deficit / bigAll : 0n;
    return { index, capacity: weight - received, rest: deficit - given * bigAll, given: Number(given) };
  });
}

const smallEntitlements = (weights: readonly Minor[], paid: readonly Minor[], all: Minor, repaid: Minor): Share[] =>
  weights.map((weight, index) => {
    const received = paid[index] as number;
    const deficit = weight * repaid - received * all;
    const over = deficit > 0 ? deficit % all : deficit;
    return { index, capacity: weight - received, rest: over, given: deficit > 0 ? (deficit - over) / all : 0 };
  });

const byRest = (a: Share, b: Share): number => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1);

/** Fewer than one unit a lender is left here, because only the fractions were dropped. */
function giveOneByOne(shares: readonly Share[], units: number): void {
  let left = units;
  while (left > 0) {
    const before = left;
    for (const share of [...shares].sort(byRest)) {
      if (left === 0) break;
      if (share.given >= share.capacity) continue;
      share.given += 1;
      left -= 1;
    }
    invariant(left < before, 'splitRepayment: nobody can take the rest');
  }
}

/**
 * Somebody is ahead of their entitlement (a rounding, or a lender who forgave a part): the others get less this time. Equal steps
 * from everybody who gets something, then single units from the smallest rest. Returns how many units were taken.
 */
function takeBack(shares: readonly Share[], units: number): number {
  const givers = shares.filter((share) => share.given > 0).sort((a, b) => -byRest(a, b));
  invariant(givers.length > 0, 'splitRepayment: nothing left to take back');
  const step = Math.floor(units / givers.length);
  let taken = 0;
  for (const giver of givers) {
    const part = Math.min(giver.given, Math.max(step, 1), units - taken);
    giver.given -= part;
    taken += part;
  }
  return taken;
}
