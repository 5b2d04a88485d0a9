import { type Kysely, sql } from 'kysely';
import type { SealBreach, Sealer } from '../application/store/store.ts';
import type { Schema } from './schema.ts';
import { SEAL } from './sqlite-seal.ts';
import type { Writer } from './sqlite-writer.ts';

const lastSeal = async (db: Kysely<Schema>): Promise<number | null> => {
  const row = await db.selectFrom('meta').select('value').where('key', '=', SEAL).executeTakeFirst();
  return row === undefined ? null : Number(row.value);
};

/** Checks by adding up the transfers since the last seal; seals through the writing connection. */
export const sqliteSealer = (db: Kysely<Schema>, writer: Writer): Sealer => ({
  sealedAt: () => lastSeal(db),
  async breaches(limit) {
    const since = (await lastSeal(db)) ?? 0;
    const { rows } = await sql<BreachRow>`SELECT * FROM (
      SELECT a.id, a.debits AS "storedDebits", a.credits AS "storedCredits",
        coalesce(s.debits, 0) + coalesce(d.total, 0) AS "rebuiltDebits",
        coalesce(s.credits, 0) + coalesce(c.total, 0) AS "rebuiltCredits"
      FROM account AS a
      LEFT JOIN account_seal AS s ON s.id = a.id
      LEFT JOIN (SELECT debit, sum(amount) AS total FROM transfer WHERE id > ${since} GROUP BY debit) AS d ON d.debit = a.id
      LEFT JOIN (SELECT credit, sum(amount) AS total FROM transfer WHERE id > ${since} GROUP BY credit) AS c ON c.credit = a.id
    ) AS t WHERE "storedDebits" <> "rebuiltDebits" OR "storedCredits" <> "rebuiltCredits" LIMIT ${limit}`.execute(db);
    return rows.map(breachOf);
  },
  seal: (at) => writer.seal(at),
});

type BreachRow = {
  readonly id: string;
  readonly storedDebits: number;
  readonly storedCredits: number;
  readonly rebuiltDebits: number;
  readonly rebuiltCredits: number;
};

const breachOf = (row: BreachRow): SealBreach => ({
  account: row.id,
  stored: { debits: row.storedDebits, credits: row.storedCredits },
  rebuilt: { debits: row.rebuiltDebits, credits: row.rebuiltCredits },
});
