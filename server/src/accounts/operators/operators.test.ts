import { createHmac } from 'node:crypto';
import { mayAct } from '@bloomvale/shared/operator/operator-roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../ops/logger.ts';
import { testFolder } from '../../testing/test-game.ts';
import { type AccountsDatabase, openAccountsDatabase } from '../accounts-database.ts';
import { type Cookies, type Operators, openOperators } from './operators.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'a garden of forking paths';
const MINUTE = 60_000;

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

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** Somebody invited, signed in for the first time, with TOTP set up. */
async function enrolled(role: 'viewer' | 'editor' | 'publisher' = 'publisher') {
  const token = await operators.invites.make({ email: EMAIL, role });
  const operator = value(await operators.redeem(token, 'Ada', PASSWORD));
  const first = value(await operators.signIn(EMAIL, PASSWORD, null));
  const begun = await operators.beginTotp(headersOf(first), PASSWORD);
  if (begun === null) throw new Error('TOTP did not begin');
  const confirmed = value(await operators.confirmTotp(headersOf(first), codeOf(begun.uri)));
  return { operator, uri: begun.uri, cookies: confirmed, backupCodes: begun.backupCodes };
}

describe('a one-time link', () => {
  it('is refused when it is unknown, used, or a day old', async () => {
    const token = await operators.invites.make({ email: EMAIL, role: 'editor' });
    expect(await operators.redeem('nonsense', 'Ada', PASSWORD)).toEqual({
      ok: false,
      error: { code: 'INVITE_INVALID' },
    });
    now += 24 * 60 * MINUTE;
    expect(await operators.redeem(token, 'Ada', PASSWORD)).toMatchObject({ error: { code: 'INVITE_INVALID' } });
    const fresh = await operators.invites.make({ email: EMAIL, role: 'editor' });
    expect((await operators.redeem(fresh, 'Ada', PASSWORD)).ok).toBe(true);
    expect(await operators.redeem(fresh, 'Eve', PASSWORD)).toMatchObject({ error: { code: 'INVITE_INVALID' } });
  });

  it('stays good when the password was too short, and is void when a newer one was made', async () => {
    const first = await operators.invites.make({ email: EMAIL, role: 'editor' });
    expect(await operators.redeem(first, 'Ada', 'short')).toMatchObject({ error: { code: 'PASSWORD_TOO_SHORT' } });
    const second = await operators.invites.make({ email: EMAIL, role: 'viewer' });
    expect((await operators.redeem(first, 'Ada', PASSWORD)).ok).toBe(false);
    expect(value(await operators.redeem(second, 'Ada', PASSWORD))).toMatchObject({ role: 'viewer', enrolled: false });
  });

  it('is kept as a hash', async () => {
    const token = await operators.invites.make({ email: EMAIL, role: 'editor' });
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
    const token = await operators.invites.make({ email: EMAIL, role: 'publisher' });
    value(await operators.redeem(token, 'Ada', PASSWORD));
    const first = value(await operators.signIn(EMAIL, PASSWORD, null));
    expect((await operators.session(headersOf(first)))?.operator.enrolled).toBe(false);
    expect(await operators.beginTotp(headersOf(first), 'wrong')).toBeNull();
  });
});

describe('an operator', () => {
  it('loses a role at once, with the session still open', async () => {
    const { operator, cookies } = await enrolled();
    expect(await operators.setRole('nobody', 'viewer')).toBe(false);
    expect(await operators.setRole(operator.id, 'viewer')).toBe(true);
    expect((await operators.session(headersOf(cookies)))?.operator.role).toBe('viewer');
  });

  it('is signed out by themselves, by another, and by being removed', async () => {
    const { operator, cookies, uri } = await enrolled();
    expect(await operators.session(new Headers())).toBeNull();
    await operators.signOut(headersOf(cookies));
    expect(await operators.session(headersOf(cookies))).toBeNull();
    const again = value(await operators.signIn(EMAIL, PASSWORD, codeOf(uri)));
    await operators.endSessions(operator.id);
    expect(await operators.session(headersOf(again))).toBeNull();
    await operators.remove(operator.id);
    expect(await operators.list()).toEqual([]);
    expect(await operators.signIn(EMAIL, PASSWORD, codeOf(uri))).toMatchObject({ error: { code: 'SIGN_IN_WRONG' } });
  });

  it('may do what a lesser role may', () => {
    expect(mayAct('editor', 'viewer')).toBe(true);
    expect(mayAct('editor', 'publisher')).toBe(false);
  });
});
