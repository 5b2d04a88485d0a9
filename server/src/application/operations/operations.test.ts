import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { err } from '@bloomvale/shared/result';
import { beforeEach, describe, expect, it } from 'vitest';
import { MONTH_SECONDS, type TestGame, testGame } from '../../testing/test-game.ts';
import type { Operator } from '../proposals/operator.ts';

const ADA: Operator = { operatorId: 'ada', name: 'Ada', role: 'publisher' };
const BEN: Operator = { operatorId: 'ben', name: 'Ben', role: 'publisher' };
const EVE: Operator = { operatorId: 'eve', name: 'Eve', role: 'editor' };
const HOUR = 3_600_000;

let world: TestGame;
let publicId = '';
beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
  publicId = (await state()).publicId;
});

async function state() {
  const found = await world.game.player('ann');
  if (found === null) throw new Error('nobody there');
  return found;
}
const correct = (amount: number, who = ADA, player = publicId) =>
  world.game.operations.askCorrection(who, player, amount, 'a lost harvest');
async function asked(amount: number): Promise<string> {
  const answer = await correct(amount);
  if (!answer.ok) return expect.unreachable(answer.error.code);
  return answer.value.id;
}
const journal = () => world.parts.store.reader.walletLines(walletOf('ann'), { limit: 50 });
const actions = async () => (await world.parts.store.reader.auditLines('', null, 50)).map(({ action }) => action);

describe('a correction', () => {
  it('is refused below a publisher, for nobody, for nothing, for too much, and below zero', async () => {
    const { wallet } = await state();
    expect(await correct(100, EVE)).toEqual(err({ code: 'FORBIDDEN' }));
    expect(await correct(100, ADA, 'nobody-at-all')).toEqual(err({ code: 'UNKNOWN_PLAYER' }));
    for (const amount of [0, 10_000_001, 0.5]) expect(await correct(amount)).toEqual(err({ code: 'BAD_SHAPE' }));
    expect(await correct(-wallet - 1)).toEqual(err({ code: 'FUNDS', detail: { have: wallet, needed: wallet + 1 } }));
    expect(await world.game.proposals.list()).toEqual([]);
  });

  it('does nothing until somebody else approves, and nothing when the coins are spent by then', async () => {
    const { wallet } = await state();
    const id = await asked(-wallet);
    expect((await state()).wallet).toBe(wallet);
    expect(await world.game.proposals.approve(ADA, id)).toEqual(err({ code: 'SECOND_PERSON_NEEDED' }));
    const plot = await world.run('ann', 'garden.plant', { crop: 'pea', plots: [0] });
    const paid = world.game.content.crops.find(({ seedPrice, unlockLevel }) => seedPrice > 0 && unlockLevel === 1);
    if (!plot.ok) await world.run('ann', 'garden.plant', { crop: paid?.id ?? '', plots: [0] });
    const left = (await state()).wallet;
    expect(left).toBeLessThan(wallet);
    expect(await world.game.proposals.approve(BEN, id)).toMatchObject({ ok: false, error: { code: 'FUNDS' } });
    expect((await state()).wallet).toBe(left);
    expect((await world.game.proposals.get(id))?.state).toBe('failed');
    expect(world.violations()).toEqual([]);
  });

  it('moves coins by one reasoned batch, once, and the player is told', async () => {
    const { wallet } = await state();
    await world.game.proposals.approve(BEN, await asked(2_500));
    const second = await asked(-1_000);
    await world.game.proposals.approve(BEN, second);
    expect(await world.game.proposals.approve(BEN, second)).toEqual(err({ code: 'PROPOSAL_CLOSED' }));
    expect((await state()).wallet).toBe(wallet + 1_500);
    const [taken, given] = await journal();
    expect(taken).toMatchObject({
      credit: 'sink:revoke',
      amount: 1_000,
      actor: 'operator:ada',
      reason: 'a lost harvest',
    });
    expect(given).toMatchObject({ debit: 'mint:ops', amount: 2_500, actor: 'operator:ada', kind: 'correct' });
    const statement = await world.game.statement('ann', null);
    expect(statement?.lines.slice(0, 2).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['reverse', -1_000],
      ['reverse', 2_500],
    ]);
    expect((await state()).sanctions.untold.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['correction', 2_500],
      ['correction', -1_000],
    ]);
    expect((await actions()).filter((action) => action === 'player.correct')).toHaveLength(2);
    expect(world.violations()).toEqual([]);
  });
});

