import type { Rail } from '@bloomvale/shared/operator/preview-api';
import { describe, expect, it } from 'vitest';
import { DEFAULT_GUARD_RAILS } from '../../domain/preview/guard-rails.ts';
import { LENDER_STYLES } from '../../domain/preview/lender-styles.ts';
import { testGame } from '../../testing/test-game.ts';
import type { Operator } from '../proposals/operator.ts';

const ADA: Operator = { operatorId: 'ada', name: 'Ada', role: 'publisher' };

describe('guard rails', () => {
  const rails: readonly Rail[] = [{ figure: 'par30', least: null, most: 0.05 }];

  it('are a publisher’s to change', async () => {
    const { game } = await testGame();
    for (const role of ['viewer', 'editor'] as const) {
      expect(await game.console.setRails({ ...ADA, role }, rails, 'a try')).toMatchObject({
        error: { code: 'FORBIDDEN' },
      });
    }
    expect(await game.console.rails()).toEqual(DEFAULT_GUARD_RAILS);
    expect((await game.console.lines('rails', null)).lines).toEqual([]);
  });

  it('hold from then on, and the trail has what they were', async () => {
    const { game } = await testGame();
    expect(await game.console.setRails(ADA, rails, 'what the board asked for')).toEqual({ ok: true, value: rails });
    expect(await game.console.rails()).toEqual(rails);
    expect((await game.console.lines('rails', null)).lines).toMatchObject([
      { actor: 'operator:ada', action: 'rails.set', reason: 'what the board asked for', detail: { after: rails } },
    ]);
  });
});

describe('the trail', () => {
  const note = (subject: string) => ({ by: ADA, action: 'export.audit', subject, detail: {} });

  it('is read in pages, newest first, and searched', async () => {
    const { game } = await testGame();
    for (let i = 0; i < 53; i++) await game.console.note(note(`file:${i}`));
    await game.console.note({ ...note('x'), by: 'system' });
    const first = await game.console.lines('export', null);
    expect(first.lines.map(({ subject }) => subject).slice(0, 2)).toEqual(['x', 'file:52']);
    expect(first.lines).toHaveLength(50);
    const second = await game.console.lines('export', first.before);
    expect(second.lines.map(({ subject }) => subject)).toEqual(['file:3', 'file:2', 'file:1', 'file:0']);
    expect(second.before).toBeNull();
    expect((await game.console.lines('file:52', null)).lines).toHaveLength(1);
  });

  it('says when it was, of what is written later', async () => {
    const { game, now } = await testGame();
    await game.console.note({ ...note('late'), at: now() - 120_000 });
    const { lines } = await game.console.lines('late', null);
    expect(lines).toMatchObject([{ subject: 'late', detail: { happenedAt: now() - 120_000 } }]);
  });
});

describe('the flows of players', () => {
  it('are the balance report’s while hardly anybody plays', async () => {
    const { game } = await testGame();
    expect(await game.console.flows()).toBe(LENDER_STYLES);
  });

  it('are read off the ledger, the same within an hour', async () => {
    const world = await testGame();
    for (let i = 0; i < 12; i++) {
      await world.newcomer(`p${i}`);
      await world.enrich(`p${i}`, 10_000);
      const hall = await world.game.hall(`p${i}`);
      const loan = hall?.loans.find(({ starter }) => !starter);
      const { share } = world.game.content.economy.lending;
      const lent = await world.run(`p${i}`, 'loan.lend', { loanId: loan?.id ?? '', amount: share });
      expect(lent).toMatchObject({ ok: true });
    }
    const hour = new Date(world.now()).getUTCHours();
    world.setNow(world.now() + 3_600_000);
    const flows = await world.game.console.flows();
    expect(flows.map(({ percent }) => percent)).toEqual([50, 40, 10]);
    for (const { visitPercent } of flows) expect(visitPercent.indexOf(100)).toBe(hour);
    await world.enrich('p1', 50_000);
    expect(await world.game.console.flows()).toBe(flows);
  });
});
