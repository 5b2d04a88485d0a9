import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, type Edge, get, guest, openEdge, post, until } from '../support/edge.ts';
import { joinVillage, leaveAll, newPlayer } from '../support/players.ts';

const AGENT = 'Mozilla/5.0 (Secret Device)';
const ADDRESS = '203.0.113.77';
let edge: Edge;
beforeAll(async () => {
  edge = await openEdge({ trustProxy: 1, minAge: 15 });
});
afterAll(async () => {
  await leaveAll();
  await edge?.close();
});

/** Each request from an address of its own: password limits are by address and hold in these tests too. */
let addresses = 0;
const from = () => ({ 'x-forwarded-for': `198.51.${Math.floor(addresses / 250)}.${addresses++ % 250}` });
const send = (path: string, body: unknown, cookie = '', headers: Record<string, string> = {}) =>
  post(edge.url, path, body, { ...from(), ...(cookie === '' ? {} : { cookie }), ...headers });
const code = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code];
const me = async (cookie: string) =>
  (await (await get(edge.url, '/api/me', { cookie, ...from() })).json()) as {
    id: string;
    guest: boolean;
    email: string | null;
  };

let people = 0;
const newEmail = () => `person-${people++}@example.org`;
const PASSWORD = 'a garden of forking paths';

/** A guest who became an account. */
async function registered() {
  const player = await newPlayer(edge);
  const email = newEmail();
  await send('/api/account/age', { age: 30 }, player.cookie);
  const response = await send('/api/auth/sign-up/email', { email, password: PASSWORD, name: '' }, player.cookie);
  expect(response.status).toBe(200);
  return { ...player, email, guestCookie: player.cookie, cookie: cookieOf(response) };
}

describe('a guest', () => {
  it('is the same player after any number of visits', async () => {
    const { cookie } = await guest(edge.url);
    const first = await me(cookie);
    expect(first).toMatchObject({ guest: true, email: null });
    expect(await me(cookie)).toMatchObject({ id: first.id });
  });

  it('gets a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await send('/api/auth/sign-in/anonymous', {});
    const [line] = response.headers.getSetCookie();
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(Number(/Max-Age=(\d+)/.exec(line ?? '')?.[1])).toBeGreaterThanOrEqual(180 * 86_400 - 60);
  });

  it('is nobody with a cookie that was tampered with', async () => {
    const { cookie } = await guest(edge.url);
    const forged = cookie.replace(/\.([^.]{4})/, '.AAAA');
    expect(await code(await get(edge.url, '/api/me', { cookie: forged }))).toEqual([401, 'SIGN_IN']);
  });
});

