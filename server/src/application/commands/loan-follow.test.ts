import { MAX_FOLLOWS } from '@bloomvale/shared/protocol/lending-commands';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, MONTH_SECONDS, type TestGame, testGame } from '../../testing/test-game.ts';

let world: TestGame;
let loanIds: readonly string[];

beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
  await world.newcomer('ben');
  loanIds = ((await world.game.hall('ann'))?.loans ?? []).filter(({ starter }) => !starter).map(({ id }) => id);
});

const follow = (player: string, loanId: string, on = true) => world.run(player, 'loan.follow', { loanId, follow: on });
const first = (): string => loanIds[0] as string;

/** Follows that are there already, as many as one may have but one. */
async function nearlyFull(player: string): Promise<void> {
  await world.parts.bus.system(
    {
      type: 'test.follows',
      needs: () => ({ follow: [player] }),
      decide: (_command: object, work) => {
        for (let i = 1; i < MAX_FOLLOWS; i++)
          work.put('follow', { playerId: player, loanId: `old-${i}`, following: 1, at: 0 });
        return { ok: true, value: {} };
      },
    },
    {},
  );
}

describe('loan.follow is refused', () => {
  it('for somebody who never entered, and for a loan there is not', async () => {
    expect(await follow('nobody', first())).toEqual({ ok: false, code: 'FORBIDDEN' });
    expect(await follow('ann', 'no-such-loan')).toEqual({ ok: false, code: 'LEND_UNKNOWN' });
  });

  it('beyond the limit; stopping never is', async () => {
    await nearlyFull('ann');
    expect(await follow('ann', first())).toMatchObject({ ok: true, value: { follows: MAX_FOLLOWS } });
    expect(await follow('ann', loanIds[1] as string)).toEqual({
      ok: false,
      code: 'FOLLOW_LIMIT',
      detail: { limit: MAX_FOLLOWS },
    });
    expect(await follow('ann', first(), false)).toMatchObject({ ok: true, value: { follows: MAX_FOLLOWS - 1 } });
  });
});

describe('loan.follow', () => {
  it('is remembered, counted once, and taken back', async () => {
    expect(await follow('ann', first())).toMatchObject({ ok: true, value: { follow: true, follows: 1 } });
    expect(await follow('ann', first())).toMatchObject({ ok: true, value: { follow: true, follows: 1 } });
    await follow('ben', first());
    expect(await world.game.loan('ann', first())).toMatchObject({ following: true, followers: 2 });
    await follow('ann', first(), false);
    expect(await world.game.loan('ann', first())).toMatchObject({ following: false, followers: 1 });
    expect(world.violations()).toEqual([]);
  });

  it('has one effect when it is sent again, also after the opposite', async () => {
    const id = commandId();
    const on = await world.run('ann', 'loan.follow', { loanId: first(), follow: true, commandId: id });
    await follow('ann', first(), false);
    expect(await world.run('ann', 'loan.follow', { loanId: first(), follow: true, commandId: id })).toEqual(on);
    expect(await world.game.loan('ann', first())).toMatchObject({ following: false });
  });

  it('ends, and auto-lend with it, when the player leaves for good', async () => {
    await follow('ann', first());
    await world.game.deletePlayer('ann');
    expect(await world.game.loan('ben', first())).toMatchObject({ followers: 0 });
    expect(await world.parts.store.reader.activeAutoLenders()).toEqual([]);
    expect(world.violations()).toEqual([]);
  });

  it('brings news of the loan to followers and lenders, each what concerns them, and to nobody else', async () => {
    await world.newcomer('cleo');
    await follow('ben', first());
    await world.run('ann', 'loan.lend', { loanId: first(), amount: 2_500 });
    world.setNow(world.now() + MONTH_SECONDS * 1_000);
    await world.parts.jobs.runDue();
    await world.parts.news.tell();
    const state = (await world.game.loan('ann', first()))?.state;
    expect(state).toBe('expired');
    const told = world.events.filter((event) => event.kind === 'loan.news');
    expect(told.map((event) => [event.playerId, event.line.kind, event.line.lent, event.line.followed])).toEqual([
      ['ben', 'expired', false, true],
    ]);
    expect((await world.game.lending.news('ben', null))?.lines).toMatchObject([{ loanId: first(), kind: 'expired' }]);
    expect((await world.game.lending.news('cleo', null))?.lines).toEqual([]);
  });
});
