import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { storeError } from './sqlite-errors.ts';

/** Statement texts kept prepared. The game has about a hundred shapes; more would mean that a text is built from data. */
export const STATEMENTS_KEPT = 512;

type Bound = null | number | bigint | string | Uint8Array;

const prepared = (statement: StatementSync, file: string): SqliteStatement => {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw storeError(cause, file);
    }
  };
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => guard(() => statement.all(...(parameters as Bound[]))),
    run: (parameters) => guard(() => statement.run(...(parameters as Bound[]))),
    iterate: (parameters) => guard(() => statement.iterate(...(parameters as Bound[]))),
  };
};

/**
 * `node:sqlite` as Kysely's SQLite dialect expects a database: statements prepared once by text, least recently used ones dropped.
 * Integers beyond 2^53 - 1 are refused on reading by `node:sqlite` itself.
 */
export function kyselyDatabase(database: DatabaseSync, file: string): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const found = cache.get(text);
      if (found !== undefined) {
        cache.delete(text);
        cache.set(text, found);
        return found;
      }
      const made = prepareOrExplain(database, text, file);
      cache.set(text, made);
      if (cache.size > STATEMENTS_KEPT) cache.delete(cache.keys().next().value as string);
      return made;
    },
  };
}

function prepareOrExplain(database: DatabaseSync, text: string, file: string): SqliteStatement {
  try {
    return prepared(database.prepare(text), file);
  } catch (cause) {
    throw storeError(cause, file);
  }
}
