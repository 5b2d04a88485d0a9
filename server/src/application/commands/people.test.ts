import { MAX_BLOCKS, MAX_REPORTS_PER_DAY } from '@bloomvale/shared/protocol/limits';
import { beforeEach, describe, expect, it } from 'vitest';
import { PLAYER_LOOKS } from '../../domain/generated-identity.ts';
import { type TestGame, testGame } from '../../testing/test-game.ts';
import { LOTS } from '../lending/village-records.ts';

let world: TestGame;

beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
  await world.newcomer('ben');
});

const publicId = async (player: string) => (await world.game.player(player))?.publicId ?? '';

describe('player.enter', () => {
  it('gives a newcomer a name, a look, a homestead, the welcome gift and a lot, once', async () => {
    const first = await world.game.enter({ playerId: 'cleo', guest: true, locale: 'fr' });
    expect(first).toMatchObject({ wallet: 4_000, lent: 0, level: 1, villageId: 'v1', blocked: [] });
    expect(first.name).toMatch(/^\S+ \S+$/);
    expect(PLAYER_LOOKS).toContain(first.look);
    expect(first.publicId).toMatch(/^[A-Za-z0-9_-]{6,24}$/);
    expect(first.publicId).not.toContain('cleo');
    const again = await Promise.all(
      [1, 2, 3].map(() => world.game.enter({ playerId: 'cleo', guest: true, locale: 'fr' })),
    );
    expect(again.map(({ wallet }) => wallet)).toEqual([4_000, 4_000, 4_000]);
    expect(again[0]?.publicId).toBe(first.publicId);
    expect(world.violations()).toEqual([]);
  });

  it('founds a second village when the first is full, with a hall of its own', async () => {
    const players = Array.from({ length: LOTS }, (_, i) => `crowd-${i}`);
    const villages = await Promise.all(players.map((player) => world.newcomer(player)));
    expect(villages.filter((village) => village === 'v1')).toHaveLength(LOTS - 2);
    expect(new Set(villages)).toEqual(new Set(['v1', 'v2']));
    const there = players[villages.indexOf('v2')] ?? '';
    const hall = await world.game.hall(there);
    expect(hall?.loans.filter(({ starter }) => starter)).toHaveLength(3);
    expect(hall?.loans.length).toBeGreaterThanOrEqual(15);
    expect(hall?.village).not.toBe((await world.game.hall('ann'))?.village);
  });
});

describe('player.rename', () => {
  it.each([
    'x',
    'a'.repeat(25),
    '12345',
    '<b>Ann</b>',
    'moderator',
    'fuck you',
    'connard',
    'Gros Enculé',
    'salopes',
    'a@b.fr',
    '   ',
  ])('refuses %j', async (name) => {
    const reply = await world.run('ann', 'player.rename', { name });
    expect(['NAME_BAD', 'BAD_SHAPE']).toContain(reply.ok ? '' : reply.code);
  });

  it.each(['Zoé', 'Anne-Lise', 'Conan', 'Nadine Piéton', 'Scunthorpe', 'O’Hara', 'Łukasz 2', 'Аня', '小梅'])(
    'takes %j',
    async (name) => {
      expect(await world.run('ann', 'player.rename', { name })).toMatchObject({ ok: true, value: { name } });
      expect((await world.game.player('ann'))?.name).toBe(name);
      expect(world.events).toContainEqual({ kind: 'player.changed', playerId: 'ann' });
    },
  );

  it('tidies spaces', async () => {
    expect(await world.run('ann', 'player.rename', { name: '  Ann   Lee ' })).toMatchObject({
      value: { name: 'Ann Lee' },
    });
  });
});

describe('player.look', () => {
  it('refuses a look there is not', async () => {
    expect(await world.run('ann', 'player.look', { look: 'a99' })).toEqual({ ok: false, code: 'UNKNOWN_LOOK' });
  });
  it('changes the look', async () => {
    expect(await world.run('ann', 'player.look', { look: 'a7' })).toMatchObject({ ok: true, value: { look: 'a7' } });
    expect((await world.game.player('ann'))?.look).toBe('a7');
  });
});

describe('social.report', () => {
  it('refuses nobody, oneself, and more than a day holds', async () => {
    const report = (target: string) => world.run('ann', 'social.report', { target, reason: 'spam' });
    expect(await report('nobody-here')).toEqual({ ok: false, code: 'UNKNOWN_PLAYER' });
    expect(await report(await publicId('ann'))).toEqual({ ok: false, code: 'SELF_TARGET' });
    const ben = await publicId('ben');
    for (let i = 0; i < MAX_REPORTS_PER_DAY; i++) expect(await report(ben)).toMatchObject({ ok: true });
    expect(await report(ben)).toMatchObject({ ok: false, code: 'REPORT_LIMIT' });
    world.setNow(world.now() + 86_400_000);
    expect(await report(ben)).toMatchObject({ ok: true });
    expect(await world.parts.store.reader.reportsOfPlayer('ann')).toHaveLength(MAX_REPORTS_PER_DAY + 1);
  });
});

