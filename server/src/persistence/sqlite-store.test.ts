import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ok } from '@bloomvale/shared/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandBus } from '../application/bus/command-bus.ts';
import type { Handler } from '../application/bus/handler.ts';
import { GameClock } from '../application/game-clock.ts';
import { SILENT } from '../application/log.ts';
import type { Store, WriteSet } from '../application/store/store.ts';
import { StoreError } from '../application/store/store-error.ts';
import { testFolder } from '../testing/test-game.ts';
import { MemoryStore } from './memory-store.ts';
import { migrate } from './migrate.ts';
import { databaseFile, openDatabase, openReadOnly } from './open-database.ts';
import { openSqliteStore, SqliteStore } from './sqlite-store.ts';
import { SqliteWriter } from './sqlite-writer.ts';
import { ThreadedWriter } from './threaded-writer.ts';

let folder: ReturnType<typeof testFolder>;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const account = (id: string, credits: number, debits = 0) =>
  ({ id, code: 2000, side: 'C', nonneg: 1, debits, credits, version: 1 }) as const;
const meta = (key: string, value: string) => ({ key, value });
const batch = (id: number, key = `k${id}`) => ({
  id,
  key,
  kind: 'earn',
  at: id,
  sim: 0,
  actor: 'system',
  reason: 'test',
  loanId: null,
  reverses: null,
});
const transfer = (id: number, batchId: number, debit: string, credit: string, amount: number) => ({
  id,
  batchId,
  debit,
  credit,
  amount,
  kind: 'earn',
  ref: 'test',
  debitAfter: 0,
  creditAfter: amount,
});

async function write(store: Store, set: WriteSet): Promise<void> {
  const unit = await store.begin();
  try {
    await unit.commit(set);
  } catch (fault) {
    await unit.rollback();
    throw fault;
  }
}

