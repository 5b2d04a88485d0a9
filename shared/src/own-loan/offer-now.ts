import type { OwnLoanOffer, OwnLoanRules } from '../content/growing.ts';
import type { Minor } from '../money/coins.ts';
import type { RejectCode } from '../protocol/reject-codes.ts';
import { err, ok, type Result } from '../result.ts';
import { SIM_MONTH } from '../time/sim-clock.ts';
import type { Borrower } from './borrower.ts';
import { effortOf, largestFitting } from './effort.ts';
import { type Quote, quote } from './quote.ts';
import { monthlyTakings } from './takings.ts';

export type OwnLoanRefusal = {
  readonly code: RejectCode;
  readonly detail: Readonly<Record<string, string | number>>;
};
const refuse = (code: RejectCode, detail: OwnLoanRefusal['detail'] = {}): Result<never, OwnLoanRefusal> =>
  err({ code, detail });

/** What an offer depends on besides the numbers: the borrower, and the household as far as it matters. */
export type OfferContext = {
  readonly borrower: Borrower;
  readonly stallLevel: number;
  /** What is owned already, or cannot be placed any more: plots or a station of this offer. */
  readonly owned: boolean;
  /** What the running loan still asks for, minor units. */
  readonly owed: Minor;
};

/** Size of an offer today, minor units: the history of repayments makes it larger or smaller, in whole steps. In kind it has one size. */
export function sizeNow(offer: OwnLoanOffer, { percent }: Borrower, { least, step }: OwnLoanRules): Minor {
  if (offer.grant.kind !== 'coins') return offer.amount;
  return Math.max(least, Math.floor((offer.amount * percent) / 100 / step) * step);
}

/**
 * Why an offer is not open to this borrower, whatever sum they choose: another loan runs, the starter loan was taken, it is owned already,
 * the stall is too small, the fund pauses after a write-off.
 */
export function closedOffer(offer: OwnLoanOffer, context: OfferContext): OwnLoanRefusal | null {
  const { borrower, stallLevel, owned, owed } = context;
  if (borrower.running !== null) return { code: 'BORROW_OPEN', detail: { owed } };
  if (offer.starter && borrower.starterTaken) return { code: 'BORROW_STARTER', detail: {} };
  if (owned) return { code: 'BORROW_OWNED', detail: {} };
  if (stallLevel < offer.stallLevel) return { code: 'BORROW_LEVEL', detail: { level: offer.stallLevel } };
  const left = borrower.pausedUntil - borrower.time.elapsed;
  return left > 0 ? { code: 'BORROW_PAUSE', detail: { months: Math.ceil(left / SIM_MONTH) } } : null;
}

/** The cap on instalments, for coin loans: the starter loan is in kind and small enough for anybody. */
export function overCap(
  offer: OwnLoanOffer,
  of: Quote,
  borrower: Borrower,
  rules: OwnLoanRules,
): OwnLoanRefusal | null {
  if (offer.starter) return null;
  const takings = monthlyTakings(borrower.takings, borrower.time.elapsed, rules.takingsMonths);
  const { verdict, percent } = effortOf(of, takings, rules);
  if (verdict === 'comfortable' || verdict === 'caution') return null;
  const most = largestFitting(offer, of.principal, takings, rules, ['comfortable', 'caution']) ?? 0;
  // Without any takings there is no share of them to name: all of it and more.
  return { code: 'BORROW_CAP', detail: { percent: percent ?? 100, limit: rules.limitPercent, most } };
}

export type Application = {
  readonly amount: Minor;
  /** First instalment as the borrower saw it. */
  readonly instalment: Minor;
  readonly share: number;
};

/** Whether a loan may be signed as it is asked for; its quote when it may. */
export function judge(
  offer: OwnLoanOffer,
  { amount, instalment, share }: Application,
  context: OfferContext,
  rules: OwnLoanRules,
): Result<Quote, OwnLoanRefusal> {
  const closed = closedOffer(offer, context);
  if (closed !== null) return err(closed);
  const most = sizeNow(offer, context.borrower, rules);
  const least = offer.grant.kind === 'coins' ? rules.least : most;
  if (amount < least || amount > most || (amount !== most && amount % rules.step !== 0)) {
    return refuse('BORROW_AMOUNT', { least, most, step: rules.step });
  }
  if (share !== 0 && !rules.shares.includes(share)) return refuse('BORROW_SHARE');
  const quoted = quote(offer, amount);
  const cap = overCap(offer, quoted, context.borrower, rules);
  if (cap !== null) return err(cap);
  return quoted.instalment === instalment ? ok(quoted) : refuse('BORROW_TERMS', { instalment: quoted.instalment });
}
