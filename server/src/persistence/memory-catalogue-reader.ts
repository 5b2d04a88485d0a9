import type { CatalogueReader } from '../application/store/catalogue-reader.ts';
import type { Rows, TableName } from '../application/store/tables.ts';

type Tables = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> };

const newest = (a: { readonly id: number }, b: { readonly id: number }): number => b.id - a.id;

/** The console's questions over the store in memory. */
export function memoryCatalogueReader(tables: Tables): CatalogueReader {
  return {
    versions: async (before, limit) =>
      [...tables.catalogueVersion.values()]
        .filter(({ number }) => before === null || number < before)
        .sort((a, b) => b.number - a.number)
        .slice(0, limit)
        .map(({ content: _, ...line }) => line),
    versionByHash: async (hash) =>
      [...tables.catalogueVersion.values()].filter((row) => row.hash === hash).sort((a, b) => b.number - a.number)[0] ??
      null,
    drafts: async (states, limit) =>
      [...tables.catalogueDraft.values()]
        .filter(({ state }) => states.includes(state))
        .sort((a, b) => b.updatedAt - a.updatedAt || b.id - a.id)
        .slice(0, limit)
        .map(({ changes: _, ...line }) => line),
    proposals: async (states, before, limit) =>
      [...tables.proposal.values()]
        .filter(({ state, id }) => states.includes(state) && (before === null || id < before))
        .sort(newest)
        .slice(0, limit),
    dueProposals: async (at, limit) =>
      [...tables.proposal.values()]
        .filter(({ state, dueAt }) => state === 'scheduled' && dueAt !== null && dueAt <= at)
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.id - b.id)
        .slice(0, limit),
    auditLines: async (search, before, limit) =>
      [...tables.auditLine.values()]
        .filter((line) => before === null || line.id < before)
        .filter(({ actorName, action, subject }) =>
          [actorName, action, subject].some((text) => text.toLowerCase().includes(search.toLowerCase())),
        )
        .sort(newest)
        .slice(0, limit),
    loansUnderWay: async () =>
      [...tables.loan.values()]
        .filter(({ state }) => ['fundraising', 'funded', 'in_repayment'].includes(state))
        .map(({ entrepreneur, state, lenders }) => ({
          entrepreneur,
          open: state === 'fundraising',
          lent: lenders > 0,
          loans: 1,
        })),
    unlentLoans: async (villageId) =>
      [...tables.loan.values()]
        .filter((loan) => loan.villageId === villageId && loan.state === 'fundraising' && loan.lenders === 0)
        .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1)),
  };
}