/** The same promises for both engines. */
describe.each([
  ['SqliteStore', () => openSqliteStore(folder.path, 0, { thread: false }) as Store],
  ['SqliteStore with a thread', () => openSqliteStore(folder.path, 0) as Store],
  ['MemoryStore', () => new MemoryStore() as Store],
])('%s', (_name, open) => {
  it('keeps nothing of a unit that was rolled back, and takes the next', async () => {
    const store = open();
    const unit = await store.begin();
    expect(await unit.load('meta', ['a'])).toEqual([]);
    await unit.rollback();
    await write(store, { kept: { meta: [meta('a', '2')] }, added: {} });
    expect(await store.reader.rows('meta', ['a'])).toMatchObject([{ key: 'a', value: '2' }]);
    await store.close();
  });

  it('loads by key, any number of keys, and replaces kept rows whole', async () => {
    const store = open();
    const keys = Array.from({ length: 700 }, (_, i) => `k${i}`);
    await write(store, { kept: { meta: keys.map((key) => meta(key, 'x')) }, added: {} });
    await write(store, { kept: { meta: [meta('k3', 'y')] }, added: {} });
    const unit = await store.begin();
    const rows = await unit.load('meta', [...keys, 'nobody']);
    expect(rows).toHaveLength(700);
    expect(rows.find(({ key }) => key === 'k3')?.value).toBe('y');
    await unit.rollback();
    await store.close();
  });

  it('keeps whole numbers to the last unit', async () => {
    const store = open();
    await write(store, { kept: { account: [account('wallet:p', Number.MAX_SAFE_INTEGER)] }, added: {} });
    expect((await store.reader.rows('account', ['wallet:p']))[0]?.credits).toBe(Number.MAX_SAFE_INTEGER);
    await store.close();
  });

  it('pages through those longest absent who have a lot, whatever their instants', async () => {
    const store = open();
    const player = (id: string, seenAt: number, lot: number, deletedAt: number | null = null) => ({
      ...{ id, publicId: `p-${id}`, name: id, look: 'a1', villageId: 'v1', lot, locale: 'en', createdAt: 0, seenAt },
      ...{ deletedAt, reportDay: 0, reportCount: 0 },
    });
    const village = { id: 'v1', name: 'Tilleul', createdAt: 0, lots: '[]', shops: '[]' };
    await write(store, { kept: { village: [{ ...village, listedCount: 0, starterCount: 0, version: 0 }] }, added: {} });
    const rows = [player('e', 4, 4), player('b', 2, 1), player('a', 2, 0), player('c', 1, 2), player('d', 2, 3)];
    const others = [player('stored', 1, -1), player('left', 1, 5, 1), player('late', 5, 6)];
    await write(store, { kept: { player: [...rows, ...others] }, added: {} });
    const seen: string[] = [];
    let last: Awaited<ReturnType<Store['reader']['absentResidents']>>[number] | null = null;
    for (;;) {
      const page: Awaited<ReturnType<Store['reader']['absentResidents']>> = await store.reader.absentResidents(
        4,
        last,
        2,
      );
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
      last = page.at(-1) ?? null;
    }
    expect(seen).toEqual(['c', 'a', 'b', 'd', 'e']);
    await store.close();
  });

  it('lists a wallet newest first, page by page, and knows the highest ids', async () => {
    const store = open();
    await write(store, {
      kept: { account: [account('wallet:p', 30), account('mint:welcome', 0), account('wallet:q', 0)] },
      added: {
        batch: [batch(1), batch(3), batch(5)],
        transfer: [
          transfer(2, 1, 'mint:welcome', 'wallet:p', 10),
          transfer(4, 3, 'wallet:p', 'wallet:q', 5),
          transfer(6, 5, 'mint:welcome', 'wallet:q', 7),
        ],
      },
    });
    const ids = async (page: Parameters<Store['reader']['walletLines']>[1]) =>
      (await store.reader.walletLines('wallet:p', page)).map(({ id }) => id);
    expect(await ids({ limit: 10 })).toEqual([4, 2]);
    expect(await ids({ limit: 1 })).toEqual([4]);
    expect(await ids({ before: 4, limit: 10 })).toEqual([2]);
    expect(await ids({ after: 2, limit: 10 })).toEqual([4]);
    expect((await store.reader.lastIds()).journal).toBe(6);
    await store.close();
  });

  it('forgets old commands, a bounded number a time', async () => {
    const store = open();
    const commands = [1, 2, 3, 900].map((at) => ({
      id: `c${at}`,
      playerId: 'p',
      type: 't',
      hash: 'h',
      reply: '{}',
      at,
    }));
    await write(store, { kept: { command: commands }, added: {} });
    expect(await store.pruner.prune('command', 500, 2)).toBe(2);
    expect(await store.pruner.prune('command', 500, 2)).toBe(1);
    expect(await store.reader.rows('command', ['c900'])).toHaveLength(1);
    await store.close();
  });
});

