import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { columnName, type Rows, TABLES, type TableName } from '../application/store/tables.ts';
import type { Schema } from './schema.ts';

/**
 * The few statement texts the bus runs, compiled by Kysely once each and then only given new parameters: building a query costs ten
 * times what running it does (measured: 8 to 12 k lends a second built anew, 16 k and more compiled once).
 */
export const KEY_CHUNKS = [1, 4, 16, 64, 256] as const;

/**
 * Columns that a row keeps for life. They are not written again when it changes: SQLite would make anew every index they stand in, and look
 * up every row they refer to.
 */
export const LIFELONG: { readonly [T in TableName]?: readonly (keyof Rows[T] & string)[] } = {
  account: ['code', 'side', 'nonneg'],
  contribution: ['playerId'],
  loan: ['villageId', 'entrepreneur', 'product', 'partner', 'season', 'commitment', 'openedAt', 'openedSim'],
  player: ['publicId', 'createdAt'],
};

const sqlTable = (table: TableName): keyof Schema => TABLES[table].name as keyof Schema;

/** Splits keys into chunks of these sizes; pads the last by repeating its last key: a repeated key costs nothing in `IN`. */
export function* keyChunks<T>(keys: readonly T[]): Generator<readonly T[]> {
  const largest = KEY_CHUNKS[KEY_CHUNKS.length - 1] as number;
  for (let at = 0; at < keys.length; at += largest) {
    const part = keys.slice(at, at + largest);
    const size = KEY_CHUNKS.find((n) => n >= part.length) ?? largest;
    yield part.concat(Array<T>(size - part.length).fill(part[part.length - 1] as T));
  }
}

export class StatementShapes {
  readonly #db: Kysely<Schema>;
  readonly #compiled = new Map<string, CompiledQuery>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** A statement that adds so many rows; with `replace`, rows whose key exists are replaced. */
  insert(table: TableName, rows: number, replace: boolean): CompiledQuery {
    return this.#once(`${replace ? 'upsert' : 'insert'} ${table} ${rows}`, () =>
      this.#compileInsert(table, rows, replace),
    );
  }

  /** A statement that reads the rows of these keys; `keys.length` is one of `KEY_CHUNKS`. */
  select(table: TableName, keys: readonly (string | number)[]): CompiledQuery {
    const shape = this.#once(`select ${table} ${keys.length}`, () => this.#compileSelect(table, keys.length));
    return { ...shape, parameters: keys };
  }

  #once(name: string, compile: () => CompiledQuery): CompiledQuery {
    const found = this.#compiled.get(name);
    if (found !== undefined) return found;
    const made = compile();
    this.#compiled.set(name, made);
    return made;
  }

  #compileInsert(table: TableName, size: number, replace: boolean): CompiledQuery {
    const { columns, key } = TABLES[table] as { columns: readonly string[]; key: readonly string[] };
    const row = Object.fromEntries(columns.map((property) => [columnName(property), 0]));
    // The shapes are generic over tables, the schema type is not: the row types were checked where the rows were made.
    const insert = this.#db.insertInto(sqlTable(table)).values(Array(size).fill(row) as never);
    if (!replace) return insert.compile();
    const kept: readonly string[] = [...key, ...(LIFELONG[table] ?? [])];
    const rest = columns.filter((property) => !kept.includes(property)).map(columnName);
    const set = Object.fromEntries(rest.map((column) => [column, sql.ref(`excluded.${column}`)]));
    return insert
      .onConflict((conflict) => conflict.columns(key.map(columnName) as never).doUpdateSet(set as never))
      .compile();
  }

  #compileSelect(table: TableName, size: number): CompiledQuery {
    const { columns, loadBy } = TABLES[table] as { columns: readonly string[]; loadBy: string };
    const selected = columns.map((property) => sql`${sql.ref(columnName(property))}`.as(property));
    return this.#db
      .selectFrom(sqlTable(table))
      .select(selected as never)
      .where(columnName(loadBy) as never, 'in', Array(size).fill('') as never)
      .compile();
  }
}
