import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { live, type Pace, pause } from '../bots/bot-life.ts';
import { expectedEffects } from '../bots/expected-effects.ts';
import { KilledGame, timeless } from './killed-game.ts';

/**
 * The promise "an acknowledged action is durable", held against the real server: killed without warning, again and again, while bots
 * play. After each kill the file is read before anything else touches it.
 */
const KILLS = Number(process.env.CRASH_KILLS ?? 50);
const BOTS = 12;
/** Fast hands and a fast world: crops ripen in a second, market days come every half second, so that every kind of command is under way. */
const PACE: Pace = { least: 10, most: 90, actsAtHome: 8, walks: 1, mostWalkMs: 100 };
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

const game = new KilledGame({
  name: 'crash',
  players: BOTS,
  env: { MONTH_SECONDS: '60', COMMANDS_PER_SECOND: '100' },
});
const { seed, dice, journal, tally } = game;

beforeAll(() => game.open(), 120_000);

afterAll(() => game.close());

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
    const stop = await game.settle();
    const content = game.bots[0]?.content;
    if (content === undefined) throw new Error('no bots');
    const expected = expectedEffects(journal.answered(), content);
    game.withFacts((facts) => {
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
    });
    expect(stop).toBe(0);
  }, 120_000);

  test('leaves a ledger that passes the audit', () => game.audit(), 120_000);
});

/** One life of the server: repeats of the last round, live play, death, and a look at what it left behind. */
async function survive(round: number): Promise<void> {
  if (round % START_KILL_EVERY === 0) await killAtStart();
  await game.playAndKill(100 + dice.upTo(MOST_PLAY_MS), (bot, stopped) =>
    live(bot, { at: Number.POSITIVE_INFINITY, stopped }, PACE),
  );
  game.checkFile(round);
  await repeatSome(round);
}

/** The one that runs is killed idle; the next one dies while it opens, audits and catches up. */
async function killAtStart(): Promise<void> {
  await game.kill();
  const doomed = game.start();
  await pause(dice.upTo(1_500));
  await doomed.kill();
}

/** After the restart, the same commands under the same ids get the same answers. */
async function repeatSome(round: number): Promise<void> {
  await game.running();
  const answered = journal.answered().slice(-REPEATED);
  await Promise.all(
    game.bots.map(async (bot) => {
      await bot.enter('homestead');
      for (const { playerId, type, payload, reply } of answered) {
        if (playerId !== bot.me.id || !reply.ok) continue;
        expect(timeless(await bot.repeat(type, payload)), `round ${round}, repeated ${type}`).toEqual(timeless(reply));
      }
    }),
  );
}
