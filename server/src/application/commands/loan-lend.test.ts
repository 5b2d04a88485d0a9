import { TAKE_BACK_MS } from '@bloomvale/shared/protocol/lending-commands';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, MONTH_SECONDS, type TestGame, testGame } from '../../testing/test-game.ts';

let world: TestGame;
let starters: readonly LoanCard[];
let ordinary: readonly LoanCard[];

beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
  await world.newcomer('ben');
  const hall = await world.game.hall('ann');
  starters = (hall?.loans ?? []).filter(({ starter }) => starter);
  ordinary = (hall?.loans ?? []).filter(({ starter }) => !starter).sort((a, b) => b.amount - a.amount);
});

const lend = (player: string, loan: LoanCard | undefined, amount: number, id = commandId()) =>
  world.run(player, 'loan.lend', { loanId: loan?.id ?? '', amount, commandId: id });
const walletOf = async (player: string) => (await world.game.player(player))?.wallet ?? 0;
describe('loan.lend is refused', () => {
  it('for somebody who never entered', async () => {
    expect(await lend('nobody', starters[0], 2_500)).toEqual({ ok: false, code: 'FORBIDDEN' });
  });

  it('for a loan there is not', async () => {
    expect(await world.run('ann', 'loan.lend', { loanId: 'no-such-loan', amount: 2_500 })).toEqual({
      ok: false,
      code: 'LEND_UNKNOWN',
    });
  });

  it('for malformed payloads', async () => {
    for (const payload of [
      { loanId: 'A!', amount: 2_500 },
      { loanId: 'a', amount: 0 },
      { loanId: 'a', amount: 12.5 },
      { loanId: 'a', amount: 2_500, actor: 'ben' },
      { loanId: 'a', amount: Number.MAX_VALUE },
      { loanId: 'a' },
      null,
    ]) {
      const reply = await world.game.run({ playerId: 'ann' }, 'loan.lend', payload as never);
      expect(reply).toEqual({ ok: false, code: 'BAD_SHAPE' });
    }
    const unknown = await world.game.run({ playerId: 'ann' }, 'loan.steal' as never, {} as never);
    expect(unknown).toEqual({ ok: false, code: 'BAD_SHAPE' });
  });

  it('below a share, out of step, beyond what is left', async () => {
    expect(await lend('ann', ordinary[0], 2_400)).toMatchObject({ code: 'LEND_BELOW_SHARE' });
    expect(await lend('ann', ordinary[0], 2_600)).toMatchObject({ code: 'LEND_STEP' });
    expect(await lend('ann', ordinary[0], (ordinary[0]?.amount ?? 0) + 2_500)).toMatchObject({ code: 'LEND_OVER' });
  });

  it('over the player cap, also in pieces', async () => {
    await world.enrich('ann', 10_000_000);
    const loan = ordinary[0] as LoanCard;
    const cap = Math.floor((loan.amount * 0.4) / 2_500) * 2_500;
    expect(await lend('ann', loan, cap + 2_500)).toMatchObject({ code: 'LEND_LIMIT' });
    expect(await lend('ann', loan, cap)).toMatchObject({ ok: true, value: { lent: cap } });
    expect(await lend('ann', loan, 2_500)).toMatchObject({ code: 'LEND_LIMIT' });
  });

  it('without the coins, and says how many there are', async () => {
    expect(await lend('ann', ordinary[0], 5_000)).toMatchObject({ code: 'LEND_FUNDS', detail: { wallet: 4_000 } });
  });

  it('once the loan is funded, and once its window is over', async () => {
    await lend('ann', starters[0], 2_500);
    expect(await lend('ben', starters[0], 2_500)).toMatchObject({ code: 'LEND_CLOSED' });
    world.setNow(world.now() + MONTH_SECONDS * 1_000);
    expect(await lend('ben', ordinary[0], 2_500)).toMatchObject({ code: 'LEND_EXPIRED' });
  });

  it('beyond a newcomer’s starter projects', async () => {
    await world.enrich('ann', 1_000_000);
    for (let i = 0; i < 3; i++) {
      const open = (await world.game.hall('ann'))?.loans.find(({ starter }) => starter);
      expect(await lend('ann', open, 2_500)).toMatchObject({ ok: true, value: { funded: true } });
      await world.pass(10);
    }
    const fourth = (await world.game.hall('ann'))?.loans.find(({ starter }) => starter);
    expect(await lend('ann', fourth, 2_500)).toEqual({ ok: false, code: 'LEND_STARTER_DONE' });
    expect((await world.game.me('ann'))?.starterLeft).toBe(0);
  });

  it('once the season’s secret has been told: the outcome could be known', async () => {
    const [season] = await world.parts.store.reader.seasons();
    if (season === undefined) throw new Error('no season');
    world.parts.rules.regionKeys.learn([{ ...season, revealed: 'ab'.repeat(32) }]);
    expect(await lend('ann', ordinary[0], 2_500)).toEqual({ ok: false, code: 'LEND_SEASON_OVER' });
    expect(await walletOf('ann')).toBe(4_000);
    expect(world.violations()).toEqual([]);
  });

  it('and changes nothing then', async () => {
    const before = JSON.stringify([await world.game.hall('ann'), await world.game.portfolio('ann')]);
    await lend('ann', ordinary[0], 2_600);
    await lend('ann', ordinary[0], 5_000);
    expect(JSON.stringify([await world.game.hall('ann'), await world.game.portfolio('ann')])).toBe(before);
    expect(world.events.filter(({ kind }) => kind === 'loan.changed')).toEqual([]);
    expect(world.violations()).toEqual([]);
  });
});

