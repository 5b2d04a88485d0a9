import type { Household } from '@bloomvale/shared/play/household';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../persistence/memory-store.ts';
import { commandId, type TestGame, testContent, testGame } from '../../testing/test-game.ts';

let world: TestGame;
const freeCrop = testContent().crops.find(({ seedPrice }) => seedPrice === 0);
const paidCrop = testContent().crops.find(({ seedPrice, unlockLevel }) => seedPrice > 0 && unlockLevel === 1);

beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
});

const wallet = async (player = 'ann') => (await world.game.player(player))?.wallet ?? 0;
const home = async () => (await world.game.player('ann'))?.household as Household;
const grow = (crop = freeCrop) => world.setNow(world.now() + (crop?.growSeconds ?? 0) * 1_000);

describe('homestead commands are refused', () => {
  it('for somebody without a household', async () => {
    expect(await world.run('nobody', 'garden.plant', { plots: [0], crop: freeCrop?.id ?? '' })).toEqual({
      ok: false,
      code: 'FORBIDDEN',
    });
  });

  it('by the rules of play, and nothing moves', async () => {
    const before = JSON.stringify(await world.game.player('ann'));
    expect(await world.run('ann', 'garden.plant', { plots: [30], crop: freeCrop?.id ?? '' })).toMatchObject({
      code: 'PLOT_LOCKED',
    });
    expect(await world.run('ann', 'garden.plant', { plots: [0], crop: 'no-such-crop' })).toMatchObject({
      code: 'UNKNOWN_CROP',
    });
    expect(await world.run('ann', 'garden.harvest', { plots: [0] })).toMatchObject({ code: 'PLOT_EMPTY' });
    expect(await world.run('ann', 'stall.stock', { slot: 0, good: 'cabbage', quantity: 1 })).toMatchObject({
      code: 'GOODS_SHORT',
    });
    expect(await world.run('ann', 'stall.serve', { wish: 99 })).toMatchObject({ code: 'UNKNOWN_WISH' });
    expect(JSON.stringify(await world.game.player('ann'))).toBe(before);
    expect(world.violations()).toEqual([]);
  });

  it('without the coins for the seed', async () => {
    const { parts } = world;
    const content = testContent();
    world = await testGame({ content: { ...content, economy: { ...content.economy, welcomeGift: 0 } } });
    await world.newcomer('ann');
    expect(await world.run('ann', 'garden.plant', { plots: [0], crop: paidCrop?.id ?? '' })).toMatchObject({
      code: 'FUNDS',
    });
    expect(await wallet()).toBe(0);
    await parts.store.close();
  });

  it('when the stored document is damaged: INTERNAL, logged with ids, and the others play on', async () => {
    const store = new MemoryStore();
    world = await testGame({ store });
    await world.newcomer('ann');
    await world.newcomer('ben');
    world = await testGame({ store, now: world.now() });
    const unit = await store.begin();
    await unit.commit({ kept: { household: [{ playerId: 'ann', doc: '{"v":1}', version: 2 }] }, added: {} });
    const [broken, fine] = await Promise.all([
      world.run('ann', 'garden.plant', { plots: [0], crop: freeCrop?.id ?? '' }),
      world.run('ben', 'garden.plant', { plots: [0], crop: freeCrop?.id ?? '' }),
    ]);
    expect(broken).toEqual({ ok: false, code: 'INTERNAL' });
    expect(fine).toMatchObject({ ok: true });
    expect(world.log).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ playerId: 'ann' }) }),
    );
    expect(world.violations()).toContainEqual(expect.objectContaining({ id: 'I21', where: 'household of ann' }));
  });
});

