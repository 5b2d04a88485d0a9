import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { beforeEach, describe, expect, it } from 'vitest';
import { MONTH_SECONDS, type TestGame, testGame } from '../../testing/test-game.ts';
import type { LoanRow } from '../store/rows.ts';
import { loanCancel, loanRefund } from './operator-loan.ts';

let world: TestGame;
let loan: LoanCard;

beforeEach(async () => {
  world = await testGame();
  for (const player of ['ann', 'ben', 'cleo']) {
    await world.newcomer(player);
    await world.enrich(player, 1_000_000);
  }
  const loans = (await world.game.hall('ann'))?.loans ?? [];
  loan = loans.find((one) => !one.starter && one.intervalSimHours === 720 && one.instalments >= 4) as LoanCard;
});

const order = { operator: 'olga', reason: 'the file was not hers' };
const cancel = (loanId = loan.id) => world.parts.bus.system(loanCancel(world.parts.rules), { loanId, ...order });
const refund = (loanId = loan.id) => world.parts.bus.system(loanRefund(world.parts.rules), { loanId, ...order });
const row = async (): Promise<LoanRow> => (await world.parts.store.reader.rows('loan', [loan.id]))[0] as LoanRow;
const walletOf = async (player: string): Promise<number> => (await world.game.player(player))?.wallet ?? 0;
const lend = (player: string, amount: number) => world.run(player, 'loan.lend', { loanId: loan.id, amount });
/** Lent to the last coin and disbursed. */
async function begin(): Promise<void> {
  await world.settleFate(loan.id, 'always pays');
  const cap = Math.floor((loan.amount * 0.4) / 2_500) * 2_500;
  let left = loan.amount;
  for (const player of ['ann', 'ben', 'cleo']) {
    await lend(player, Math.min(cap, left));
    left -= Math.min(cap, left);
  }
  await world.parts.jobs.runDue();
  expect((await row()).state).toBe('in_repayment');
}

describe('an operator', () => {
  it('cannot cancel or refund a loan there is not', async () => {
    expect(await cancel('no-such-loan')).toEqual({ ok: false, code: 'LEND_UNKNOWN' });
    expect(await refund('no-such-loan')).toEqual({ ok: false, code: 'LEND_UNKNOWN' });
  });

  it('cannot refund what has not begun, nor cancel what runs, nor do either twice', async () => {
    expect(await refund()).toEqual({ ok: false, code: 'LOAN_WRONG_STATE', detail: { state: 'fundraising' } });
    await begin();
    expect(await cancel()).toEqual({ ok: false, code: 'LOAN_WRONG_STATE', detail: { state: 'in_repayment' } });
    expect(await refund()).toMatchObject({ ok: true });
    expect(await refund()).toEqual({ ok: false, code: 'LOAN_WRONG_STATE', detail: { state: 'refunded' } });
    expect(world.violations()).toEqual([]);
  });

  it('cancels a listed loan: every coin is back, the reason is on record, the hall gets another', async () => {
    const before = await walletOf('ann');
    await lend('ann', 2_500);
    await lend('ben', 5_000);
    expect(await cancel()).toMatchObject({ ok: true, value: { amount: 7_500, lenders: 2 } });
    expect(await walletOf('ann')).toBe(before);
    expect(await row()).toMatchObject({ state: 'cancelled', wakeSim: null });
    const page = await world.game.loan('ann', loan.id);
    expect(page?.events.at(-1)).toMatchObject({ kind: 'cancelled', data: { amount: 7_500, reason: order.reason } });
    const report = await world.game.lending.report('ann');
    expect(report?.sums).toMatchObject({ lent: 2_500, refunded: 2_500, outstanding: 0, raising: 0 });
    expect((await world.game.hall('ann'))?.loans.some(({ id }) => id === loan.id)).toBe(false);
    expect(world.violations()).toEqual([]);
  });

  it('cancels a loan nobody lent to', async () => {
    expect(await cancel()).toMatchObject({ ok: true, value: { amount: 0, lenders: 0 } });
    expect(world.violations()).toEqual([]);
  });

  it('hands back what is owed of a running loan, once, and no more', async () => {
    const before = await Promise.all(['ann', 'ben', 'cleo'].map(walletOf));
    await begin();
    world.setNow(world.now() + MONTH_SECONDS * 2_000);
    await world.parts.jobs.runDue();
    const { repaid, principal, raised } = await row();
    expect(repaid).toBeGreaterThan(0);
    expect(await refund()).toMatchObject({ ok: true, value: { amount: principal - repaid } });
    const after = await Promise.all(['ann', 'ben', 'cleo'].map(walletOf));
    const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
    // The pool may have lent a part; players have exactly what they had.
    expect(sum(after)).toBe(sum(before));
    expect(raised).toBe(principal);
    const report = await world.game.lending.report('ann');
    expect(report?.sums.outstanding).toBe(0);
    expect(report?.sums.refunded).toBeGreaterThan(0);
    expect((report?.sums.repaid ?? 0) + (report?.sums.refunded ?? 0)).toBe(report?.sums.lent);
    expect(await world.game.lending.replay(loan.id)).toEqual({ ok: false, error: 'REPLAY_NEVER' });
    expect(world.violations()).toEqual([]);
  });
});