describe('SqliteStore alone', () => {
  it('refuses what breaks a rule of the schema, and keeps nothing of that group', async () => {
    const store = openSqliteStore(folder.path, 0, { thread: false });
    const cases = [
      { kept: { meta: [meta('a', '1')], account: [account('wallet:p', 1, 2)] }, added: {} },
      { kept: { meta: [meta('a', '1')], account: [account('wallet:p', 0.5)] }, added: {} },
      { kept: { meta: [meta('a', '1')] }, added: { transfer: [transfer(2, 1, 'wallet:x', 'wallet:y', 5)] } },
      { kept: { meta: [meta('a', '1')] }, added: { batch: [{ ...batch(1), actor: '' }] } },
      { kept: { meta: [meta('a', '1')] }, added: { batch: [batch(1, 'same'), batch(2, 'same')] } },
    ];
    for (const set of cases) {
      const error = await write(store, set).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StoreError);
      expect((error as StoreError).code).toBe('CONSTRAINT');
      expect(await store.reader.rows('meta', ['a'])).toEqual([]);
    }
    await store.close();
  });

  it('never rewrites the journal', async () => {
    const store = openSqliteStore(folder.path, 0, { thread: false });
    await write(store, {
      kept: { account: [account('wallet:p', 5), account('mint:welcome', 0)] },
      added: { batch: [batch(1)], transfer: [transfer(2, 1, 'mint:welcome', 'wallet:p', 5)] },
    });
    const other = new DatabaseSync(databaseFile(folder.path));
    for (const text of [
      'UPDATE transfer SET amount = 6',
      'DELETE FROM transfer',
      `UPDATE batch SET reason = 'x'`,
      'DELETE FROM batch',
    ]) {
      expect(() => other.exec(text)).toThrow('append-only');
    }
    other.close();
    await store.close();
  });

  it('refuses an integer that is not safe instead of rounding it', async () => {
    const store = openSqliteStore(folder.path, 0, { thread: false });
    const other = new DatabaseSync(databaseFile(folder.path));
    other.exec(`INSERT INTO account VALUES ('wallet:p', 2000, 'C', 1, 0, 9007199254740993, 1)`);
    other.close();
    await expect(store.reader.rows('account', ['wallet:p'])).rejects.toThrow();
    await store.close();
  });

  it('refuses an undefined value instead of storing nothing', async () => {
    const store = openSqliteStore(folder.path, 0, { thread: false });
    const broken = { key: 'a', value: undefined } as unknown as ReturnType<typeof meta>;
    await expect(write(store, { kept: { meta: [broken] }, added: {} })).rejects.toThrow('undefined');
    await store.close();
  });

  it('answers STORE_UNAVAILABLE on a full disk, keeps nothing of it, and recovers', async () => {
    const file = databaseFile(folder.path);
    const database = openDatabase(file);
    migrate(database, file, 0);
    const store = new SqliteStore(file, openReadOnly(file), new SqliteWriter(database, file));
    const clock = new GameClock(() => 1, 0);
    clock.setSegments([{ realFrom: 0, simFrom: 0, monthSeconds: 14_400 }]);
    const ids = { journal: 0, outbox: 0, goods: 0, report: 0, draft: 0, proposal: 0, auditLine: 0 };
    const bus = new CommandBus({ store, clock, log: SILENT, ids, onCommit: () => undefined, onDoubt: () => undefined });
    const fill: Handler<{ key: string; size: number }, string> = {
      type: 'test.fill',
      needs: ({ key }) => ({ meta: [key] }),
      decide({ key, size }, work) {
        work.put('meta', { key, value: 'x'.repeat(size) });
        return ok(key);
      },
    };
    const send = (key: string, size: number) =>
      bus.submit(fill, { key, size }, { id: key, playerId: 'p', type: 't', hash: 'h' });
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number };
    database.exec(`PRAGMA max_page_count = ${pages + 20}`);
    expect(await send('large', 4_096 * 40)).toEqual({ ok: false, code: 'STORE_UNAVAILABLE' });
    expect(await store.reader.rows('meta', ['large'])).toEqual([]);
    expect(await store.reader.rows('command', ['large'])).toEqual([]);
    // Somebody made room: the same command, with the same id, is taken.
    database.exec('PRAGMA max_page_count = 1000000');
    expect(await send('large', 4_096 * 40)).toMatchObject({ ok: true, value: 'large' });
    expect(await store.reader.rows('meta', ['large'])).toHaveLength(1);
    await store.close();
  });

  it('says which rule was broken also across the thread, and goes on', async () => {
    const store = openSqliteStore(folder.path, 0);
    const broken = write(store, { kept: { account: [account('wallet:p', 1, 2)] }, added: {} });
    await expect(broken).rejects.toMatchObject({ name: 'StoreError', code: 'CONSTRAINT' });
    await write(store, { kept: { meta: [meta('a', '1')] }, added: {} });
    expect(await store.reader.rows('meta', ['a'])).toHaveLength(1);
    await store.sealer.seal(1);
    expect(await store.sealer.sealedAt()).toBe(0);
    await store.close();
  });

  it('says so when the writing thread ends, and starts another', async () => {
    const file = databaseFile(folder.path);
    const writer = new ThreadedWriter(join(folder.path, 'no', 'folder', '\0'));
    await expect(writer.commit([])).rejects.toMatchObject({ code: 'IO' });
    await writer.close();
    await openSqliteStore(folder.path, 0).close();
    const good = new ThreadedWriter(file);
    await good.commit([]);
    await good.close();
    await good.commit([]);
    await good.close();
  });
});
