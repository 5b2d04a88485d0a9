import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { beforeEach, describe, expect, it } from 'vitest';
import { MONTH_SECONDS, SIM_DAY_MS, type TestGame, testContent, testGame } from '../../testing/test-game.ts';
import { loanWake } from './loan-wake.ts';

const WINDOW_MS = MONTH_SECONDS * 1_000;
/** Market-day instalments: every six simulated hours. */
const STARTER_TICK_MS = SIM_DAY_MS / 4;

let world: TestGame;
let loans: readonly LoanCard[];

beforeEach(async () => {
  world = await testGame();
  for (const player of ['ann', 'ben', 'cleo']) {
    await world.newcomer(player);
    await world.enrich(player, 1_000_000);
  }
  loans = (await world.game.hall('ann'))?.loans ?? [];
});

const starter = () => loans.find((loan) => loan.starter) as LoanCard;
const ordinary = (funding: 'fixed' | 'flexible', least = 0) =>
  loans.find((loan) => !loan.starter && loan.funding === funding && loan.amount >= least) as LoanCard;
const lend = (player: string, loan: LoanCard, amount: number) =>
  world.run(player, 'loan.lend', { loanId: loan.id, amount });
const page = async (loan: LoanCard) => {
  const found = await world.game.loan('ann', loan.id);
  if (found === null) throw new Error('no such loan');
  return found;
};
const wallet = async (player: string) => (await world.game.player(player))?.wallet ?? 0;
const wake = (loanId: string) => world.parts.bus.system(loanWake(world.parts.rules), { loanId });
/** Shares of a loan for three lenders, each within the cap; what is left over goes to the last. */
async function fundFully(loan: LoanCard): Promise<void> {
  const cap = Math.floor((loan.amount * 0.4) / 2_500) * 2_500;
  expect((await lend('ann', loan, cap)).ok).toBe(true);
  expect((await lend('ben', loan, cap)).ok).toBe(true);
  expect((await lend('cleo', loan, loan.amount - 2 * cap)).ok).toBe(true);
}

describe('loan.wake does nothing', () => {
  it('for a loan there is not, one that sleeps, and one that is closed', async () => {
    expect(await wake('nothing')).toMatchObject({ ok: true, value: { did: false } });
    expect(await wake(starter().id)).toMatchObject({ ok: true, value: { did: false } });
    const loan = starter();
    await world.settleFate(loan.id, 'always pays');
    await lend('ann', loan, 2_500);
    await world.pass(5 * STARTER_TICK_MS);
    expect((await page(loan)).state).toBe('ended');
    expect(await wake(loan.id)).toMatchObject({ ok: true, value: { did: false } });
  });

  it('twice, however often it is called', async () => {
    const loan = starter();
    await world.settleFate(loan.id, 'always pays');
    await lend('ann', loan, 2_500);
    await world.pass(STARTER_TICK_MS);
    const before = await wallet('ann');
    await Promise.all(Array.from({ length: 5 }, () => wake(loan.id)));
    expect(await wallet('ann')).toBe(before);
    world.setNow(world.now() + STARTER_TICK_MS);
    const replies = await Promise.all(Array.from({ length: 5 }, () => wake(loan.id)));
    expect(replies.filter((reply) => reply.ok && reply.value.did)).toHaveLength(1);
    expect(world.violations()).toEqual([]);
  });
});

