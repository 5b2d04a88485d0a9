import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GUEST_KEPT_MS } from '../application/absence.ts';
import { playerErase } from '../application/commands/player-delete.ts';
import { ABSENCE_MS } from '../application/jobs/game-jobs.ts';
import { createLogger } from '../ops/logger.ts';
import { type TestGame, testFolder, testGame } from '../testing/test-game.ts';
import { type AccountEvent, type Accounts, openAccounts } from './accounts.ts';
import { ACCOUNTS_FILE } from './accounts-database.ts';

const PASSWORD = 'a garden of forking paths';
/** A month far longer than any test: loans stand still unless a test says otherwise. */
const STILL_CLOCK = 10 ** 9;

let folder: ReturnType<typeof testFolder>;
let accounts: Accounts;
let http: Server;
let world: TestGame;
let told: AccountEvent[];

beforeEach(async () => {
  folder = testFolder();
  accounts = await openAccounts({
    folder: folder.path,
    secret: 'a'.repeat(64),
    operatorSecret: 'b'.repeat(64),
    baseUrl: 'http://localhost',
    originAllowed: () => true,
    perMinute: 1_000_000,
    minAge: 15,
    logger: createLogger('silent'),
  });
  told = [];
  accounts.on((event) => void told.push(event));
  http = createServer((request, response) => void accounts.handler(request, response));
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  // Accounts are made by the host's clock, so the game's starts there too.
  world = await testGame({ guests: accounts.guests, monthSeconds: STILL_CLOCK, now: Date.now() + 1_000 });
});
afterEach(async () => {
  http.closeAllConnections();
  await new Promise((done) => http.close(done));
  await accounts.close();
  folder.remove();
});

async function send(path: string, body: object, cookie = ''): Promise<{ status: number; cookie: string }> {
  const response = await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost', ...(cookie === '' ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { status: response.status, cookie: set.join('; ') };
}

async function session(cookie: string) {
  const found = await accounts.session(new Headers({ cookie }));
  if (found === null) throw new Error('the test needs a session');
  return found;
}

/** A guest who has entered the game. */
async function guest() {
  const { cookie } = await send('/sign-in/anonymous', {});
  const { userId, playerId } = await session(cookie);
  await world.newcomer(playerId);
  return { cookie, userId, playerId };
}

const later = async (ms: number) => {
  world.setNow(world.now() + ms);
  await world.parts.jobs.runDue();
};
const count = (table: string): number => {
  const database = new DatabaseSync(join(folder.path, ACCOUNTS_FILE), { readOnly: true });
  try {
    return Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
  } finally {
    database.close();
  }
};
const deletedAt = async (player: string) =>
  (await world.parts.store.reader.rows('player', [player]))[0]?.deletedAt ?? null;

describe('guests are left alone', () => {
  it('until nobody has seen them for 180 days', async () => {
    const idle = await guest();
    const faithful = await guest();
    await later(GUEST_KEPT_MS - ABSENCE_MS);
    await world.newcomer(faithful.playerId);
    expect(await deletedAt(idle.playerId)).toBeNull();
    await later(2 * ABSENCE_MS);
    expect(await deletedAt(idle.playerId)).not.toBeNull();
    expect(await deletedAt(faithful.playerId)).toBeNull();
    expect(await accounts.session(new Headers({ cookie: idle.cookie }))).toBeNull();
    expect((await session(faithful.cookie)).playerId).toBe(faithful.playerId);
  });

  it('while they are connected, however long ago they entered', async () => {
    const { playerId } = await guest();
    world.game.watchPresence(() => [playerId]);
    await later(GUEST_KEPT_MS * 2);
    expect(await deletedAt(playerId)).toBeNull();
  });

  it('once they have an e-mail address', async () => {
    const { cookie, playerId } = await guest();
    await accounts.answerAge(playerId, 30);
    const email = 'somebody@example.org';
    expect((await send('/sign-up/email', { email, password: PASSWORD, name: '' }, cookie)).status).toBe(200);
    await later(GUEST_KEPT_MS * 3);
    expect(await deletedAt(playerId)).toBeNull();
    expect([count('user'), count('closing')]).toEqual([1, 0]);
  });

  it('when they come back in the middle of it', async () => {
    const { cookie, userId, playerId } = await guest();
    world.setNow(world.now() + GUEST_KEPT_MS);
    expect(await accounts.guests.beginIdleClosing({ userId, playerId })).toBe(true);
    await world.newcomer(playerId);
    await world.parts.jobs.runDue();
    expect(await deletedAt(playerId)).toBeNull();
    expect((await session(cookie)).playerId).toBe(playerId);
    expect(count('closing')).toBe(0);
  });

  it('and cannot turn into an account once it has begun', async () => {
    const { cookie, userId, playerId } = await guest();
    await accounts.answerAge(playerId, 30);
    await accounts.guests.beginIdleClosing({ userId, playerId });
    const made = await send('/sign-up/email', { email: 'late@example.org', password: PASSWORD, name: '' }, cookie);
    expect((await session(made.cookie)).playerId).not.toBe(playerId);
    await later(GUEST_KEPT_MS);
    expect(await deletedAt(playerId)).not.toBeNull();
    expect((await session(made.cookie)).guest).toBe(false);
  });
});

