import type { Album, Inbox, OwnLoanPage, ShopPage } from '@bloomvale/shared/protocol/growing-views';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../bots/bot.ts';
import { live, type Pace, pause } from '../bots/bot-life.ts';
import { KilledGame } from './killed-game.ts';

/**
 * Borrowing, paying, visiting, trading and reading letters under `kill -9`: every acknowledged action is there once, none twice, letters
 * are written once, and the books pass the audit.
 */
const KILLS = Number(process.env.GROWING_KILLS ?? 8);
const BOTS = 6;
const PACE: Pace = { least: 5, most: 40, actsAtHome: 8, walks: 0, mostWalkMs: 50 };
const MOST_PLAY_MS = 2_500;

const game = new KilledGame({
  name: 'growing',
  players: BOTS,
  env: { MONTH_SECONDS: '20', COMMANDS_PER_SECOND: '200' },
});
const { seed, dice, journal } = game;

beforeAll(() => game.open(), 120_000);

afterAll(() => game.close());

describe(`borrowing and shops under kill -9 (CRASH_SEED=${seed})`, () => {
  test(
    `lose and double nothing that was acknowledged, ${KILLS} times over`,
    async () => {
      for (let round = 1; round <= KILLS; round++) {
        await game.playAndKill(500 + dice.upTo(MOST_PLAY_MS), grow);
        game.checkFile(round);
      }
    },
    KILLS * 30_000,
  );

  test('add up: what was paid, bought and read is what the bots were told', async () => {
    const told = new Map<string, { count: number; amount: number }>();
    const note = (name: string, amount: number): void => {
      const sum = told.get(name) ?? { count: 0, amount: 0 };
      told.set(name, { count: sum.count + 1, amount: sum.amount + amount });
    };
    // The postman comes once more, too.
    await game.settle();
    for (const { type, payload, reply } of journal.answered()) {
      if (!reply.ok) continue;
      const value = reply.value as Record<string, number>;
      if (type === 'own-loan.sign') note('signed', 16_000);
      if (type === 'shop.visit') note('visited', 0);
      if (type === 'shop.trade' && payload.deal === 'buy') note('bought', value.coins ?? 0);
      if (type === 'shop.trade' && payload.deal === 'sell') note('sold', value.coins ?? 0);
    }
    const nothing = { count: 0, amount: 0 };
    game.withFacts((facts) => {
      expect(facts.posted('disburse:own-%', 'player_loan')).toEqual(told.get('signed') ?? nothing);
      expect(facts.posted('shop:trade:%')).toEqual(told.get('bought') ?? nothing);
      expect(facts.posted('earn:minigame:%:shop:%')).toEqual(told.get('sold') ?? nothing);
      expect(facts.letters().doubled).toBe(0);
      expect(facts.letters().written, 'letters were written').toBeGreaterThan(0);
    });
    expect(told.get('signed')?.count, 'the bots borrowed').toBeGreaterThan(0);
    expect(told.get('visited')?.count, 'the bots visited').toBeGreaterThan(0);
  }, 120_000);

  test('leave a ledger that passes the audit', () => game.audit(), 120_000);
});

/** A stretch of ordinary play, then whatever borrowing and shops offer, again and again. */
async function grow(bot: Bot, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    await live(bot, { at: Date.now() + 300, stopped }, PACE);
    try {
      await bot.enter('village');
      for (let act = 0; act < 6 && !stopped(); act++) await growOnce(bot);
    } catch {
      // The server is away: come back when it is not.
      await pause(30);
    }
  }
}

async function growOnce(bot: Bot): Promise<void> {
  if (bot.hasPending && (await bot.resend()) === null) return;
  const page = await bot.guest.get<OwnLoanPage>('/api/own-loan');
  const act = bot.dice.upTo(5);
  if (act === 0 && page.loan === null) {
    const offer = page.offers.find(({ refusal, starter }) => refusal === null && starter);
    if (offer === undefined) return;
    const { id, amount, instalment } = offer;
    await bot.do({
      type: 'own-loan.sign',
      payload: { offer: id, amount, instalment, share: bot.dice.pick([0, 10, 50]) ?? 0 },
    });
  } else if (act === 1 && page.loan !== null) {
    const type = bot.dice.pick(['own-loan.pay', 'own-loan.pay', 'own-loan.pay-off', 'own-loan.share'] as const);
    const { id: loanId } = page.loan;
    if (type === 'own-loan.pay') await bot.do({ type, payload: { loanId, amount: 1 + bot.dice.upTo(500) } });
    if (type === 'own-loan.pay-off') await bot.do({ type, payload: { loanId } });
    if (type === 'own-loan.share') await bot.do({ type, payload: { loanId, share: 20 } });
  } else if (act === 2) await readLetters(bot);
  else await atAShop(bot);
}

async function readLetters(bot: Bot): Promise<void> {
  const { letters } = await bot.guest.get<Inbox>('/api/letters');
  const unread = letters.filter(({ read }) => !read).map(({ id }) => id);
  if (unread.length > 0) await bot.do({ type: 'letter.read', payload: { letters: unread } });
}

async function atAShop(bot: Bot): Promise<void> {
  const { people } = await bot.guest.get<Album>('/api/album');
  const loanId = bot.dice.pick(people.flatMap(({ chapters }) => chapters))?.loanId;
  if (loanId === undefined) return;
  const shop = await bot.guest.get<ShopPage>(`/api/shops/${loanId}`).catch(() => null);
  const line = bot.dice.pick(shop?.deals ?? []);
  if (shop === null || line === undefined || bot.dice.upTo(3) === 0) {
    await bot.do({ type: 'shop.visit', payload: { loanId } });
    return;
  }
  await bot.do({ type: 'shop.trade', payload: { loanId, deal: line.deal, good: line.good, quantity: 1 } });
}
