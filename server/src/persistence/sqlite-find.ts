import { type Kysely, type RawBuilder, sql } from 'kysely';
import { columnName, type Rows, TABLES, type TableName } from '../application/store/tables.ts';
import type { Schema } from './schema.ts';

/** `id, village_id AS "villageId", …` of a table, under an alias. */
export const fields = (table: TableName, alias: string): RawBuilder<unknown> =>
  sql.join(
    (TABLES[table].columns as readonly string[]).map(
      (p) => sql`${sql.ref(`${alias}.${columnName(p)}`)} AS ${sql.ref(p)}`,
    ),
  );

/** `SELECT every column FROM table AS t <rest>`, as our rows. */
export async function find<T extends TableName>(
  db: Kysely<Schema>,
  table: T,
  rest: RawBuilder<unknown>,
): Promise<Rows[T][]> {
  const query = sql<Rows[T]>`SELECT ${fields(table, 't')} FROM ${sql.table(TABLES[table].name)} AS t ${rest}`;
  return (await query.execute(db)).rows;
}