describe('an idle guest', () => {
  it('is erased like a deleted account: name, coins, garden, sessions; what loans still repay goes to the pool', async () => {
    const { cookie, userId, playerId } = await guest();
    await accounts.answerAge(playerId, 30);
    const starter = (await world.game.hall(playerId))?.loans.find((loan) => loan.starter);
    await world.settleFate(starter?.id ?? '', 'always pays');
    await world.run(playerId, 'loan.lend', { loanId: starter?.id ?? '', amount: 2_500 });
    await later(GUEST_KEPT_MS);
    const [row] = await world.parts.store.reader.rows('player', [playerId]);
    expect(row).toMatchObject({ name: '', look: 'a1', lot: -1, deletedAt: world.now() });
    const [dormant] = await world.parts.store.reader.rows('account', ['sink:dormant']);
    expect(dormant?.credits).toBe(1_500);
    const parts = await world.parts.store.reader.rows('contribution', [starter?.id ?? '']);
    expect(parts.map(({ source }) => source)).not.toContain(`player:${playerId}`);
    expect((await world.parts.store.reader.rows('household', [playerId]))[0]?.doc).toBe('');
    expect(['user', 'session', 'player_link', 'age_answer', 'closing'].map(count)).toEqual([0, 0, 0, 0, 0]);
    expect(told.some(({ kind }) => kind === 'session.ended')).toBe(true);
    expect(await accounts.session(new Headers({ cookie }))).toBeNull();
    expect(await accounts.guests.beginIdleClosing({ userId, playerId })).toBe(false);
    await expect(world.newcomer(playerId)).rejects.toMatchObject({ name: 'PlayerGoneError' });
    expect(world.violations()).toEqual([]);
  });

  it('is erased also when nobody ever played on it', async () => {
    await send('/sign-in/anonymous', {});
    const { cookie } = await send('/sign-in/anonymous', {});
    await session(cookie);
    expect([count('user'), count('player_link')]).toEqual([2, 1]);
    await later(GUEST_KEPT_MS - 60_000);
    expect(count('user')).toBe(2);
    await later(ABSENCE_MS);
    expect([count('user'), count('session'), count('player_link')]).toEqual([0, 0, 0]);
  });

  it('is closed at the next pass when a crash came between any two steps', async () => {
    const [noted, half] = [await guest(), await guest()];
    world.setNow(world.now() + GUEST_KEPT_MS);
    await accounts.guests.beginIdleClosing(noted);
    await accounts.guests.beginIdleClosing(half);
    await world.parts.bus.system(playerErase, { playerId: half.playerId, absentSince: world.now() });
    // A start finishes only what was asked for; what was begun for idleness is decided anew.
    expect(await accounts.unfinishedClosings()).toEqual([]);
    await world.parts.jobs.runDue();
    expect(['user', 'session', 'player_link', 'closing'].map(count)).toEqual([0, 0, 0, 0]);
    expect(await deletedAt(noted.playerId)).not.toBeNull();
    expect(world.violations()).toEqual([]);
  });

  it('who asks for deletion in the middle of it is deleted, and not called off any more', async () => {
    const who = await guest();
    await accounts.guests.beginIdleClosing(who);
    await accounts.beginClosing(who);
    await accounts.guests.cancelClosing(who);
    expect(await accounts.unfinishedClosings()).toEqual([{ userId: who.userId, playerId: who.playerId }]);
  });

  it('that cannot be erased now does not hold up the others, and is tried again', async () => {
    const [broken, sound] = [await guest(), await guest()];
    const { eraseGuest } = accounts.guests;
    const guests = accounts.guests as { eraseGuest: typeof eraseGuest };
    guests.eraseGuest = (who) =>
      who.userId === broken.userId ? Promise.reject(new Error('the disk is full')) : eraseGuest(who);
    await later(GUEST_KEPT_MS);
    expect(await accounts.session(new Headers({ cookie: sound.cookie }))).toBeNull();
    expect(count('closing')).toBe(1);
    expect(world.log.filter(({ level }) => level === 'error')).toHaveLength(1);
    guests.eraseGuest = eraseGuest;
    await later(ABSENCE_MS);
    expect([count('user'), count('closing')]).toEqual([0, 0]);
    expect(world.violations()).toEqual([]);
  });

  it('is found among any number of accounts', async () => {
    const { playerId } = await guest();
    const database = new DatabaseSync(join(folder.path, ACCOUNTS_FILE));
    const add = database.prepare(
      `INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt, isAnonymous) VALUES (?, 'player', ?, 0, ?, ?, ?)`,
    );
    const made = new Date().toISOString();
    database.exec('BEGIN');
    for (let i = 0; i < 1_200; i++) {
      const id = `${(i * 7_919) % 1_200}`.padStart(8, i % 2 === 0 ? '0' : 'z');
      add.run(`${id}-${i}`, `${i}@example.org`, made, made, i % 3 === 0 ? 1 : 0);
    }
    database.exec('COMMIT');
    database.close();
    await later(GUEST_KEPT_MS);
    expect(await deletedAt(playerId)).not.toBeNull();
    expect(count('user')).toBe(800);
  });
});
