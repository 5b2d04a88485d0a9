import type { AutoLendRules } from '@bloomvale/shared/protocol/lending-commands';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, type TestGame, testGame } from '../../testing/test-game.ts';

const DAY_MS = 86_400_000;
const RULES: AutoLendRules = {
  sectors: null,
  countries: null,
  grades: ['A', 'B', 'C', 'D', 'E'],
  minRating: 0.5,
  maxAnnualCost: 0.6,
  maxMonths: 36,
  perLoan: 5_000,
  perDay: 10_000,
  reserve: 0,
  stopAtLoss: 5_000,
};
let world: TestGame;

beforeEach(async () => {
  world = await testGame({ monthSeconds: 14_400 });
  await world.newcomer('ann');
  await world.enrich('ann', 100_000);
});

const auto = (on: boolean, rules: AutoLendRules | null) => world.run('ann', 'lend.auto', { on, rules });
const view = async () => (await world.game.lending.report('ann'))?.autoLend;
const round = () => world.parts.jobs.runDue();
/** Running totals as if so much had come back, or been lost. */
async function moved(change: { readonly received?: number; readonly lost?: number }): Promise<void> {
  await world.parts.bus.system(
    {
      type: 'test.moved',
      needs: () => ({ lender: ['ann'] }),
      decide: (_command: object, work) => {
        const lender = work.must('lender', 'ann');
        const { received = 0, lost = 0 } = change;
        work.put('lender', { ...lender, received: lender.received + received, lost: lender.lost + lost });
        return { ok: true, value: {} };
      },
    },
    {},
  );
}
const lentTo = async (): Promise<readonly LoanCard[]> => (await world.game.portfolio('ann'))?.loans ?? [];

describe('lend.auto is refused', () => {
  it('for somebody who never entered', async () => {
    expect(await world.run('nobody', 'lend.auto', { on: true, rules: RULES })).toEqual({
      ok: false,
      code: 'FORBIDDEN',
    });
  });

  it('when nobody ever chose rules', async () => {
    expect(await auto(true, null)).toEqual({ ok: false, code: 'AUTO_LEND_RULES' });
  });

  it('for limits that are no whole shares, or a day below a loan', async () => {
    expect(await auto(true, { ...RULES, perLoan: 2_600 })).toMatchObject({ code: 'AUTO_LEND_STEP' });
    expect(await auto(true, { ...RULES, perDay: 12_400 })).toMatchObject({ code: 'AUTO_LEND_STEP' });
    expect(await auto(true, { ...RULES, perDay: 2_500 })).toMatchObject({ code: 'AUTO_LEND_STEP' });
  });

  it('for a country nobody lives in', async () => {
    expect(await auto(true, { ...RULES, countries: ['zz'] })).toEqual({
      ok: false,
      code: 'AUTO_LEND_UNKNOWN',
      detail: { country: 'zz' },
    });
  });

  it('for rules that cannot be', async () => {
    for (const rules of [
      { ...RULES, grades: [] },
      { ...RULES, minRating: 0.3 },
      { ...RULES, maxAnnualCost: 1 },
      { ...RULES, perLoan: -2_500 },
      { ...RULES, extra: 1 },
    ]) {
      expect(await auto(true, rules as AutoLendRules)).toEqual({ ok: false, code: 'BAD_SHAPE' });
    }
    expect(await view()).toMatchObject({ on: false, rules: null, lines: [] });
  });
});

