import { type Kysely, sql } from 'kysely';
import type { SealBreach, Sealer } from '../application/store/store.ts';
import type { Schema } from './schema.ts';

/** `meta` key of the last seal: its journal number. */
const SEAL = 'seal';

const lastSeal = async (db: Kysely<Schema>): Promise<number | null> => {
  const row = await db.selectFrom('meta').select('value').where('key', '=', SEAL).executeTakeFirst();
  return row === undefined ? null : Number(row.value);
};

/** Seals by copying the totals of the accounts that moved since the last seal; checks by adding up the transfers since then. */
export const sqliteSealer = (db: Kysely<Schema>): Sealer => ({
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
  async seal(at) {
    const since = (await lastSeal(db)) ?? 0;
    await db.transaction().execute(async (tx) => {
      await sql`INSERT INTO account_seal (id, debits, credits)
        SELECT id, debits, credits FROM account WHERE id IN (
          SELECT debit FROM transfer WHERE id > ${since} UNION SELECT credit FROM transfer WHERE id > ${since})
        ON CONFLICT (id) DO UPDATE SET debits = excluded.debits, credits = excluded.credits`.execute(tx);
      const { rows } = await sql<{ last: number }>`SELECT coalesce(max(id), 0) AS last FROM transfer`.execute(tx);
      const values = [
        { key: SEAL, value: String(rows[0]?.last ?? 0) },
        { key: 'sealedAt', value: String(at) },
      ];
      await tx
        .insertInto('meta')
        .values(values)
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: (eb) => eb.ref('excluded.value') }))
        .execute();
    });
  },
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
