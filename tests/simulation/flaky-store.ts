import type { Store, Unit } from '@bloomvale/server/application/store/store';
import { StoreError } from '@bloomvale/server/application/store/store-error';

/**
 * A store whose commits fail when `fails` says so: nothing of the group is kept, as after a full disk or a lost connection. Closing it
 * leaves the real one open for the next server.
 */
export function flakyStore(store: Store, fails: () => boolean): Store {
  return {
    reader: store.reader,
    pruner: store.pruner,
    sealer: store.sealer,
    audit: () => store.audit(),
    close: async () => undefined,
    begin: async () => flakyUnit(await store.begin(), fails),
  };
}

const flakyUnit = (unit: Unit, fails: () => boolean): Unit => ({
  load: (table, keys) => unit.load(table, keys),
  rollback: () => unit.rollback(),
  commit: async (set) => {
    if (fails()) throw new StoreError('IO', 'the simulated disk failed');
    await unit.commit(set);
  },
});
