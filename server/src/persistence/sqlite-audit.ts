import type { DatabaseSync } from 'node:sqlite';
import type { AuditSource } from '../application/store/store.ts';
import { columnName, type Rows, TABLES, type TableName } from '../application/store/tables.ts';
import { openReadOnly } from './open-database.ts';
import { storeError } from './sqlite-errors.ts';

const fields = (table: TableName, alias: string): string =>
  (TABLES[table].columns as readonly string[])
    .map((property) => `${alias}."${columnName(property)}" AS "${property}"`)
    .join(', ');

const all = (table: TableName, order = ''): string =>
  `SELECT ${fields(table, 't')} FROM "${TABLES[table].name}" AS t ${order}`;

/** A consistent picture of a database file, over a connection of its own: what is committed meanwhile does not show in it. */
export function sqliteAudit(file: string): AuditSource {
  const database = openReadOnly(file);
  database.exec('BEGIN');
  const rows = <T extends TableName>(text: string): Iterable<Rows[T]> => streamed(database, text, file);
  return {
    accounts: () => rows<'account'>(all('account')),
    batches: () => rows<'batch'>(all('batch', 'ORDER BY t.id')),
    transfers: () =>
      streamed(
        database,
        `SELECT ${fields('transfer', 't')}, b.key AS "batchKey" FROM transfer AS t JOIN batch AS b ON b.id = t.batch_id ORDER BY t.id`,
        file,
      ),
    loans: () => rows<'loan'>(all('loan')),
    contributions: () => rows<'contribution'>(all('contribution')),
    lenders: () => rows<'lender'>(all('lender')),
    households: () => rows<'household'>(all('household')),
    ownLoans: () => rows<'ownLoan'>(all('ownLoan')),
    goods: () => rows<'goods'>(all('goods', 'ORDER BY t.id')),
    stallCaps: () => stallCaps(database, file),
    close: () => database.close(),
  };
}

function stallCaps(database: DatabaseSync, file: string): number[] {
  // A backup of an earlier release has no versions yet.
  const known = database.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'catalogue_version'`).get();
  if (known?.n === 0) return [];
  const caps = streamed<{ cap: number }>(
    database,
    `SELECT DISTINCT json_extract(content, '$.economy.stallDailyCap') AS cap FROM catalogue_version`,
    file,
  );
  return [...caps].map(({ cap }) => cap);
}

/** Every pass prepares its own statement: two passes over one table may run side by side. */
function* streamed<R>(database: DatabaseSync, text: string, file: string): Generator<R> {
  try {
    for (const row of database.prepare(text).iterate()) yield row as R;
  } catch (cause) {
    throw storeError(cause, file);
  }
}
