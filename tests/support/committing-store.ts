import type { Store, Unit, WriteSet } from '@bloomvale/server/application/store/store';

/** A store whose commits go by way of `commit`, which may count, refuse or pass them on. Everything else passes through. */
export function committingStore(store: Store, commit: (unit: Unit, set: WriteSet) => Promise<void>): Store {
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
        commit: (set) => commit(unit, set),
      };
    },
  };
}
