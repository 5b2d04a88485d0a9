import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../application/store/store-error.ts';
import { storeError } from './sqlite-errors.ts';

/** Name of the ledger's file in the data folder; accounts have a file of their own (architecture.md 2). */
export const DATABASE_FILE = 'bloomvale.db';
/** Marks the file as ours: "BLOO" in ASCII. */
export const APPLICATION_ID = 0x424c4f4f;
/** How long a statement waits for another connection of ours (reader, backup) before it gives up. */
export const BUSY_TIMEOUT_MS = 5_000;
/** Up to this size the whole file is checked at start, in about a second; beyond it `audit` does. */
export const CHECKED_BYTES = 256 * 1024 * 1024;

/** Page cache of the writing connection: the hot part of a busy village's indexes; the default of 2 MB costs a third of the lends. */
export const CACHE_KIB = 64 * 1024;
/** Pages in the write-ahead log before it is folded back: a busy page is then folded once, not once a commit. 32 MB on disk. */
export const CHECKPOINT_PAGES = 8_000;

export const databaseFile = (folder: string): string => join(folder, DATABASE_FILE);

/**
 * Opens (or creates) the database for writing, with the settings that make a commit durable. `checked`: its pages were just looked at.
 * @throws StoreError UNWRITABLE, CORRUPT, LOCKED.
 */
export function openDatabase(file: string, { checked = false } = {}): DatabaseSync {
  makeFolder(dirname(file));
  const database = connect(file, false);
  try {
    checkOurs(database, file);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    if (!checked) checkIntact(database, file);
    return database;
  } catch (cause) {
    database.close();
    throw storeError(cause, file);
  }
}

/** A second connection that sees committed rows only and cannot write. @throws StoreError. */
export function openReadOnly(file: string): DatabaseSync {
  return connect(file, true);
}

function connect(file: string, readOnly: boolean): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly, enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT_MS });
    // The journal holds who lent what: nobody else on the machine needs to read it.
    if (!readOnly) chmodSync(file, 0o600);
    return database;
  } catch (cause) {
    throw storeError(cause, file);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new StoreError('UNWRITABLE', `The data folder ${folder} cannot be created or written to (${reason}).`, {
      cause,
    });
  }
}

function checkOurs(database: DatabaseSync, file: string): void {
  const id = pragma(database, 'application_id');
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n;
  if (id === 0 && tables === 0) {
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    return;
  }
  if (id !== APPLICATION_ID)
    throw new StoreError('CORRUPT', `The file ${file} is a database, but not one of Bloomvale.`);
}

function checkIntact(database: DatabaseSync, file: string): void {
  if (statSync(file).size > CHECKED_BYTES) return;
  const first = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (first !== 'ok') throw new StoreError('CORRUPT', `The database ${file} is damaged: ${String(first)}.`);
}

export const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
