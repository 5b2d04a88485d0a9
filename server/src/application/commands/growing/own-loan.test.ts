import { SIM_DAY } from '@bloomvale/shared/time/sim-clock';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, MONTH_SECONDS, type TestGame, testGame } from '../../../testing/test-game.ts';

const DAY_MS = (MONTH_SECONDS * 1_000 * SIM_DAY) / (30 * SIM_DAY);

let world: TestGame;
const STARTER = { offer: 'first-plots', amount: 16_000, instalment: 4_200, share: 0 };
const page = async () => {
  const found = await world.game.ownLoan('ann');
  if (found === null) throw new Error('no page');
  return found;
};
const loanId = async () => (await page()).loan?.id ?? '';
const sign = (payload: Partial<typeof STARTER> = {}) => world.run('ann', 'own-loan.sign', { ...STARTER, ...payload });
const wallet = async () => (await world.game.player('ann'))?.wallet;
/** Plants, waits and sells, a simulated day at a time: the player is about. */
async function playDays(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    world.setNow(world.now() + DAY_MS);
    await world.run('ann', 'home.catch-up', { seen: true });
  }
}

beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
});

describe('signing a loan of the village fund', () => {
  it('is refused for an offer nobody makes', async () => {
    expect(await sign({ offer: 'castle' })).toMatchObject({ code: 'BORROW_UNKNOWN' });
  });
  it('is refused with another instalment than the schedule says, and names it', async () => {
    expect(await sign({ instalment: 4_000 })).toMatchObject({ code: 'BORROW_TERMS', detail: { instalment: 4_200 } });
  });
  it('is refused with another sum than the offer has', async () => {
    expect(await sign({ amount: 15_000 })).toMatchObject({ code: 'BORROW_AMOUNT', detail: { most: 16_000 } });
  });
  it('is refused with a share that is not to choose', async () => {
    expect(await sign({ share: 33 })).toMatchObject({ code: 'BORROW_SHARE' });
  });
  it('is refused above the stall, and above what the stall takes, with the limit', async () => {
    expect(await sign({ offer: 'better-stall', amount: 40_000 })).toMatchObject({ code: 'BORROW_LEVEL' });
    const { offers } = await page();
    const coins = offers.find(({ id }) => id === 'season-stock');
    const asked = { offer: 'season-stock', amount: 20_000, instalment: coins?.instalment ?? 0 };
    expect(await sign(asked)).toMatchObject({ code: 'BORROW_CAP', detail: { limit: 40, most: 0 } });
  });
  it('is refused while another loan runs, and a second starter loan for ever', async () => {
    expect(await sign()).toMatchObject({ ok: true });
    expect(await sign({ offer: 'first-oven' })).toMatchObject({ code: 'BORROW_OPEN', detail: { owed: 16_800 } });
    await world.enrich('ann', 50_000);
    await world.run('ann', 'own-loan.pay-off', { loanId: await loanId() });
    expect(await sign({ offer: 'first-oven' })).toMatchObject({ code: 'BORROW_STARTER' });
  });

  it('gives two plots, moves no coin of the purse, and owes 168: 160 and 8 of cost', async () => {
    const before = await world.game.player('ann');
    expect(await sign()).toMatchObject({ ok: true, value: { owed: 16_800, wallet: before?.wallet } });
    const after = await world.game.player('ann');
    expect(after).toMatchObject({ owed: 16_800, wallet: before?.wallet, plotCount: (before?.plotCount ?? 0) + 2 });
    expect((await page()).loan).toMatchObject({ principal: 16_000, cost: 800, share: 0, daysPastDue: 0 });
    expect((await page()).loan?.schedule.map(({ total }) => total)).toEqual([4_200, 4_200, 4_200, 4_200]);
    expect(world.violations()).toEqual([]);
  });
  it('gives the oven instead', async () => {
    await sign({ offer: 'first-oven' });
    expect((await world.game.player('ann'))?.household.stations).toHaveProperty('oven');
    expect(world.violations()).toEqual([]);
  });
  it('happens once, however often it is sent', async () => {
    const id = commandId();
    const first = await world.run('ann', 'own-loan.sign', { ...STARTER, commandId: id });
    expect(await world.run('ann', 'own-loan.sign', { ...STARTER, commandId: id })).toEqual(first);
    expect((await page()).loan?.owed).toBe(16_800);
  });
});

