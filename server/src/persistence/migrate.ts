import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../application/store/store-error.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { type Migration, SQLITE } from './migrations/migration.ts';
import { storeError } from './sqlite-errors.ts';

/** Hash of a step's text: what `schema_version` remembers and tests pin. */
export const migrationHash = (migration: Migration): string =>
  createHash('sha256').update(migration.statements(SQLITE).join(';\n')).digest('hex');

type Applied = { readonly version: number; readonly hash: string };

/**
 * Brings the schema up to date, each step in a transaction of its own. Returns the versions applied now.
 * @throws StoreError NEWER_SCHEMA, MIGRATION_CHANGED, and whatever the engine says.
 */
export function migrate(
  database: DatabaseSync,
  file: string,
  now: number,
  steps: readonly Migration[] = MIGRATIONS,
): number[] {
  try {
    database.exec(
      `CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL) STRICT`,
    );
    const applied = database
      .prepare('SELECT version, hash FROM schema_version ORDER BY version')
      .all() as unknown as Applied[];
    checkHistory(applied, steps, file);
    const missing = steps.filter((step) => !applied.some(({ version }) => version === step.version));
    for (const step of missing) apply(database, step, now);
    return missing.map(({ version }) => version);
  } catch (cause) {
    throw storeError(cause, file);
  }
}

function checkHistory(applied: readonly Applied[], steps: readonly Migration[], file: string): void {
  const newest = steps.at(-1)?.version ?? 0;
  const ahead = applied.find(({ version }) => version > newest);
  if (ahead !== undefined) {
    throw new StoreError(
      'NEWER_SCHEMA',
      `The database ${file} has schema ${applied.at(-1)?.version}, this release knows ${newest}: run the newer release, or restore a backup.`,
    );
  }
  for (const { version, hash } of applied) {
    const step = steps.find((one) => one.version === version);
    if (step === undefined || migrationHash(step) !== hash) {
      throw new StoreError(
        'MIGRATION_CHANGED',
        `Migration ${version} was applied to ${file} with another text than this release has.`,
      );
    }
  }
}

function apply(database: DatabaseSync, step: Migration, now: number): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const statement of step.statements(SQLITE)) database.exec(statement);
    database
      .prepare('INSERT INTO schema_version (version, name, hash, at) VALUES (?, ?, ?, ?)')
      .run(step.version, step.name, migrationHash(step), now);
    database.exec('COMMIT');
  } catch (cause) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
}
