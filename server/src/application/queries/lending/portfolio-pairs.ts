import type { Sector } from '@bloomvale/shared/content/lending';
import { type PortfolioFigures, type PortfolioLine, portfolioFigures } from '@bloomvale/shared/lending/portfolio';
import type { PortfolioSums } from '@bloomvale/shared/protocol/lending-views';
import type { Rules } from '../../rules.ts';
import type { ContributionRow, LoanRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';
import type { LoanCards } from '../loan-cards.ts';

/** A contribution of a player with its loan. */
export type Pair = { readonly row: ContributionRow; readonly loan: LoanRow };

/** Everything a player lent and did not take back, newest first. */
export async function pairsOf(reader: Reader, playerId: string): Promise<Pair[]> {
  const rows = (await reader.contributionsOfPlayer(playerId)).filter(({ amount }) => amount > 0);
  const loans = await reader.rows(
    'loan',
    rows.map(({ loanId }) => loanId),
  );
  const byId = new Map(loans.map((loan) => [loan.id, loan]));
  return rows.flatMap((row) => {
    const loan = byId.get(row.loanId);
    return loan === undefined ? [] : [{ row, loan }];
  });
}

const PHASES: Readonly<Partial<Record<LoanRow['state'], PortfolioLine['phase']>>> = {
  fundraising: 'raising',
  funded: 'raising',
  in_repayment: 'running',
  defaulted: 'defaulted',
};

export const lineOf = ({ row, loan }: Pair, daysPastDue: number): PortfolioLine => ({
  contributed: row.amount,
  repaid: row.received - row.recovered - row.handedBack,
  recovered: row.recovered,
  refunded: row.refunded + row.handedBack,
  forgiven: row.forgiven,
  // Settled when the loan ends; until then it is part of what is open.
  fxLoss: loan.state === 'ended_with_loss' ? row.lost : 0,
  covered: row.covered,
  phase: PHASES[loan.state] ?? 'closed',
  daysPastDue,
});

export const figuresOf = (pairs: readonly Pair[], cards: LoanCards): PortfolioFigures =>
  portfolioFigures(pairs.map((pair) => lineOf(pair, cards.daysPastDue(pair.loan))));

export function sumsOf(figures: PortfolioFigures, reLent: number): PortfolioSums {
  const { lent, repaid, recovered, refunded, forgiven, raising, outstanding, late, lost, covered } = figures;
  return { lent, repaid, recovered, refunded, forgiven, raising, outstanding, late, lost, covered, reLent };
}

/** By what a portfolio is divided. */
export type Division = 'sector' | 'country' | 'partner';

export function divisionOf(rules: Rules, division: Division, loan: LoanRow): string {
  if (division === 'partner') return loan.partner;
  const person = rules.entrepreneurs.get(loan.entrepreneur);
  return division === 'country' ? (person?.country ?? '') : ((person?.sector ?? 'services') satisfies Sector);
}
