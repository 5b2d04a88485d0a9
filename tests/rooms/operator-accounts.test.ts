import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, ask, type ConsoleEdge, openConsoleEdge, operator, PASSWORD, token } from '../support/console.ts';
import { cookieOf, until } from '../support/edge.ts';
import { totpCode } from '../support/totp.ts';

let edge: ConsoleEdge;
beforeAll(async () => {
  edge = await openConsoleEdge({ publicUrl: 'https://bloomvale.example' });
});
afterAll(() => edge?.close());

const codes = async (): Promise<string[]> => {
  const { lines } = await edge.game.console.lines('operator', null);
  return lines.map(({ action, subject }) => `${action} ${subject}`);
};
const codeOf = async (response: Promise<Response>) => (await answerOf(await response)).body.code;

describe('sign-in', () => {
  const body = (email: string, password = PASSWORD, code: string | null = null) => ({
    body: { email, password, code },
  });

  it('asks for the code, takes it once set up, and a backup code once', async () => {
    const ada = await operator(edge, 'editor');
    expect(await codeOf(ask(edge, 'signIn', body(ada.email)))).toBe('TOTP_NEEDED');
    expect(await codeOf(ask(edge, 'signIn', body(ada.email, PASSWORD, 'abcdef')))).toBe('TOTP_WRONG');
    const done = await ask(edge, 'signIn', body(ada.email, PASSWORD, totpCode(ada.uri)));
    expect(await answerOf(done)).toMatchObject({ status: 200, body: { id: ada.id, role: 'editor', enrolled: true } });
    for (const line of done.headers.getSetCookie()) {
      expect(line).toMatch(/^__Secure-bloomvale-operator/);
      for (const part of [/; HttpOnly/i, /; Secure/i, /; SameSite=Strict/i, /; Path=\/operator/i])
        expect(line).toMatch(part);
    }
    const [backup = ''] = ada.backupCodes;
    expect((await ask(edge, 'signIn', body(ada.email, PASSWORD, backup))).status).toBe(200);
    expect(await codeOf(ask(edge, 'signIn', body(ada.email, PASSWORD, backup)))).toBe('TOTP_WRONG');
  });

  it('locks after five wrong tries, also for who knows the password, and the trail tells of it', async () => {
    const ada = await operator(edge, 'viewer');
    for (let i = 0; i < 5; i++)
      expect(await codeOf(ask(edge, 'signIn', body(ada.email, 'guess')))).toBe('SIGN_IN_WRONG');
    const locked = await answerOf(await ask(edge, 'signIn', body(ada.email, PASSWORD, totpCode(ada.uri))));
    expect(locked).toMatchObject({ status: 423, body: { code: 'LOCKED', detail: { until: expect.any(Number) } } });
    expect((await answerOf(await ask(edge, 'me', { headers: { cookie: ada.cookie } }))).status).toBe(200);
    await until(async () => (await codes()).includes(`operator.locked operator:${ada.id}`), 'the line of the lock');
  });

  it('does not let a player in, nor an operator play', async () => {
    const guest = await fetch(`${edge.url}/api/auth/sign-in/anonymous`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://bloomvale.example' },
      body: '{}',
    });
    expect(guest.status).toBe(200);
    const asOperator = cookieOf(guest).replaceAll('bloomvale.', 'bloomvale-operator.');
    expect(await codeOf(ask(edge, 'me', { headers: { cookie: asOperator } }))).toBe('SIGN_IN');
    const ada = await operator(edge, 'publisher');
    const asPlayer = ada.cookie.replaceAll('bloomvale-operator', 'bloomvale');
    expect((await fetch(`${edge.url}/api/me`, { headers: { cookie: asPlayer } })).status).toBe(401);
  });

  it('cannot be moved to another authenticator by who finds an open console', async () => {
    const ada = await operator(edge, 'publisher');
    const headers = { cookie: ada.cookie };
    expect(await codeOf(ask(edge, 'beginTotp', { headers, body: { password: PASSWORD } }))).toBe('FORBIDDEN');
  });
});

