import { err } from '@bloomvale/shared/result';
import { beforeEach, describe, expect, it } from 'vitest';
import { type TestGame, testContent, testGame } from '../../testing/test-game.ts';
import type { Operator } from '../proposals/operator.ts';
import { runOperator } from '../proposals/operator-handler.ts';
import { setSwitches } from './set-switches.ts';
import { ALL_ON, SWITCHES, switchesIn } from './switch-board.ts';

const ADA: Operator = { operatorId: 'ada', name: 'Ada', role: 'publisher' };
const NOTICE = { en: 'Back at noon.', fr: 'De retour à midi.' };

let world: TestGame;
beforeEach(async () => {
  world = await testGame();
});

const set = (switches: Partial<typeof ALL_ON>, operator = ADA) =>
  runOperator(world.parts.bus, setSwitches, { operator, switches: { ...ALL_ON, ...switches }, reason: 'a test of it' });
const trail = () => world.parts.store.reader.auditLines('', null, 50);
const openLoans = async (villageId: string) =>
  (await world.parts.store.reader.loansOfVillage(villageId, ['fundraising'])).length;

describe('switching', () => {
  it('is refused to anybody but a publisher, and for what cannot be paused', async () => {
    expect(await set({ listingsPaused: true }, { ...ADA, role: 'editor' })).toEqual(err({ code: 'FORBIDDEN' }));
    for (const faucet of ['mint:ops', 'mint:merci', 'wallet:a', 'sink:shop', 'nonsense']) {
      expect(await set({ pausedFaucets: ['mint:minigame', faucet] })).toEqual(
        err({ code: 'UNKNOWN_SWITCH', detail: { faucet } }),
      );
    }
    expect(world.game.switches()).toEqual(ALL_ON);
    expect(await trail()).toEqual([]);
  });

  it('is told once in the trail, with what was and what is, and to the rooms', async () => {
    expect(await set({ notice: NOTICE, pausedFaucets: ['mint:mission', 'mint:loan', 'mint:mission'] })).toMatchObject({
      ok: true,
      value: { notice: NOTICE, pausedFaucets: ['mint:loan', 'mint:mission'] },
    });
    await set({ notice: NOTICE, pausedFaucets: ['mint:loan', 'mint:mission'] });
    const [line, ...none] = await trail();
    expect(none).toEqual([]);
    expect(line).toMatchObject({ actor: 'operator:ada', action: 'switches.set', reason: 'a test of it' });
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({ before: ALL_ON, after: { notice: NOTICE } });
    expect(world.events.filter(({ kind }) => kind === 'switches.changed')).toEqual([
      { kind: 'switches.changed', notice: NOTICE },
    ]);
  });

  it('outlasts a restart', async () => {
    await set({ listingsPaused: true, notice: NOTICE });
    const again = await testGame({ store: world.parts.store });
    expect(again.game.switches()).toEqual({ listingsPaused: true, pausedFaucets: [], notice: NOTICE });
    const [row] = await world.parts.store.reader.rows('meta', [SWITCHES]);
    expect(switchesIn(row)).toEqual(again.game.switches());
  });
});

describe('paused listings', () => {
  it('list nobody new, also in a new village, and go on afterwards', async () => {
    await set({ listingsPaused: true });
    const villageId = await world.parts.villages.found(2);
    expect(await openLoans(villageId)).toBe(0);
    await world.parts.villages.topUp(villageId);
    expect(await openLoans(villageId)).toBe(0);
    await set({});
    await world.parts.villages.topUp(villageId);
    expect(await openLoans(villageId)).toBeGreaterThan(0);
  });

  it('leave the loans that are listed open to lenders', async () => {
    const villageId = await world.newcomer('ada');
    await set({ listingsPaused: true });
    const [loan] = await world.parts.store.reader.loansOfVillage(villageId, ['fundraising']);
    const reply = await world.run('ada', 'loan.lend', { loanId: loan?.id ?? '', amount: 2_500 });
    expect(reply.ok).toBe(true);
  });
});

describe('a paused faucet', () => {
  const content = testContent();
  const free = content.crops.find(({ seedPrice }) => seedPrice === 0);
  const player = async () => {
    const state = await world.game.player('ada');
    if (state === null) throw new Error('nobody there');
    return state;
  };
  /** Sows two plots with what bears this good, waits, harvests. */
  const grow = async (good: string) => {
    const crop = content.crops.find((one) => one.good === good);
    await world.run('ada', 'garden.plant', { crop: crop?.id ?? '', plots: [0, 1] });
    world.setNow(world.now() + (crop?.growSeconds ?? 0) * 1_000);
    await world.run('ada', 'garden.harvest', { plots: [0, 1] });
  };

  it('makes the stall wait: nothing is sold, nothing refused, and all is sold once it goes on', async () => {
    await world.newcomer('ada');
    await grow(free?.good ?? '');
    await world.run('ada', 'stall.stock', { slot: 0, good: free?.good ?? '', quantity: 2 });
    const { wallet } = await player();
    await set({ pausedFaucets: ['mint:minigame'] });
    world.setNow(world.now() + 3_600_000);
    expect(await world.run('ada', 'home.catch-up', { seen: true })).toMatchObject({
      ok: true,
      value: { sales: { earned: 0 } },
    });
    expect(await world.run('ada', 'garden.plant', { crop: free?.id ?? '', plots: [0] })).toMatchObject({ ok: true });
    expect((await player()).wallet).toBe(wallet);
    await set({});
    await world.run('ada', 'home.catch-up', { seen: false });
    expect((await player()).wallet).toBeGreaterThan(wallet);
    expect(world.violations()).toEqual([]);
  });

  it('refuses what would pay from it by name, keeps what it was for, and lets it be done later', async () => {
    await world.newcomer('ada');
    await world.enrich('ada', 100_000);
    world.setNow(world.now() + 3_600_000);
    await world.run('ada', 'home.catch-up', { seen: true });
    const [wish] = (await player()).household.stall.wishes;
    if (wish === undefined) throw new Error('no customer waits');
    await grow(wish.good);
    await grow(wish.good);
    await set({ pausedFaucets: ['mint:minigame'] });
    const state = await player();
    expect(await world.run('ada', 'stall.serve', { wish: wish.id })).toEqual({
      ok: false,
      code: 'PAUSED',
      detail: { source: 'mint:minigame' },
    });
    expect(await player()).toEqual(state);
    await set({});
    expect(await world.run('ada', 'stall.serve', { wish: wish.id })).toMatchObject({ ok: true });
    expect(world.violations()).toEqual([]);
  });

  it('keeps newcomers out when the welcome gift is paused, and nobody else', async () => {
    await world.newcomer('ada');
    await set({ pausedFaucets: ['mint:welcome'] });
    await expect(world.newcomer('ben')).rejects.toMatchObject({ name: 'NotNowError', code: 'PAUSED' });
    await world.newcomer('ada');
    await set({});
    await world.newcomer('ben');
  });
});
