import type { ReportAction } from '@bloomvale/shared/operator/live-api';
import { err } from '@bloomvale/shared/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../persistence/memory-store.ts';
import { sqliteIn, type TestGame, testFolder, testGame } from '../../testing/test-game.ts';
import type { Operator } from '../proposals/operator.ts';
import { runOperator } from '../proposals/operator-handler.ts';
import { StoreError } from '../store/store-error.ts';
import { actsTold } from './acts-told.ts';
import { decideReport } from './decide-report.ts';
import { liftSanction } from './lift-sanction.ts';
import { noteReading } from './note-reading.ts';

const ADA: Operator = { operatorId: 'ada', name: 'Ada', role: 'editor' };
const DAY = 86_400_000;

describe.each(['memory', 'sqlite'])('moderation over the store in %s', (kind) => {
  const folder = testFolder();
  let world: TestGame;
  beforeEach(async () => {
    const store = kind === 'memory' ? new MemoryStore() : sqliteIn(`${folder.path}/${Math.random()}`);
    world = await testGame({ store });
    for (const player of ['rude', 'ann', 'ben']) await world.newcomer(player);
  });
  afterEach(async () => {
    await world.parts.store.close();
    folder.remove();
  });

  const state = async (playerId: string) => {
    const found = await world.game.player(playerId);
    if (found === null) throw new Error('nobody there');
    return found;
  };
  const report = async (by: string, about = 'rude') =>
    world.run(by, 'social.report', { target: (await state(about)).publicId, reason: 'name' });
  const decide = (
    action: ReportAction,
    { reportId = 1, days = null as number | null, operator = ADA, targetId = 'rude' as string | null } = {},
  ) =>
    runOperator(world.parts.bus, decideReport(world.parts.rules), {
      operator,
      reportId,
      targetId,
      action,
      days,
      reason: 'seen it',
    });
  const trail = async () => (await world.parts.store.reader.auditLines('', null, 50)).map(({ action }) => action);

  it('refuses by name, and leaves no trace', async () => {
    await report('ann');
    const before = await state('rude');
    expect(await decide('warn', { operator: { ...ADA, role: 'viewer' } })).toEqual(err({ code: 'FORBIDDEN' }));
    expect(await decide('warn', { reportId: 9 })).toEqual(err({ code: 'UNKNOWN_REPORT' }));
    for (const action of ['mute', 'suspend'] as const) {
      expect(await decide(action)).toEqual(err({ code: 'BAD_SHAPE', detail: { field: 'days' } }));
    }
    expect(await decide('warn', { targetId: null })).toEqual(err({ code: 'UNKNOWN_PLAYER' }));
    const lift = { operator: ADA, playerId: 'rude', kind: 'mute', reason: 'a mistake' } as const;
    expect(await runOperator(world.parts.bus, liftSanction, lift)).toEqual(err({ code: 'NOT_FOUND' }));
    expect(await runOperator(world.parts.bus, liftSanction, { ...lift, playerId: 'nobody' })).toEqual(
      err({ code: 'UNKNOWN_PLAYER' }),
    );
    expect(await state('rude')).toEqual(before);
    expect(await trail()).toEqual([]);
    expect(await world.parts.store.reader.openReportCount()).toBe(1);
  });

  it('decides a report once, and tells who, what and why', async () => {
    await report('ann');
    await report('ben');
    const { reader } = world.parts.store;
    expect((await reader.openReports(0, 10)).map(({ id, alike, byName }) => [id, alike, byName])).toEqual([
      [1, 2, (await state('ann')).name],
      [2, 2, (await state('ben')).name],
    ]);
    expect((await reader.openReports(1, 10)).map(({ id }) => id)).toEqual([2]);
    expect(await decide('dismiss')).toMatchObject({ ok: true });
    expect(await decide('warn')).toEqual(err({ code: 'REPORT_CLOSED' }));
    world.setNow(world.now() + 1_000);
    expect(await decide('warn', { reportId: 2 })).toMatchObject({ ok: true });
    expect(await reader.openReports(0, 10)).toEqual([]);
    const [second, first] = await reader.closedReports(null, 10);
    expect(second).toMatchObject({ id: 2, action: 'warn', closedBy: 'ada', closedByName: 'Ada', decision: 'seen it' });
    expect(first).toMatchObject({ id: 1, action: 'dismiss', alike: 0 });
    expect((await reader.closedReports({ id: 2, closedAt: second?.closedAt ?? 0 }, 10)).map(({ id }) => id)).toEqual([
      1,
    ]);
    const { publicId } = await state('rude');
    expect((await reader.decisionsAbout(publicId, 1)).map(({ id }) => id)).toEqual([2]);
    expect([await reader.openReportCount(), await reader.reportCountAbout(publicId)]).toEqual([0, 2]);
    expect(await trail()).toEqual(['report.warn', 'report.dismiss']);
    expect((await reader.reportLine(2))?.targetName).toBe((await state('rude')).name);
    expect(await reader.reportLine(9)).toBeNull();
  });

  it('suspends: nothing can be done until it ends or is lifted, and everything else goes on', async () => {
    await report('ann');
    await decide('suspend', { days: 2 });
    const until = world.now() + 2 * DAY;
    const refusal = { ok: false, code: 'SUSPENDED', detail: { until } };
    expect(await world.run('rude', 'garden.harvest', { plots: [0] })).toEqual(refusal);
    expect(await world.run('rude', 'home.catch-up', { seen: true })).toEqual(refusal);
    expect(await world.run('ann', 'home.catch-up', { seen: true })).toMatchObject({ ok: true });
    expect(world.events).toContainEqual({ kind: 'player.told', playerId: 'rude', act: 'suspend', until, amount: 0 });
    world.setNow(until);
    expect(await world.run('rude', 'home.catch-up', { seen: true })).toMatchObject({ ok: true });
    await report('ben');
    await decide('suspend', { reportId: 2, days: 300 });
    expect(await world.run('rude', 'home.catch-up', { seen: true })).toMatchObject({ code: 'SUSPENDED' });
    const lift = { operator: ADA, playerId: 'rude', kind: 'suspend', reason: 'a mistake' } as const;
    expect(await runOperator(world.parts.bus, liftSanction, lift)).toEqual({ ok: true, value: { lifted: 1 } });
    expect(await world.run('rude', 'home.catch-up', { seen: true })).toMatchObject({ ok: true });
    expect(await trail()).toEqual(['player.lift-suspend', 'report.suspend', 'report.suspend']);
  });

  it('mutes for so many days, gives a fresh name, and tells each once, also after a restart', async () => {
    await report('ann');
    await report('ben');
    const { name } = await state('rude');
    await decide('mute', { days: 1 });
    await decide('rename', { reportId: 2, days: 5 });
    const again = await testGame({ store: world.parts.store, now: world.now() });
    const rude = await again.game.player('rude');
    expect(rude?.sanctions).toMatchObject({ mutedUntil: world.now() + DAY, suspendedUntil: null });
    expect(rude?.sanctions.untold.map(({ kind, until }) => [kind, until])).toEqual(
      expect.arrayContaining([
        ['mute', world.now() + DAY],
        ['rename', null],
      ]),
    );
    expect(rude?.name).not.toBe(name);
    expect(rude?.name).toMatch(/^\S+ \S+/);
    expect(await again.parts.bus.system(actsTold, { playerId: 'rude' })).toMatchObject({ value: { told: 2 } });
    expect(await again.parts.bus.system(actsTold, { playerId: 'rude' })).toMatchObject({ value: { told: 0 } });
    expect((await again.game.player('rude'))?.sanctions.untold).toEqual([]);
  });

  it('can only dismiss a report of somebody who has left', async () => {
    await report('ann');
    await world.game.deletePlayer('rude');
    expect(await decide('warn')).toEqual(err({ code: 'UNKNOWN_PLAYER' }));
    expect(await decide('dismiss')).toMatchObject({ ok: true });
  });

  it('notes who reads a player’s postings before they are read', async () => {
    const command = { operator: ADA, publicId: (await state('rude')).publicId, before: null };
    expect(
      await runOperator(world.parts.bus, noteReading, { ...command, operator: { ...ADA, role: 'viewer' } }),
    ).toEqual(err({ code: 'FORBIDDEN' }));
    await runOperator(world.parts.bus, noteReading, command);
    expect(await trail()).toEqual(['player.lines']);
  });
});