describe('paying', () => {
  beforeEach(async () => {
    await sign();
    await world.newcomer('ben');
  });
  it('is refused for a loan that is somebody else’s, or nobody’s', async () => {
    const theirs = await loanId();
    expect(await world.run('ben', 'own-loan.pay', { loanId: theirs, amount: 100 })).toMatchObject({
      code: 'BORROW_UNKNOWN',
    });
    expect(await world.run('ann', 'own-loan.pay-off', { loanId: 'own-nobody123-1' })).toMatchObject({
      code: 'BORROW_UNKNOWN',
    });
  });
  it('is refused above what is owed, and when the last ten coins would go', async () => {
    const id = await loanId();
    expect(await world.run('ann', 'own-loan.pay', { loanId: id, amount: 16_801 })).toMatchObject({
      code: 'BORROW_OVER',
      detail: { owed: 16_800 },
    });
    const have = (await wallet()) ?? 0;
    expect(await world.run('ann', 'own-loan.pay', { loanId: id, amount: have - 999 })).toMatchObject({
      code: 'BORROW_FUNDS',
      detail: { reserve: 1_000, have },
    });
  });
  it('takes a part of an instalment by hand: cost first, then principal', async () => {
    expect(await world.run('ann', 'own-loan.pay', { loanId: await loanId(), amount: 1_000 })).toMatchObject({
      value: { paid: 1_000, owed: 15_800, ended: false },
    });
    expect((await page()).loan?.schedule[0]).toMatchObject({ paid: 1_000, status: 'partly' });
    expect(world.violations()).toEqual([]);
  });
  it('ends the loan when the last unit is in, and the books say so', async () => {
    await world.enrich('ann', 50_000);
    const id = await loanId();
    expect(await world.run('ann', 'own-loan.pay', { loanId: id, amount: 16_800 })).toMatchObject({
      value: { owed: 0, ended: true },
    });
    expect(await world.run('ann', 'own-loan.pay', { loanId: id, amount: 1 })).toMatchObject({ code: 'BORROW_CLOSED' });
    expect(await page()).toMatchObject({ loan: null, history: { repaid: 1, percent: 125 } });
    expect(world.violations()).toEqual([]);
  });
  it('drops the cost of months that have not begun when all is given back early', async () => {
    await world.enrich('ann', 50_000);
    expect(await world.run('ann', 'own-loan.pay-off', { loanId: await loanId() })).toMatchObject({
      value: { paid: 16_200, saved: 600 },
    });
    expect((await page()).past[0]).toMatchObject({ state: 'ended', waived: 600, owed: 0 });
    expect(world.violations()).toEqual([]);
  });
  it('stands in the statement in words of its own', async () => {
    await world.run('ann', 'own-loan.pay', { loanId: await loanId(), amount: 1_000 });
    const lines = (await world.game.statement('ann', null))?.lines.map(({ kind, amount }) => [kind, amount]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['own.instalment', -800],
        ['own.cost', -200],
      ]),
    );
  });
});

describe('setting a share of the takings aside', () => {
  it('pays the next instalment from what customers bring, and no further', async () => {
    await sign({ share: 50 });
    await world.run('ann', 'garden.plant', { plots: [0, 1, 2, 3, 4, 5], crop: 'tomato' });
    world.setNow(world.now() + 150_000);
    await world.run('ann', 'garden.harvest', { plots: [0, 1, 2, 3, 4, 5] });
    await world.run('ann', 'stall.stock', { slot: 0, good: 'tomato', quantity: 18 });
    world.setNow(world.now() + 200_000);
    const before = (await wallet()) ?? 0;
    const reply = await world.run('ann', 'home.catch-up', { seen: true });
    const earned = reply.ok ? reply.value.sales.earned : 0;
    expect(earned).toBeGreaterThan(0);
    expect(await wallet()).toBe(before + earned - Math.floor(earned / 2));
    expect((await page()).loan?.paid).toBe(Math.floor(earned / 2));
    expect(world.events).toContainEqual(expect.objectContaining({ kind: 'own-loan.news', news: 'paid' }));
    expect(world.violations()).toEqual([]);
  });
  it('can be changed and turned off', async () => {
    await sign();
    const id = await loanId();
    expect(await world.run('ann', 'own-loan.share', { loanId: id, share: 15 })).toMatchObject({ code: 'BORROW_SHARE' });
    await world.run('ann', 'own-loan.share', { loanId: id, share: 20 });
    expect((await page()).loan?.share).toBe(20);
    await world.run('ann', 'own-loan.share', { loanId: id, share: 0 });
    expect((await page()).loan?.share).toBe(0);
  });
});

describe('loan time', () => {
  beforeEach(() => sign());
  it('stands still while the player is away, however long, and for a server that was down', async () => {
    world.setNow(world.now() + 400 * DAY_MS);
    await playDays(1);
    // A simulated week of it counts, and the day that was played.
    expect((await page()).loan).toMatchObject({ daysPastDue: 0, rescheduled: 0 });
    expect((await page()).loan?.next?.dueInMs).toBeLessThanOrEqual(23 * DAY_MS);
    expect((await page()).loan?.next?.dueInMs).toBeGreaterThan(20 * DAY_MS);
  });
  it('makes an unpaid instalment late, then gives it a new schedule, and the next offer is smaller', async () => {
    await playDays(31);
    expect((await page()).loan?.daysPastDue).toBeGreaterThan(0);
    expect(world.events).toContainEqual(expect.objectContaining({ kind: 'own-loan.news', news: 'late' }));
    await playDays(31);
    expect((await page()).loan).toMatchObject({ rescheduled: 1, daysPastDue: 0, owed: 16_800 });
    expect((await page()).loan?.schedule).toHaveLength(6);
    await world.enrich('ann', 50_000);
    await world.run('ann', 'own-loan.pay-off', { loanId: await loanId() });
    expect((await page()).history).toMatchObject({ repaid: 1, rescheduled: 1, percent: 50 });
    expect(world.violations()).toEqual([]);
  });
  it('ends in a write-off for who never pays: nothing is taken, the fund pauses, then offers again', async () => {
    const before = await wallet();
    await playDays(340);
    expect(await page()).toMatchObject({ loan: null, history: { writtenOff: 1 } });
    expect((await page()).past[0]).toMatchObject({ state: 'defaulted', writtenOff: 16_800, owed: 0 });
    expect(await wallet()).toBeGreaterThanOrEqual(before ?? 0);
    expect((await page()).offers[0]?.refusal).toMatchObject({ code: 'BORROW_PAUSE' });
    expect(world.violations()).toEqual([]);
  });
});

describe('leaving for good', () => {
  it('writes off what is owed', async () => {
    await sign();
    await world.game.deletePlayer('ann');
    expect(world.violations()).toEqual([]);
    expect(await world.parts.store.reader.ownLoansOfPlayer('ann', 5)).toMatchObject([{ owed: 0, state: 'defaulted' }]);
  });
});
