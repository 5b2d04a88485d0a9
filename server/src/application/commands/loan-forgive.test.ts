import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, MONTH_SECONDS, type TestGame, testGame } from '../../testing/test-game.ts';
import { courseOf } from '../lending/loan-records.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';

const LENDERS = ['ann', 'ben', 'cleo'];
const MONTH_MS = MONTH_SECONDS * 1_000;
let world: TestGame;
let loanId: string;

/** A loan of three lenders whose borrower pays nothing, one month after its first missed instalment. */
beforeEach(async () => {
  world = await testGame();
  for (const player of LENDERS) {
    await world.newcomer(player);
    await world.enrich(player, 1_000_000);
  }
  const loans = (await world.game.hall('ann'))?.loans ?? [];
  const one = loans.find((loan) => !loan.starter && loan.intervalSimHours === 720 && loan.amount >= 20_000) as LoanCard;
  loanId = one.id;
  await world.settleFate(loanId, 'never pays');
  const cap = Math.floor((one.amount * 0.4) / 2_500) * 2_500;
  let left = one.amount - one.raised;
  for (const player of LENDERS) {
    const amount = Math.min(cap, left);
    if (amount > 0) await world.run(player, 'loan.lend', { loanId, amount });
    left -= amount;
  }
  await world.pass(MONTH_MS + 1_000);
  expect(left).toBe(0);
});

const row = async (): Promise<LoanRow> => (await world.parts.store.reader.rows('loan', [loanId]))[0] as LoanRow;
const partOf = async (player: string): Promise<ContributionRow> =>
  (await world.parts.store.reader.rows('contribution', [loanId])).find(
    (one) => one.playerId === player,
  ) as ContributionRow;
const forgive = (player: string, amount: number, id = commandId()) =>
  world.run(player, 'loan.forgive', { loanId, amount, commandId: id });
const hardship = async (): Promise<void> => {
  const reply = await world.parts.bus.system(
    {
      type: 'test.hardship',
      needs: () => ({ loan: [loanId] }),
      decide: (_command: object, work) => {
        const loan = work.must('loan', loanId);
        work.put('loan', { ...loan, course: JSON.stringify({ ...courseOf(loan), hardshipAt: 1 }) });
        return { ok: true, value: {} };
      },
    },
    {},
  );
  expect(reply.ok).toBe(true);
};
/** Time passes until the loan is written off. */
const untilDefault = async (): Promise<void> => {
  for (let month = 0; month < 40 && (await row()).state === 'in_repayment'; month++) {
    world.setNow(world.now() + MONTH_MS);
    await world.parts.jobs.runDue();
  }
  expect((await row()).state).toBe('defaulted');
};

describe('loan.forgive is refused', () => {
  it('for somebody who never entered, and for a loan there is not', async () => {
    await hardship();
    expect(await forgive('nobody', 100)).toEqual({ ok: false, code: 'FORBIDDEN' });
    expect(await world.run('ann', 'loan.forgive', { loanId: 'no-such-loan', amount: 1 })).toMatchObject({
      code: 'LEND_UNKNOWN',
    });
  });

  it('for somebody who did not lend', async () => {
    await hardship();
    await world.newcomer('dora');
    expect(await forgive('dora', 100)).toEqual({ ok: false, code: 'FORGIVE_NOT_LENDER' });
  });

  it('before anything is owed', async () => {
    const open = (await world.game.hall('ann'))?.loans.find(({ starter, amount }) => !starter && amount > 5_000);
    await world.run('ann', 'loan.lend', { loanId: open?.id ?? '', amount: 2_500 });
    expect(await world.run('ann', 'loan.forgive', { loanId: open?.id ?? '', amount: 1 })).toMatchObject({
      code: 'FORGIVE_CLOSED',
    });
  });

  it('without a hardship on record', async () => {
    expect(courseOf(await row()).hardshipAt).toBeNull();
    expect(await forgive('ann', 100)).toEqual({ ok: false, code: 'FORGIVE_NO_HARDSHIP' });
  });

  it('beyond what is owed to this lender, and says how much that is', async () => {
    await hardship();
    const { amount } = await partOf('ann');
    expect(await forgive('ann', amount + 1)).toEqual({ ok: false, code: 'FORGIVE_AMOUNT', detail: { most: amount } });
    expect(await forgive('ann', amount)).toMatchObject({ ok: true });
    expect(await forgive('ann', 1)).toEqual({ ok: false, code: 'FORGIVE_CLOSED' });
  });

  it('for malformed payloads', async () => {
    for (const amount of [0, -1, 1.5, Number.NaN, 1e12]) {
      expect(await forgive('ann', amount)).toEqual({ ok: false, code: 'BAD_SHAPE' });
    }
  });

  it('and changes nothing then', async () => {
    await hardship();
    const before = JSON.stringify([await row(), await partOf('ann'), await world.game.portfolio('ann')]);
    await forgive('ann', 1_000_000);
    await forgive('dora', 1);
    expect(JSON.stringify([await row(), await partOf('ann'), await world.game.portfolio('ann')])).toBe(before);
    expect(world.violations()).toEqual([]);
  });
});