describe('a store that fails', () => {
  it('keeps nothing of a decision: neither what was done, nor the closed report, nor the line of the trail', async () => {
    const store = new MemoryStore();
    const world = await testGame({ store });
    for (const player of ['rude', 'ann']) await world.newcomer(player);
    const target = (await world.game.player('rude'))?.publicId ?? '';
    await world.run('ann', 'social.report', { target, reason: 'name' });
    const { begin } = store;
    store.begin = async () => {
      const unit = await begin.call(store);
      return { ...unit, commit: () => Promise.reject(new StoreError('DISK_FULL', 'no room')) };
    };
    const decision = { action: 'suspend', days: 3, reason: 'seen it' } as const;
    expect(await world.game.moderation.decide(ADA, 1, decision)).toEqual(err({ code: 'STORE_UNAVAILABLE' }));
    const { moderation } = world.game;
    expect([await moderation.openReports(), await store.reader.rows('operatorAct', ['rude'])]).toEqual([1, []]);
    expect([
      await store.reader.auditLines('', null, 5),
      world.events.some(({ kind }) => kind === 'player.told'),
    ]).toEqual([[], false]);
    store.begin = begin;
    expect(await moderation.decide(ADA, 1, decision)).toMatchObject({ ok: true, value: { state: 'closed' } });
    expect(await world.run('rude', 'home.catch-up', { seen: true })).toMatchObject({ code: 'SUSPENDED' });
  });
});
