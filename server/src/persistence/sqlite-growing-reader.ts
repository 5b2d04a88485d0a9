import { type Kysely, sql } from 'kysely';
import type { GrowingReader } from '../application/store/growing-reader.ts';
import type { Schema } from './schema.ts';
import { find } from './sqlite-find.ts';

/** What only borrowing, shops and letters ask of the store. */
export const sqliteGrowingReader = (db: Kysely<Schema>): GrowingReader => ({
  ownLoansOfPlayer: (playerId, limit) =>
    find(db, 'ownLoan', sql`WHERE t.player_id = ${playerId} ORDER BY t.number DESC LIMIT ${limit}`),
});
