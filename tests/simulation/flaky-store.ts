import type { Store, Unit } from '@bloomvale/server/application/store/store';
import { StoreError } from '@bloomvale/server/application/store/store-error';

/**
 * A store whose commits fail when `fails` says so: nothing of the group is kept, as after a full disk or a lost connection. Closing it
 * leaves the real one open for the next server.
 */
export function flakyStore(store: Store, fails: () => boolean): Store & { readonly busy: () => boolean } {
  let open = 0;
  const done = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } finally {
      open--;
    }
  };
  return {
    /** A group is being decided or written: files write on a thread of their own, in their own time. */
    busy: () => open > 0,
    reader: store.reader,
    pruner: store.pruner,
    sealer: store.sealer,
    audit: () => store.audit(),
    close: async () => undefined,
    begin: async () => {
      open++;
      return flakyUnit(await store.begin(), fails, done);
    },
  };
}

const flakyUnit = (unit: Unit, fails: () => boolean, done: (work: Promise<void>) => Promise<void>): Unit => {
  let ended = false;
  /** A commit that failed is rolled back as well: the unit ends once. */
  const end = (work: Promise<void>): Promise<void> => {
    if (ended) return work;
    ended = true;
    return done(work);
  };
  return {
    load: (table, keys) => unit.load(table, keys),
    rollback: () => end(unit.rollback()),
    commit: (set) =>
      end(fails() ? Promise.reject(new StoreError('IO', 'the simulated disk failed')) : unit.commit(set)),
  };
};