describe('a session', () => {
  it('ends by signing out, from another session, and with the account', async () => {
    const [ada, grace] = [await operator(edge, 'viewer'), await operator(edge, 'publisher')];
    const again = async () =>
      cookieOf(
        await ask(edge, 'signIn', { body: { email: ada.email, password: PASSWORD, code: ada.backupCodes.pop() } }),
      );
    const state = async (cookie: string) => (await ask(edge, 'me', { headers: { cookie } })).status;
    await ask(edge, 'signOut', { headers: { cookie: ada.cookie } });
    expect(await state(ada.cookie)).toBe(401);
    const [one, two] = [await again(), await again()];
    const params = { id: ada.id };
    const { body } = await answerOf(await ask(edge, 'sessions', { headers: { cookie: one }, params }));
    const other = (body.sessions as { id: string; current: boolean }[]).find(({ current }) => !current);
    await ask(edge, 'endSessions', { headers: { cookie: one }, params, body: { sessionId: other?.id } });
    expect([await state(one), await state(two)]).toEqual([200, 401]);
    const headers = { cookie: grace.cookie };
    expect((await ask(edge, 'removeOperator', { headers, params })).status).toBe(200);
    expect(await state(one)).toBe(401);
    expect(await codeOf(ask(edge, 'sessions', { headers, params }))).toBe('UNKNOWN_OPERATOR');
  });

  it('of somebody else is a publisher’s to see and to end', async () => {
    const [ada, eve] = [await operator(edge, 'editor'), await operator(edge, 'editor')];
    const headers = { cookie: eve.cookie };
    for (const name of ['sessions', 'endSessions'] as const) {
      expect(await codeOf(ask(edge, name, { headers, params: { id: ada.id } }))).toBe('FORBIDDEN');
    }
    expect((await ask(edge, 'me', { headers: { cookie: ada.cookie } })).status).toBe(200);
  });
});

describe('a role that was taken away', () => {
  it('is gone with the next request, in a session and behind a token, and comes back as fast', async () => {
    const [ada, grace] = [await operator(edge, 'publisher'), await operator(edge, 'publisher')];
    const { headers: byToken } = await token(edge, ada, ['publish', 'audit']);
    const rails = { rails: [{ figure: 'par30', least: null, most: 0.08 }], reason: 'a test of roles' };
    const tries = async () => {
      const inPerson = await ask(edge, 'invite', {
        headers: { cookie: ada.cookie },
        body: { email: 'someone@example.org', role: 'viewer' },
      });
      return [inPerson.status, (await ask(edge, 'setRails', { headers: byToken, body: rails })).status];
    };
    const give = (role: string) =>
      ask(edge, 'setRole', { headers: { cookie: grace.cookie }, params: { id: ada.id }, body: { role } });
    expect(await tries()).toEqual([200, 200]);
    await give('editor');
    expect(await tries()).toEqual([403, 403]);
    await give('publisher');
    expect(await tries()).toEqual([200, 200]);
    await until(async () => (await codes()).includes(`operator.role operator:${ada.id}`), 'the line of the role');
  });
});

describe('a token', () => {
  it('is its owner’s alone, ends when ended, and falls with the account', async () => {
    const [ada, grace] = [await operator(edge, 'publisher'), await operator(edge, 'publisher')];
    const { id, headers } = await token(edge, ada, ['audit']);
    const works = async (one = headers) => (await ask(edge, 'audit', { headers: one })).status;
    expect(await works()).toBe(200);
    const stranger = { headers: { cookie: grace.cookie }, params: { id } };
    expect(await codeOf(ask(edge, 'endToken', stranger))).toBe('NOT_FOUND');
    expect((await ask(edge, 'endToken', { headers: { cookie: ada.cookie }, params: { id } })).status).toBe(200);
    expect(await works()).toBe(401);
    const last = await token(edge, ada, ['audit']);
    expect(await works(last.headers)).toBe(200);
    await ask(edge, 'removeOperator', { headers: { cookie: grace.cookie }, params: { id: ada.id } });
    expect(await works(last.headers)).toBe(401);
  });

  it('stands in the trail as itself when it acts', async () => {
    const ada = await operator(edge, 'viewer');
    const { id, headers } = await token(edge, ada, ['audit']);
    const file = await ask(edge, 'exportAudit', { headers });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
    const [line] = (await edge.game.console.lines('export.audit', null)).lines;
    expect(line).toMatchObject({ actor: `token:${id}`, role: 'viewer' });
  });
});

describe('a one-time link', () => {
  it('leads to the address operators type, and its token never reaches a server by the link', async () => {
    const ada = await operator(edge, 'publisher');
    const { body } = await answerOf(
      await ask(edge, 'invite', {
        headers: { cookie: ada.cookie },
        body: { email: 'new@example.org', role: 'viewer' },
      }),
    );
    const link = new URL(String(body.link));
    expect([link.origin, link.pathname, link.search]).toEqual(['https://bloomvale.example', '/operator', '']);
    const redeem = (password: string) =>
      ask(edge, 'redeem', { body: { token: link.hash.replace('#/redeem/', ''), name: 'New', password } });
    expect(await codeOf(redeem('short'))).toBe('PASSWORD_TOO_SHORT');
    expect((await redeem(PASSWORD)).status).toBe(200);
    expect(await codeOf(redeem(PASSWORD))).toBe('INVITE_INVALID');
  });
});
