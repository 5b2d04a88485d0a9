import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EXIT } from '@bloomvale/server/config/exit-codes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cookieOf, get, post } from '../support/edge.ts';
import { Server, scratch } from '../support/server-process.ts';

let folder: ReturnType<typeof scratch>;
let running: Server[] = [];
beforeEach(() => {
  folder = scratch();
});
afterEach(() => {
  for (const server of running) server.child.kill('SIGKILL');
  running = [];
  folder.remove();
});

const start = (env: Record<string, string> = {}) => {
  const server = new Server({ DATA_DIR: folder.data, ...env });
  running.push(server);
  return server;
};
const startAndStop = async () => {
  const server = start();
  await server.ready();
  expect((await server.stop()).code).toBe(EXIT.OK);
};

/** It ends by itself, with this code, nothing on stdout and one sentence on stderr that says what is wrong. */
async function refusesToStart(env: Record<string, string>, code: number, sentence: RegExp): Promise<void> {
  const { code: actual, stdout, stderr } = await start(env).ended();
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect([actual, stdout]).toEqual([code, '']);
}

describe('a wrong configuration', () => {
  it('is named before anything is touched', async () => {
    await refusesToStart(
      { PORT: 'http' },
      EXIT.CONFIGURATION,
      /^PORT must be a whole number from 0 to 65535, but is "http"\.$/m,
    );
    expect(existsSync(folder.data)).toBe(false);
  });
});

describe('a port', () => {
  it('that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await refusesToStart({ PORT: String(port) }, EXIT.PORT, new RegExp(`^Port ${port} is taken by another program`));
    other.close();
  });

  it('at an address of another machine', async () => {
    await refusesToStart({ HOST: '203.0.113.1' }, EXIT.PORT, /^The address 203\.0\.113\.1 is not one of this machine/);
  });
});

describe('a data folder', () => {
  it('where something else stands', async () => {
    writeFileSync(folder.data, 'a file');
    await refusesToStart({}, EXIT.DATA_FOLDER, /^The data folder .* cannot be written \(EEXIST\)/);
  });

  it('that cannot be made', async () => {
    writeFileSync(join(folder.parent, 'file'), '');
    const inside = join(folder.parent, 'file', 'data');
    await refusesToStart({ DATA_DIR: inside }, EXIT.DATA_FOLDER, /^The data folder .* cannot be written \(ENOTDIR\)/);
  });

  it('on a full disk', async () => {
    mkdirSync(folder.data);
    // Where the secrets are drafted stands a device on which every write finds the disk full.
    symlinkSync('/dev/full', join(folder.data, 'secrets.json.new'));
    await refusesToStart({}, EXIT.DISK_FULL, /^The disk that holds the data folder .* is full\.$/m);
  });

  it('owned by another server', async () => {
    const first = start();
    await first.ready();
    await refusesToStart(
      {},
      EXIT.OWNED,
      new RegExp(`is in use by another running server \\(process ${first.child.pid} on `),
    );
    expect((await first.stop()).code).toBe(EXIT.OK);
  });

  it('is free again after a kill', async () => {
    const first = start();
    await first.ready();
    await first.stop('SIGKILL');
    await start().ready();
  });
});

describe('a database', () => {
  const overwrite = (name: string) => writeFileSync(join(folder.data, name), 'this was a database once '.repeat(1_000));

  it.each(['bloomvale.db', 'accounts.db'])('that is none: %s', async (name) => {
    await startAndStop();
    for (const rest of ['-wal', '-shm']) rmSync(join(folder.data, name + rest), { force: true });
    overwrite(name);
    await refusesToStart({}, EXIT.CORRUPT, new RegExp(`not a database: .*${name}`));
  });

  it.each(['bloomvale.db', 'accounts.db'])('that is damaged: %s', async (name) => {
    await startAndStop();
    const bytes = readFileSync(join(folder.data, name));
    // Everything behind the first page: tables point to pages that hold none.
    writeFileSync(
      join(folder.data, name),
      Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(bytes.length - 4_096, 0xa5)]),
    );
    await refusesToStart({}, EXIT.CORRUPT, new RegExp(`damaged.*${name}|${name}.*(damaged|malformed)`));
  });

  it('of a later release', async () => {
    await startAndStop();
    const database = new DatabaseSync(join(folder.data, 'bloomvale.db'));
    database.exec("INSERT INTO schema_version VALUES (9999, 'later', 'x', 0)");
    database.close();
    await refusesToStart({}, EXIT.NEWER_SCHEMA, /has schema 9999, this release knows \d+/);
  });

  it('of accounts of a later release', async () => {
    await startAndStop();
    const database = new DatabaseSync(join(folder.data, 'accounts.db'));
    database.exec('PRAGMA user_version = 9999');
    database.close();
    await refusesToStart({}, EXIT.NEWER_SCHEMA, /was written by a later release \(schema 9999/);
  });
});

describe('secrets', () => {
  it('are made at the first start, for the owner alone, and kept', async () => {
    await startAndStop();
    const file = join(folder.data, 'secrets.json');
    const first = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder.data).mode & 0o777).toBe(0o700);
    const { session, season } = JSON.parse(first) as Record<string, string>;
    expect(session).toMatch(/^[0-9a-f]{64}$/);
    expect(season).not.toBe(session);
    await startAndStop();
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  it('that others may read', async () => {
    await startAndStop();
    chmodSync(join(folder.data, 'secrets.json'), 0o644);
    await refusesToStart({}, EXIT.DATA_FOLDER, /^Other users may read the secrets file .*chmod 600/);
  });

  it('that are damaged are never replaced by new ones', async () => {
    await startAndStop();
    writeFileSync(join(folder.data, 'secrets.json'), '{"session": "');
    await refusesToStart({}, EXIT.CORRUPT, /^The secrets file .* is damaged; restore it from a backup/);
  });
});

describe('a server that runs', () => {
  it('says one line on stdout, keeps a guest across a restart, and stops with 0 on each signal', async () => {
    let cookie = '';
    const ids: string[] = [];
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      const server = start();
      const url = await server.ready();
      if (cookie === '') cookie = cookieOf(await post(url, '/api/auth/sign-in/anonymous'));
      const me = (await (await get(url, '/api/me', { cookie })).json()) as { id: string };
      ids.push(me.id);
      const { code, stdout } = await server.stop(signal);
      expect([code, stdout.split('\n').length]).toEqual([EXIT.OK, 2]);
    }
    expect(new Set(ids).size).toBe(1);
    expect(existsSync(join(folder.data, 'owner.lock'))).toBe(false);
  });
});