describe('loan.lend', () => {
  it('moves the coins, the bar and the totals, and tells the village', async () => {
    const loan = ordinary[0] as LoanCard;
    const reply = await lend('ann', loan, 2_500);
    expect(reply).toEqual({
      ok: true,
      now: world.now(),
      value: {
        loanId: loan.id,
        lent: 2_500,
        raised: 2_500,
        funded: false,
        wallet: 1_500,
        takeBackUntil: world.now() + TAKE_BACK_MS,
      },
    });
    expect(await world.game.player('ann')).toMatchObject({ wallet: 1_500, lent: 2_500 });
    expect(world.events).toContainEqual({
      kind: 'loan.changed',
      villageId: 'v1',
      loanId: loan.id,
      state: 'fundraising',
      raised: 2_500,
      lenders: 1,
      listed: true,
    });
    expect((await world.game.hall('ann'))?.loans.find(({ id }) => id === loan.id)).toMatchObject({ mine: 2_500 });
    expect((await world.game.hall('ben'))?.loans.find(({ id }) => id === loan.id)).toMatchObject({
      mine: 0,
      raised: 2_500,
    });
    expect(await world.game.portfolio('ann')).toMatchObject({ lent: 2_500, outstanding: 2_500, repaid: 0 });
    expect(world.violations()).toEqual([]);
  });

  it('adds to the same contribution when somebody lends again', async () => {
    await world.enrich('ann', 10_000);
    await lend('ann', ordinary[0], 2_500);
    expect(await lend('ann', ordinary[0], 5_000)).toMatchObject({ ok: true, value: { lent: 7_500 } });
    const page = await world.game.loan('ann', ordinary[0]?.id ?? '');
    expect(page?.lendersList).toEqual([
      { name: (await world.game.player('ann'))?.name, amount: 7_500, kind: 'player' },
    ]);
    expect(page?.lenders).toBe(1);
  });

  it('completes a starter project, which is disbursed at once and replaced in the hall', async () => {
    expect(starters).toHaveLength(3);
    for (const starter of starters) expect(starter).toMatchObject({ raised: 7_500, amount: 10_000, poolLent: 7_500 });
    expect(await lend('ann', starters[0], 2_500)).toMatchObject({ ok: true, value: { funded: true, raised: 10_000 } });
    await world.pass(10);
    expect(await world.game.loan('ann', starters[0]?.id ?? '')).toMatchObject({
      state: 'in_repayment',
      outstanding: 10_000,
      lendersList: [
        { kind: 'pool', amount: 7_500 },
        { kind: 'player', amount: 2_500 },
      ],
    });
    expect((await world.game.hall('ben'))?.loans.filter(({ starter }) => starter)).toHaveLength(3);
    // It goes up first, and opens a little later (shared/shops/shop-state).
    expect(await world.game.shops('v1')).toMatchObject([{ loanId: starters[0]?.id, state: 'construction' }]);
  });

  it('spends the same coins once, however many ask at the same time', async () => {
    const replies = await Promise.all(ordinary.slice(0, 4).map((loan) => lend('ann', loan, 2_500)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter((reply) => !reply.ok && reply.code === 'LEND_FUNDS')).toHaveLength(3);
    expect(await walletOf('ann')).toBe(1_500);
    expect(world.violations()).toEqual([]);
  });

  it('gives the last share to exactly one of those who race for it (I18)', async () => {
    const players = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        await world.newcomer(`racer-${i}`);
        return `racer-${i}`;
      }),
    );
    const replies = await Promise.all(players.map((player) => lend(player, starters[1], 2_500)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter((reply) => !reply.ok && reply.code === 'LEND_CLOSED')).toHaveLength(11);
    const wallets = await Promise.all(players.map(walletOf));
    expect(wallets.filter((wallet) => wallet === 4_000)).toHaveLength(11);
    expect(world.violations()).toEqual([]);
  });

  it('has one effect when it is sent again, and the same reply', async () => {
    const id = commandId();
    const first = await lend('ann', ordinary[0], 2_500, id);
    await world.pass(50);
    const again = await lend('ann', ordinary[0], 2_500, id);
    expect(again).toEqual({ ...first, now: world.now() });
    expect(await lend('ann', ordinary[1], 2_500, id)).toEqual({ ok: false, code: 'COMMAND_ID_REUSED' });
    expect(await lend('ben', ordinary[0], 2_500, id)).toEqual({ ok: false, code: 'COMMAND_ID_REUSED' });
    expect(await walletOf('ann')).toBe(1_500);
  });

  it('remembers a refusal as well', async () => {
    const id = commandId();
    expect(await lend('ann', ordinary[0], 5_000, id)).toMatchObject({ code: 'LEND_FUNDS' });
    await world.enrich('ann', 100_000);
    expect(await lend('ann', ordinary[0], 5_000, id)).toMatchObject({ code: 'LEND_FUNDS' });
    expect(await lend('ann', ordinary[0], 5_000)).toMatchObject({ ok: true });
  });
});
