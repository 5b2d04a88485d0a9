import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '@bloomvale/shared/time/sim-clock';

/** `meta` key of the last seal: its journal number. */
export const SEAL = 'seal';
const SEALED_AT = 'sealedAt';

/** Copies the totals of the accounts that moved since the last seal. Inside a transaction of the caller's. */
export function seal(database: DatabaseSync, at: Instant): void {
  const since = Number(database.prepare('SELECT value FROM meta WHERE key = ?').get(SEAL)?.value ?? 0);
  database
    .prepare(
      `INSERT INTO account_seal (id, debits, credits)
       SELECT id, debits, credits FROM account WHERE id IN (
         SELECT debit FROM transfer WHERE id > ?1 UNION SELECT credit FROM transfer WHERE id > ?1)
       ON CONFLICT (id) DO UPDATE SET debits = excluded.debits, credits = excluded.credits`,
    )
    .run(since);
  const last = Number(database.prepare('SELECT coalesce(max(id), 0) AS last FROM transfer').get()?.last ?? 0);
  const keep = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  keep.run(SEAL, String(last));
  keep.run(SEALED_AT, String(at));
}
