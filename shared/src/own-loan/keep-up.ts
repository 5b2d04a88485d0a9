import type { OwnLoanRules } from '../content/growing.ts';
import type { Minor } from '../money/coins.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import { type Borrower, closeBook } from './borrower.ts';
import { beAbout } from './loan-time.ts';
import type { OwnLoan } from './own-loan.ts';
import { passTime } from './passing.ts';
import { fromTakings, type Payment, payOn } from './paying.ts';
import { addTakings } from './takings.ts';

export type Event = {
  readonly sim: SimSeconds;
  /** What the stall took just now, minor units. */
  readonly takings: Minor;
  /** Purse with it, minor units. */
  readonly wallet: Minor;
  /** Whether the borrower themself did something: a stall that is settled for somebody who is away moves no loan time. */
  readonly present: boolean;
};

export type News = 'paid' | 'late' | 'rescheduled' | 'ended' | 'written_off';

export type KeptUp = {
  readonly borrower: Borrower;
  readonly loan: OwnLoan | null;
  /** To be posted (T15); null when nothing was set aside. */
  readonly payment: Payment | null;
  /** To be posted (T16); 0 when nothing was written off. */
  readonly writtenOff: Minor;
  readonly news: readonly News[];
};

/**
 * What happens to a borrower's books whenever they do something at their stall or garden: takings are counted, a share of them is set
 * aside if they chose so, then loan time goes on and what fell due is looked at. In this order, because the sales came before.
 */
export function keepUp(borrower: Borrower, loan: OwnLoan | null, event: Event, rules: OwnLoanRules): KeptUp {
  const { elapsed: from } = borrower.time;
  const time = event.present ? beAbout(borrower.time, event.sim, rules.awaySimHours) : borrower.time;
  const takings = addTakings(borrower.takings, from, event.takings, rules.takingsMonths);
  const counted = { ...borrower, takings, time };
  if (loan === null) return { borrower: counted, loan, payment: null, writtenOff: 0, news: [] };
  const aside = fromTakings(loan, from, { ...event, reserve: rules.reserve });
  const payment = aside > 0 ? payOn(loan, aside) : null;
  const passed = passTime(payment?.loan ?? loan, from, time.elapsed, rules);
  const after = passed.loan;
  const closed = after.life.state !== 'in_repayment';
  return {
    borrower: closed ? closeBook(counted, after, rules) : counted,
    loan: after,
    payment,
    writtenOff: passed.writtenOff,
    news: [
      ...(payment === null ? [] : (['paid'] as const)),
      ...passed.news,
      ...(after.life.state === 'ended' ? (['ended'] as const) : []),
    ],
  };
}
