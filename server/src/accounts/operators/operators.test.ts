import { createHmac } from 'node:crypto';
import { mayAct } from '@bloomvale/shared/operator/operator-roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../ops/logger.ts';
import { testFolder } from '../../testing/test-game.ts';
import { type AccountsDatabase, openAccountsDatabase } from '../accounts-database.ts';
import type { NoteBy, OperatorNote } from './operator-notes.ts';
import { type Cookies, type Operators, openOperators } from './operators.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'a garden of forking paths';
const MINUTE = 60_000;
const BY: NoteBy = { operatorId: 'grace', name: 'Grace', role: 'publisher' };

let folder: ReturnType<typeof testFolder>;
let database: AccountsDatabase;
let operators: Operators;
let now: number;

beforeEach(async () => {
  folder = testFolder();
  database = openAccountsDatabase(folder.path);
  now = Date.now();
  const logger = createLogger('silent');
  operators = await openOperators({
    database,
    secret: 's'.repeat(64),
    baseUrl: 'http://localhost',
    logger,
    now: () => now,
  });
});
afterEach(async () => {
  await database.destroy();
  folder.remove();
});

const headersOf = ({ cookies }: Cookies): Headers =>
  new Headers({ cookie: cookies.map((line) => line.split(';', 1)[0]).join('; ') });