describe('auto-lend', () => {
  it('is off until somebody turns it on, and lends nothing that did not come back', async () => {
    await moved({ received: 10_000 });
    await round();
    expect(await lentTo()).toEqual([]);
    await auto(true, RULES);
    await round();
    expect(await lentTo()).toEqual([]);
    expect(await view()).toMatchObject({ on: true, budget: 0, lentSince: 0 });
  });

  it('lends what came back, within the limit a loan and a day, and says why', async () => {
    await auto(true, RULES);
    await moved({ received: 40_000 });
    await round();
    const loans = await lentTo();
    expect(loans.map(({ mine }) => mine)).toEqual([5_000, 5_000]);
    const now = await view();
    expect(now).toMatchObject({ lentToday: 10_000, lentSince: 10_000, budget: 30_000 });
    expect(now?.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['lent', 5_000],
      ['lent', 5_000],
      ['on', 0],
    ]);
    expect(now?.lines[0]?.data).toMatchObject({ dayLeft: 0, budgetLeft: 30_000, grade: expect.any(String) });
    await round();
    expect(await lentTo()).toHaveLength(2);
    expect((await world.game.statement('ann', null))?.lines[0]).toMatchObject({ kind: 'lend.auto', amount: -5_000 });
    expect(world.violations().filter((one) => !JSON.stringify(one).includes('lender ann'))).toEqual([]);
  });

  it('goes on the next day', async () => {
    await auto(true, RULES);
    await moved({ received: 40_000 });
    await round();
    world.setNow(world.now() + DAY_MS);
    await round();
    expect(await view()).toMatchObject({ lentToday: 10_000, lentSince: 20_000 });
  });

  it('leaves the reserve in the purse', async () => {
    const wallet = (await world.game.player('ann'))?.wallet ?? 0;
    await auto(true, { ...RULES, reserve: wallet - 3_000 });
    await moved({ received: 40_000 });
    await round();
    expect((await lentTo()).map(({ mine }) => mine)).toEqual([2_500]);
  });

  it('keeps to its criteria', async () => {
    const hall = (await world.game.hall('ann'))?.loans.filter(({ starter }) => !starter) ?? [];
    const wanted = hall[0] as LoanCard;
    await auto(true, { ...RULES, countries: [wanted.country], sectors: [wanted.sector], perDay: 100_000 });
    await moved({ received: 100_000 });
    await round();
    const loans = await lentTo();
    expect(loans.length).toBeGreaterThan(0);
    for (const loan of loans)
      expect([loan.country, loan.sector, loan.starter]).toEqual([wanted.country, wanted.sector, false]);
  });

  it('goes on to further loans when those that close first hold all it may lend to one', async () => {
    // A rich village has more open loans than one round looks at.
    await world.enrich('ann', 100_000_000);
    await round();
    const open = (await world.game.hall('ann'))?.loans.filter(({ starter }) => !starter) ?? [];
    expect(open.length).toBeGreaterThan(12);
    await auto(true, { ...RULES, perLoan: 2_500, perDay: 1_000_000 });
    await moved({ received: 1_000_000 });
    await round();
    await round();
    const lent = await lentTo();
    expect(lent.length).toBeGreaterThan(12);
    expect(new Set(lent.map(({ mine }) => mine))).toEqual(new Set([2_500]));
  });

  it('stops after three days’ absence, and at the loss the player set, and says so', async () => {
    await auto(true, RULES);
    await moved({ received: 40_000, lost: 5_000 });
    await round();
    expect(await lentTo()).toEqual([]);
    expect(await view()).toMatchObject({ on: false, stopped: { why: 'loss' } });
    expect((await view())?.lines[0]).toMatchObject({ kind: 'stopped', data: { why: 'loss', lost: 5_000 } });
    await auto(true, null);
    expect(await view()).toMatchObject({ on: true, stopped: null, lostSince: 0 });
    world.setNow(world.now() + 3 * DAY_MS);
    await round();
    expect(await view()).toMatchObject({ on: false, stopped: { why: 'absence' } });
  });

  it('is turned off by the player, at once and for good', async () => {
    await auto(true, RULES);
    await moved({ received: 40_000 });
    expect(await auto(false, null)).toMatchObject({ ok: true, value: { autoLend: { on: false, rules: RULES } } });
    await round();
    expect(await lentTo()).toEqual([]);
    expect(await view()).toMatchObject({ stopped: { why: 'player' } });
  });

  it('has one effect when it is sent again', async () => {
    const id = commandId();
    const first = await world.run('ann', 'lend.auto', { on: true, rules: RULES, commandId: id });
    await auto(false, null);
    expect(await world.run('ann', 'lend.auto', { on: true, rules: RULES, commandId: id })).toEqual(first);
    expect(await view()).toMatchObject({ on: false });
  });
});
