import type { Store } from '@bloomvale/server/application/store/store';
import { committingStore } from '../../support/committing-store.ts';

/** Rows written so far, by table; a row written twice counts twice. */
export type RowCounts = Record<string, number>;

/** Counts what a store is told to write, and tells after each commit. Everything else passes through. */
export function countedStore(store: Store, counts: RowCounts, committed: () => void = () => undefined): Store {
  return committingStore(store, async (unit, set) => {
    await unit.commit(set);
    for (const [table, rows] of Object.entries({ ...set.kept, ...set.added }))
      counts[table] = (counts[table] ?? 0) + rows.length;
    committed();
  });
}
