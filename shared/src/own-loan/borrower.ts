import type { OwnLoanRules } from '../content/growing.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';
import { type LoanTime, newLoanTime } from './loan-time.ts';
import type { OwnLoan } from './own-loan.ts';
import type { Takings } from './takings.ts';

/** What the village fund knows of a player besides the running loan. Plain data, stored as one document. */
export type Borrower = {
  readonly time: LoanTime;
  readonly takings: Takings;
  /** Loans signed so far: the number of the next one follows. */
  readonly signed: number;
  /** Id of the running loan; null when nothing is owed. */
  readonly running: string | null;
  readonly starterTaken: boolean;
  readonly repaid: number;
  readonly rescheduled: number;
  readonly writtenOff: number;
  /** What the history makes of an offer, percent. */
  readonly percent: number;
  /** Loan time from which the fund offers again after a write-off. */
  readonly pausedUntil: SimSeconds;
};

export const newBorrower = (sim: SimSeconds): Borrower => ({
  time: newLoanTime(sim),
  takings: [],
  signed: 0,
  running: null,
  starterTaken: false,
  repaid: 0,
  rescheduled: 0,
  writtenOff: 0,
  percent: 100,
  pausedUntil: 0,
});

/** A loan has closed: the history grows, and with it the next offer, or it shrinks (`rules.history`); after a write-off the fund pauses. */
export function closeBook(borrower: Borrower, loan: OwnLoan, rules: OwnLoanRules): Borrower {
  const { history, pauseMonths } = rules;
  const lost = loan.life.state === 'defaulted';
  const moved = loan.life.rescheduledCount > 0;
  const factor = lost ? history.writtenOff : moved ? history.rescheduled : loan.everLate ? history.late : history.clean;
  const percent = Math.floor((borrower.percent * factor) / 100);
  return {
    ...borrower,
    running: null,
    repaid: borrower.repaid + (lost ? 0 : 1),
    rescheduled: borrower.rescheduled + (moved ? 1 : 0),
    writtenOff: borrower.writtenOff + (lost ? 1 : 0),
    percent: Math.min(history.most, Math.max(history.least, percent)),
    pausedUntil: lost ? borrower.time.elapsed + pauseMonths * SIM_MONTH : borrower.pausedUntil,
  };
}