/** The code an authenticator shows now for such a link (RFC 6238: SHA-1, six digits, thirty seconds). */
function codeOf(uri: string): string {
  const secret = base32(new URL(uri).searchParams.get('secret') ?? '');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const at = (hash.at(-1) as number) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Buffer {
  const bits = [...text]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The token of a fresh one-time link. */
const invited = async (role: 'viewer' | 'editor' | 'publisher', email = EMAIL): Promise<string> =>
  value(await operators.invite('system', email, role)).token;

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** Somebody else, who never signed in. */
const another = async (role: 'viewer' | 'editor' | 'publisher') =>
  value(await operators.redeem(await invited(role, 'eve@example.org'), 'Eve', PASSWORD));

/** Somebody invited, signed in for the first time, with TOTP set up. */
async function enrolled(role: 'viewer' | 'editor' | 'publisher' = 'publisher') {
  const token = await invited(role);
  const operator = value(await operators.redeem(token, 'Ada', PASSWORD));
  const first = value(await operators.signIn(EMAIL, PASSWORD, null));
  const begun = await operators.beginTotp(headersOf(first), PASSWORD);
  if (begun === null) throw new Error('TOTP did not begin');
  const confirmed = value(await operators.confirmTotp(headersOf(first), codeOf(begun.uri)));
  return { operator, uri: begun.uri, cookies: confirmed, backupCodes: begun.backupCodes };
}

describe('a one-time link', () => {
  it('is refused when it is unknown, used, or a day old', async () => {
    const token = await invited('editor');
    expect(await operators.redeem('nonsense', 'Ada', PASSWORD)).toEqual({
      ok: false,
      error: { code: 'INVITE_INVALID' },
    });
    now += 24 * 60 * MINUTE;
    expect(await operators.redeem(token, 'Ada', PASSWORD)).toMatchObject({ error: { code: 'INVITE_INVALID' } });
    const fresh = await invited('editor');
    expect((await operators.redeem(fresh, 'Ada', PASSWORD)).ok).toBe(true);
    expect(await operators.redeem(fresh, 'Eve', PASSWORD)).toMatchObject({ error: { code: 'INVITE_INVALID' } });
  });

  it('stays good when the password was too short, and is void when a newer one was made', async () => {
    const first = await invited('editor');
    expect(await operators.redeem(first, 'Ada', 'short')).toMatchObject({ error: { code: 'PASSWORD_TOO_SHORT' } });
    const second = await invited('viewer');
    expect((await operators.redeem(first, 'Ada', PASSWORD)).ok).toBe(false);
    expect(value(await operators.redeem(second, 'Ada', PASSWORD))).toMatchObject({ role: 'viewer', enrolled: false });
  });

  it('is kept as a hash', async () => {
    const token = await invited('editor');
    const rows = await database.selectFrom('operator_invite').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('signing in', () => {
  it('answers a wrong password and an unknown address alike', async () => {
    await enrolled();
    expect(await operators.signIn(EMAIL, 'wrong', null)).toEqual({ ok: false, error: { code: 'SIGN_IN_WRONG' } });
    expect(await operators.signIn('eve@example.org', 'wrong', null)).toEqual({
      ok: false,
      error: { code: 'SIGN_IN_WRONG' },
    });
  });

  it('locks after five wrong passwords, also for the right one, and opens again; the next time for longer', async () => {
    const { uri } = await enrolled();
    for (let i = 0; i < 5; i++) await operators.signIn(EMAIL, 'wrong', null);
    const locked = await operators.signIn(EMAIL, PASSWORD, codeOf(uri));
    expect(locked).toEqual({ ok: false, error: { code: 'LOCKED', until: now + 15 * MINUTE } });
    now += 15 * MINUTE;
    for (let i = 0; i < 5; i++) await operators.signIn(EMAIL, 'wrong', null);
    expect(await operators.signIn(EMAIL, PASSWORD, null)).toMatchObject({ error: { until: now + 30 * MINUTE } });
    now += 30 * MINUTE;
    expect((await operators.signIn(EMAIL, PASSWORD, codeOf(uri))).ok).toBe(true);
  });

  it('counts tries that are made at once, and asking for the code as none', async () => {
    const { uri } = await enrolled();
    const wrong = await Promise.all(Array.from({ length: 12 }, () => operators.signIn(EMAIL, 'wrong', null)));
    const codes = wrong.map((one) => (one.ok ? 'OK' : one.error.code));
    expect(codes.filter((code) => code === 'SIGN_IN_WRONG')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOCKED')).toHaveLength(7);
    now += 15 * MINUTE;
    for (let i = 0; i < 12; i++) {
      expect(await operators.signIn(EMAIL, PASSWORD, null)).toMatchObject({ error: { code: 'TOTP_NEEDED' } });
    }
    expect((await operators.signIn(EMAIL, PASSWORD, codeOf(uri))).ok).toBe(true);
  });

  it('asks for the code once TOTP is set up, and takes no other', async () => {
    const { uri } = await enrolled();
    expect(await operators.signIn(EMAIL, PASSWORD, null)).toMatchObject({ error: { code: 'TOTP_NEEDED' } });
    const wrong = codeOf(uri) === '000000' ? '000001' : '000000';
    expect(await operators.signIn(EMAIL, PASSWORD, wrong)).toMatchObject({ error: { code: 'TOTP_WRONG' } });
    const { cookies } = value(await operators.signIn(EMAIL, PASSWORD, codeOf(uri)));
    const session = await operators.session(headersOf({ cookies }));
    expect(session?.operator).toMatchObject({ email: EMAIL, name: 'Ada', role: 'publisher', enrolled: true });
    expect(cookies.join('\n')).toMatch(/bloomvale-operator.*HttpOnly/i);
    expect(cookies.join('\n')).toMatch(/SameSite=Strict/i);
  });

  it('before TOTP is set up, says so', async () => {
    const token = await invited('publisher');
    value(await operators.redeem(token, 'Ada', PASSWORD));
    const first = value(await operators.signIn(EMAIL, PASSWORD, null));
    expect((await operators.session(headersOf(first)))?.operator.enrolled).toBe(false);
    expect(await operators.beginTotp(headersOf(first), 'wrong')).toBeNull();
  });
});

describe('an operator', () => {
  it('loses a role at once, with the session still open', async () => {
    const { operator, cookies } = await enrolled();
    expect(await operators.setRole(BY, 'nobody', 'viewer')).toEqual({ ok: false, error: { code: 'UNKNOWN_OPERATOR' } });
    await another('publisher');
    expect(value(await operators.setRole(BY, operator.id, 'viewer'))).toMatchObject({ role: 'viewer' });
    expect((await operators.session(headersOf(cookies)))?.operator.role).toBe('viewer');
  });

  it('is signed out by themselves, by another, and by being removed', async () => {
    const { operator, cookies, uri } = await enrolled();
    expect(await operators.session(new Headers())).toBeNull();
    await operators.signOut(headersOf(cookies));
    expect(await operators.session(headersOf(cookies))).toBeNull();
    const again = value(await operators.signIn(EMAIL, PASSWORD, codeOf(uri)));
    expect((await operators.endSessions(BY, 'nobody')).ok).toBe(false);
    value(await operators.endSessions(BY, operator.id));
    expect(await operators.session(headersOf(again))).toBeNull();
    const other = await another('publisher');
    value(await operators.remove(BY, operator.id));
    expect(await operators.list()).toEqual([other]);
    expect(await operators.signIn(EMAIL, PASSWORD, codeOf(uri))).toMatchObject({ error: { code: 'SIGN_IN_WRONG' } });
  });

  it('keeps the last publisher, whoever asks', async () => {
    const { operator } = await enrolled();
    await another('editor');
    const refused = { ok: false, error: { code: 'LAST_PUBLISHER' } };
    expect(await operators.setRole(BY, operator.id, 'editor')).toEqual(refused);
    expect(await operators.remove(BY, operator.id)).toEqual(refused);
    expect((await operators.setRole(BY, operator.id, 'publisher')).ok).toBe(true);
    expect(await operators.list()).toHaveLength(2);
  });

  it('has one account an address', async () => {
    await enrolled();
    expect(await operators.invite(BY, EMAIL.toUpperCase(), 'viewer')).toMatchObject({ error: { code: 'EMAIL_TAKEN' } });
  });

  it('takes a backup code for a lost authenticator, each once', async () => {
    const { backupCodes } = await enrolled();
    const [code = '', next = ''] = backupCodes;
    expect((await operators.signIn(EMAIL, PASSWORD, code)).ok).toBe(true);
    expect(await operators.signIn(EMAIL, PASSWORD, code)).toMatchObject({ error: { code: 'TOTP_WRONG' } });
    expect((await operators.signIn(EMAIL, PASSWORD, next)).ok).toBe(true);
  });

  it('sees the sessions that are open, and ends one of them', async () => {
    const { operator, cookies, uri } = await enrolled();
    const second = value(await operators.signIn(EMAIL, PASSWORD, codeOf(uri)));
    const current = await operators.session(headersOf(second));
    const open = await operators.sessionsOf(operator.id);
    expect(open.map(({ id }) => id)).toContain(current?.sessionId);
    value(await operators.endSessions(BY, operator.id, current?.sessionId));
    expect(await operators.session(headersOf(second))).toBeNull();
    expect(await operators.session(headersOf(cookies))).not.toBeNull();
    now += 13 * 60 * MINUTE;
    expect(await operators.sessionsOf(operator.id)).toEqual([]);
  });

  it('may do what a lesser role may', () => {
    expect(mayAct('editor', 'viewer')).toBe(true);
    expect(mayAct('editor', 'publisher')).toBe(false);
  });
});

describe('an API token', () => {
  const ask = { name: 'nightly export', scopes: ['catalogue:read', 'audit'] as const, days: 30 };

  it('is unknown when it is made up, ended, expired, or its operator gone', async () => {
    const { operator } = await enrolled();
    await another('publisher');
    const made = async () => value(await operators.tokens.make(BY, { ...ask, operatorId: operator.id }));
    for (const wrong of ['', 'bvop_', `bvop_${'0'.repeat(16)}_${'a'.repeat(43)}`]) {
      expect(await operators.byToken(wrong)).toBeNull();
    }
    const { token, secret } = await made();
    expect(await operators.byToken(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(await operators.tokens.end(BY, 'somebody else', token.id)).toBe(false);
    expect(await operators.byToken(secret)).toMatchObject({
      operator: { id: operator.id },
      token: { scopes: ask.scopes },
    });
    expect(await operators.tokens.end(BY, operator.id, token.id)).toBe(true);
    expect(await operators.byToken(secret)).toBeNull();
    const old = await made();
    now += 30 * 24 * 60 * MINUTE;
    expect(await operators.byToken(old.secret)).toBeNull();
    expect(await operators.tokens.list(operator.id)).toEqual([]);
    const last = await made();
    value(await operators.remove(BY, operator.id));
    expect(await operators.byToken(last.secret)).toBeNull();
  });

  it('is kept as a hash, with its last use to the minute, and twenty at most', async () => {
    const { operator } = await enrolled();
    const { secret } = value(await operators.tokens.make(BY, { ...ask, operatorId: operator.id }));
    const rows = await database.selectFrom('operator_token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret.split('_').at(-1));
    const uses = async () => (await operators.tokens.list(operator.id)).map(({ lastUsedAt }) => lastUsedAt);
    expect(await uses()).toEqual([null]);
    const first = now;
    await operators.byToken(secret);
    now += MINUTE - 1;
    await operators.byToken(secret);
    expect(await uses()).toEqual([first]);
    now += 1;
    await operators.byToken(secret);
    expect(await uses()).toEqual([now]);
    for (let i = 1; i < 20; i++) value(await operators.tokens.make(BY, { ...ask, operatorId: operator.id }));
    expect(await operators.tokens.make(BY, { ...ask, operatorId: operator.id })).toMatchObject({
      error: 'TOO_MANY_TOKENS',
    });
  });
});

describe('what happened to accounts', () => {
  const read = async (take = true): Promise<OperatorNote[]> => {
    const notes: OperatorNote[] = [];
    await operators.notes.handOn(async (note) => {
      notes.push(note);
      return take;
    });
    return notes;
  };

  it('is handed on in its order and once, and kept while nobody takes it', async () => {
    const { operator, uri } = await enrolled();
    expect(await read(false)).toHaveLength(1);
    expect((await read()).map(({ action, by }) => [action, by === 'system' ? by : by.operatorId])).toEqual([
      ['operator.invited', 'system'],
      ['operator.joined', operator.id],
      ['operator.signed-in', operator.id],
      ['operator.enrolled', operator.id],
    ]);
    for (let i = 0; i < 10; i++) await operators.signIn(i < 5 ? 'stranger@example.org' : EMAIL, 'wrong', codeOf(uri));
    value(await operators.setRole(BY, operator.id, 'publisher'));
    expect(await read()).toMatchObject([
      { action: 'operator.locked', by: 'system', subject: `operator:${operator.id}` },
      { action: 'operator.role', by: BY, detail: { from: 'publisher', to: 'publisher' } },
    ]);
    expect(await read()).toEqual([]);
  });

  it('is handed on once when two ask at a time', async () => {
    await enrolled();
    const [one, two] = await Promise.all([read(), read()]);
    expect([...one, ...two]).toHaveLength(4);
  });
});