describe('homestead commands', () => {
  it('pay for seeds, harvest into the store, and keep both books', async () => {
    const seed = paidCrop?.seedPrice ?? 0;
    expect(await world.run('ann', 'garden.plant', { plots: [0, 1], crop: paidCrop?.id ?? '' })).toMatchObject({
      ok: true,
      value: { planted: [0, 1], cost: 2 * seed },
    });
    expect(await wallet()).toBe(4_000 - 2 * seed);
    expect(await world.run('ann', 'garden.harvest', { plots: [0] })).toMatchObject({ code: 'NOT_RIPE' });
    grow(paidCrop);
    expect(await world.run('ann', 'garden.harvest', { plots: [0, 1] })).toMatchObject({ ok: true });
    expect((await home()).store[paidCrop?.good ?? '']).toBe(2 * (paidCrop?.yield ?? 0));
    expect((await world.game.statement('ann', null))?.lines[0]).toMatchObject({ kind: 'buy.shop', amount: -2 * seed });
    expect(world.violations()).toEqual([]);
  });

  it('sell at the stall also while nobody is there, each day within its cap', async () => {
    await world.run('ann', 'garden.plant', { plots: [0, 1, 2, 3], crop: freeCrop?.id ?? '' });
    grow();
    await world.run('ann', 'garden.harvest', { plots: [0, 1, 2, 3] });
    const good = freeCrop?.good ?? '';
    const quantity = (await home()).store[good] ?? 0;
    expect(await world.run('ann', 'stall.stock', { slot: 0, good, quantity })).toMatchObject({ ok: true });
    const before = await wallet();
    world.setNow(world.now() + 2 * 86_400_000);
    const caught = await world.run('ann', 'home.catch-up', { seen: false });
    const price = testContent().goods.find(({ id }) => id === good)?.price ?? 0;
    expect(caught).toMatchObject({ ok: true, value: { sales: { earned: quantity * price } } });
    expect(await wallet()).toBe(before + quantity * price);
    expect((await home()).stall.slots.every((slot) => slot === null)).toBe(true);
    expect(world.violations()).toEqual([]);
  });

  it('serve a wish at half as much again', async () => {
    const wish = (await home()).stall.wishes[0];
    await world.run('ann', 'garden.plant', { plots: [0, 1, 2, 3], crop: freeCrop?.id ?? '' });
    grow();
    await world.run('ann', 'garden.harvest', { plots: [0, 1, 2, 3] });
    const reply = await world.run('ann', 'stall.serve', { wish: wish?.id ?? -1 });
    expect(reply).toMatchObject({ ok: true, value: { good: freeCrop?.good, quantity: wish?.quantity } });
    expect((await world.game.statement('ann', null))?.lines[0]).toMatchObject({ kind: 'earn.minigame' });
    expect(world.violations()).toEqual([]);
  });

  it('have one effect when sent again', async () => {
    const id = commandId();
    const payload = { plots: [0], crop: paidCrop?.id ?? '', commandId: id };
    const first = await world.run('ann', 'garden.plant', payload);
    expect(await world.run('ann', 'garden.plant', payload)).toEqual(first);
    expect(await wallet()).toBe(4_000 - (paidCrop?.seedPrice ?? 0));
  });

  it('do not un-ripen when the server clock steps back, nor let anything happen twice', async () => {
    await world.run('ann', 'garden.plant', { plots: [0], crop: freeCrop?.id ?? '' });
    grow();
    const ripeAt = world.now();
    await world.run('ann', 'home.catch-up', { seen: false });
    world.setNow(ripeAt - 3_600_000);
    expect(world.game.now()).toBe(ripeAt);
    expect(await world.run('ann', 'garden.harvest', { plots: [0] })).toMatchObject({ ok: true, now: ripeAt });
    expect(await world.run('ann', 'garden.harvest', { plots: [0] })).toMatchObject({ code: 'PLOT_EMPTY' });
    const before = await wallet();
    world.setNow(ripeAt - 86_400_000);
    await world.run('ann', 'home.catch-up', { seen: false });
    expect(await wallet()).toBe(before);
    expect(world.violations()).toEqual([]);
  });

  it('remember hints', async () => {
    expect(await world.run('ann', 'hint.done', { hint: 'plant' })).toMatchObject({
      ok: true,
      value: { hints: ['plant'] },
    });
    expect((await world.game.me('ann'))?.hints).toEqual(['plant']);
  });
});
