import type { DatabaseSync } from 'node:sqlite';
import { invariant } from '@bloomvale/shared/result';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import type { AuditSource, Key, Pruner, Reader, Sealer, Store, Unit, WriteSet } from '../application/store/store.ts';
import { type KeptRows, type KeptTable, TABLES, type TableName } from '../application/store/tables.ts';
import { migrate } from './migrate.ts';
import { kyselyDatabase } from './node-sqlite.ts';
import { databaseFile, openDatabase, openReadOnly } from './open-database.ts';
import type { Schema } from './schema.ts';
import { sqliteAudit } from './sqlite-audit.ts';
import { sqlitePruner } from './sqlite-pruner.ts';
import { sqliteReader } from './sqlite-reader.ts';
import { sqliteSealer } from './sqlite-sealer.ts';
import { keyChunks, plain, rowChunks, StatementShapes } from './statement-shapes.ts';

/** Referenced tables first: foreign keys are checked row by row. */
const WRITE_ORDER: readonly TableName[] = [
  'meta',
  'clockSegment',
  'season',
  'village',
  'player',
  'household',
  'lender',
  'block',
  'report',
  'account',
  'batch',
  'transfer',
  'loan',
  'contribution',
  'loanEvent',
  'goods',
  'command',
  'outbox',
];

const isKept = (table: TableName): table is KeptTable => {
  const kept: Record<KeptTable, true> = {
    player: true,
    household: true,
    lender: true,
    account: true,
    loan: true,
    contribution: true,
    village: true,
    block: true,
    season: true,
    meta: true,
    command: true,
  };
  return table in kept;
};

export const kyselyOver = (database: DatabaseSync, file: string): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database: kyselyDatabase(database, file) }) });

/**
 * The embedded store: one file, one writing connection for the bus, one reading connection for everybody else (it sees committed
 * rows only, also while a group is open). WAL and `synchronous=FULL`: what `commit` acknowledged survives a power cut.
 */
export class SqliteStore implements Store {
  readonly reader: Reader;
  readonly pruner: Pruner;
  readonly sealer: Sealer;
  readonly #file: string;
  readonly #connections: readonly DatabaseSync[];
  readonly #writer: Kysely<Schema>;
  readonly #readers: Kysely<Schema>;
  readonly #shapes: StatementShapes;
  #open = false;

  /** Takes both connections over: `close` closes them. */
  constructor(file: string, writing: DatabaseSync, reading: DatabaseSync) {
    this.#file = file;
    this.#connections = [reading, writing];
    const writer = kyselyOver(writing, file);
    const readers = kyselyOver(reading, file);
    this.#writer = writer;
    this.#readers = readers;
    this.#shapes = new StatementShapes(writer);
    this.reader = sqliteReader(readers);
    this.pruner = sqlitePruner(writer, () => !this.#open);
    this.sealer = sqliteSealer(writer);
  }

  async begin(): Promise<Unit> {
    invariant(!this.#open, 'a unit of work is open already');
    await this.#run(plain('BEGIN IMMEDIATE'));
    this.#open = true;
    return {
      load: (table, keys) => this.#load(table, keys),
      write: (set) => this.#write(set),
      commit: () => this.#end('COMMIT'),
      rollback: () => this.#rollback(),
    };
  }

  audit(): AuditSource {
    return sqliteAudit(this.#file);
  }

  async close(): Promise<void> {
    await this.#readers.destroy();
    await this.#writer.destroy();
    // Kysely leaves a connection open that it was never asked to use.
    for (const connection of this.#connections) if (connection.isOpen) connection.close();
  }

  #run(query: CompiledQuery) {
    return this.#writer.executeQuery(query);
  }

  async #load<T extends KeptTable>(table: T, keys: readonly Key[]): Promise<readonly KeptRows[T][]> {
    const rows: KeptRows[T][] = [];
    for (const chunk of keyChunks(keys)) {
      const found = await this.#run(this.#shapes.select(table, chunk));
      for (const row of found.rows) rows.push(row as KeptRows[T]);
    }
    return rows;
  }

  async #write({ kept, added }: WriteSet): Promise<void> {
    for (const table of WRITE_ORDER) {
      const replace = isKept(table);
      const rows: readonly object[] = (replace ? kept[table] : added[table as keyof typeof added]) ?? [];
      for (const chunk of rowChunks(rows)) await this.#run(this.#shapes.insert(table, chunk, replace));
    }
  }

  async #end(verb: 'COMMIT'): Promise<void> {
    await this.#run(plain(verb));
    this.#open = false;
  }

  async #rollback(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    // A full disk may have rolled back by itself; then there is nothing left to undo.
    await this.#run(plain('ROLLBACK')).catch(() => undefined);
  }
}

/**
 * Opens the store of a data folder, creating and upgrading it as needed.
 * @throws StoreError: see its codes.
 */
export function openSqliteStore(folder: string, now: number): SqliteStore {
  invariant(WRITE_ORDER.length === Object.keys(TABLES).length, 'every table has its place in the write order');
  const file = databaseFile(folder);
  const database = openDatabase(file);
  try {
    migrate(database, file, now);
    return new SqliteStore(file, database, openReadOnly(file));
  } catch (cause) {
    database.close();
    throw cause;
  }
}
