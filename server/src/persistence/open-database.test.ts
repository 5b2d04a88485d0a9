import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../application/store/store-error.ts';
import { testFolder } from '../testing/test-game.ts';
import { DATABASE_FILE, databaseFile, openDatabase, openReadOnly, pragma } from './open-database.ts';
import { openSqliteStore, SqliteStore } from './sqlite-store.ts';
import { SqliteWriter } from './sqlite-writer.ts';

let folder: ReturnType<typeof testFolder>;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const fault = (work: () => unknown): StoreError => {
  try {
    work();
  } catch (caught) {
    if (caught instanceof StoreError) return caught;
    throw caught;
  }
  throw new Error('nothing was thrown');
};

describe('opening a data folder', () => {
  it('refuses a folder that cannot be made, naming it', () => {
    const file = join(folder.path, 'plain-file');
    writeFileSync(file, '');
    const { code, message } = fault(() => openSqliteStore(join(file, 'data'), 0));
    expect(code).toBe('UNWRITABLE');
    expect(message).toContain(join(file, 'data'));
  });

  it('refuses a folder in the place of the file', () => {
    mkdirSync(join(folder.path, DATABASE_FILE));
    expect(fault(() => openSqliteStore(folder.path, 0, { thread: false })).code).toBe('UNWRITABLE');
  });

  it('refuses a file that is no database', () => {
    writeFileSync(databaseFile(folder.path), 'x'.repeat(8_192));
    const { code, message } = fault(() => openSqliteStore(folder.path, 0, { thread: false }));
    expect(code).toBe('CORRUPT');
    expect(message).toContain(DATABASE_FILE);
  });

  it('refuses a database of another program', () => {
    const other = new DatabaseSync(databaseFile(folder.path));
    other.exec('CREATE TABLE t (a)');
    other.close();
    expect(fault(() => openSqliteStore(folder.path, 0, { thread: false })).code).toBe('CORRUPT');
  });

  it('refuses a damaged database', async () => {
    await openSqliteStore(folder.path, 0, { thread: false }).close();
    const file = databaseFile(folder.path);
    const size = statSync(file).size;
    const bytes = new Uint8Array(size - 4_096).fill(0xa5);
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const handle = openSync(file, 'r+');
    writeSync(handle, bytes, 0, bytes.length, 4_096);
    closeSync(handle);
    expect(fault(() => openSqliteStore(folder.path, 0, { thread: false })).code).toBe('CORRUPT');
  });

  it('refuses a schema of a later release', async () => {
    await openSqliteStore(folder.path, 0, { thread: false }).close();
    const database = new DatabaseSync(databaseFile(folder.path));
    database.exec(`INSERT INTO schema_version (version, name, hash, at) VALUES (9999, 'later', 'h', 0)`);
    database.close();
    const { code, message } = fault(() => openSqliteStore(folder.path, 0, { thread: false }));
    expect(code).toBe('NEWER_SCHEMA');
    expect(message).toContain('9999');
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await openSqliteStore(folder.path, 0, { thread: false }).close();
    const database = new DatabaseSync(databaseFile(folder.path));
    database.exec(`UPDATE schema_version SET hash = 'other'`);
    database.close();
    expect(fault(() => openSqliteStore(folder.path, 0, { thread: false })).code).toBe('MIGRATION_CHANGED');
  });

  it('refuses to write while another process does', async () => {
    const file = databaseFile(folder.path);
    await openSqliteStore(folder.path, 0, { thread: false }).close();
    const writing = openDatabase(file);
    // Not the five seconds of real life.
    writing.exec('PRAGMA busy_timeout = 1');
    const store = new SqliteStore(file, openReadOnly(file), new SqliteWriter(writing, file));
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const unit = await store.begin();
    const set = { kept: { meta: [{ key: 'a', value: '1' }] }, added: {} };
    await expect(unit.commit(set)).rejects.toMatchObject({ code: 'LOCKED' });
    other.exec('ROLLBACK');
    other.close();
    await unit.rollback();
    await store.close();
  });

  it('opens with the settings that make a commit durable, for its owner alone', () => {
    const file = databaseFile(folder.path);
    const database = openDatabase(file);
    expect(pragma(database, 'journal_mode')).toBe('wal');
    expect(pragma(database, 'synchronous')).toBe(2);
    expect(pragma(database, 'foreign_keys')).toBe(1);
    expect(pragma(database, 'busy_timeout')).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    database.close();
  });
});
