import type { ReportAction, Switches } from '@bloomvale/shared/operator/live-api';
import { CLOSE_SUSPENDED } from '@bloomvale/shared/protocol/rooms';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import type { Me } from '@bloomvale/shared/protocol/views';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleEdge, openConsoleEdge } from '../support/console.ts';
import { get, guest, until } from '../support/edge.ts';
import { received } from '../support/players.ts';

const ADA = { operatorId: 'ada', name: 'Ada', role: 'publisher' } as const;
const NOTICE = { en: 'Back at noon.', fr: 'De retour à midi.' };
const NOTHING: Switches = { listingsPaused: false, pausedFaucets: [], notice: null };

let edge: ConsoleEdge;
beforeAll(async () => {
  edge = await openConsoleEdge();
});
afterAll(() => edge?.close());
const rooms: { leave(): Promise<unknown>; readonly connection: { readonly isOpen: boolean } }[] = [];
// Leaving a closed room never resolves.
afterAll(() => Promise.all(rooms.map((room) => (room.connection.isOpen ? room.leave() : undefined))));

async function player() {
  const { cookie, sdk } = await guest(edge.url);
  const me = (await (await get(edge.url, '/api/me', { cookie })).json()) as Me;
  const enter = async (place: 'village' | 'homestead') => {
    const room = await sdk.joinOrCreate(place, { version: PROTOCOL_VERSION });
    rooms.push(room);
    const told = {
      notices: received(room, 'notice'),
      acts: received(room, 'operator.act'),
      said: received(room, 'avatar.say'),
      closed: [] as unknown[],
    };
    room.onLeave((code: number, reason?: string) => told.closed.push([code, reason]));
    for (const other of ['content', 'loan.changed', 'loan.listed', 'avatar.emote'] as const) received(room, other);
    await until(() => room.state.avatars?.has(me.id), 'own avatar');
    return { room, ...told };
  };
  return { me, enter };
}
type Player = Awaited<ReturnType<typeof player>>;

let commands = 0;
async function sanction(by: Player, about: Player, action: ReportAction, days: number | null = null): Promise<void> {
  const actor = { playerId: (await edge.game.playerByPublicId(by.me.id))?.playerId ?? '' };
  const commandId = `00000000-0000-4000-8000-${String(++commands).padStart(12, '0')}`;
  await edge.game.run(actor, 'social.report', { commandId, target: about.me.id, reason: 'name' });
  const [report] = (await edge.game.moderation.reports('open', null)).slice(-1);
  const decided = await edge.game.moderation.decide(ADA, report?.id ?? 0, { action, days, reason: 'seen it' });
  expect(decided).toMatchObject({ ok: true });
}
const set = (switches: Switches) => edge.game.operations.setSwitches(ADA, switches, 'maintenance');

describe('a notice', () => {
  it('reaches everybody at once, and whoever enters later, until it is taken down', async () => {
    const [ann, ben, cleo] = [await player(), await player(), await player()];
    const [square, home] = [await ann.enter('village'), await ben.enter('homestead')];
    expect([square.notices, home.notices]).toEqual([[], []]);
    await set({ ...NOTHING, notice: NOTICE });
    await until(() => square.notices.length === 1 && home.notices.length === 1, 'the notice');
    const later = await cleo.enter('homestead');
    await until(() => later.notices.length === 1, 'the notice on entering');
    await set(NOTHING);
    await until(() => later.notices.length === 2 && home.notices.length === 2, 'that it is over');
    expect(later.notices).toEqual([{ notice: NOTICE }, { notice: null }]);
  });
});

describe('a muted player', () => {
  it('is heard by nobody, is told why, and until when', async () => {
    const [ann, rude] = [await player(), await player()];
    const [ear, mouth] = [await ann.enter('village'), await rude.enter('village')];
    await sanction(ann, rude, 'mute', 2);
    await until(() => mouth.acts.length === 1, 'told');
    const until_ = mouth.acts[0]?.until ?? 0;
    expect(mouth.acts).toEqual([{ kind: 'mute', until: until_, amount: 0 }]);
    expect(until_).toBeGreaterThan(edge.game.now());
    for (const [type, payload] of [
      ['say', { phrase: 'hello' }],
      ['emote', { emote: 'wave' }],
    ] as const) {
      await until(async () => {
        const reply = await mouth.room.request(type, payload as never);
        return !reply.ok && reply.code === 'MUTED';
      }, 'refused by name');
    }
    expect(await mouth.room.request('walk', { to: [20, 40] })).toMatchObject({ ok: true });
    await edge.game.moderation.lift(ADA, rude.me.id, 'mute', 'a mistake');
    const before = ear.said.filter(({ id }) => id === rude.me.id).length;
    await until(async () => (await mouth.room.request('say', { phrase: 'hello' })).ok, 'allowed again');
    await until(() => ear.said.filter(({ id }) => id === rude.me.id).length > before, 'heard again');
  });
});

describe('a suspended player', () => {
  it('leaves at once, cannot come back, and is told until when', async () => {
    const [ann, rude] = [await player(), await player()];
    const room = await rude.enter('homestead');
    await sanction(ann, rude, 'suspend', 1);
    await until(() => room.closed.length === 1, 'closed');
    const found = await edge.game.moderation.player(rude.me.id);
    const ends = found.ok ? found.value.sanctions[0]?.until : null;
    expect(room.closed).toEqual([[CLOSE_SUSPENDED, String(ends)]]);
    for (const place of ['village', 'homestead'] as const) {
      await expect(rude.enter(place)).rejects.toThrow(`SUSPENDED:${ends}`);
    }
    await edge.game.moderation.lift(ADA, rude.me.id, 'suspend', 'a mistake');
    await rude.enter('village');
  });
});

describe('whoever was away', () => {
  it('is told on entering what operators did, once', async () => {
    const [ann, rude] = [await player(), await player()];
    await sanction(ann, rude, 'warn');
    await sanction(ann, rude, 'rename');
    const room = await rude.enter('village');
    await until(() => room.acts.length === 2, 'told both');
    expect(room.acts.map(({ kind }) => kind).sort()).toEqual(['rename', 'warn']);
    const owner = await edge.game.playerByPublicId(rude.me.id);
    await until(
      async () => (await edge.game.player(owner?.playerId ?? ''))?.sanctions.untold.length === 0,
      'noted as told',
    );
    await room.room.leave();
    const again = await rude.enter('homestead');
    expect(again.acts).toEqual([]);
  });
});
