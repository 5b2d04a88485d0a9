import { paidInstalments } from '@bloomvale/shared/lending/arrears';
import { nextTickOf } from '@bloomvale/shared/lending/loan-clock';
import { instalmentDueAt } from '@bloomvale/shared/lending/loan-terms';
import type { Portfolio, PortfolioLoan } from '@bloomvale/shared/protocol/views';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { clockedLoan, openPart } from '../lending/loan-records.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';
import { figuresOf, pairsOf } from './lending/portfolio-pairs.ts';
import type { LoanCards } from './loan-cards.ts';

/** What a player lent and what became of it, newest loan first. */
export async function portfolioOf(reader: Reader, cards: LoanCards, playerId: string): Promise<Portfolio> {
  const pairs = await pairsOf(reader, playerId);
  const figures = figuresOf(pairs, cards);
  return {
    lent: figures.lent,
    repaid: figures.repaid + figures.recovered,
    outstanding: figures.outstanding + figures.raising,
    lost: figures.lost,
    refunded: figures.refunded,
    late: figures.late,
    loans: pairs.map(({ row, loan }) => loanOf(row, loan, cards)),
  };
}

const loanOf = (row: ContributionRow, loan: LoanRow, cards: LoanCards): PortfolioLoan => ({
  ...cards.card(loan, row.amount),
  received: row.received,
  lost: row.lost,
  outstandingMine: openPart(row),
  daysPastDue: cards.daysPastDue(loan),
  nextDueAt: nextDueAt(loan, cards),
});

/** When the oldest instalment that is still to come falls due; an overdue one may be paid at the next tick. */
function nextDueAt(loan: LoanRow, cards: LoanCards): Instant | null {
  if (loan.state !== 'in_repayment') return null;
  const clocked = clockedLoan(loan);
  const n = paidInstalments(clocked.plan, clocked.clock) + clocked.clock.missed + 1;
  if (n <= clocked.plan.principalRows.length) return cards.realAt(instalmentDueAt(clocked.plan, n));
  const next = nextTickOf(clocked);
  return next === null ? null : cards.realAt(next.at);
}
