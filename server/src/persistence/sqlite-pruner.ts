import { type Kysely, sql } from 'kysely';
import type { Pruner } from '../application/store/store.ts';
import type { Schema } from './schema.ts';

/** Deletes old rows on the writing connection, between two groups only (`idle`), a bounded number a time. */
export const sqlitePruner = (db: Kysely<Schema>, idle: () => boolean): Pruner => ({
  async prune(table, before, limit) {
    if (!idle()) return 0;
    const result = await sql`DELETE FROM ${sql.table(table)} WHERE id IN (
      SELECT id FROM ${sql.table(table)} WHERE at < ${before} ORDER BY at LIMIT ${limit})`.execute(db);
    return Number(result.numAffectedRows ?? 0n);
  },
});