describe('an e-mail address', () => {
  const signUp = (cookie: string, email = newEmail()) =>
    send('/api/auth/sign-up/email', { email, password: PASSWORD, name: '' }, cookie);

  it('is taken from nobody who is not playing, has not said an age, or is too young', async () => {
    expect(await code(await signUp(''))).toEqual([401, 'SIGN_IN']);
    const { cookie } = await newPlayer(edge);
    expect(await code(await signUp(cookie))).toEqual([403, 'AGE_NEEDED']);
    expect(await (await send('/api/account/age', { age: 14 }, cookie)).json()).toEqual({
      given: true,
      oldEnough: false,
    });
    expect(await code(await signUp(cookie))).toEqual([403, 'AGE_TOO_LOW']);
    // The question is asked once: nobody tries until it fits.
    expect(await (await send('/api/account/age', { age: 40 }, cookie)).json()).toEqual({
      given: true,
      oldEnough: false,
    });
    expect(await code(await signUp(cookie))).toEqual([403, 'AGE_TOO_LOW']);
  });

  it.each([-1, 131, 15.5, '15', null])('comes after an age, which %s is not', async (age) => {
    const { cookie } = await newPlayer(edge);
    expect(await code(await send('/api/account/age', { age }, cookie))).toEqual([400, 'BAD_SHAPE']);
  });

  it('makes an account of a guest who loses nothing, and whose open room stays open', async () => {
    const { room, ...player } = await joinVillage(edge);
    let closed = 0;
    room.onLeave(() => closed++);
    const guestSelf = await me(player.cookie);
    await send('/api/account/age', { age: 15 }, player.cookie);
    const email = newEmail();
    const response = await signUp(player.cookie, email);
    expect(response.status).toBe(200);
    const cookie = cookieOf(response);
    expect(await me(cookie)).toMatchObject({ id: guestSelf.id, guest: false, email });
    expect((await edge.accounts.session(new Headers({ cookie })))?.playerId).toBe(player.playerId);
    expect(await room.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
    expect(closed).toBe(0);
    expect(await code(await get(edge.url, '/api/me', { cookie: player.cookie }))).toEqual([401, 'SIGN_IN']);
    // Signing out of the new session closes the room that was opened with the old one.
    await send('/api/auth/sign-out', {}, cookie);
    await until(() => closed === 1, 'the room closes');
  });

  it('keeps the guest’s other devices signed in', async () => {
    const { cookie } = await newPlayer(edge);
    const { code: transfer } = (await (await send('/api/auth/transfer-code/create', {}, cookie)).json()) as {
      code: string;
    };
    const other = cookieOf(await send('/api/auth/transfer-code/redeem', { code: transfer }));
    await send('/api/account/age', { age: 30 }, cookie);
    const email = newEmail();
    expect((await signUp(cookie, email)).status).toBe(200);
    expect(await me(other)).toMatchObject({ email, guest: false });
  });

  it('is given once, and belongs to one account', async () => {
    const { cookie, email } = await registered();
    expect(await code(await signUp(cookie))).toEqual([409, 'ALREADY_LINKED']);
    const second = await newPlayer(edge);
    await send('/api/account/age', { age: 30 }, second.cookie);
    expect(await code(await signUp(second.cookie, email))).toEqual([422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL']);
    expect(await me(second.cookie)).toMatchObject({ guest: true });
  });

  it('opens the same player on another device', async () => {
    const { id, email } = await registered();
    const response = await send('/api/auth/sign-in/email', { email, password: PASSWORD });
    expect(await me(cookieOf(response))).toMatchObject({ id, email });
    expect(await code(await send('/api/auth/sign-in/email', { email, password: 'not the password' }))).toEqual([
      401,
      'INVALID_EMAIL_OR_PASSWORD',
    ]);
  });

  it('does not make a guest’s garden vanish unasked', async () => {
    const { id, email } = await registered();
    const visitor = await newPlayer(edge);
    const body = { email, password: PASSWORD };
    expect(await code(await send('/api/auth/sign-in/email', body, visitor.cookie))).toEqual([409, 'GUEST_LEFT_BEHIND']);
    const response = await send('/api/auth/sign-in/email', { ...body, leaveGuest: true }, visitor.cookie);
    expect(await me(cookieOf(response))).toMatchObject({ id });
  });
});

describe('a transfer code', () => {
  const create = async (cookie: string) =>
    (await (await send('/api/auth/transfer-code/create', {}, cookie)).json()) as { code: string; expiresAt: number };
  const redeem = (typed: string, cookie = '', more = {}) =>
    send('/api/auth/transfer-code/redeem', { code: typed, ...more }, cookie);

  it('is made for players only', async () => {
    expect((await send('/api/auth/transfer-code/create', {})).status).toBe(401);
  });

  it('opens the same player elsewhere, once, as a session of its own', async () => {
    const { cookie, id } = await newPlayer(edge);
    const made = await create(cookie);
    expect(made.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(made.expiresAt - Date.now()).toBeLessThanOrEqual(10 * 60_000);
    const typed = ` ${made.code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    const other = cookieOf(await redeem(typed));
    expect(await me(other)).toMatchObject({ id });
    expect(await code(await redeem(made.code))).toEqual([400, 'CODE_INVALID']);
    await send('/api/auth/sign-out', {}, other);
    expect(await me(cookie)).toMatchObject({ id });
  });

  it.each(['', 'ABCD', 'ABCD-EFGH', '%', 'x'.repeat(41)])('that was never made opens nothing: %s', async (typed) => {
    expect((await redeem(typed)).status).toBe(400);
  });

  it('does not make a guest’s garden vanish unasked', async () => {
    const here = await newPlayer(edge);
    const { cookie, id } = await newPlayer(edge);
    const { code: made } = await create(cookie);
    expect(await code(await redeem(made, here.cookie))).toEqual([409, 'GUEST_LEFT_BEHIND']);
    expect(await me(cookieOf(await redeem(made, here.cookie, { leaveGuest: true })))).toMatchObject({ id });
  });

  it('is not written down anywhere', async () => {
    const { cookie } = await newPlayer(edge);
    const { code: made } = await create(cookie);
    expect(dump()).not.toContain(made.replace('-', ''));
    expect(dump()).not.toContain(made);
  });
});

describe('a forgotten password', () => {
  it('is replaced with a recovery code, once, and every session ends', async () => {
    const { cookie, email, id } = await registered();
    expect(await code(await send('/api/auth/recovery-codes/create', { password: 'wrong' }, cookie))).toEqual([
      400,
      'INVALID_PASSWORD',
    ]);
    const { codes } = (await (
      await send('/api/auth/recovery-codes/create', { password: PASSWORD }, cookie)
    ).json()) as { codes: string[] };
    expect(new Set(codes).size).toBe(8);
    const redeem = (typed: string) =>
      send('/api/auth/recovery-codes/redeem', { code: typed, newPassword: 'a second garden' });
    expect(await code(await redeem('0000-0000-0000-0000'))).toEqual([400, 'CODE_INVALID']);
    expect((await redeem(codes[3] ?? '')).status).toBe(200);
    expect(await code(await redeem(codes[3] ?? ''))).toEqual([400, 'CODE_INVALID']);
    expect((await get(edge.url, '/api/me', { cookie })).status).toBe(401);
    expect(await code(await send('/api/auth/sign-in/email', { email, password: PASSWORD }))).toEqual([
      401,
      'INVALID_EMAIL_OR_PASSWORD',
    ]);
    expect(
      await me(cookieOf(await send('/api/auth/sign-in/email', { email, password: 'a second garden' }))),
    ).toMatchObject({ id });
  });

  it('old codes end when new ones are made', async () => {
    const { cookie } = await registered();
    const make = async () =>
      (
        (await (await send('/api/auth/recovery-codes/create', { password: PASSWORD }, cookie)).json()) as {
          codes: string[];
        }
      ).codes;
    const [old] = await make();
    await make();
    expect(
      await code(await send('/api/auth/recovery-codes/redeem', { code: old, newPassword: 'a third garden' })),
    ).toEqual([400, 'CODE_INVALID']);
  });
});

describe('sessions', () => {
  it('are listed and ended from another device', async () => {
    const { cookie, email, id } = await registered();
    const other = cookieOf(await send('/api/auth/sign-in/email', { email, password: PASSWORD }));
    const sessions = (await (await get(edge.url, '/api/auth/list-sessions', { cookie, ...from() })).json()) as {
      token: string;
    }[];
    expect(sessions).toHaveLength(2);
    await send('/api/auth/revoke-other-sessions', {}, cookie);
    expect((await get(edge.url, '/api/me', { cookie: other })).status).toBe(401);
    expect(await me(cookie)).toMatchObject({ id });
  });
});

describe('what is closed', () => {
  it.each([
    '/update-user',
    '/change-email',
    '/delete-user',
    '/delete-anonymous-user',
    '/sign-in/social',
    '/request-password-reset',
    '/verify-email',
    '/error',
    '/ok',
    '/constructor',
    '/../me',
  ])('%s does not exist', async (path) => {
    expect([404, 401]).toContain((await post(edge.url, `/api/auth${path}`, {}, from())).status);
  });
});

describe('my data', () => {
  it('is handed over whole, as a file', async () => {
    const { cookie, email, playerId } = await registered();
    const response = await get(edge.url, '/api/export', { cookie });
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?bloomvale-\d{4}-\d\d-\d\d\.json"?$/,
    );
    expect(await response.json()).toMatchObject({
      account: { email, guest: false, age: { given: true } },
      game: { playerId },
    });
  });

  it('is erased when I confirm, and only then', async () => {
    const { cookie, email, playerId } = await registered();
    expect(await code(await send('/api/account/delete', { confirm: 'yes' }, cookie))).toEqual([400, 'CONFIRM_NEEDED']);
    expect(await code(await send('/api/account/delete', {}, cookie))).toEqual([400, 'BAD_SHAPE']);
    expect((await send('/api/account/delete', { confirm: 'delete' }, cookie)).status).toBe(200);
    expect((await get(edge.url, '/api/me', { cookie })).status).toBe(401);
    expect(await edge.game.player(playerId)).toBeNull();
    expect(dump()).not.toContain(email);
    expect(dump()).not.toContain(playerId);
    expect(await code(await send('/api/auth/sign-in/email', { email, password: PASSWORD }))).toEqual([
      401,
      'INVALID_EMAIL_OR_PASSWORD',
    ]);
  });

  it('is erased at the next start when the process ended in between', async () => {
    const { finishClosings } = await import('@bloomvale/server/http/player-routes');
    const { cookie, playerId } = await registered();
    const session = await edge.accounts.session(new Headers({ cookie }));
    if (session === null) throw new Error('no session');
    await edge.accounts.beginClosing(session);
    expect(await finishClosings(edge.accounts, edge.game)).toBe(1);
    expect(await edge.game.player(playerId)).toBeNull();
    expect(await finishClosings(edge.accounts, edge.game)).toBe(0);
    expect(await edge.accounts.session(new Headers({ cookie }))).toBeNull();
  });

  it('holds neither my address nor my device, nor my age', async () => {
    const response = await send('/api/auth/sign-in/anonymous', {}, '', {
      'x-forwarded-for': ADDRESS,
      'user-agent': AGENT,
    });
    await send('/api/account/age', { age: 47 }, cookieOf(response), { 'user-agent': AGENT });
    const database = new DatabaseSync(join(edge.folder, 'accounts.db'), { readOnly: true });
    const rows = database.prepare('SELECT ipAddress, userAgent FROM session').all();
    database.close();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.ipAddress === null && row.userAgent === null)).toBe(true);
    for (const personal of [ADDRESS, AGENT]) expect(dump()).not.toContain(personal);
  });
});

/** Every byte of accounts.db and what is not folded into it yet. */
function dump(): string {
  return ['accounts.db', 'accounts.db-wal'].map((name) => readFileSync(join(edge.folder, name), 'latin1')).join('');
}
