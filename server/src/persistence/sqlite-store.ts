import type { DatabaseSync } from 'node:sqlite';
import { invariant } from '@bloomvale/shared/result';
import type { Kysely } from 'kysely';
import type { AuditSource, Key, Pruner, Reader, Sealer, Store, Unit } from '../application/store/store.ts';
import type { KeptRows, KeptTable } from '../application/store/tables.ts';
import { migrate } from './migrate.ts';
import { databaseFile, openDatabase, openReadOnly } from './open-database.ts';
import type { Schema } from './schema.ts';
import { sqliteAudit } from './sqlite-audit.ts';
import { sqliteReader } from './sqlite-reader.ts';
import { sqliteSealer } from './sqlite-sealer.ts';
import { kyselyOver, SqliteWriter, type Writer } from './sqlite-writer.ts';
import { ThreadedWriter } from './threaded-writer.ts';
import { statementsOf } from './write-statements.ts';

/**
 * The embedded store: one file, one writing connection, one reading connection that sees committed rows only. WAL and
 * `synchronous=FULL`: what `commit` acknowledged survives a power cut. Commits come one at a time, and nobody else
 * writes.
 */
export class SqliteStore implements Store {
  readonly reader: Reader;
  readonly pruner: Pruner;
  readonly sealer: Sealer;
  readonly #file: string;
  readonly #reading: DatabaseSync;
  readonly #readers: Kysely<Schema>;
  readonly #writer: Writer;
  /** The unit that may still load. */
  #loading: Unit | null = null;

  /** Takes the reading connection and the writer over: `close` closes them. */
  constructor(file: string, reading: DatabaseSync, writer: Writer) {
    this.#file = file;
    this.#reading = reading;
    this.#readers = kyselyOver(reading, file);
    this.#writer = writer;
    this.reader = sqliteReader(this.#readers);
    this.pruner = { prune: (table, before, limit) => writer.prune(table, before, limit) };
    this.sealer = sqliteSealer(this.#readers, writer);
  }

  async begin(): Promise<Unit> {
    invariant(this.#loading === null, 'a unit of work is open already');
    const loaded = (): void => {
      if (this.#loading === unit) this.#loading = null;
    };
    const unit: Unit = {
      load: <T extends KeptTable>(table: T, keys: readonly Key[]) =>
        this.reader.rows(table, keys) as Promise<readonly KeptRows[T][]>,
      commit: async (set) => {
        loaded();
        await this.#writer.commit(statementsOf(set));
      },
      rollback: async () => loaded(),
    };
    this.#loading = unit;
    return unit;
  }

  audit(): AuditSource {
    return sqliteAudit(this.#file);
  }

  async close(): Promise<void> {
    await this.#readers.destroy();
    // Kysely leaves a connection open that it was never asked to use.
    if (this.#reading.isOpen) this.#reading.close();
    // Last: the last connection of a database folds its log back into it.
    await this.#writer.close();
  }
}

export type SqliteStoreOptions = {
  /** Whether writing has a thread of its own; without one everything happens in the caller's, which tests and tools prefer. */
  readonly thread?: boolean;
};

/**
 * Opens the store of a data folder, creating and upgrading it as needed.
 * @throws StoreError: see its codes.
 */
export function openSqliteStore(folder: string, now: number, { thread = true }: SqliteStoreOptions = {}): SqliteStore {
  const file = databaseFile(folder);
  const writing = openDatabase(file);
  try {
    migrate(writing, file, now);
    const reading = openReadOnly(file);
    if (!thread) return new SqliteStore(file, reading, new SqliteWriter(writing, file));
    writing.close();
    return new SqliteStore(file, reading, new ThreadedWriter(file));
  } catch (cause) {
    if (writing.isOpen) writing.close();
    throw cause;
  }
}
