import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EXIT } from '@bloomvale/server/config/exit-codes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, ask, PASSWORD } from '../support/console.ts';
import { cookieOf, until } from '../support/edge.ts';
import { Server, scratch } from '../support/server-process.ts';
import { totpCode } from '../support/totp.ts';

const CLI = fileURLToPath(new URL('../../server/src/ops/operator-cli.ts', import.meta.url));
const EMAIL = 'ada@example.org';

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

const start = async (): Promise<string> => {
  const server = new Server({ DATA_DIR: folder.data });
  running.push(server);
  return server.ready();
};
function create(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, '--data', folder.data, ...args], {
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}
const tokenIn = (link: string): string =>
  /^http:\/\/localhost:2567\/operator#\/redeem\/([\w-]{43})\n$/.exec(link)?.[1] ?? '';
const redeemed = async (url: string, link: string) =>
  answerOf(await ask({ url }, 'redeem', { body: { token: tokenIn(link), name: 'Ada', password: PASSWORD } }));

describe('npm run operator:create', () => {
  it('says how it is called when it was called otherwise', () => {
    for (const args of [[], ['--email', 'nobody'], ['--email', EMAIL, '--role', 'king'], ['--email', EMAIL, 'more']]) {
      const { code, stdout, stderr } = create(...args);
      expect([code, stdout]).toEqual([EXIT.CONFIGURATION, '']);
      expect(stderr).toContain('Usage: npm run operator:create -- --email ADDRESS');
    }
  });

  it('prints a one-time link before the first start, which makes a publisher once', async () => {
    const { code, stdout } = create('--email', EMAIL);
    expect(code).toBe(EXIT.OK);
    const url = await start();
    expect(await redeemed(url, stdout)).toMatchObject({ status: 200, body: { email: EMAIL, role: 'publisher' } });
    expect(await redeemed(url, stdout)).toEqual({ status: 400, body: { code: 'INVITE_INVALID' } });
  });

  it('works while the server runs, tells the trail, and gives a lost account away anew only when told to', async () => {
    const url = await start();
    const first = create('--email', EMAIL, '--role', 'viewer');
    expect((await redeemed(url, first.stdout)).body).toMatchObject({ role: 'viewer' });
    expect(create('--email', EMAIL)).toMatchObject({ code: EXIT.CONFIGURATION, stdout: '' });
    const again = create('--email', EMAIL, '--reset');
    expect(again.code).toBe(EXIT.OK);
    expect((await redeemed(url, again.stdout)).body).toMatchObject({ role: 'publisher' });
    const signedIn = await ask({ url }, 'signIn', { body: { email: EMAIL, password: PASSWORD, code: null } });
    const headers = { cookie: cookieOf(signedIn) };
    const begun = await answerOf(await ask({ url }, 'beginTotp', { headers, body: { password: PASSWORD } }));
    const code = totpCode(String(begun.body.uri));
    const confirmed = await ask({ url }, 'confirmTotp', { headers, body: { code } });
    const actions = async () => {
      const { body } = await answerOf(await ask({ url }, 'audit', { headers: { cookie: cookieOf(confirmed) } }));
      return (body.lines as { action: string; actor: string }[]).map(
        ({ action, actor }) => `${action} ${actor.slice(0, 9)}`,
      );
    };
    const told = await until(async () => {
      const all = (await actions()).filter((line) => line.startsWith('operator.'));
      return all.length >= 7 ? { all } : null;
    }, 'the trail');
    expect(told.all.toReversed()).toEqual([
      'operator.invited system',
      'operator.joined operator:',
      'operator.removed system',
      'operator.invited system',
      'operator.joined operator:',
      'operator.signed-in operator:',
      'operator.enrolled operator:',
    ]);
  });
});
