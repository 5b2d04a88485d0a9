import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../bots/bot.ts';
import { live, type Pace, pause } from '../bots/bot-life.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { createDice } from '../bots/dice.ts';
import { expectedEffects } from '../bots/expected-effects.ts';
import { freePort } from '../bots/free-port.ts';
import { Journal } from '../bots/journal.ts';
import { GAME_SERVER, ROOT, ServerProcess } from '../bots/server-process.ts';
import { Tally } from '../bots/tally.ts';
import { StoreFacts } from './store-facts.ts';

/**
 * The promise "an acknowledged action is durable", held against the real server: killed without warning, again and again, while bots
 * play. After each kill the file is read before anything else touches it.
 */
const KILLS = Number(process.env.CRASH_KILLS ?? 50);
const BOTS = 12;
/** Fast hands and a fast world: crops ripen in a second, market days come every half second, so that every kind of command is under way. */
const PACE: Pace = { least: 10, most: 90, actsAtHome: 8, walks: 1, mostWalkMs: 100 };
const ENV = {
  TIME_SCALE: '20',
  MONTH_SECONDS: '60',
  LOG_LEVEL: 'error',
  GUESTS_PER_HOUR: '1000',
  AUTH_PER_MINUTE: '1000',
  API_PER_MINUTE: '100000',
  COMMANDS_PER_SECOND: '100',
  FLOOD_PER_SECOND: '1000',
};
/** Milliseconds of play before a kill, at most. */
const MOST_PLAY_MS = 2_500;
/** Every tenth kill comes while the server starts: its catching up must be as safe. */
const START_KILL_EVERY = 10;
const ROUND_MS = 20_000;
/** What bots do at home in any run, however short; a bowl of soup takes some rounds. */
const AT_HOME = ['own-loan.sign', 'home.fulfil', 'home.talk'];
const COOKED = ['kitchen.start', 'kitchen.collect'];
const COOKED_AFTER = 12;
/** Commands of each round that are sent once more after the restart. */
const REPEATED = 24;

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const dice = createDice(seed, 0);
const journal = new Journal();
const tally = new Tally();
let dataDir = '';
let port = 0;
let bots: Bot[] = [];
let server: ServerProcess | null = null;

const start = (): ServerProcess => new ServerProcess({ script: GAME_SERVER, port, env: { ...ENV, DATA_DIR: dataDir } });

beforeAll(async () => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  // Not under /tmp, which may be memory: what is tested is a disk.
  dataDir = mkdtempSync(join(ROOT, '.cache', 'crash-'));
  port = await freePort();
  server = start();
  await server.ready();
  bots = await gatherCrowd({ url: server.url, players: BOTS, seed, tally, journal });
}, 120_000);

afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.leave()));
  await server?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

describe(`kill -9 under live bots (CRASH_SEED=${seed})`, () => {
  test(
    `loses and doubles nothing that was acknowledged, ${KILLS} times over`,
    async () => {
      for (let round = 1; round <= KILLS; round++) await survive(round);
      expect(tally.acknowledged).toBeGreaterThan(KILLS * BOTS);
    },
    KILLS * ROUND_MS,
  );

  test('adds up: every effect in the store is one that somebody was told of, once', async () => {
    const stop = await settleEverything();
    const content = bots[0]?.content;
    if (content === undefined) throw new Error('no bots');
    const expected = expectedEffects(journal.answered(), content);
    const facts = new StoreFacts(dataDir);
    try {
      expect(facts.posted('lend:%')).toEqual({ count: expected.lends, amount: expected.lent });
      expect(facts.posted('shop:%')).toEqual({ count: expected.purchases, amount: expected.spent });
      expect(facts.posted('earn:%:wish:%')).toEqual({ count: expected.served, amount: expected.paid });
      expect(facts.posted('earn:%:order:%')).toEqual({ count: expected.orders, amount: expected.orderPaid });
      expect(facts.experience()).toBe(expected.experience);
      expect(expected.lends, 'the bots lent').toBeGreaterThan(0);
      expect(expected.served, 'the bots served').toBeGreaterThan(0);
      for (const type of KILLS < COOKED_AFTER ? AT_HOME : [...AT_HOME, ...COOKED]) {
        expect(tally.byType[type] ?? 0, `the bots did ${type}`).toBeGreaterThan(0);
      }
    } finally {
      facts.close();
    }
    expect(stop).toBe(0);
  }, 120_000);

  test('leaves a ledger that passes the audit', async () => {
    const audit = promisify(execFile)(process.execPath, ['server/src/ops/audit-cli.ts'], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: dataDir },
    });
    await expect(audit).resolves.toBeDefined();
  }, 120_000);
});

/** A reply without the server's clock, which is fresh in every answer. */
const timeless = (reply: unknown): unknown => ({ ...(reply as object), now: null });

/** One life of the server: repeats of the last round, live play, death, and a look at what it left behind. */
async function survive(round: number): Promise<void> {
  if (round % START_KILL_EVERY === 0) await killAtStart();
  server ??= start();
  await server.ready();
  let over = false;
  const playing = bots.map((bot) => live(bot, { at: Number.POSITIVE_INFINITY, stopped: () => over }, PACE));
  await pause(100 + dice.upTo(MOST_PLAY_MS));
  await server.kill();
  over = true;
  await Promise.all(playing);
  server = null;
  checkFile(round);
  await repeatSome(round);
}

/** The one that runs is killed idle; the next one dies while it opens, audits and catches up. */
async function killAtStart(): Promise<void> {
  await server?.kill();
  server = null;
  const doomed = start();
  await pause(dice.upTo(1_500));
  await doomed.kill();
}

/** Every answer a bot ever got stands in the file, word for word. */
function checkFile(round: number): void {
  const facts = new StoreFacts(dataDir);
  try {
    const stored = facts.replies();
    for (const { payload, reply, type } of journal.answered()) {
      if (!reply.ok && !stored.has(payload.commandId)) continue; // refused at the door, nothing to keep
      expect(timeless(stored.get(payload.commandId)), `round ${round}, ${type} ${payload.commandId}`).toEqual(
        timeless(reply),
      );
    }
  } finally {
    facts.close();
  }
}

/** After the restart, the same commands under the same ids get the same answers. */
async function repeatSome(round: number): Promise<void> {
  server = start();
  await server.ready();
  const answered = journal.answered().slice(-REPEATED);
  await Promise.all(
    bots.map(async (bot) => {
      await bot.enter('homestead');
      for (const { playerId, type, payload, reply } of answered) {
        if (playerId !== bot.me.id || !reply.ok) continue;
        expect(timeless(await bot.repeat(type, payload)), `round ${round}, repeated ${type}`).toEqual(timeless(reply));
      }
    }),
  );
}

/** Lets every bot get the answer it still waits for, then stops the server kindly. @returns its exit code. */
async function settleEverything(): Promise<number | null> {
  await Promise.all(
    bots.map(async (bot) => {
      await bot.enter('homestead');
      for (let attempt = 0; bot.hasPending && attempt < 20; attempt++)
        if ((await bot.resend()) === null) await pause(100);
      expect(bot.hasPending).toBe(false);
      await bot.leave();
    }),
  );
  const code = (await server?.stop()) ?? null;
  server = null;
  return code;
}
