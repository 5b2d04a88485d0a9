import type { Minor } from '@bloomvale/shared/money/coins';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { quantileOf } from '../../domain/preview/preview-statistics.ts';
import type { LoanOutcomes } from '../store/live-reader.ts';
import { scaledWeek } from './bands.ts';
import { type Flow, type FlowBook, HOUR_MS } from './flow-book.ts';

/** A stretch of whole hours, `from` inclusive. */
export type Stretch = { readonly from: Instant; readonly to: Instant };

/** What the page shows of 1, 7 and 28 days: so many points of so many hours. */
const POINTS = { 1: { points: 24, hours: 1 }, 7: { points: 28, hours: 6 }, 28: { points: 28, hours: 24 } } as const;
export type Days = keyof typeof POINTS;

/** The stretches of a period, oldest first; the last holds `now` and may be unfinished. */
export function stretchesOf(days: Days, now: Instant): readonly Stretch[] {
  const { points, hours } = POINTS[days];
  const end = (Math.floor(now / HOUR_MS) + 1) * HOUR_MS;
  return Array.from({ length: points }, (_, i) => ({
    from: end - (points - i) * hours * HOUR_MS,
    to: end - (points - i - 1) * hours * HOUR_MS,
  }));
}

/** What became of loans in one stretch, with how long some of them took to be funded, ms. */
export type Outcomes = LoanOutcomes & { readonly fundingTimes: readonly number[] };

/** Rates of one stretch or of several together; null where there is nothing to divide by. */
export type Rates = {
  /** Ordinary loans funded / (funded + expired) (microfinance.md 7; Kiva 94.7 %). */
  readonly fundedShare: number | null;
  /** Median real hours from listing to funding of ordinary loans. */
  readonly hoursToFund: number | null;
  /** Lenders' repayment rate of the loans that were over: 1 - (written off and not recovered + currency loss) / principal (microfinance.md 3). */
  readonly repaymentRate: number | null;
  /** Mean life of the loans that were over, from disbursal, each coin counted alike: sum of principal x life / sum of principal; real hours. */
  readonly meanLoanLife: number | null;
};

export function ratesOf(outcomes: readonly Outcomes[]): Rates {
  const sum = (of: (one: Outcomes) => number): number => outcomes.reduce((total, one) => total + of(one), 0);
  const [funded, decided] = [sum((one) => one.funded), sum((one) => one.funded + one.expired)];
  const ended = sum((one) => one.ended);
  const times = outcomes.flatMap((one) => one.fundingTimes);
  return {
    fundedShare: decided === 0 ? null : funded / decided,
    hoursToFund: times.length === 0 ? null : quantileOf(times, 0.5) / HOUR_MS,
    repaymentRate: ended === 0 ? null : 1 - sum((one) => one.defaultLoss + one.fxLoss) / ended,
    meanLoanLife: ended === 0 ? null : sum((one) => one.lifeWeight) / ended / HOUR_MS,
  };
}

/** Sums of the journal over a stretch. */
export type FlowSums = {
  readonly minted: Readonly<Record<string, Minor>>;
  readonly destroyed: Readonly<Record<string, Minor>>;
  /** Minted / destroyed (microfinance.md 7); null while nothing was destroyed. */
  readonly faucetSink: number | null;
  /**
   * Lends and purchases / mean of all wallets, a scaled week (microfinance.md 7: 7 days; `scaledWeek`); null while nobody holds anything.
   */
  readonly velocity: number | null;
  /** Part of what came back from loans that its lender lent again within a mean loan life; only returns older than that life count. */
  readonly relent: number | null;
  /** Lent from coins that had not just come back, minor units. */
  readonly newLending: Minor;
};

/**
 * @param walletsNow all wallets together after everything the book has read.
 * @param lifeMs mean life of a loan.
 */
export function flowSums(
  book: FlowBook,
  { from, to }: Stretch,
  now: Instant,
  walletsNow: Minor,
  lifeMs: number,
): FlowSums {
  const minted: Record<string, Minor> = {};
  const destroyed: Record<string, Minor> = {};
  const sums = { lent: 0, bought: 0, newlyLent: 0, returned: 0, relent: 0 };
  for (const { flow, index } of hoursOf(book, from, to)) {
    for (const [account, amount] of flow.minted) minted[account] = (minted[account] ?? 0) + amount;
    for (const [account, amount] of flow.destroyed) destroyed[account] = (destroyed[account] ?? 0) + amount;
    sums.lent += flow.lent;
    sums.bought += flow.bought;
    sums.newlyLent += flow.newlyLent;
    if ((index + 1) * HOUR_MS + lifeMs > now) continue;
    sums.returned += flow.returned;
    sums.relent += flow.relent;
  }
  const made = Object.values(minted).reduce((total, amount) => total + amount, 0);
  const gone = Object.values(destroyed).reduce((total, amount) => total + amount, 0);
  const { mean, span } = meanWallets(book, { from, to }, walletsNow, now);
  return {
    minted,
    destroyed,
    faucetSink: gone <= 0 ? null : made / gone,
    velocity: mean <= 0 || span <= 0 ? null : ((sums.lent + sums.bought) / mean) * (scaledWeek(lifeMs) / span),
    relent: sums.returned === 0 ? null : sums.relent / sums.returned,
    newLending: sums.newlyLent,
  };
}

function* hoursOf(
  book: FlowBook,
  from: Instant,
  to: Instant,
): Generator<{ readonly flow: Flow; readonly index: number }> {
  for (let index = Math.floor(from / HOUR_MS); index < Math.ceil(to / HOUR_MS); index++) {
    const flow = book.hour(index);
    if (flow !== undefined) yield { flow, index };
  }
}

/** Mean over the ends of the hours, counted back from today; and the time it is about, from the journal's beginning at the earliest. */
function meanWallets(
  book: FlowBook,
  { from, to }: Stretch,
  walletsNow: Minor,
  now: Instant,
): { readonly mean: number; readonly span: number } {
  const begin = Math.max(from, book.since);
  const first = Math.floor(begin / HOUR_MS);
  const last = Math.ceil(to / HOUR_MS) - 1;
  let [held, total, hours] = [walletsNow, 0, 0];
  for (let index = Math.floor(now / HOUR_MS); index >= first; index--) {
    if (index <= last) {
      total += held;
      hours += 1;
    }
    held -= book.hour(index)?.wallets ?? 0;
  }
  return { mean: hours === 0 ? 0 : total / hours, span: Math.min(to, now) - begin };
}
