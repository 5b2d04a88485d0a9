import { CompiledQuery, type Kysely, sql } from 'kysely';
import { columnName, TABLES, type TableName } from '../application/store/tables.ts';
import type { Schema } from './schema.ts';

/**
 * The few statement texts the bus runs, compiled by Kysely once each and then only given new parameters: building a query costs ten
 * times what running it does (measured: 8 to 12 k lends a second built anew, 16 k and more compiled once).
 *
 * Rows go in chunks of fixed sizes, so that the number of texts stays small and each stays prepared.
 */
export const ROW_CHUNKS = [256, 128, 64, 32, 16, 8, 4, 2, 1] as const;
export const KEY_CHUNKS = [1, 4, 16, 64, 256] as const;

type Value = string | number | null;
type Shape = 'insert' | 'upsert' | 'select';

const sqlTable = (table: TableName): keyof Schema => TABLES[table].name as keyof Schema;

/** Splits a list into the chunk sizes, largest first: 70 rows are 64 + 4 + 2. */
export function* rowChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  let at = 0;
  for (const size of ROW_CHUNKS) {
    for (; rows.length - at >= size; at += size) yield rows.slice(at, at + size);
  }
}

/** Splits keys likewise, but pads the last chunk by repeating its last key: a repeated key costs nothing in `IN`. */
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
  /** Per table: our property of each column, in column order. */
  readonly #properties = new Map<TableName, readonly string[]>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
    for (const table of Object.keys(TABLES) as TableName[]) this.#properties.set(table, TABLES[table].columns);
  }

  /** A statement that adds these rows; `rows.length` is one of `ROW_CHUNKS`. */
  insert(table: TableName, rows: readonly object[], replace: boolean): CompiledQuery {
    const shape = this.#shape(replace ? 'upsert' : 'insert', table, rows.length);
    return { ...shape, parameters: this.#parameters(table, rows) };
  }

  /** A statement that reads the rows of these keys; `keys.length` is one of `KEY_CHUNKS`. */
  select(table: TableName, keys: readonly (string | number)[]): CompiledQuery {
    return { ...this.#shape('select', table, keys.length), parameters: keys };
  }

  #parameters(table: TableName, rows: readonly object[]): Value[] {
    const properties = this.#properties.get(table) as readonly string[];
    const parameters: Value[] = [];
    for (const row of rows) {
      for (const property of properties) {
        const value = (row as Record<string, Value | undefined>)[property];
        // An unbound value would silently become NULL.
        if (value === undefined) throw new TypeError(`${table}.${property} is undefined`);
        parameters.push(value);
      }
    }
    return parameters;
  }

  #shape(shape: Shape, table: TableName, size: number): CompiledQuery {
    const name = `${shape} ${table} ${size}`;
    const found = this.#compiled.get(name);
    if (found !== undefined) return found;
    const made = shape === 'select' ? this.#compileSelect(table, size) : this.#compileInsert(table, size, shape);
    this.#compiled.set(name, made);
    return made;
  }

  #compileInsert(table: TableName, size: number, shape: Shape): CompiledQuery {
    const { columns, key } = TABLES[table] as { columns: readonly string[]; key: readonly string[] };
    const row = Object.fromEntries(columns.map((property) => [columnName(property), 0]));
    // The shapes are generic over tables, the schema type is not: the row types were checked where the rows were made.
    const insert = this.#db.insertInto(sqlTable(table)).values(Array(size).fill(row) as never);
    if (shape === 'insert') return insert.compile();
    const rest = columns.filter((property) => !key.includes(property)).map(columnName);
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

/** A statement without parameters. */
export const plain = (text: string): CompiledQuery => CompiledQuery.raw(text);
