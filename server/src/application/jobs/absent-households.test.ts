import { beforeEach, describe, expect, it } from 'vitest';
import { type TestGame, testGame } from '../../testing/test-game.ts';
import { GUEST_KEPT_MS, LOT_KEPT_MS } from '../absence.ts';
import { householdStore } from '../commands/household-store.ts';
import { LOTS, NO_LOT } from '../lending/village-records.ts';
import { ABSENCE_MS } from './game-jobs.ts';

/** Long enough for the loans of a test to be over quickly, short enough that a month of them is no work. */
const STILL_CLOCK = 10 ** 9;

let world: TestGame;

const row = async (player: string) => (await world.parts.store.reader.rows('player', [player]))[0];
const document = async (player: string) => (await world.parts.store.reader.rows('household', [player]))[0]?.doc;
const lots = async (village: string): Promise<(string | null)[]> =>
  JSON.parse((await world.parts.store.reader.rows('village', [village]))[0]?.lots ?? '[]');
const later = async (ms: number) => {
  world.setNow(world.now() + ms);
  await world.parts.jobs.runDue();
};

/** No lot names two people, and every player with a lot is named by exactly that one. */
async function expectLotsSound(players: readonly string[]): Promise<void> {
  const villages = await world.parts.store.reader.villages();
  const named = villages.flatMap((village) =>
    (JSON.parse(village.lots) as (string | null)[]).map((who, lot) => ({ who, lot, village: village.id })),
  );
  for (const player of players) {
    const home = await row(player);
    const places = named.filter(({ who }) => who === player);
    if (home?.lot === NO_LOT) expect(places, player).toEqual([]);
    else expect(places, player).toEqual([{ who: player, lot: home?.lot, village: home?.villageId }]);
  }
}

beforeEach(async () => {
  world = await testGame({ monthSeconds: STILL_CLOCK });
  await world.newcomer('ann');
  await world.newcomer('ben');
});

describe('household.store', () => {
  const store = (playerId: string, absentSince: number) =>
    world.parts.bus.system(householdStore, { playerId, absentSince });

  it('leaves strangers, people who left and people who came back in the meantime where they are', async () => {
    expect(await store('nobody', world.now())).toMatchObject({ ok: true, value: { stored: false } });
    expect(await store('ann', world.now() - 1)).toMatchObject({ ok: true, value: { stored: false } });
    await world.game.deletePlayer('ben');
    expect(await store('ben', world.now())).toMatchObject({ ok: true, value: { stored: false } });
    expect(await lots('v1')).toContain('ann');
    await expectLotsSound(['ann', 'ben']);
  });

  it('is done once', async () => {
    expect(await store('ann', world.now())).toMatchObject({ ok: true, value: { stored: true } });
    expect(await store('ann', world.now())).toMatchObject({ ok: true, value: { stored: false } });
    expect(await lots('v1')).not.toContain('ann');
    await expectLotsSound(['ann', 'ben']);
  });
});

