import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { columnName, TABLES, type TableName } from '@bloomvale/server/application/store/tables';
import { migrate } from '@bloomvale/server/persistence/migrate';
import { openDatabase, openReadOnly } from '@bloomvale/server/persistence/open-database';
import type { RowCounts } from './counted-store.ts';

/** Rows read as patterns, and rows inserted between two commits: as many as a group of the clock writes. */
const PATTERNS = 512;
const ROWS_A_COMMIT = 12_000;

type Value = string | number | null;
type Inserts = {
  readonly table: TableName;
  readonly count: number;
  readonly rows: Value[][];
  readonly unique: number[];
};

/** The same tables with their keys and indexes, or bare columns. */
export type RawInto = 'the same tables' | 'bare tables';

/**
 * Inserts as many rows of each table as the clock wrote, with the clock's own values and keys made different, into a fresh database with the
 * game's settings: one prepared statement a table, no references looked up, nothing read or decided. Returns rows a second.
 */
export function rawRowsPerSecond(folder: string, source: string, counts: RowCounts, into: RawInto): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'raw.db');
  const database = openDatabase(file);
  if (into === 'the same tables') migrate(database, file, 0);
  database.exec('PRAGMA foreign_keys = OFF');
  let rows = 0;
  let seconds = 0;
  for (const [table, count] of Object.entries(counts) as [TableName, number][]) {
    const inserts = { table, count, rows: patternsOf(source, table), unique: uniqueColumns(table) };
    if (into === 'bare tables') database.exec(`CREATE TABLE "${TABLES[table].name}" (${columnsOf(table)})`);
    seconds += insertAll(database, inserts);
    rows += count;
  }
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return rows / seconds;
}

function insertAll(database: DatabaseSync, { table, count, rows, unique }: Inserts): number {
  const places = TABLES[table].columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO "${TABLES[table].name}" (${columnsOf(table)}) VALUES (${places})`);
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    if (i % ROWS_A_COMMIT === 0) database.exec(i === 0 ? 'BEGIN' : 'COMMIT; BEGIN');
    const row = [...(rows[i % rows.length] as Value[])];
    for (const column of unique)
      row[column] = typeof row[column] === 'number' ? 1_000_000_000 + i : `${row[column]}~${i}`;
    insert.run(...row);
  }
  database.exec('COMMIT');
  return (performance.now() - start) / 1_000;
}

const columnsOf = (table: TableName): string =>
  (TABLES[table].columns as readonly string[]).map((column) => `"${columnName(column)}"`).join(', ');

/** Places of the columns that no two rows may share. */
function uniqueColumns(table: TableName): number[] {
  const { columns, key } = TABLES[table] as { readonly columns: readonly string[]; readonly key: readonly string[] };
  return [key[0] as string, ...(table === 'batch' ? ['key'] : [])].map((column) => columns.indexOf(column));
}

function patternsOf(source: string, table: TableName): Value[][] {
  const database = openReadOnly(source);
  const rows = database.prepare(`SELECT ${columnsOf(table)} FROM "${TABLES[table].name}" LIMIT ${PATTERNS}`).all();
  database.close();
  return rows.map((row) => Object.values(row) as Value[]);
}
