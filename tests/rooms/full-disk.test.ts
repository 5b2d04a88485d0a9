import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT } from '@bloomvale/server/config/exit-codes';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import type { Portfolio } from '@bloomvale/shared/protocol/views';
import { afterEach, describe, expect, it } from 'vitest';
import { mintCommandId } from '../bots/command-id.ts';
import { client, cookieOf, get, post, until } from '../support/edge.ts';
import { Server } from '../support/server-process.ts';
import { type SmallVolume, smallVolume } from '../support/small-volume.ts';

const AUDIT = fileURLToPath(new URL('../../server/src/ops/audit-cli.ts', import.meta.url));
/** More than a server with a few players ever needs. */
const ROOMY = 32_768;

const probe = smallVolume(64);
probe?.remove();
if (probe === null)
  process.stderr.write('SKIPPED: full volumes are not tested here, mounting one needs root on Linux.\n');

let volume: SmallVolume;
let running: Server[] = [];
afterEach(() => {
  for (const server of running) server.child.kill('SIGKILL');
  running = [];
  volume?.remove();
});

function volumeOf(size: number): void {
  const made = smallVolume(size);
  if (made === null) throw new Error('the volume that could be mounted before cannot be mounted now');
  volume = made;
}

const data = () => join(volume.path, 'data');
const start = () => {
  const server = new Server({ DATA_DIR: data(), LOG_LEVEL: 'fatal', COMMANDS_PER_SECOND: '1000' });
  running.push(server);
  return server;
};
const auditPasses = () => {
  const { status, stdout } = spawnSync(process.execPath, [AUDIT, '--data', data()], { encoding: 'utf8' });
  expect(stdout).toContain('I1');
  return status === 0;
};

describe.skipIf(probe === null)('a volume without room', () => {
  it('ends the first start with one sentence wherever room runs out, and the next start finds nothing half done', async () => {
    volumeOf(4);
    const codes: (number | null)[] = [];
    for (let size = 8; ; size = Math.ceil(size * 1.9)) {
      volume.resize(size);
      const server = start();
      const outcome = await Promise.race([server.ended(), server.ready().catch(() => server.ended())]);
      if (typeof outcome === 'string') {
        expect((await server.stop()).code).toBe(EXIT.OK);
        break;
      }
      expect(outcome.stderr).toMatch(/^The disk (that holds the data folder .* )?is full.*$/m);
      expect([size, outcome.stderr.trim().split('\n')]).toEqual([size, [expect.any(String)]]);
      expect(outcome.stdout).toBe('');
      codes.push(outcome.code);
    }
    expect(codes.length).toBeGreaterThan(2);
    expect(new Set(codes)).toEqual(new Set([EXIT.DISK_FULL]));
    expect(auditPasses()).toBe(true);
  }, 120_000);

  it('refuses commands while it is full, keeps nothing of them, and takes the same ones once there is room', async () => {
    volumeOf(ROOMY);
    const server = start();
    const url = await server.ready();
    const cookie = cookieOf(await post(url, '/api/auth/sign-in/anonymous'));
    // Signed in, and not in the game yet.
    const other = cookieOf(await post(url, '/api/auth/sign-in/anonymous'));
    const read = async <T>(path: string) => (await (await get(url, path, { cookie })).json()) as T;
    const me = await read<{ wallet: number }>('/api/me');
    const hall = await read<{ loans: { id: string; starter: boolean; raised: number }[] }>('/api/hall');
    const loan = hall.loans.find(({ starter }) => starter);
    const room = await client(url, cookie).joinOrCreate('homestead', { version: PROTOCOL_VERSION });
    const plant = { commandId: mintCommandId(), plots: [0, 1, 2], crop: 'cabbage' };
    const lend = { commandId: mintCommandId(), loanId: loan?.id ?? '', amount: 2_500 };

    volume.fill();
    // What SQLite has already reserved may take a few groups more.
    const names: string[] = [];
    const refused = await until(async () => {
      const name = `Neighbour ${'abcdefghij'[names.length % 10]}`;
      const reply = await room.request('player.rename', { commandId: mintCommandId(), name });
      if (!reply.ok) return reply.code;
      names.push(name);
      return null;
    }, 'a refusal');
    expect(refused).toBe('STORE_UNAVAILABLE');
    expect(await room.request('garden.plant', plant)).toEqual({ ok: false, code: 'STORE_UNAVAILABLE' });
    expect(await room.request('loan.lend', lend)).toEqual({ ok: false, code: 'STORE_UNAVAILABLE' });
    const guest = await post(url, '/api/auth/sign-in/anonymous');
    expect([guest.status, await guest.json()]).toEqual([503, { code: 'STORE_UNAVAILABLE' }]);

    const newcomer = await get(url, '/api/me', { cookie: other });
    expect([newcomer.status, await newcomer.json()]).toEqual([503, { code: 'STORE_UNAVAILABLE' }]);
    await expect(client(url, other).joinOrCreate('village', { version: PROTOCOL_VERSION })).rejects.toMatchObject({
      message: 'STORE_UNAVAILABLE',
    });

    // Everything that only reads goes on, and shows the last thing that was acknowledged.
    expect((await get(url, '/health')).status).toBe(200);
    expect(await read('/api/me')).toMatchObject({
      wallet: me.wallet,
      ...(names.length > 0 ? { name: names.at(-1) } : {}),
    });
    expect((await read<typeof hall>('/api/hall')).loans.find(({ id }) => id === loan?.id)).toEqual(loan);
    expect((await read<Portfolio>('/api/portfolio')).loans).toEqual([]);

    volume.makeRoom();
    await until(async () => (await room.request('garden.plant', plant)).ok, 'the garden is planted');
    expect(await room.request('loan.lend', lend)).toMatchObject({ ok: true });
    expect(await room.request('loan.lend', lend)).toMatchObject({ ok: true });
    expect((await read<Portfolio>('/api/portfolio')).lent).toBe(2_500);
    expect((await get(url, '/api/me', { cookie: other })).status).toBe(200);
    expect((await post(url, '/api/auth/sign-in/anonymous')).status).toBe(200);
    await room.leave();
    expect((await server.stop()).code).toBe(EXIT.OK);
    expect(auditPasses()).toBe(true);
  }, 120_000);
});
