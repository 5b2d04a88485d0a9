import { type Kysely, sql } from 'kysely';
import {
  type LenderMovement,
  type LendingReader,
  MOVEMENT_KINDS,
  OVER_STATES,
} from '../application/store/lending-reader.ts';
import type { Schema } from './schema.ts';
import { find } from './sqlite-find.ts';

/** Keys in one `IN`: far below SQLite's limit of 32 766 parameters. */
const IN_MAX = 5_000;

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += IN_MAX) yield items.slice(at, at + IN_MAX);
}

/** What only lending asks of the store. */
export const sqliteLendingReader = (db: Kysely<Schema>): LendingReader => ({
  async followers(loanIds) {
    const found: { loanId: string; playerId: string }[] = [];
    for (const part of chunks(loanIds)) {
      const rows = db
        .selectFrom('follow')
        .select(['loan_id as loanId', 'player_id as playerId'])
        .where('following', '=', 1)
        .where('loan_id', 'in', [...part]);
      found.push(...(await rows.execute()));
    }
    return found;
  },
  async activeAutoLenders() {
    const rows = await db
      .selectFrom('auto_lend')
      .select('player_id')
      .where('active', '=', 1)
      .orderBy('player_id')
      .execute();
    return rows.map((row) => row.player_id);
  },
  autoLendLines: (playerId, limit) =>
    find(db, 'autoLendLine', sql`WHERE t.player_id = ${playerId} ORDER BY t.id DESC LIMIT ${limit}`),
  async newsOf(loanIds, kinds, before, limit) {
    const found = [];
    for (const part of chunks(loanIds)) {
      const where = sql`WHERE t.loan_id IN (${sql.join([...part])}) AND t.kind IN (${sql.join([...kinds])})`;
      found.push(
        ...(await find(db, 'loanEvent', sql`${where} AND t.id < ${before} ORDER BY t.id DESC LIMIT ${limit}`)),
      );
    }
    return found.sort((a, b) => b.id - a.id).slice(0, limit);
  },
  closedLoans: (villageId, limit) =>
    find(
      db,
      'loan',
      sql`WHERE t.village_id = ${villageId} AND t.state IN (${sql.join([...OVER_STATES])})
        ORDER BY t.closed_at DESC, t.id LIMIT ${limit}`,
    ),
  latestLoans: (villageId, limit) =>
    find(db, 'loan', sql`WHERE t.village_id = ${villageId} ORDER BY t.opened_at DESC, t.id LIMIT ${limit}`),
  async loanCounts(villageId) {
    const rows = await db
      .selectFrom('loan')
      .select(({ fn }) => ['entrepreneur', 'state', fn.countAll<number>().as('loans')])
      .where('village_id', '=', villageId)
      .groupBy(['entrepreneur', 'state'])
      .execute();
    return rows.map((row) => ({ ...row, loans: Number(row.loans) }));
  },
  async recentLenders(limit) {
    const { rows } = await sql<{ id: string }>`SELECT p.id FROM player AS p JOIN lender AS n ON n.player_id = p.id
      WHERE p.deleted_at IS NULL AND n.lent > 0 ORDER BY p.seen_at DESC, p.id LIMIT ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
  async lenderMovements(wallet, after, limit) {
    const side = (column: 'debit' | 'credit') => sql`SELECT * FROM (
      SELECT x.id, x.kind, x.amount, b.sim, b.loan_id AS "loanId", b.key
      FROM transfer AS x JOIN batch AS b ON b.id = x.batch_id
      WHERE ${sql.ref(`x.${column}`)} = ${wallet}
        AND ${sql.ref(`x.${column}`)} >= 'wallet:' AND ${sql.ref(`x.${column}`)} < 'wallet;'
        AND x.id > ${after} AND x.kind IN (${sql.join([...MOVEMENT_KINDS])}) AND b.loan_id IS NOT NULL
      ORDER BY x.id LIMIT ${limit}) AS ${sql.ref(column)}`;
    const { rows } = await sql<LenderMovement>`${side('debit')} UNION ALL ${side('credit')}
      ORDER BY id LIMIT ${limit}`.execute(db);
    return rows;
  },
});
