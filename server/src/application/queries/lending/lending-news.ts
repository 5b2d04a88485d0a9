import { type LoanNewsKind, type LoanNewsPage, NEWS_KINDS } from '@bloomvale/shared/protocol/lending-views';
import { STATEMENT_PAGE } from '@bloomvale/shared/protocol/limits';
import { publicData } from '../../lending/loan-changes.ts';
import type { Reader } from '../../store/store.ts';

/** News of the loans a player lent to or follows, newest first. */
export async function lendingNews(
  reader: Reader,
  playerId: string,
  seen: number,
  before: number | null,
): Promise<LoanNewsPage> {
  const [parts, follows] = await Promise.all([
    reader.contributionsOfPlayer(playerId),
    reader.rows('follow', [playerId]),
  ]);
  const lent = new Set(parts.filter(({ amount }) => amount > 0).map(({ loanId }) => loanId));
  const followed = new Set(follows.filter(({ following }) => following === 1).map(({ loanId }) => loanId));
  const loanIds = [...new Set([...lent, ...followed])];
  const events = await reader.newsOf(loanIds, NEWS_KINDS, before ?? Number.MAX_SAFE_INTEGER, STATEMENT_PAGE + 1);
  const page = events.slice(0, STATEMENT_PAGE);
  const loans = await reader.rows('loan', [...new Set(page.map(({ loanId }) => loanId))]);
  const byId = new Map(loans.map((loan) => [loan.id, loan]));
  return {
    lines: page.flatMap(({ id, at, loanId, kind, data }) => {
      const loan = byId.get(loanId);
      if (loan === undefined) return [];
      return [
        {
          id,
          at,
          loanId,
          entrepreneur: loan.entrepreneur,
          name: loan.shortName,
          kind: kind as LoanNewsKind,
          data: publicData(JSON.parse(data) as Record<string, string | number>),
          lent: lent.has(loanId),
          followed: followed.has(loanId),
        },
      ];
    }),
    before: events.length > STATEMENT_PAGE ? (page.at(-1)?.id ?? null) : null,
    seen,
  };
}
