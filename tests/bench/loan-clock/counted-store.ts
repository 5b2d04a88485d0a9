import type { Store } from '@bloomvale/server/application/store/store';

/** Rows written so far, by table; a row written twice counts twice. */
export type RowCounts = Record<string, number>;

/** Counts what a store is told to write, and tells after each commit. Everything else passes through. */
export function countedStore(store: Store, counts: RowCounts, committed: () => void = () => undefined): Store {
  return {
    reader: store.reader,
    pruner: store.pruner,
    sealer: store.sealer,
    audit: () => store.audit(),
    close: () => store.close(),
    async begin() {
      const unit = await store.begin();
      return {
        load: (table, keys) => unit.load(table, keys),
        rollback: () => unit.rollback(),
        async commit(set) {
          await unit.commit(set);
          for (const [table, rows] of Object.entries({ ...set.kept, ...set.added }))
            counts[table] = (counts[table] ?? 0) + rows.length;
          committed();
        },
      };
    },
  };
}
