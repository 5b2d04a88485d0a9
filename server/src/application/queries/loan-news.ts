import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { LoanNews } from '../commands/home-catch-up.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';
import type { LoanCards } from './loan-cards.ts';

/** Wallet movements one report looks back over: months of them; beyond it the sums would start later. */
const NEWS_LINES_MAX = 10_000;

export type News = { readonly news: LoanNews; readonly horizon: number };

/**
 * What became of a player's loans after journal number `since`, from true events: postings to the wallet for what came back, the loans'
 * own events for the rest. `horizon` is the number up to which it looked.
 */
export async function loanNews(reader: Reader, cards: LoanCards, playerId: string, since: number): Promise<News> {
  // First of all: what commits while we read belongs to the next report.
  const { journal: horizon } = await reader.lastIds();
  const contributions = (await reader.contributionsOfPlayer(playerId)).filter(({ amount }) => amount > 0);
  const loanIds = contributions.map(({ loanId }) => loanId);
  const [loans, events, lines] = await Promise.all([
    reader.rows('loan', loanIds),
    reader.loanEvents(loanIds, since),
    reader.walletLines(walletOf(playerId), { after: since, before: horizon + 1, limit: NEWS_LINES_MAX }),
  ]);
  const byId = new Map(loans.map((loan) => [loan.id, loan]));
  const parts = new Map(contributions.map((row) => [row.loanId, row]));
  const happened = (kind: string) =>
    events
      .filter((event) => event.kind === kind && event.id <= horizon)
      .flatMap(({ loanId }) => byId.get(loanId) ?? []);
  const sums = (kinds: readonly string[]) => {
    const sum = new Map<string, number>();
    for (const line of lines) {
      if (line.loanId === null || !kinds.includes(line.kind)) continue;
      sum.set(line.loanId, (sum.get(line.loanId) ?? 0) + line.amount);
    }
    return [...sum].flatMap(([loanId, amount]) => {
      const loan = byId.get(loanId);
      return loan === undefined ? [] : [{ ...named(loan), amount }];
    });
  };
  return {
    horizon,
    news: {
      repaid: sums(['repay', 'recover', 'refund_running']),
      refunded: sums(['refund']),
      late: loans
        .map((loan) => ({ ...named(loan), daysPastDue: cards.daysPastDue(loan) }))
        .filter(({ daysPastDue }) => daysPastDue > 0),
      lost: [...happened('defaulted'), ...happened('ended_with_loss')].map((loan) => ({
        ...named(loan),
        amount: lostIn(parts.get(loan.id)),
      })),
      funded: happened('funded').map(named),
      ended: happened('ended').map(named),
    },
  };
}

const named = (loan: LoanRow) => ({ loanId: loan.id, name: loan.shortName });
const lostIn = (row: ContributionRow | undefined): number => row?.lost ?? 0;
