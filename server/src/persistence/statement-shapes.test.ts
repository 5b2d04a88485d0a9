import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TABLES, type TableName } from '../application/store/tables.ts';
import { testFolder } from '../testing/test-game.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { SqliteWriter } from './sqlite-writer.ts';
import { KEY_CHUNKS, keyChunks, LIFELONG } from './statement-shapes.ts';
import { statementsOf } from './write-statements.ts';

let folder: ReturnType<typeof testFolder>;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

describe('keyChunks', () => {
  it('makes nothing of nothing, and pads with a key that is there', () => {
    expect([...keyChunks([])]).toEqual([]);
    for (const many of [1, 2, 5, 256, 300]) {
      const keys = Array.from({ length: many }, (_, i) => i);
      const chunks = [...keyChunks(keys)];
      expect(new Set(chunks.flat())).toEqual(new Set(keys));
      for (const chunk of chunks) expect(KEY_CHUNKS).toContain(chunk.length);
    }
  });
});

describe('columns that a row keeps for life', () => {
  it('are columns of their tables, and no keys', () => {
    for (const [table, columns] of Object.entries(LIFELONG) as [TableName, readonly string[]][]) {
      const shape = TABLES[table] as { readonly columns: readonly string[]; readonly key: readonly string[] };
      for (const column of columns) {
        expect(shape.columns, `${table}.${column}`).toContain(column);
        expect(shape.key, `${table}.${column}`).not.toContain(column);
      }
    }
  });

  it('are written with the row and not again, everything else each time', async () => {
    const file = join(folder.path, 'shapes.db');
    const database = openDatabase(file);
    migrate(database, file, 0);
    const writer = new SqliteWriter(database, file);
    const row = { id: 'wallet:p', code: 2000, side: 'C', nonneg: 1, debits: 0, credits: 5, version: 1 } as const;
    await writer.commit(statementsOf({ kept: { account: [row] }, added: {} }));
    await writer.commit(statementsOf({ kept: { account: [{ ...row, code: 9, credits: 8, version: 2 }] }, added: {} }));
    expect(database.prepare('SELECT * FROM account').all()).toEqual([{ ...row, credits: 8, version: 2 }]);
    await writer.close();
  });
});
