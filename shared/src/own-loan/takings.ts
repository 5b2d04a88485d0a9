import { addMinor, type Minor } from '../money/coins.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';

/** What the stall took, by month of loan time, newest last. Only the months that count are kept. */
export type Takings = readonly { readonly month: number; readonly amount: Minor }[];

const monthOf = (elapsed: SimSeconds): number => Math.floor(elapsed / SIM_MONTH);

export function addTakings(takings: Takings, elapsed: SimSeconds, amount: Minor, months: number): Takings {
  if (amount === 0) return takings;
  const month = monthOf(elapsed);
  const kept = takings.filter((one) => one.month > month - months);
  const now = kept.find((one) => one.month === month);
  return now === undefined
    ? [...kept, { month, amount }]
    : kept.map((one) => (one === now ? { month, amount: addMinor(one.amount, amount) } : one));
}

/**
 * Average takings of a month of loan time (minor units, rounded down) over the newest `months`, the running one included by its part. The
 * first half month counts as half a month: a lucky first quarter of an hour is no income.
 */
export function monthlyTakings(takings: Takings, elapsed: SimSeconds, months: number): Minor {
  const first = Math.max(0, monthOf(elapsed) - months + 1);
  const total = takings.filter(({ month }) => month >= first).reduce((sum, { amount }) => addMinor(sum, amount), 0);
  const seconds = Math.max(SIM_MONTH / 2, elapsed - first * SIM_MONTH);
  return Number((BigInt(total) * BigInt(SIM_MONTH)) / BigInt(seconds));
}
