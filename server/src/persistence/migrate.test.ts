import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { columnName, TABLES, type TableName } from '../application/store/tables.ts';
import { migrate, migrationHash } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { FORMER_SCHEMAS } from './migrations/former-schemas.fixture.ts';
import { PINNED_HASHES } from './migrations/pinned-hashes.fixture.ts';

const FILE = 'in memory';

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  });

  it('are never edited once released: their texts keep their hashes', () => {
    const hashes = Object.fromEntries(MIGRATIONS.map((step) => [step.version, migrationHash(step)]));
    expect(hashes).toEqual(PINNED_HASHES);
  });

  it('make exactly the tables and columns the rows have', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, FILE, 0);
    for (const table of Object.keys(TABLES) as TableName[]) {
      const columns = database
        .prepare('SELECT name FROM pragma_table_info(?)')
        .all(TABLES[table].name)
        .map(({ name }) => String(name));
      expect(columns.sort(), table).toEqual([...TABLES[table].columns].map(columnName).sort());
    }
    database.close();
  });

  it('apply once', () => {
    const database = new DatabaseSync(':memory:');
    expect(migrate(database, FILE, 0)).toEqual(MIGRATIONS.map(({ version }) => version));
    expect(migrate(database, FILE, 0)).toEqual([]);
    database.close();
  });

  it('leave nothing of a step that fails half-way', () => {
    const database = new DatabaseSync(':memory:');
    const broken = {
      version: MIGRATIONS.length + 1,
      name: 'broken',
      statements: () => ['CREATE TABLE half (a INTEGER) STRICT', 'CREATE NONSENSE'],
    };
    migrate(database, FILE, 0);
    expect(() => migrate(database, FILE, 0, [...MIGRATIONS, broken])).toThrow('NONSENSE');
    expect(database.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'`).get()?.n).toBe(0);
    expect(database.isTransaction).toBe(false);
    database.close();
  });

  it.each(FORMER_SCHEMAS)('upgrade a store of schema $version with its rows', ({ version, rows, expected }) => {
    const database = new DatabaseSync(':memory:');
    database.exec('PRAGMA foreign_keys = ON');
    migrate(database, FILE, 0, MIGRATIONS.slice(0, version));
    for (const statement of rows) database.exec(statement);
    expect(migrate(database, FILE, 0)).toEqual(MIGRATIONS.slice(version).map((step) => step.version));
    for (const [query, answer] of expected) {
      expect(Object.values(database.prepare(query).get() ?? {})[0], query).toBe(answer);
    }
    expect(Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})[0]).toBe('ok');
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    database.close();
  });

  it('has a fixture for every schema there ever was', () => {
    expect([...new Set(FORMER_SCHEMAS.map(({ version }) => version))]).toEqual(
      MIGRATIONS.map(({ version }) => version),
    );
  });
});