describe('loan.forgive, in repayment', () => {
  it('takes it off what she owes and off this lender’s part, and off nobody else’s', async () => {
    await hardship();
    const before = await row();
    const others = [await partOf('ben'), await partOf('cleo')];
    const mine = await partOf('ann');
    const reply = await forgive('ann', 1_000);
    expect(reply).toMatchObject({
      ok: true,
      value: {
        loanId,
        forgiven: 1_000,
        open: mine.amount - 1_000,
        outstanding: before.principal - 1_000,
        ended: false,
      },
    });
    const after = await row();
    expect([after.forgiven, after.state, after.wakeSim]).toEqual([1_000, 'in_repayment', before.wakeSim]);
    expect([await partOf('ben'), await partOf('cleo')]).toEqual(others);
    expect(await world.game.player('ann')).toMatchObject({ lent: mine.amount - 1_000 });
    expect(world.violations()).toEqual([]);
  });

  it('says beforehand exactly what it then does', async () => {
    await hardship();
    const preview = await world.game.lending.forgiveness('ann', loanId, 1_500);
    expect(preview).toMatchObject({
      ok: true,
      value: { amount: 1_500, nextLoan: 'unchanged', forOthers: { change: 0 } },
    });
    const reply = await forgive('ann', 1_500);
    if (!preview?.ok || !reply.ok) throw new Error('refused');
    expect(reply.value.open).toBe(preview.value.forYou.stillOpen);
    expect(reply.value.outstanding).toBe(preview.value.forHer.owesAfter);
    const page = await world.game.loan('ann', loanId);
    expect(page?.outstanding).toBe(preview.value.forHer.owesAfter);
  });

  it('has one effect when it is sent again', async () => {
    await hardship();
    const id = commandId();
    const first = await forgive('ann', 1_000, id);
    expect(await forgive('ann', 1_000, id)).toEqual(first);
    expect((await row()).forgiven).toBe(1_000);
  });

  it('ends the loan when everybody lets go, and brings the last lender nothing', async () => {
    await hardship();
    for (const player of LENDERS) {
      const { amount } = await partOf(player);
      if (amount > 0) await forgive(player, amount);
    }
    expect(await row()).toMatchObject({ state: 'ended', wakeSim: null, repaid: 0 });
    expect((await world.game.portfolio('ann'))?.outstanding).toBe(0);
    expect(world.violations()).toEqual([]);
  });

  it('is told in the loan’s journal without saying whose part it was', async () => {
    await hardship();
    await forgive('ann', 1_000);
    const page = await world.game.loan('ben', loanId);
    expect(page?.events.at(-1)).toMatchObject({ kind: 'forgiven', data: { amount: 1_000 } });
    expect(page?.events.at(-1)?.data).not.toHaveProperty('contribution');
  });
});

describe('loan.forgive, after a default', () => {
  it('lets go of what was lost and not covered; the fund’s part stays due', async () => {
    await hardship();
    await untilDefault();
    const { lost, covered } = await partOf('ann');
    expect(covered).toBeGreaterThan(0);
    expect(await forgive('ann', lost)).toEqual({
      ok: false,
      code: 'FORGIVE_AMOUNT',
      detail: { most: lost - covered },
    });
    expect(await forgive('ann', lost - covered)).toMatchObject({ ok: true, value: { open: covered } });
    expect(await partOf('ann')).toMatchObject({ lost: covered, covered, forgiven: lost - covered });
    expect(await row()).toMatchObject({ state: 'defaulted', forgivenAfterDefault: lost - covered });
    expect(world.violations()).toEqual([]);
  });
});
