import { TAKE_BACK_MS } from '@bloomvale/shared/protocol/lending-commands';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, type TestGame, testGame } from '../../testing/test-game.ts';

let world: TestGame;
let loan: LoanCard;
let starter: LoanCard;

beforeEach(async () => {
  world = await testGame({ monthSeconds: 14_400 });
  await world.newcomer('ann');
  await world.newcomer('ben');
  const hall = await world.game.hall('ann');
  loan = hall?.loans.find((one) => !one.starter && one.amount >= 20_000) as LoanCard;
  starter = hall?.loans.find((one) => one.starter) as LoanCard;
});

const lend = async (player: string, to = loan, amount = 2_500): Promise<string> => {
  const id = commandId();
  const reply = await world.run(player, 'loan.lend', { loanId: to.id, amount, commandId: id });
  expect(reply).toMatchObject({ ok: true });
  return id;
};
const takeBack = (player: string, lendId: string, loanId = loan.id) =>
  world.run(player, 'loan.take-back', { loanId, lendId });
const walletOf = async (player: string) => (await world.game.player(player))?.wallet ?? 0;

describe('loan.take-back is refused', () => {
  it('for somebody who never entered, and for a loan there is not', async () => {
    const id = await lend('ann');
    expect(await takeBack('nobody', id)).toEqual({ ok: false, code: 'FORBIDDEN' });
    expect(await takeBack('ann', id, 'no-such-loan')).toEqual({ ok: false, code: 'LEND_UNKNOWN' });
  });

  it('for a lend that is not the player’s latest one here', async () => {
    await world.enrich('ann', 100_000);
    const first = await lend('ann');
    await lend('ann');
    expect(await takeBack('ann', first)).toEqual({ ok: false, code: 'TAKE_BACK_NONE' });
    expect(await takeBack('ben', first)).toEqual({ ok: false, code: 'TAKE_BACK_NONE' });
    expect(await takeBack('ann', commandId())).toEqual({ ok: false, code: 'TAKE_BACK_NONE' });
  });

  it('a second time', async () => {
    const id = await lend('ann');
    expect(await takeBack('ann', id)).toMatchObject({ ok: true });
    expect(await takeBack('ann', id)).toEqual({ ok: false, code: 'TAKE_BACK_NONE' });
  });

  it('once ten seconds of the server’s clock are over, to the millisecond', async () => {
    const id = await lend('ann');
    world.setNow(world.now() + TAKE_BACK_MS);
    expect(await takeBack('ann', id)).toEqual({ ok: false, code: 'TAKE_BACK_LATE' });
    expect(await walletOf('ann')).toBe(1_500);
  });

  it('once the loan is complete: the lend said so', async () => {
    const id = commandId();
    const reply = await world.run('ann', 'loan.lend', { loanId: starter.id, amount: 2_500, commandId: id });
    expect(reply).toMatchObject({ ok: true, value: { funded: true, takeBackUntil: null } });
    expect(await takeBack('ann', id, starter.id)).toEqual({ ok: false, code: 'TAKE_BACK_FUNDED' });
  });

  it('and changes nothing then', async () => {
    const id = await lend('ann');
    world.setNow(world.now() + TAKE_BACK_MS);
    const before = JSON.stringify([await world.game.portfolio('ann'), await world.game.player('ann')]);
    await takeBack('ann', id);
    await takeBack('ann', commandId());
    expect(JSON.stringify([await world.game.portfolio('ann'), await world.game.player('ann')])).toBe(before);
    expect(world.violations()).toEqual([]);
  });
});

describe('loan.take-back', () => {
  it('undoes the lend to the unit: purse, bar, totals, list of lenders; the statement shows both', async () => {
    const before = await world.game.loan('ann', loan.id);
    const id = await lend('ann');
    world.setNow(world.now() + TAKE_BACK_MS - 1);
    expect(await takeBack('ann', id)).toMatchObject({
      ok: true,
      value: { loanId: loan.id, amount: 2_500, lent: 0, raised: 0, wallet: 4_000 },
    });
    const after = await world.game.loan('ann', loan.id);
    expect(after).toMatchObject({ raised: 0, lenders: 0, lendersList: [], mine: 0, state: 'fundraising' });
    expect(after?.forecast).toEqual(before?.forecast);
    expect(await world.game.player('ann')).toMatchObject({ wallet: 4_000, lent: 0 });
    expect(await world.game.portfolio('ann')).toMatchObject({ lent: 0, outstanding: 0, loans: [] });
    const { lines } = (await world.game.statement('ann', null)) ?? { lines: [] };
    expect(lines.slice(0, 2).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['lend.taken_back', 2_500],
      ['lend', -2_500],
    ]);
    expect(world.violations()).toEqual([]);
  });

  it('leaves an earlier lend of the same player', async () => {
    await world.enrich('ann', 100_000);
    await lend('ann', loan, 5_000);
    const id = await lend('ann');
    expect(await takeBack('ann', id)).toMatchObject({ ok: true, value: { lent: 5_000, raised: 5_000 } });
    expect(await world.game.loan('ben', loan.id)).toMatchObject({ lenders: 1, raised: 5_000 });
  });

  it('makes one a lender again who lends again, and a refund finds every coin', async () => {
    await takeBack('ann', await lend('ann'));
    await takeBack('ben', await lend('ben'));
    await lend('ann');
    expect(await world.game.loan('ann', loan.id)).toMatchObject({ lenders: 1, mine: 2_500 });
    for (let day = 0; day < 31; day++) {
      world.setNow(world.now() + (14_400 / 30) * 1_000);
      await world.parts.jobs.runDue();
    }
    expect(['expired', 'in_repayment', 'ended']).toContain((await world.game.loan('ann', loan.id))?.state);
    expect(world.violations()).toEqual([]);
  });

  it('lets a loan expire of which every lend was taken back', async () => {
    await takeBack('ann', await lend('ann'));
    for (let day = 0; day < 31; day++) {
      world.setNow(world.now() + (14_400 / 30) * 1_000);
      await world.parts.jobs.runDue();
    }
    const poolToo = (await world.game.loan('ann', loan.id))?.state;
    expect(['expired', 'in_repayment', 'ended']).toContain(poolToo);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(world.violations()).toEqual([]);
  });

  it('has one effect when it is sent again', async () => {
    const lendId = await lend('ann');
    const id = commandId();
    const first = await world.run('ann', 'loan.take-back', { loanId: loan.id, lendId, commandId: id });
    expect(await world.run('ann', 'loan.take-back', { loanId: loan.id, lendId, commandId: id })).toEqual(first);
    expect(await walletOf('ann')).toBe(4_000);
  });
});
