import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
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

const start = (data: string) => {
  const server = new Server({ DATA_DIR: data });
  running.push(server);
  return server;
};
const at = (name: string) => join(folder.parent, name);
const OPS = fileURLToPath(new URL('../../server/src/ops/', import.meta.url));
/** An operator's tool as `npm run` starts it. */
function tool(name: 'audit' | 'backup' | 'restore', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(OPS, `${name}-cli.ts`), ...args], {
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

/** A data folder in which somebody has played, and the cookie of that guest. */
async function played(data: string) {
  const server = start(data);
  const url = await server.ready();
  const cookie = cookieOf(await post(url, '/api/auth/sign-in/anonymous'));
  const me = (await (await get(url, '/api/me', { cookie })).json()) as Record<
    'id' | 'name' | 'wallet' | 'createdAt',
    unknown
  >;
  return { server, url, cookie, me };
}

/** Gives everybody who has a purse a coin out of nothing. */
function breakLedger(data: string): void {
  const database = new DatabaseSync(join(data, 'bloomvale.db'));
  const { changes } = database.prepare("UPDATE account SET credits = credits + 100 WHERE id LIKE 'wallet:%'").run();
  database.close();
  expect(Number(changes)).toBeGreaterThan(0);
}

describe('a broken ledger', () => {
  it('is named by the audit, line by line, and stops every start', async () => {
    const { server } = await played(folder.data);
    await server.stop();
    expect(tool('audit', '--data', folder.data)).toMatchObject({ code: EXIT.OK, stderr: '' });
    breakLedger(folder.data);
    const audit = tool('audit', '--data', folder.data);
    expect(audit.code).toBe(EXIT.LEDGER);
    expect(audit.stdout).toMatch(/^I16 BREACH stored balances are the sum of their transfers$/m);
    expect(audit.stdout.match(/^I\d+ +(ok|BREACH)/gm)).toHaveLength(22);
    const { code, stderr } = await start(folder.data).ended();
    expect([code, stderr.trim().split('\n').length]).toEqual([EXIT.LEDGER, 1]);
    expect(stderr).toMatch(/^The ledger is broken: I16 .* wallet:/);
  });
});

describe('a backup', () => {
  it('of a running server, put back elsewhere, is the same game', async () => {
    const { server, cookie, me } = await played(folder.data);
    const { id, name, wallet, createdAt } = me;
    const saved = tool('backup', at('saved'), '--data', folder.data);
    expect([saved.code, saved.stderr]).toEqual([EXIT.OK, '']);
    expect(saved.stdout).toMatch(/^Saved and verified: .*saved \(3 files, \d+ bytes\)\n$/);
    expect(statSync(at('saved')).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(at('saved'))) expect(statSync(join(at('saved'), name)).mode & 0o077).toBe(0);
    await server.stop();
    expect(tool('restore', at('saved'), '--data', at('other'))).toMatchObject({ code: EXIT.OK, stderr: '' });
    const url = await start(at('other')).ready();
    expect(await (await get(url, '/api/me', { cookie })).json()).toMatchObject({ id, name, wallet, createdAt });
  });

  it('never replaces anything: neither a folder with its name nor the data it is put over', async () => {
    const { server } = await played(folder.data);
    await server.stop();
    expect(tool('backup', at('saved'), '--data', folder.data).code).toBe(EXIT.OK);
    const again = tool('backup', at('saved'), '--data', folder.data);
    expect([again.code, again.stderr]).toEqual([
      EXIT.DATA_FOLDER,
      expect.stringMatching(/a backup goes into a new folder/),
    ]);
    const restored = tool('restore', at('saved'), '--data', folder.data);
    const former = /the former data is in (.*)\n$/.exec(restored.stdout)?.[1] ?? '';
    expect(readdirSync(former)).toEqual(expect.arrayContaining(['bloomvale.db', 'accounts.db', 'secrets.json']));
  });

  it('is not put over a server that runs', async () => {
    const { server } = await played(folder.data);
    expect(tool('backup', at('saved'), '--data', folder.data).code).toBe(EXIT.OK);
    const refused = tool('restore', at('saved'), '--data', folder.data);
    expect([refused.code, refused.stderr]).toEqual([
      EXIT.OWNED,
      expect.stringMatching(/in use by another running server/),
    ]);
    expect((await server.stop()).code).toBe(EXIT.OK);
  });

  it.each(['bloomvale.db', 'accounts.db', 'secrets.json'])('with a changed %s is not put back', async (name) => {
    const { server } = await played(folder.data);
    await server.stop();
    tool('backup', at('saved'), '--data', folder.data);
    appendFileSync(join(at('saved'), name), ' ');
    const refused = tool('restore', at('saved'), '--data', at('other'));
    expect([refused.code, refused.stderr]).toEqual([
      EXIT.CORRUPT,
      expect.stringMatching(new RegExp(`is damaged: ${name}`)),
    ]);
    expect(existsSync(at('other'))).toBe(false);
  });

  it('is not made of a broken ledger, nor of nothing', async () => {
    const { server } = await played(folder.data);
    await server.stop();
    breakLedger(folder.data);
    expect(tool('backup', at('saved'), '--data', folder.data)).toMatchObject({ code: EXIT.LEDGER });
    expect(tool('backup', at('saved'), '--data', at('nothing')).code).toBe(EXIT.DATA_FOLDER);
    expect(readdirSync(folder.parent).filter((name) => name.startsWith('saved'))).toEqual([]);
  });

  it('that is none is not put back', () => {
    writeFileSync(at('manifest.json'), '{}');
    for (const source of [at('nothing'), folder.parent]) {
      expect(tool('restore', source, '--data', at('other'))).toMatchObject({ code: EXIT.DATA_FOLDER, stdout: '' });
    }
    expect(tool('restore')).toMatchObject({ code: EXIT.CONFIGURATION, stderr: expect.stringMatching(/^Usage: /) });
    expect(tool('backup', 'a', 'b')).toMatchObject({ code: EXIT.CONFIGURATION });
    expect(readFileSync(at('manifest.json'), 'utf8')).toBe('{}');
  });
});
