import { coins } from '@bloomvale/shared/money/coins';
import { NEWS_KINDS } from '@bloomvale/shared/protocol/lending-views';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../application/store/store.ts';
import { commandId, MONTH_SECONDS, sqliteIn, type TestGame, testFolder, testGame } from '../testing/test-game.ts';
import { MemoryStore } from './memory-store.ts';

const PLAYERS = ['ann', 'ben', 'cleo'];
const folder = testFolder();
const stores: Store[] = [];
afterAll(async () => {
  for (const store of stores) await store.close();
  folder.remove();
});

/** The same months in any store: lends, one taken back, follows, auto-lend, and time for loans to end. */
async function livedIn(store: Store): Promise<TestGame> {
  stores.push(store);
  const world = await testGame({ store });
  let n = 50_000;
  const next = (): string => commandId(n++);
  for (const player of PLAYERS) {
    await world.newcomer(player);
    await world.enrich(player, coins(5_000));
  }
  const loans = (await world.game.hall('ann'))?.loans.filter(({ starter }) => !starter) ?? [];
  for (const loan of loans.slice(0, 4)) {
    for (const player of PLAYERS) {
      const amount = Math.min(Math.floor((loan.amount * 0.4) / 2_500) * 2_500, 40_000);
      await world.run(player, 'loan.lend', { loanId: loan.id, amount, commandId: next() });
    }
  }
  const other = loans[5]?.id ?? '';
  const lendId = next();
  await world.run('ann', 'loan.lend', { loanId: other, amount: 2_500, commandId: lendId });
  await world.run('ann', 'loan.take-back', { loanId: other, lendId, commandId: next() });
  await world.run('ben', 'loan.follow', { loanId: other, follow: true, commandId: next() });
  await world.run('cleo', 'loan.follow', { loanId: other, follow: true, commandId: next() });
  await world.run('cleo', 'loan.follow', { loanId: other, follow: false, commandId: next() });
  const rules = { sectors: null, countries: null, grades: ['A' as const], minRating: 0.5, maxAnnualCost: 0.6 };
  const limits = { maxMonths: 36, perLoan: 2_500, perDay: 5_000, reserve: 0, stopAtLoss: 10_000_000 };
  await world.run('ben', 'lend.auto', { on: true, rules: { ...rules, ...limits }, commandId: next() });
  for (let month = 0; month < 14; month++) {
    world.setNow(world.now() + MONTH_SECONDS * 1_000);
    await world.parts.jobs.runDue();
  }
  return world;
}

/** Everything lending asks of a store. */
async function asked(world: TestGame) {
  const { reader } = world.parts.store;
  const loans = await reader.latestLoans('v1', 1_000);
  const ids = loans.map(({ id }) => id);
  const news = await reader.newsOf(ids, NEWS_KINDS, Number.MAX_SAFE_INTEGER, 40);
  const older = await reader.newsOf(ids, NEWS_KINDS, news.at(-1)?.id ?? 0, 40);
  const counts = await reader.loanCounts('v1');
  const movements = await reader.lenderMovements('wallet:ann', 0, 1_000);
  return {
    ids,
    news,
    older,
    counts: counts.map(({ entrepreneur, state, loans: n }) => `${entrepreneur} ${state} ${n}`).sort(),
    closed: (await reader.closedLoans('v1', 3)).map(({ id }) => id),
    followers: await reader.followers(ids),
    auto: await reader.activeAutoLenders(),
    lines: await reader.autoLendLines('ben', 5),
    lenders: (await reader.recentLenders(10)).toSorted(),
    movements,
    rest: await reader.lenderMovements('wallet:ann', movements[2]?.id ?? 0, 4),
    nobody: [await reader.followers([]), await reader.newsOf([], NEWS_KINDS, 1, 1), await reader.closedLoans('v9', 1)],
  };
}

describe('what lending asks of a store', () => {
  it('is answered alike by SQLite and by memory, and holds what happened', async () => {
    const memory = await asked(await livedIn(new MemoryStore()));
    const sqlite = await asked(await livedIn(sqliteIn(folder.path)));
    expect(sqlite).toEqual(memory);
    expect(memory.followers).toMatchObject([{ playerId: 'ben' }]);
    expect(memory.auto).toEqual(['ben']);
    expect(memory.lines.at(-1)).toMatchObject({ kind: 'on' });
    expect(memory.closed.length).toBeGreaterThan(0);
    expect(memory.news.length).toBeGreaterThan(0);
    expect(memory.news.map(({ id }) => id)).toEqual(memory.news.map(({ id }) => id).toSorted((a, b) => b - a));
    expect(memory.movements.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lend', 'reverse.lend', 'repay']));
    expect(memory.nobody).toEqual([[], [], []]);
  });
});