describe('the tempo', () => {
  const ask = (monthSeconds: number, at: number | null = null, who = ADA) =>
    world.game.operations.askClock(who, monthSeconds, at, 'too fast');

  it('cannot be set in the past, to what it is, to nonsense, or alone', async () => {
    expect(await ask(60, null, EVE)).toEqual(err({ code: 'FORBIDDEN' }));
    expect(await ask(60, world.now())).toEqual(err({ code: 'NOT_IN_FUTURE' }));
    expect(await ask(MONTH_SECONDS)).toEqual(err({ code: 'ALREADY_LIVE' }));
    for (const seconds of [-1, 1, 2_592_001, 30.5]) expect(await ask(seconds)).toEqual(err({ code: 'BAD_SHAPE' }));
    const answer = await ask(60);
    expect(answer).toMatchObject({ ok: true, value: { state: 'waiting', because: ['clock'] } });
    expect((await world.game.operations.clock()).segments).toHaveLength(1);
  });

  it('changes from the approval on, and what has passed stays', async () => {
    world.setNow(world.now() + HOUR);
    const before = world.game.simNow();
    const answer = await ask(0);
    if (!answer.ok) return expect.unreachable(answer.error.code);
    await world.game.proposals.approve(BEN, answer.value.id);
    expect(world.game.simNow()).toBe(before);
    world.setNow(world.now() + HOUR);
    expect(world.game.simNow()).toBe(before);
    const { segments, simNow } = await world.game.operations.clock();
    expect([segments.map(({ monthSeconds }) => monthSeconds), simNow]).toEqual([[0, MONTH_SECONDS], before]);
    expect(segments[0]?.reason).toBe('operator:ada: too fast');
    const again = await testGame({ store: world.parts.store, now: world.now() });
    expect(again.game.simNow()).toBe(before);
    expect(await actions()).toContain('clock.set');
  });

  it('changes at its time when it was asked for later', async () => {
    const at = world.now() + HOUR;
    const answer = await ask(MONTH_SECONDS * 2, at);
    if (!answer.ok) return expect.unreachable(answer.error.code);
    await world.game.proposals.approve(BEN, answer.value.id);
    world.setNow(at - 1);
    await world.game.proposals.carryOutDue();
    expect(world.game.segments()).toHaveLength(1);
    world.setNow(at + 1);
    await world.game.proposals.carryOutDue();
    expect(world.game.segments().at(-1)).toMatchObject({ realFrom: at + 1, monthSeconds: MONTH_SECONDS * 2 });
  });
});

describe('a loan that went wrong', () => {
  it('is cancelled or refunded by its own handlers, and told in the trail', async () => {
    const { villageId } = await state();
    const loans = await world.parts.store.reader.loansOfVillage(villageId, ['fundraising']);
    const loan = loans.find(({ starter }) => starter === 0);
    const id = loan?.id ?? '';
    await world.run('ann', 'loan.lend', { loanId: id, amount: 2_500 });
    const wallet = (await state()).wallet;
    expect(await world.game.operations.cancelLoan(EVE, id, 'a duplicate')).toEqual(err({ code: 'FORBIDDEN' }));
    expect(await world.game.operations.cancelLoan(ADA, 'no-such-loan', 'a duplicate')).toEqual(
      err({ code: 'LEND_UNKNOWN' }),
    );
    expect(await world.game.operations.refundLoan(ADA, id, 'a duplicate')).toMatchObject({
      ok: false,
      error: { code: 'LOAN_WRONG_STATE', detail: { state: 'fundraising' } },
    });
    expect(await world.game.operations.cancelLoan(ADA, id, 'a duplicate')).toMatchObject({
      ok: true,
      value: { loanId: id, lenders: 1 },
    });
    expect((await state()).wallet).toBe(wallet + 2_500);
    const [line] = await world.parts.store.reader.auditLines('', null, 1);
    expect(line).toMatchObject({ action: 'loan.cancel', subject: `loan:${id}`, reason: 'a duplicate' });
    expect(world.violations()).toEqual([]);
  });
});
