import { type Kysely, sql } from 'kysely';
import type { LiveReader, LoanOutcomes, Movement, Wealth } from '../application/store/live-reader.ts';
import type { Schema } from './schema.ts';
import { find } from './sqlite-find.ts';

type Funded = Pick<LoanOutcomes, 'funded'>;
type Closed = Omit<LoanOutcomes, 'funded'>;

/** What the live page asks of the store. */
export const sqliteLiveReader = (db: Kysely<Schema>): LiveReader => ({
  async batchFrom(id) {
    const { rows } = await sql<{ id: number; at: number }>`SELECT id, at FROM batch WHERE id >= ${id}
      ORDER BY id LIMIT 1`.execute(db);
    return rows[0] ?? null;
  },
  async movementsAfter(id, limit) {
    const { rows } = await sql<Movement>`SELECT x.id, x.kind, x.debit, x.credit, x.amount, b.at
      FROM transfer AS x JOIN batch AS b ON b.id = x.batch_id WHERE x.id > ${id} ORDER BY x.id LIMIT ${limit}`.execute(
      db,
    );
    return rows;
  },
  runningLoans: (after, limit) =>
    find(db, 'loan', sql`WHERE t.state = 'in_repayment' AND t.id > ${after} ORDER BY t.id LIMIT ${limit}`),
  async wealthAfter(account, limit) {
    const { rows } = await sql<Omit<Wealth, 'deleted'> & { deleted: number }>`
      SELECT a.id AS account, a.credits - a.debits AS wallet, coalesce(l.outstanding, 0) AS lent, p.seen_at AS "seenAt",
        p.deleted_at IS NOT NULL AS deleted
      FROM account AS a JOIN player AS p ON p.id = substr(a.id, 8) LEFT JOIN lender AS l ON l.player_id = p.id
      WHERE a.id > ${account} AND a.id >= 'wallet:' AND a.id < 'wallet;' ORDER BY a.id LIMIT ${limit}`.execute(db);
    return rows.map((row) => ({ ...row, deleted: row.deleted !== 0 }));
  },
  async loanOutcomes(from, to) {
    const [funded, closed] = await Promise.all([
      sql<Funded>`SELECT count(*) AS funded FROM loan WHERE funded_at >= ${from} AND funded_at < ${to} AND starter = 0`.execute(
        db,
      ),
      // Sums of products leave the safe integers: as floating point they are exact enough for a mean.
      sql<Closed>`SELECT
        count(CASE WHEN state = 'expired' AND starter = 0 THEN 1 END) AS expired,
        coalesce(sum(CASE WHEN over THEN principal END), 0) AS ended,
        coalesce(sum(CASE WHEN over THEN written_off - recovered END), 0) AS "defaultLoss",
        coalesce(sum(CASE WHEN over THEN fx_loss END), 0) AS "fxLoss",
        coalesce(sum(CASE WHEN over THEN cast(principal AS REAL) * (closed_at - disbursed_at) END), 0.0) AS "lifeWeight"
      FROM (SELECT *, state IN ('ended', 'ended_with_loss', 'defaulted') AS over FROM loan
        WHERE closed_at >= ${from} AND closed_at < ${to}) AS l`.execute(db),
    ]);
    const none = { expired: 0, ended: 0, defaultLoss: 0, fxLoss: 0, lifeWeight: 0 };
    return { funded: funded.rows[0]?.funded ?? 0, ...(closed.rows[0] ?? none) };
  },
  async fundingTimes(from, to, limit) {
    const { rows } = await sql<{ ms: number }>`SELECT funded_at - opened_at AS ms FROM loan
      WHERE funded_at >= ${from} AND funded_at < ${to} AND starter = 0 ORDER BY funded_at DESC LIMIT ${limit}`.execute(
      db,
    );
    return rows.map(({ ms }) => ms);
  },
  samplesSince: (from, limit) => find(db, 'liveSample', sql`WHERE t.at >= ${from} ORDER BY t.at LIMIT ${limit}`),
});
