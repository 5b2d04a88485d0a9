import type { Household } from '@bloomvale/shared/play/household';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, type TestGame, testContent, testGame } from '../../testing/test-game.ts';

const { homestead, economy } = testContent();
const DAY = 86_400_000;
let world: TestGame;

beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
});

const wallet = async () => (await world.game.player('ann'))?.wallet ?? 0;
const home = async () => (await world.game.player('ann'))?.household as Household;
const oven = homestead.stations.find(({ id }) => id === 'oven')?.levels[0]?.price ?? 0;

/** Grows a crop on all plots until there are so many of it in the store. */
async function grow(crop: string, quantity: number): Promise<void> {
  const { growSeconds, good } = testContent().crops.find(({ id }) => id === crop) ?? { growSeconds: 0, good: '' };
  for (let round = 0; round < 40 && ((await home()).store[good] ?? 0) < quantity; round++) {
    const plots = Array.from({ length: (await world.game.player('ann'))?.plotCount ?? 0 }, (_, plot) => plot);
    await world.run('ann', 'garden.plant', { plots, crop });
    world.setNow(world.now() + growSeconds * 1_000);
    await world.run('ann', 'garden.harvest', { plots });
  }
}

describe('the household commands are refused', () => {
  it('as their rules say, and nothing moves', async () => {
    const before = JSON.stringify(await world.game.player('ann'));
    expect(await world.run('ann', 'kitchen.build', { station: 'oven' })).toMatchObject({ code: 'FUNDS' });
    expect(await world.run('ann', 'kitchen.start', { station: 'oven', recipe: 'soup', times: 1 })).toMatchObject({
      code: 'STATION_MISSING',
    });
    expect(await world.run('ann', 'home.fulfil', { need: 'food' })).toMatchObject({ code: 'GOODS_SHORT' });
    expect(await world.run('ann', 'home.upgrade', {})).toMatchObject({ code: 'NEEDS_FIRST' });
    expect(await world.run('ann', 'home.talk', { talk: 'food-thanks-3' })).toMatchObject({ code: 'TALK_LATER' });
    expect(await world.run('ann', 'order.deliver', { order: 99 })).toMatchObject({ code: 'UNKNOWN_ORDER' });
    expect(await world.run('ann', 'home.gift', {})).toMatchObject({ code: 'GIFT_TAKEN' });
    expect(JSON.stringify(await world.game.player('ann'))).toBe(before);
    expect(world.violations()).toEqual([]);
  });
});

describe('the household commands', () => {
  it('build, cook and collect, and both books stay whole', async () => {
    await world.enrich('ann', oven + 10_000);
    const before = await wallet();
    expect(await world.run('ann', 'kitchen.build', { station: 'oven' })).toMatchObject({ ok: true });
    expect(await wallet()).toBe(before - oven);
    await grow('carrot', 4);
    await grow('cabbage', 4);
    const payload = { station: 'oven', recipe: 'soup', times: 2, commandId: commandId() };
    const first = await world.run('ann', 'kitchen.start', payload);
    expect(first).toMatchObject({ ok: true });
    expect(await world.run('ann', 'kitchen.start', payload)).toEqual(first);
    expect((await home()).stations.oven?.queue).toHaveLength(2);
    expect(await world.run('ann', 'kitchen.collect', { station: 'oven' })).toMatchObject({ code: 'NOTHING_READY' });
    world.setNow(world.now() + DAY);
    expect(await world.run('ann', 'kitchen.collect', { station: 'oven' })).toMatchObject({
      ok: true,
      value: { collected: [{ good: 'soup', quantity: 2 }] },
    });
    expect(world.violations()).toEqual([]);
  });

  it('fulfil a first need and hear the thanks', async () => {
    const tier = homestead.needs.food.tiers[0];
    for (const { good, quantity } of tier?.goods ?? []) await grow(good, quantity);
    const before = await wallet();
    expect(await world.run('ann', 'home.fulfil', { need: 'food' })).toMatchObject({ ok: true, value: { tier: 1 } });
    expect(await wallet()).toBe(before - (tier?.price ?? 0));
    expect(await world.run('ann', 'home.talk', { talk: 'food-thanks-1' })).toMatchObject({
      ok: true,
      value: { first: true },
    });
    expect((await home()).home).toMatchObject({ needs: { food: 1 }, told: ['food-thanks-1'] });
    expect(world.violations()).toEqual([]);
  });

  it('pay an order within the cap of the day', async () => {
    const [order] = (await home()).orders.waiting;
    for (const { good, quantity } of order?.items ?? []) await grow(good, quantity);
    const before = await wallet();
    const reply = await world.run('ann', 'order.deliver', { order: order?.id ?? -1 });
    expect(reply).toMatchObject({ ok: true });
    if (reply.ok) expect(await wallet()).toBe(before + reply.value.paid);
    expect((await home()).stall.earnedToday).toBeLessThanOrEqual(economy.stallDailyCap);
    expect((await world.game.statement('ann', null))?.lines[0]).toMatchObject({ kind: 'earn.minigame' });
    expect(world.violations()).toEqual([]);
  });

  it('give the welcome gift once a day, the same after any absence', async () => {
    for (const days of [1, 30]) {
      world.setNow(world.now() + days * DAY);
      const before = await wallet();
      expect(await world.run('ann', 'home.gift', {})).toMatchObject({ ok: true });
      expect(await wallet()).toBe(before + homestead.gift.coins);
      expect(await world.run('ann', 'home.gift', {})).toMatchObject({ code: 'GIFT_TAKEN' });
    }
    expect(world.violations()).toEqual([]);
  });
});
