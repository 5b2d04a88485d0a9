import { describe, expect, test } from 'vitest';
import type { Content } from '../content/content.ts';
import { expandGarden } from './garden-expand.ts';
import { grantPlots, grantStation } from './grants.ts';
import { CONTENT, context, household, START } from './play.fixture.ts';
import { plotsOwned } from './plots-owned.ts';
import { upgradeStall } from './stall-upgrade.ts';
import { upgradeHousehold } from './upgrade-household.ts';

const command = { commandId: 'c1' };

describe('a bigger stall', () => {
  test('is refused before its level, beyond the last one, and unpaid', () => {
    expect(upgradeStall(household(), command, context())).toEqual({
      ok: false,
      error: { code: 'LEVEL_LOW', detail: { level: 2 } },
    });
    expect(upgradeStall(household({ stall: { level: 2 } }), command, context())).toEqual({
      ok: false,
      error: { code: 'MAX_LEVEL' },
    });
    expect(upgradeStall(household({ xp: 10 }), command, context({ wallet: 9 }))).toMatchObject({
      error: { code: 'FUNDS' },
    });
  });
  test('has more places and more room, and keeps what lies on it', () => {
    const slots = [{ good: 'cress', quantity: 20 }, null, null];
    const done = upgradeStall(household({ xp: 10, stall: { slots } }), command, context());
    if (!done.ok) expect.unreachable();
    expect(done.value.value).toEqual({ level: 2, slots: 4, capacity: 30, paid: 1_000 });
    expect(done.value.household.stall.slots).toEqual([...slots, null]);
  });
});

describe('one plot more', () => {
  test('is refused when all are bought, when there is no room, and unpaid', () => {
    expect(expandGarden(household({ extraPlots: 2 }), command, context())).toMatchObject({
      error: { code: 'MAX_LEVEL' },
    });
    const full = household({ extraPlots: 32 });
    const endless = { ...CONTENT, homestead: { ...CONTENT.homestead, plots: Array.from({ length: 40 }, () => 1) } };
    expect(plotsOwned(full, endless)).toBe(36);
    expect(expandGarden(full, command, context({ content: endless }))).toMatchObject({ error: { code: 'MAX_LEVEL' } });
    expect(expandGarden(household(), command, context({ wallet: 499 }))).toMatchObject({ error: { code: 'FUNDS' } });
  });
  test('costs its published price, each a little more', () => {
    const done = expandGarden(household({ extraPlots: 1 }), command, context());
    expect(done.ok && done.value.value).toEqual({ plotCount: 6, paid: 1_500 });
  });
});

describe('what a starter loan pays for in kind', () => {
  test('is two plots, or a station; a station that is there stays as it is', () => {
    expect(plotsOwned(grantPlots(household(), 2), CONTENT)).toBe(6);
    const owned = household({ stations: { oven: { level: 2, queue: [] } } });
    expect(grantStation(owned, 'oven')).toBe(owned);
    expect(grantStation(household(), 'oven').stations).toEqual({ oven: { level: 1, queue: [] } });
  });
});

describe('a household whose catalogue has lost something of the kitchen', () => {
  const batch = (recipe: string) => ({ recipe, startsAt: START, readyAt: START + 9 });
  const old = () =>
    household({
      stations: { oven: { level: 2, queue: [batch('soup'), batch('soup')] }, press: { level: 1, queue: [] } },
      parts: { soup: 300, cress: 400 },
      orders: { waiting: [{ id: 0, since: START, items: [{ good: 'soup', quantity: 1 }] }], count: 1, at: START },
    });
  const soupless: Content = {
    ...CONTENT,
    recipes: CONTENT.recipes.filter(({ id }) => id !== 'soup'),
    goods: CONTENT.goods.filter(({ id }) => id !== 'soup'),
  };
  test('is paid for what was in the oven, once, and told', () => {
    const read = upgradeHousehold(old(), soupless, CONTENT, 'e1');
    if (!read.ok) expect.unreachable();
    expect(read.value.removed).toEqual([{ kind: 'batch', id: 'soup', quantity: 2, refund: 2 * (2 * 100 + 205) }]);
    expect(read.value.household).toMatchObject({
      stations: { oven: { level: 2, queue: [] } },
      parts: { cress: 400 },
      orders: { waiting: [] },
    });
    expect(upgradeHousehold(read.value.household, soupless, CONTENT, 'e2')).toMatchObject({ value: { coins: [] } });
  });
  test('is paid for a station that is gone, with all its levels and what was in it', () => {
    const ovenless = {
      ...soupless,
      homestead: { ...CONTENT.homestead, stations: CONTENT.homestead.stations.slice(1) },
    };
    const read = upgradeHousehold(old(), ovenless, CONTENT, 'e1');
    expect(read.ok && read.value.removed.map(({ kind, refund }) => [kind, refund])).toEqual([
      ['batch', 810],
      ['station', 7_000],
    ]);
  });
});