describe('social.block', () => {
  const block = (target: string, blocked = true) => world.run('ann', 'social.block', { target, blocked });

  it('refuses nobody, oneself, and more than the list holds', async () => {
    expect(await block('nobody-here')).toEqual({ ok: false, code: 'UNKNOWN_PLAYER' });
    expect(await block(await publicId('ann'))).toEqual({ ok: false, code: 'SELF_TARGET' });
    const rows = Array.from({ length: MAX_BLOCKS }, (_, i) => ({
      playerId: 'ann',
      target: `blocked-${i}`,
      blocked: 1 as const,
      at: 0,
    }));
    const unit = await world.parts.store.begin();
    await unit.commit({ kept: { block: rows }, added: {} });
    expect(await block(await publicId('ben'))).toMatchObject({ ok: false, code: 'BLOCK_LIMIT' });
    expect(await block('blocked-3', false)).toMatchObject({ ok: true });
    expect(await block(await publicId('ben'))).toMatchObject({ ok: true });
  });

  it('blocks and unblocks, twice as well as once', async () => {
    const ben = await publicId('ben');
    expect(await block(ben)).toMatchObject({ ok: true, value: { blocked: [ben] } });
    expect(await block(ben)).toMatchObject({ ok: true, value: { blocked: [ben] } });
    expect((await world.game.player('ann'))?.blocked).toEqual([ben]);
    expect((await world.game.me('ann'))?.blocked).toEqual([ben]);
    expect(await block(ben, false)).toMatchObject({ ok: true, value: { blocked: [] } });
    expect(await block(ben, false)).toMatchObject({ ok: true, value: { blocked: [] } });
  });
});

describe('leaving for good', () => {
  it('erases the person, keeps the ledger, and lets the pool have what is still repaid', async () => {
    await world.run('ann', 'garden.plant', { plots: [0], crop: 'cabbage' });
    world.setNow(world.now() + 20_000);
    await world.run('ann', 'garden.harvest', { plots: [0] });
    const hall = await world.game.hall('ann');
    const starter = hall?.loans.find((loan) => loan.starter);
    await world.settleFate(starter?.id ?? '', 'always pays');
    await world.run('ann', 'loan.lend', { loanId: starter?.id ?? '', amount: 2_500 });
    await world.pass(10);
    const name = (await world.game.player('ann'))?.name;
    await world.game.deletePlayer('ann');
    expect(await world.game.player('ann')).toBeNull();
    expect(await world.game.me('ann')).toBeNull();
    expect(await world.game.hall('ann')).toBeNull();
    expect(await world.game.export('ann')).toBeNull();
    expect(world.events).toContainEqual({ kind: 'player.deleted', playerId: 'ann' });
    for (const [type, payload] of [
      ['loan.lend', { loanId: hall?.loans[4]?.id ?? '', amount: 2_500 }],
      ['player.rename', { name: 'Ann' }],
      ['garden.plant', { plots: [0], crop: 'cabbage' }],
      ['home.catch-up', { seen: true }],
    ] as const) {
      expect(await world.run('ann', type, payload as never)).toEqual({ ok: false, code: 'FORBIDDEN' });
    }
    await expect(world.game.enter({ playerId: 'ann', guest: true, locale: 'en' })).rejects.toThrow('ann');
    const page = await world.game.loan('ben', starter?.id ?? '');
    expect(page?.lendersList).toContainEqual({ name: '', amount: 2_500, kind: 'player' });
    expect(JSON.stringify(page)).not.toContain(name);
    await world.pass(3_000);
    expect((await world.game.loan('ben', starter?.id ?? ''))?.state).toBe('ended');
    const [dormant] = await world.parts.store.reader.rows('account', ['sink:dormant']);
    expect(dormant?.credits).toBe(1_500);
    const [own] = await world.parts.store.reader.rows('account', ['wallet:ann']);
    expect((own?.credits ?? 0) - (own?.debits ?? 0)).toBe(0);
    expect(world.violations()).toEqual([]);
    // The lot is free again.
    const [village] = await world.parts.store.reader.rows('village', ['v1']);
    expect(village?.lots).not.toContain('ann');
  });

  it('is harmless twice, for strangers, and when it was interrupted', async () => {
    await world.game.deletePlayer('nobody');
    const starter = (await world.game.hall('ben'))?.loans.find((loan) => loan.starter);
    await world.run('ben', 'loan.lend', { loanId: starter?.id ?? '', amount: 2_500 });
    const { playerErase } = await import('./player-delete.ts');
    await world.parts.bus.system(playerErase, { playerId: 'ben' });
    expect(await world.parts.store.reader.unfinishedDeletions()).toEqual(['ben']);
    await world.parts.leaving.resume();
    expect(await world.parts.store.reader.unfinishedDeletions()).toEqual([]);
    await world.game.deletePlayer('ben');
    expect(world.violations()).toEqual([]);
  });
});

describe('export', () => {
  it('holds everything stored about a player, and nobody else’s ids', async () => {
    const data = await world.game.export('ann');
    expect(Object.keys(data ?? {})).toEqual(
      expect.arrayContaining(['player', 'household', 'lending', 'contributions', 'statement', 'goods', 'reports']),
    );
    expect(JSON.stringify(data)).not.toContain('"ben"');
    expect(data?.complete).toBe(true);
  });
});

describe('welcome back', () => {
  it('tells what happened to the loans since the player last looked, once', async () => {
    const starter = (await world.game.hall('ann'))?.loans.find((loan) => loan.starter);
    await world.settleFate(starter?.id ?? '', 'always pays');
    await world.run('ann', 'loan.lend', { loanId: starter?.id ?? '', amount: 2_500 });
    await world.run('ann', 'home.catch-up', { seen: true });
    await world.pass(3_000);
    const report = await world.game.welcomeBack('ann');
    expect(report).toMatchObject({
      awayMs: 3_000,
      repaid: [{ loanId: starter?.id, name: starter?.shortName, amount: 2_500 }],
      ended: [{ loanId: starter?.id, name: starter?.shortName }],
      late: [],
      lost: [],
      refunded: [],
    });
    const closed = await world.run('ann', 'home.catch-up', { seen: true });
    expect(closed).toMatchObject({ ok: true, value: { report: { repaid: [{ amount: 2_500 }] } } });
    expect(await world.game.welcomeBack('ann')).toMatchObject({ awayMs: 0, repaid: [], ended: [], funded: [] });
  });
});