describe('after thirty days of absence', () => {
  it('keeps the lot until then, and of whoever was about', async () => {
    await later(LOT_KEPT_MS - 1);
    expect((await row('ann'))?.lot).toBe(0);
    await world.newcomer('ben');
    await later(ABSENCE_MS);
    expect((await row('ann'))?.lot).toBe(NO_LOT);
    expect((await row('ben'))?.lot).toBe(1);
    await expectLotsSound(['ann', 'ben']);
  });

  it('does not count the time in which the server was down', async () => {
    const { bus, clock } = world.parts;
    const { clockSegments } = await import('../commands/clock-segments.ts');
    const down = world.now() + 1_000;
    const up = down + LOT_KEPT_MS;
    world.setNow(up);
    const segments = [
      { realFrom: down, simFrom: 0, monthSeconds: 0 },
      { realFrom: up, simFrom: 0, monthSeconds: STILL_CLOCK },
    ];
    await bus.system(clockSegments, { segments, reason: 'outage' });
    clock.setSegments([...clock.segments(), ...segments]);
    await later(0);
    expect((await row('ann'))?.lot).toBe(0);
    await later(LOT_KEPT_MS - 1_000);
    expect((await row('ann'))?.lot).toBe(NO_LOT);
  });

  it('leaves a connected player alone who entered long ago, and notes that they are here', async () => {
    let present = ['ann', 'a stranger'];
    world.game.watchPresence(() => present);
    await later(LOT_KEPT_MS + ABSENCE_MS);
    expect(await row('ann')).toMatchObject({ lot: 0, seenAt: world.now() });
    expect((await row('ben'))?.lot).toBe(NO_LOT);
    present = [];
    await later(LOT_KEPT_MS - ABSENCE_MS);
    expect((await row('ann'))?.lot).toBe(0);
    await later(ABSENCE_MS);
    expect((await row('ann'))?.lot).toBe(NO_LOT);
  });

  it('gives the whole household a lot in the liveliest village when its people come back', async () => {
    await world.run('ann', 'garden.plant', { plots: [0], crop: 'cabbage' });
    const starter = (await world.game.hall('ann'))?.loans.find((loan) => loan.starter);
    await world.run('ann', 'loan.lend', { loanId: starter?.id ?? '', amount: 2_500 });
    const before = await world.game.player('ann');
    const kept = await document('ann');
    await later(LOT_KEPT_MS);
    // The lots of the first village go to others, and the crowd overflows into a second one.
    const crowd = Array.from({ length: LOTS + 2 }, (_, i) => `crowd-${i}`);
    for (const one of crowd) await world.newcomer(one);
    expect(await lots('v1')).not.toContain(null);
    expect(await document('ann')).toBe(kept);
    expect(await world.newcomer('ann')).toBe('v2');
    const after = await world.game.player('ann');
    // What was written to them meanwhile has arrived.
    expect(after).toEqual({ ...before, villageId: 'v2', unread: 1 });
    expect(await world.run('ann', 'garden.harvest', { plots: [0] })).toMatchObject({ ok: true });
    expect((await world.game.portfolio('ann'))?.loans.map((loan) => loan.id)).toContain(starter?.id);
    await expectLotsSound(['ann', 'ben', ...crowd]);
    expect(world.violations()).toEqual([]);
  });

  it('finds a lot for everybody who comes back at once, and only one for each', async () => {
    const crowd = Array.from({ length: LOTS * 2 }, (_, i) => `crowd-${i}`);
    for (const one of crowd) await world.newcomer(one);
    await later(LOT_KEPT_MS);
    const villages = await world.parts.store.reader.villages();
    expect((await Promise.all(villages.map(({ id }) => lots(id)))).flat().filter((who) => who !== null)).toEqual([]);
    await Promise.all([...crowd, ...crowd].map((one) => world.newcomer(one)));
    await expectLotsSound(['ann', 'ben', ...crowd]);
    expect(world.violations()).toEqual([]);
  });

  it('does not count the coins of people away as what the village can lend', async () => {
    await world.enrich('ann', 100_000);
    const before = await world.parts.store.reader.residentWallets('v1');
    await later(LOT_KEPT_MS - 1);
    await world.newcomer('ben');
    await later(ABSENCE_MS);
    expect(await world.parts.store.reader.residentWallets('v1')).toBeLessThan(before - 100_000 + 1);
  });

  it('may be deleted while it is stored', async () => {
    await later(LOT_KEPT_MS);
    await world.newcomer('ben');
    await world.game.deletePlayer('ann');
    await expectLotsSound(['ann', 'ben']);
    expect(world.violations()).toEqual([]);
  });

  it('goes on after a store that refused, with nothing done twice', async () => {
    const submit = world.parts.bus.system.bind(world.parts.bus);
    let left = 1;
    world.parts.bus.system = ((handler: { type: string }, command: object) =>
      handler.type === 'household.store' && left-- <= 0
        ? Promise.resolve({ ok: false, code: 'STORE_UNAVAILABLE' })
        : submit(handler as never, command as never)) as typeof world.parts.bus.system;
    await expect(later(LOT_KEPT_MS)).rejects.toThrow('STORE_UNAVAILABLE');
    world.parts.bus.system = submit;
    await later(1_000);
    expect([(await row('ann'))?.lot, (await row('ben'))?.lot]).toEqual([NO_LOT, NO_LOT]);
    await expectLotsSound(['ann', 'ben']);
  });

  it('never closes a player of an account by itself', async () => {
    await later(GUEST_KEPT_MS * 2);
    expect((await row('ann'))?.deletedAt).toBeNull();
    expect(await world.newcomer('ann')).toBe('v1');
    expect(world.violations()).toEqual([]);
  });
});
