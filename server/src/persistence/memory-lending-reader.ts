import { type LendingReader, MOVEMENT_KINDS, OVER_STATES } from '../application/store/lending-reader.ts';
import type { Rows, TableName } from '../application/store/tables.ts';

type Tables = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> };
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** The same questions of lending over the store in memory. */
export function memoryLendingReader(tables: Tables): LendingReader {
  const all = <T extends TableName>(table: T): Rows[T][] => [...tables[table].values()];
  const loansOf = (villageId: string) => all('loan').filter((loan) => loan.villageId === villageId);
  return {
    followers: async (loanIds) =>
      all('follow')
        .filter(({ loanId, following }) => following === 1 && loanIds.includes(loanId))
        .map(({ loanId, playerId }) => ({ loanId, playerId })),
    activeAutoLenders: async () =>
      all('autoLend')
        .filter(({ active }) => active === 1)
        .map(({ playerId }) => playerId)
        .sort(),
    autoLendLines: async (playerId, limit) =>
      all('autoLendLine')
        .filter((line) => line.playerId === playerId)
        .sort((a, b) => b.id - a.id)
        .slice(0, limit),
    newsOf: async (loanIds, kinds, before, limit) =>
      all('loanEvent')
        .filter(({ id, loanId, kind }) => id < before && loanIds.includes(loanId) && kinds.includes(kind))
        .sort((a, b) => b.id - a.id)
        .slice(0, limit),
    closedLoans: async (villageId, limit) =>
      loansOf(villageId)
        .filter(({ state }) => OVER_STATES.includes(state))
        .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0) || byId(a, b))
        .slice(0, limit),
    latestLoans: async (villageId, limit) =>
      loansOf(villageId)
        .sort((a, b) => b.openedAt - a.openedAt || byId(a, b))
        .slice(0, limit),
    loanCounts: async (villageId) =>
      [...Map.groupBy(loansOf(villageId), ({ entrepreneur, state }) => `${entrepreneur} ${state}`).values()].map(
        (loans) => ({
          entrepreneur: loans[0]?.entrepreneur ?? '',
          state: loans[0]?.state ?? 'draft',
          loans: loans.length,
        }),
      ),
    recentLenders: async (limit) =>
      all('player')
        .filter(({ id, deletedAt }) => deletedAt === null && (tables.lender.get(id)?.lent ?? 0) > 0)
        .sort((a, b) => b.seenAt - a.seenAt || byId(a, b))
        .slice(0, limit)
        .map(({ id }) => id),
    lenderMovements: async (wallet, after, limit) =>
      all('transfer')
        .filter(({ id, debit, credit }) => id > after && (debit === wallet || credit === wallet))
        .filter(({ kind }) => (MOVEMENT_KINDS as readonly string[]).includes(kind))
        .flatMap(({ id, kind, amount, batchId }) => {
          const batch = tables.batch.get(String(batchId));
          if (batch === undefined || batch.loanId === null) return [];
          return [{ id, kind, amount, sim: batch.sim, loanId: batch.loanId, key: batch.key }];
        })
        .sort((a, b) => a.id - b.id)
        .slice(0, limit),
  };
}
