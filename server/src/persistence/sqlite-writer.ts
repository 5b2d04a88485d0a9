import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { Pruner } from '../application/store/store.ts';
import { kyselyDatabase } from './node-sqlite.ts';
import type { Schema } from './schema.ts';
import { storeError } from './sqlite-errors.ts';
import { seal } from './sqlite-seal.ts';
import { StatementShapes } from './statement-shapes.ts';
import type { WriteStatement } from './write-statements.ts';

type Prunable = Parameters<Pruner['prune']>[0];

/** Everything that writes. One at a time; each call is a transaction of its own. @throws StoreError from any of them. */
export interface Writer {
  /** Durable once it resolves; nothing is kept when it rejects. */
  commit(statements: readonly WriteStatement[]): Promise<void>;
  prune(table: Prunable, before: Instant, limit: number): Promise<number>;
  seal(at: Instant): Promise<void>;
  close(): Promise<void>;
}

/** The writing connection. Statements run one after another without a turn of the event loop between BEGIN and COMMIT. */
export class SqliteWriter implements Writer {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #statements: SqliteDatabase;
  readonly #shapes: StatementShapes;

  /** Takes the connection over. */
  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#file = file;
    this.#statements = kyselyDatabase(database, file);
    this.#shapes = new StatementShapes(kyselyOver(database, file));
  }

  async commit(statements: readonly WriteStatement[]): Promise<void> {
    this.#transaction(() => {
      for (const { table, rows, replace, parameters } of statements) {
        this.#statements.prepare(this.#shapes.insert(table, rows, replace).sql).run(parameters);
      }
    });
  }

  async prune(table: Prunable, before: Instant, limit: number): Promise<number> {
    return this.#transaction(() => {
      const text = `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE at < ? ORDER BY at LIMIT ?)`;
      return Number(this.#statements.prepare(text).run([before, limit]).changes);
    });
  }

  async seal(at: Instant): Promise<void> {
    this.#transaction(() => seal(this.#database, at));
  }

  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  #transaction<T>(work: () => T): T {
    try {
      this.#statements.prepare('BEGIN IMMEDIATE').run([]);
      const value = work();
      this.#statements.prepare('COMMIT').run([]);
      return value;
    } catch (cause) {
      // A full disk may have rolled back by itself; then there is nothing left to undo.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw storeError(cause, this.#file);
    }
  }
}

export const kyselyOver = (database: DatabaseSync, file: string): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database: kyselyDatabase(database, file) }) });
