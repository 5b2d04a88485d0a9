import { closeSync, fsyncSync, openSync } from 'node:fs';
import { StoreError } from '../application/store/store-error.ts';
import { openReadOnly, pragma } from './open-database.ts';
import { storeError } from './sqlite-errors.ts';

/**
 * A copy of a database as of one moment, also while a server writes to it. Whole and on disk when this returns; compacted.
 * @throws StoreError, DISK_FULL among them.
 */
export function copyDatabase(from: string, to: string): void {
  const database = openReadOnly(from);
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } catch (cause) {
    throw storeError(cause, to);
  } finally {
    database.close();
  }
  const handle = openSync(to, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Reads every page of a database. @throws StoreError CORRUPT. */
export function checkDatabase(file: string): void {
  const database = openReadOnly(file);
  try {
    const found = pragma(database, 'integrity_check');
    if (found !== 'ok') throw new StoreError('CORRUPT', `The database ${file} is damaged: ${String(found)}.`);
  } catch (cause) {
    throw storeError(cause, file);
  } finally {
    database.close();
  }
}
