import { STATEMENT_PAGE } from '@bloomvale/shared/protocol/limits';
import { beforeEach, describe, expect, it } from 'vitest';
import { MONTH_SECONDS, type TestGame, testContent, testGame } from '../../testing/test-game.ts';

let world: TestGame;
beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
});

describe('questions about nobody and nothing', () => {
  it('are answered with null', async () => {
    const { game } = world;
    expect(await game.player('nobody')).toBeNull();
    expect(await game.playerByPublicId('nobody')).toBeNull();
    expect(await game.me('nobody')).toBeNull();
    expect(await game.hall('nobody')).toBeNull();
    expect(await game.portfolio('nobody')).toBeNull();
    expect(await game.statement('nobody', null)).toBeNull();
    expect(await game.welcomeBack('nobody')).toBeNull();
    expect(await game.export('nobody')).toBeNull();
    expect(await game.loan('ann', 'no-such-loan')).toBeNull();
    expect(await game.village('v99')).toBeNull();
    expect(await game.shops('v99')).toEqual([]);
  });
});

describe('me', () => {
  it('says who, where, by which content and clock', async () => {
    const me = await world.game.me('ann');
    expect(me).toMatchObject({
      village: { id: 'v1' },
      level: 1,
      xp: 0,
      wallet: testContent().economy.welcomeGift,
      contentHash: world.game.contentHash,
      timeScale: 1,
      monthSeconds: MONTH_SECONDS,
      starterLeft: 3,
      createdAt: world.now(),
    });
    expect(await world.game.playerByPublicId(me?.id ?? '')).toMatchObject({ playerId: 'ann' });
    expect(JSON.stringify(me)).not.toContain('"ann"');
  });
});

describe('the hall', () => {
  it('puts starter projects first, then what ends soonest; shows cost, forecast and window of each', async () => {
    const loans = (await world.game.hall('ann'))?.loans ?? [];
    expect(loans.slice(0, 3).every(({ starter }) => starter)).toBe(true);
    const rest = loans.slice(3);
    expect(rest.every(({ starter }) => !starter)).toBe(true);
    expect(rest.map(({ expiresAt }) => expiresAt)).toEqual(
      rest.map(({ expiresAt }) => expiresAt).sort((a, b) => a - b),
    );
    for (const loan of loans) {
      const { repaidNeverLate, repaidLate, partlyLost, shareLow, shareHigh } = loan.forecast;
      expect(repaidNeverLate + repaidLate + partlyLost).toBe(100);
      expect(shareLow).toBeLessThanOrEqual(shareHigh);
      expect(loan.expiresAt).toBeGreaterThan(world.now());
      expect(loan.costMinor).toBeGreaterThan(0);
      expect(loan.listed).toBe(true);
    }
  });
});

describe('a loan page before it is funded', () => {
  it('shows the schedule to come without dates, and no letter', async () => {
    const card = (await world.game.hall('ann'))?.loans.at(-1);
    const page = await world.game.loan('ann', card?.id ?? '');
    expect(page?.schedule).toHaveLength(card?.instalments ?? -1);
    expect(
      page?.schedule.every(({ status, dueAt, paid }) => status === 'to_come' && dueAt === null && paid === 0),
    ).toBe(true);
    expect(page?.schedule.reduce((sum, { principal }) => sum + principal, 0)).toBe(card?.amount);
    expect(page?.schedule.reduce((sum, { interest }) => sum + interest, 0)).toBe(card?.costMinor);
    expect(page).toMatchObject({ letter: null, daysPastDue: 0, outstanding: 0, repaid: 0, myReceived: 0 });
    expect(page?.commitment).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the statement', () => {
  it('pages without a gap or a repeat, newest first, each line with the balance after it', async () => {
    for (let i = 0; i < STATEMENT_PAGE + 20; i++) await world.enrich('ann', 100 + i);
    const first = await world.game.statement('ann', null);
    expect(first?.lines).toHaveLength(STATEMENT_PAGE);
    const second = await world.game.statement('ann', first?.before ?? null);
    expect(second?.lines).toHaveLength(21);
    expect(second?.before).toBeNull();
    const lines = [...(first?.lines ?? []), ...(second?.lines ?? [])];
    expect(new Set(lines.map(({ id }) => id)).size).toBe(STATEMENT_PAGE + 21);
    expect(lines[0]?.balance).toBe(first?.wallet);
    for (const [i, line] of lines.entries()) expect(line.balance).toBe((lines[i + 1]?.balance ?? 0) + line.amount);
    expect(lines.at(-1)?.kind).toBe('welcome');
  });
});
