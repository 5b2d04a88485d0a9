import { beforeEach, describe, expect, it } from 'vitest';
import { type TestGame, testGame } from '../../testing/test-game.ts';
import { HOUR_MS } from './flow-book.ts';
import { inlineInspector } from './ledger-checks.ts';
import { LiveDesk } from './live-desk.ts';

let world: TestGame;
beforeEach(async () => {
  world = await testGame();
});

/** A desk that has not looked at anything yet. */
const desk = (): LiveDesk => {
  const { bus, store, rules, clock, log } = world.parts;
  return new LiveDesk(bus, store.reader, rules, clock, inlineInspector(store), log);
};
const sum = (amounts: Readonly<Record<string, number>>): number =>
  Object.values(amounts).reduce((total, amount) => total + amount, 0);
/** Ordinary loans in a player's hall. */
const listed = async (playerId: string) => {
  const villageId = (await world.game.player(playerId))?.villageId ?? '';
  const loans = await world.parts.store.reader.loansOfVillage(villageId, ['fundraising']);
  return loans.filter(({ starter }) => starter === 0);
};

describe('the live figures', () => {
  it('of a world in which nothing has happened are unknown, but for the coins it began with', async () => {
    const { figures, flows, supply } = await desk().figures(1);
    for (const figure of ['fundedShare', 'hoursToFund', 'par30', 'par90', 'repaymentRate', 'gini', 'relent'] as const) {
      expect([figure, figures[figure].value, figures[figure].verdict]).toEqual([figure, null, 'unknown']);
      expect(figures[figure].trend.every((value) => value === null)).toBe(true);
    }
    const made = flows.flatMap(({ faucets }) => Object.entries(faucets));
    expect(made).toEqual([['mint:matching', supply]]);
    expect(figures.players).toMatchObject({ value: 0, least: null, most: null, verdict: 'unknown' });
  });

  it('are computed by hand in a small world', async () => {
    for (const player of ['ann', 'ben']) await world.newcomer(player);
    await world.enrich('ann', 100_000);
    const [first, second] = await listed('ann');
    await world.run('ann', 'loan.lend', { loanId: first?.id ?? '', amount: 2_500 });
    await world.run('ben', 'loan.lend', { loanId: first?.id ?? '', amount: 2_500 });
    const lent = await world.run('ann', 'loan.lend', { loanId: second?.id ?? '', amount: 2_500 });
    expect(lent.ok).toBe(true);
    const { figures, flows, supply } = await desk().figures(7);
    const welcome = world.game.content.economy.welcomeGift;
    expect(sum(flows.at(-1)?.faucets ?? {})).toBe(supply);
    expect(flows.at(-1)?.faucets).toMatchObject({ 'mint:welcome': 2 * welcome, 'mint:ops': 100_000 });
    expect(figures.newLending.value).toBe(7_500);
    expect(figures.newLending.trend.at(-1)).toBe(7_500);
    // what is lent is still theirs: two people, x and y, have a Gini of |x - y| / (2 (x + y)).
    const [x, y] = [welcome + 100_000, welcome];
    expect(figures.gini.value).toBeCloseTo((x - y) / (2 * (x + y)), 12);
    expect(figures.faucetSink.value).toBeNull();
    expect(figures.par30.value).toBeNull();
  });

  it('follow loans through their lives: the same as their rows say', async () => {
    await world.newcomer('ann');
    await world.enrich('ann', 500_000);
    const loans = await world.parts.store.reader.loansOfVillage('v1', ['fundraising']);
    const [good, bad] = loans.filter(({ starter }) => starter === 1);
    await world.settleFate(good?.id ?? '', 'always pays');
    await world.settleFate(bad?.id ?? '', 'never pays');
    for (const loan of [good, bad]) await world.run('ann', 'loan.lend', { loanId: loan?.id ?? '', amount: 2_500 });
    await world.pass(70_000);
    const { reader } = world.parts.store;
    const over = (await reader.rows('loan', [good?.id ?? '', bad?.id ?? ''])).filter(
      ({ closedAt }) => closedAt !== null,
    );
    const principal = over.reduce((total, loan) => total + loan.principal, 0);
    const lost = over.reduce((total, loan) => total + loan.writtenOff - loan.recovered + loan.fxLoss, 0);
    const life = over.reduce((t, loan) => t + loan.principal * ((loan.closedAt ?? 0) - (loan.disbursedAt ?? 0)), 0);
    const others = (await reader.loansOfVillage('v1', ['ended', 'ended_with_loss', 'defaulted'])).length;
    const { figures } = await desk().figures(1);
    expect([over.length, others]).toEqual([2, 2]);
    expect(figures.repaymentRate.value).toBeCloseTo(1 - lost / principal, 12);
    expect(figures.repaymentRate.value).toBeLessThan(1);
    expect(figures.meanLoanLife.value).toBeCloseTo(life / principal / HOUR_MS, 9);
    const expired = (await reader.loansOfVillage('v1', ['expired'])).filter(({ starter }) => starter === 0);
    const funded = (await reader.latestLoans('v1', 10_000)).filter(
      (loan) => loan.starter === 0 && loan.fundedAt !== null,
    );
    expect(figures.fundedShare.value).toBe(
      expired.length + funded.length === 0 ? null : funded.length / (expired.length + funded.length),
    );
    expect(world.violations()).toEqual([]);
  });

  it('read each posting once, and begin to read where the longest period begins', async () => {
    const now = world.now();
    await world.newcomer('ann');
    world.setNow(now + 40 * 24 * HOUR_MS);
    await world.enrich('ann', 777);
    const { figures: _, flows, supply } = await desk().figures(28);
    expect(flows.map(({ faucets }) => sum(faucets)).reduce((a, b) => a + b)).toBe(777);
    expect(supply).toBeGreaterThan(777);
  });

  it('keep samples of what no journal can tell afterwards, for the trend', async () => {
    for (const player of ['ann', 'ben']) await world.newcomer(player);
    const live = desk();
    live.watchPresence(() => ['ann', 'ben']);
    await live.sample();
    await live.sample();
    world.setNow(world.now() + 3 * HOUR_MS);
    const { figures } = await live.figures(1);
    expect(figures.players.trend.slice(-5)).toEqual([null, 2, null, null, 2]);
    expect(figures.gini.trend.slice(-4)).toEqual([0, null, null, 0]);
  });
});
