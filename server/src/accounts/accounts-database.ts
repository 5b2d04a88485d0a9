import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import { type ColumnType, type Generated, Kysely, SqliteDialect, sql } from 'kysely';
import { StoreError } from '../application/store/store-error.ts';
import { kyselyDatabase } from '../persistence/node-sqlite.ts';
import { storeError } from '../persistence/sqlite-errors.ts';

/** Personal data has a file of its own, apart from the ledger (architecture.md 2). */
export const ACCOUNTS_FILE = 'accounts.db';

/** The columns of better-auth's tables that we name ourselves, and our own tables. Instants in epoch ms. */
export type AccountTables = {
  user: { id: string; email: string; createdAt: string; isAnonymous: number | null };
  session: { id: string; token: string; userId: string };
  /** Which player an account plays. The player id never changes; the account behind it does when a guest adds an e-mail address. */
  player_link: { user_id: string; player_id: string };
  /** The answer to the question for one's age, given once: only on which side of the limit it lies. */
  age_answer: { player_id: string; old_enough: 0 | 1; at: number };
  /** Hashes of the codes that set a new password without e-mail. */
  recovery_code: { code_hash: string; user_id: string };
  /** Accounts whose deletion began: finished at the next start if the process ended in between. */
  closing: {
    user_id: string;
    /** Empty for a guest on whom nobody ever played. */
    player_id: string;
    at: number;
    /** 1: idle for too long, and called off if they are seen meanwhile; 0: asked for. */
    idle: ColumnType<0 | 1, 0 | 1 | undefined>;
  };
  /** Operators (`operators/`): better-auth's own tables under other names, and ours. */
  operator_user: { id: string; email: string; name: string; role: string; twoFactorEnabled: number | null };
  operator_session: { id: string; userId: string; createdAt: string; expiresAt: string };
  /** One-time links, by the hash of their token. */
  operator_invite: { token_hash: string; email: string; role: OperatorRole; expires_at: number };
  /** Wrong passwords in a row by address, and until when it is locked (0: not). */
  operator_lock: { email: string; failures: number; locked_until: number };
  /** Keys for programs, by the hash of their secret. `scopes` is JSON. */
  operator_token: {
    id: string;
    secret_hash: string;
    user_id: string;
    name: string;
    scopes: string;
    created_at: number;
    expires_at: number;
    last_used_at: number | null;
  };
  /** What happened to accounts of operators and is not yet in the game's audit trail; `note` is JSON. */
  operator_note: { id: Generated<number>; note: string };
};
export type AccountsDatabase = Kysely<AccountTables>;

/** Numbered by position, run once each, never edited: `user_version` counts them. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    'CREATE TABLE player_link (user_id TEXT PRIMARY KEY, player_id TEXT NOT NULL UNIQUE) STRICT',
    'CREATE TABLE age_answer (player_id TEXT PRIMARY KEY, old_enough INTEGER NOT NULL CHECK (old_enough IN (0, 1)), at INTEGER NOT NULL) STRICT',
    'CREATE TABLE recovery_code (code_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL) STRICT',
    'CREATE INDEX recovery_code_user ON recovery_code (user_id)',
    'CREATE TABLE closing (user_id TEXT PRIMARY KEY, player_id TEXT NOT NULL, at INTEGER NOT NULL) STRICT',
  ],
  ['ALTER TABLE closing ADD COLUMN idle INTEGER NOT NULL DEFAULT 0 CHECK (idle IN (0, 1))'],
  [
    'CREATE TABLE operator_invite (token_hash TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, role TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT',
    'CREATE TABLE operator_lock (email TEXT PRIMARY KEY, failures INTEGER NOT NULL, locked_until INTEGER NOT NULL) STRICT',
  ],
  [
    'CREATE TABLE operator_token (id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL, user_id TEXT NOT NULL, name TEXT NOT NULL, scopes TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, last_used_at INTEGER) STRICT',
    'CREATE INDEX operator_token_user ON operator_token (user_id)',
    'CREATE TABLE operator_note (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT NOT NULL) STRICT',
  ],
];

/**
 * Opens (or creates) the accounts of a data folder and brings our own tables up to date; better-auth does its own. One connection
 * through one Kysely: better-auth's transactions and our statements queue on its lock instead of mixing.
 * @throws StoreError UNWRITABLE, CORRUPT, NEWER_SCHEMA, DISK_FULL, LOCKED.
 */
export function openAccountsDatabase(folder: string): AccountsDatabase {
  const file = join(folder, ACCOUNTS_FILE);
  try {
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5_000 });
    chmodSync(file, 0o600);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    // What is deleted is personal data: overwrite it.
    database.exec('PRAGMA secure_delete = ON');
    const [health] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {});
    if (health !== 'ok')
      throw new StoreError('CORRUPT', `The accounts database ${file} is damaged: ${String(health)}.`);
    migrate(database, file);
    return new Kysely<AccountTables>({ dialect: new SqliteDialect({ database: kyselyDatabase(database, file) }) });
  } catch (cause) {
    throw storeError(cause, file);
  }
}

function migrate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > MIGRATIONS.length) {
    const sentence = `The accounts database ${file} was written by a later release (schema ${version}, this one knows ${MIGRATIONS.length}).`;
    throw new StoreError('NEWER_SCHEMA', sentence);
  }
  for (const [i, statements] of MIGRATIONS.entries()) {
    if (i < version) continue;
    database.exec(['BEGIN IMMEDIATE', ...statements, `PRAGMA user_version = ${i + 1}`, 'COMMIT'].join(';\n'));
  }
}

/** Folds the write-ahead log into the file, so that erased rows leave the disk. */
export async function checkpoint(database: AccountsDatabase): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
}
