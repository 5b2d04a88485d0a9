import { type Kysely, sql } from 'kysely';
import type { GrowingReader } from '../application/store/growing-reader.ts';
import type { Schema } from './schema.ts';
import { find } from './sqlite-find.ts';

/** What only borrowing, shops and letters ask of the store. */
export const sqliteGrowingReader = (db: Kysely<Schema>): GrowingReader => ({
  ownLoansOfPlayer: (playerId, limit) =>
    find(db, 'ownLoan', sql`WHERE t.player_id = ${playerId} ORDER BY t.number DESC LIMIT ${limit}`),
  loanEventsAfter: (after, kinds, limit) =>
    find(
      db,
      'loanEvent',
      sql`WHERE t.id > ${after} AND t.kind IN (${sql.join([...kinds])}) ORDER BY t.id LIMIT ${limit}`,
    ),
  lettersOfPlayer: (playerId, before, limit) =>
    find(
      db,
      'letter',
      sql`WHERE t.player_id = ${playerId} AND (t.number, t.id) < (${before?.number ?? Number.MAX_SAFE_INTEGER}, ${before?.id ?? ''})
        ORDER BY t.number DESC, t.id DESC LIMIT ${limit}`,
    ),
  visitsOfPlayer: (playerId) => find(db, 'shopVisit', sql`WHERE t.player_id = ${playerId} ORDER BY t.met_at, t.id`),
});