describe('a loan that is repaid', () => {
  it('gives every lender exactly what they lent, instalment by instalment', async () => {
    const loan = ordinary('fixed', 40_000);
    await world.settleFate(loan.id, 'always pays');
    const before = await Promise.all(['ann', 'ben', 'cleo'].map(wallet));
    await fundFully(loan);
    await world.pass(10);
    const running = await page(loan);
    expect(running).toMatchObject({ state: 'in_repayment', outstanding: loan.amount, repaid: 0, myReceived: 0 });
    expect(running.letter).not.toBeNull();
    await world.pass((loan.instalments + 1) * loan.intervalMs);
    const ended = await page(loan);
    expect(ended).toMatchObject({ state: 'ended', outstanding: 0, repaid: loan.amount });
    expect(ended.schedule.every(({ status, paid, principal }) => status === 'repaid' && paid === principal)).toBe(true);
    expect(ended.events.filter(({ kind }) => kind === 'paid')).toHaveLength(loan.instalments);
    // The key is revealed with the end, so that everybody can recompute what was drawn.
    expect(ended.events.at(-1)).toMatchObject({
      kind: 'ended',
      data: { key: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await Promise.all(['ann', 'ben', 'cleo'].map(wallet))).toEqual(before);
    expect(await world.game.portfolio('ann')).toMatchObject({ outstanding: 0, lost: 0 });
    expect(await world.game.player('ann')).toMatchObject({ lent: 0 });
    const shops = await world.game.shops('v1');
    expect(shops.find(({ loanId }) => loanId === loan.id)?.state ?? 'replaced').toMatch(/blooming|replaced/);
    expect(world.violations()).toEqual([]);
  });

  it('tells each lender privately, with the purse after it', async () => {
    const loan = starter();
    await world.settleFate(loan.id, 'always pays');
    await lend('ann', loan, 2_500);
    await world.pass(5 * STARTER_TICK_MS);
    const told = world.events.filter((event) => event.kind === 'loan.repaid');
    expect(told).toHaveLength(4);
    expect(told.map((event) => event.playerId)).toEqual(['ann', 'ann', 'ann', 'ann']);
    expect(told.reduce((sum, event) => sum + event.amount, 0)).toBe(2_500);
    expect(told.map((event) => event.ended)).toEqual([false, false, false, true]);
    expect(told.at(-1)?.wallet).toBe(await wallet('ann'));
  });

  it('shows in the statement line by line, each with its balance', async () => {
    const loan = starter();
    await world.settleFate(loan.id, 'always pays');
    await lend('ann', loan, 2_500);
    await world.pass(5 * STARTER_TICK_MS);
    const lines = (await world.game.statement('ann', null))?.lines ?? [];
    expect(lines.map(({ kind }) => kind)).toEqual([
      'repayment',
      'repayment',
      'repayment',
      'repayment',
      'lend',
      'earn.ops',
      'welcome',
    ]);
    for (const [i, line] of lines.entries()) {
      expect(line.balance).toBe((lines[i + 1]?.balance ?? 0) + line.amount);
    }
    expect(lines[0]?.balance).toBe(await wallet('ann'));
    expect(lines[0]).toMatchObject({ ref: loan.id, name: loan.shortName });
  });
});

describe('a loan that is not repaid', () => {
  it('is late, then written off; the guarantee fund gives back half of a first loss, once', async () => {
    const first = starter();
    await world.settleFate(first.id, 'never pays');
    await lend('ann', first, 2_500);
    await world.pass(2 * SIM_DAY_MS);
    expect(await page(first)).toMatchObject({ state: 'in_repayment', daysPastDue: 1, repaid: 0 });
    expect((await page(first)).schedule[0]).toMatchObject({ status: 'late', paid: 0 });
    expect((await world.game.shops('v1'))[0]).toMatchObject({ state: 'late' });
    expect(await world.game.portfolio('ann')).toMatchObject({ late: 2_500, outstanding: 2_500 });
    const before = await wallet('ann');
    await world.pass(4 * SIM_DAY_MS);
    expect(await page(first)).toMatchObject({ state: 'defaulted', outstanding: 0 });
    expect((await page(first)).schedule.every(({ status }) => status === 'lost')).toBe(true);
    expect(await wallet('ann')).toBe(before + 1_250);
    expect(await world.game.player('ann')).toMatchObject({ lent: 0 });
    expect(await world.game.portfolio('ann')).toMatchObject({ lost: 2_500, outstanding: 0, late: 0 });
    expect(world.events).toContainEqual({
      kind: 'loan.lost',
      playerId: 'ann',
      loanId: first.id,
      name: first.shortName,
      amount: 2_500,
    });
    expect((await world.game.statement('ann', null))?.lines[0]).toMatchObject({ kind: 'cover', amount: 1_250 });
    expect(await world.game.shops('v1')).toEqual([]);

    const second = (await world.game.hall('ann'))?.loans.find((loan) => loan.starter) as LoanCard;
    await world.settleFate(second.id, 'never pays');
    await lend('ann', second, 2_500);
    const purse = await wallet('ann');
    await world.pass(6 * SIM_DAY_MS);
    expect(await page(second)).toMatchObject({ state: 'defaulted' });
    expect(await wallet('ann')).toBe(purse);
    expect(world.violations()).toEqual([]);
  });
});

describe('a funding window that ends', () => {
  it('gives everything back, once, when a fixed loan is not fully raised', async () => {
    const content = testContent();
    const noPool = { ...content, economy: { ...content.economy, pool: { endowment: 0, maxPercent: 0 } } };
    world = await testGame({ content: noPool });
    await world.newcomer('ann');
    await world.newcomer('ben');
    loans = (await world.game.hall('ann'))?.loans ?? [];
    const loan = ordinary('fixed');
    await lend('ann', loan, 2_500);
    await lend('ben', loan, 2_500);
    await world.pass(WINDOW_MS);
    expect(await page(loan)).toMatchObject({ state: 'expired', outstanding: 0 });
    expect(await wallet('ann')).toBe(4_000);
    expect(await world.game.portfolio('ann')).toMatchObject({ refunded: 2_500, outstanding: 0, lent: 2_500 });
    expect(world.events.filter(({ kind }) => kind === 'loan.refunded')).toHaveLength(2);
    await Promise.all([wake(loan.id), wake(loan.id)]);
    expect(await wallet('ann')).toBe(4_000);
    expect((await world.game.statement('ann', null))?.lines.map(({ kind }) => kind)).toEqual([
      'refund',
      'lend',
      'welcome',
    ]);
    expect(world.violations()).toEqual([]);
  });

  it('lets a flexible loan go ahead with a quarter, and not with less', async () => {
    const content = testContent();
    const noPool = { ...content, economy: { ...content.economy, pool: { endowment: 0, maxPercent: 0 } } };
    world = await testGame({ content: noPool });
    for (const player of ['ann', 'ben']) await world.newcomer(player);
    await world.enrich('ann', 1_000_000);
    loans = (await world.game.hall('ann'))?.loans ?? [];
    const [enough, short] = loans.filter((loan) => !loan.starter && loan.funding === 'flexible') as [
      LoanCard,
      LoanCard,
    ];
    await world.settleFate(enough.id, 'always pays');
    const quarter = Math.ceil(enough.amount / 4 / 2_500) * 2_500;
    await lend('ann', enough, quarter);
    await lend('ann', short, Math.min(2_500, short.amount / 4 - 1));
    await world.pass(WINDOW_MS);
    expect(await page(enough)).toMatchObject({ state: 'in_repayment', outstanding: quarter, raised: quarter });
    expect(['expired', 'in_repayment']).toContain((await page(short)).state);
    const untouched = loans.filter((loan) => !loan.starter && loan.id !== enough.id && loan.id !== short.id);
    for (const loan of untouched) expect((await page(loan)).state).toBe('expired');
    await world.pass((enough.instalments + 1) * enough.intervalMs);
    expect(await page(enough)).toMatchObject({ state: 'ended', repaid: quarter });
    expect(world.violations()).toEqual([]);
  });

  it('keeps the hall stocked: 12 to 24 ordinary loans and three starter projects, not all ending together', async () => {
    const ends = new Set<number>();
    for (let i = 0; i < 12; i++) {
      const hall = (await world.game.hall('ann'))?.loans ?? [];
      const open = hall.filter((loan) => !loan.starter);
      expect(open.length).toBeGreaterThanOrEqual(12);
      expect(open.length).toBeLessThanOrEqual(24);
      expect(hall.filter((loan) => loan.starter)).toHaveLength(3);
      expect(new Set(open.map(({ entrepreneur }) => entrepreneur)).size).toBe(open.length);
      for (const loan of open) ends.add(loan.expiresAt);
      await world.pass(WINDOW_MS / 4);
    }
    expect(ends.size).toBeGreaterThan(24);
    expect(world.violations()).toEqual([]);
  });
});

describe('the community pool', () => {
  it('lends in the last quarter only, whole shares, at most its percentage, and is repaid like everybody', async () => {
    const loan = ordinary('fixed', 50_000);
    const window = loan.expiresAt - loan.openedAt;
    await world.pass(window * 0.7);
    expect((await page(loan)).poolLent).toBe(0);
    await world.pass(window * 0.2);
    const { poolLent } = await page(loan);
    expect(poolLent).toBe(Math.floor((loan.amount * 0.3) / 2_500) * 2_500);
    expect(world.violations()).toEqual([]);
  });

  it('hands over to matching when it is short, which fills the guarantee fund', async () => {
    const content = testContent();
    const poor = { ...content, economy: { ...content.economy, pool: { endowment: 10_000, maxPercent: 30 } } };
    world = await testGame({ content: poor });
    await world.newcomer('ann');
    loans = (await world.game.hall('ann'))?.loans ?? [];
    const starters = loans.filter((loan) => loan.starter);
    const kinds = await Promise.all(starters.map(async (loan) => (await page(loan)).lendersList[0]?.kind));
    expect([...kinds].sort()).toEqual(['matching', 'matching', 'pool']);
    const loan = starters[kinds.indexOf('matching')] as LoanCard;
    for (const loan of starters) await world.settleFate(loan.id, 'always pays');
    const fund = async () => {
      const [row] = await world.parts.store.reader.rows('account', ['guarantee:fund']);
      return (row?.credits ?? 0) - (row?.debits ?? 0);
    };
    const before = await fund();
    await lend('ann', loan, 2_500);
    await world.pass(5 * STARTER_TICK_MS);
    expect((await page(loan)).state).toBe('ended');
    expect(await fund()).toBe(before + 7_500);
    expect(world.violations()).toEqual([]);
  });
});
