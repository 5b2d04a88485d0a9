import { OVER_STATES } from '../application/store/lending-reader.ts';
import type { LiveReader } from '../application/store/live-reader.ts';
import type { Rows, TableName } from '../application/store/tables.ts';

type Tables = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> };
const byId = (a: { readonly id: number }, b: { readonly id: number }): number => a.id - b.id;
const within = (at: number | null, from: number, to: number): boolean => at !== null && at >= from && at < to;

/** The live page's questions over the store in memory. */
export function memoryLiveReader(tables: Tables): LiveReader {
  const loans = () => [...tables.loan.values()];
  return {
    batchFrom: async (id) =>
      [...tables.batch.values()]
        .sort(byId)
        .filter((row) => row.id >= id)
        .map(({ id: first, at }) => ({ id: first, at }))[0] ?? null,
    movementsAfter: async (id, limit) =>
      [...tables.transfer.values()]
        .sort(byId)
        .filter((row) => row.id > id)
        .slice(0, limit)
        .map(({ id: number, kind, debit, credit, amount, batchId }) => ({
          ...{ id: number, kind, debit, credit, amount },
          at: tables.batch.get(String(batchId))?.at ?? 0,
        })),
    runningLoans: async (after, limit) =>
      loans()
        .filter(({ id, state }) => state === 'in_repayment' && id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    wealthAfter: async (account, limit) =>
      [...tables.player.values()]
        .map((player) => ({ player, row: tables.account.get(`wallet:${player.id}`) }))
        .flatMap(({ player, row }) =>
          row === undefined || row.id <= account
            ? []
            : {
                account: row.id,
                wallet: row.credits - row.debits,
                lent: tables.lender.get(player.id)?.outstanding ?? 0,
                seenAt: player.seenAt,
                deleted: player.deletedAt !== null,
              },
        )
        .sort((a, b) => (a.account < b.account ? -1 : 1))
        .slice(0, limit),
    loanOutcomes: async (from, to) => {
      const closed = loans().filter(({ closedAt }) => within(closedAt, from, to));
      const over = closed.filter(({ state }) => OVER_STATES.includes(state));
      const sum = (of: (loan: Rows['loan']) => number): number => over.reduce((total, loan) => total + of(loan), 0);
      return {
        funded: loans().filter(({ fundedAt, starter }) => starter === 0 && within(fundedAt, from, to)).length,
        expired: closed.filter(({ state, starter }) => starter === 0 && state === 'expired').length,
        ended: sum(({ principal }) => principal),
        defaultLoss: sum(({ writtenOff, recovered }) => writtenOff - recovered),
        fxLoss: sum(({ fxLoss }) => fxLoss),
        lifeWeight: sum(({ principal, closedAt, disbursedAt }) => principal * ((closedAt ?? 0) - (disbursedAt ?? 0))),
      };
    },
    fundingTimes: async (from, to, limit) =>
      loans()
        .filter(({ fundedAt, starter }) => starter === 0 && within(fundedAt, from, to))
        .sort((a, b) => (b.fundedAt ?? 0) - (a.fundedAt ?? 0))
        .slice(0, limit)
        .map(({ fundedAt, openedAt }) => (fundedAt ?? 0) - openedAt),
    samplesSince: async (from, limit) =>
      [...tables.liveSample.values()]
        .filter(({ at }) => at >= from)
        .sort((a, b) => a.at - b.at)
        .slice(0, limit),
  };
}
