import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../bots/free-port.ts';
import { GAME_SERVER, ROOT, ServerProcess } from '../bots/server-process.ts';

const run = promisify(execFile);
const bots = (...args: string[]) => run(process.execPath, ['tests/bots/main.ts', ...args], { cwd: ROOT });
let server: ServerProcess | null = null;
let dataDir = '';

beforeAll(async () => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  dataDir = mkdtempSync(join(ROOT, '.cache', 'bots-'));
  const env = { DATA_DIR: dataDir, TIME_SCALE: '20', MONTH_SECONDS: '600', LOG_LEVEL: 'error' };
  server = await ServerProcess.start({ script: GAME_SERVER, port: await freePort(), env });
});
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the bots, as they are called', () => {
  test('say in a sentence that they cannot play, and why', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    await expect(bots('--players', '1', '--seconds', '1', '--url', nobody)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('The bots cannot play'),
    });
    await expect(bots('--players', 'many')).rejects.toMatchObject({ code: 2, stdout: '' });
  });

  test('play on a real server and print one line of figures', async () => {
    const { stdout } = await bots('--players', '4', '--seconds', '12', '--url', server?.url ?? '');
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const line = JSON.parse(stdout) as Record<string, never>;
    expect(line).toMatchObject({ players: 4, seconds: 12, unanswered: 0, bytesPerPlayerIdle: expect.any(Number) });
    // Bots ask for what they see to be possible; what two of them want at once, one of them is refused.
    expect(Object.keys(line.refusals ?? {}).filter((code) => !code.startsWith('LEND_'))).toEqual([]);
    expect(line.acknowledged).toBeGreaterThan(4);
    expect(line.p99).toBeGreaterThanOrEqual(line.p50 ?? 0);
    expect(line.bytesPerPlayerWalking).toBeGreaterThan(0);
  });
});
