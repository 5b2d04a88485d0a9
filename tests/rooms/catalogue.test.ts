import type { Game } from '@bloomvale/server/application/contract';
import { publish } from '@bloomvale/server/testing/publishing';
import type { Content } from '@bloomvale/shared/content/content';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import type { Hall, Me } from '@bloomvale/shared/protocol/views';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleEdge, openConsoleEdge } from '../support/console.ts';
import { get, guest, until } from '../support/edge.ts';
import { cut, received } from '../support/players.ts';

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
  const read = async <T>(path: string): Promise<T> => (await (await get(edge.url, path, { cookie })).json()) as T;
  return { cookie, sdk, read, me: await read<Me>('/api/me') };
}
async function enter(one: Awaited<ReturnType<typeof player>>, place: 'village' | 'homestead') {
  const room = await one.sdk.joinOrCreate(place, { version: PROTOCOL_VERSION });
  rooms.push(room);
  received(room, 'loan.changed');
  const told = received(room, 'content');
  const listed = received(room, 'loan.listed');
  await until(() => room.state.avatars?.has(one.me.id), 'own avatar');
  return { room, told, listed };
}
const content = async (hash: string): Promise<Response> => get(edge.url, `/content/${hash}.json`);
const withEconomy = ({ content: live }: Game, change: Partial<Content['economy']>): Content => ({
  ...live,
  economy: { ...live.economy, ...change },
});

describe('a catalogue that goes live', () => {
  it('is told to whoever enters, and at once to everybody in any room', async () => {
    const [ann, ben] = [await player(), await player()];
    const [square, home] = [await enter(ann, 'village'), await enter(ben, 'homestead')];
    const first = edge.game.contentHash;
    await until(() => square.told.length === 1 && home.told.length === 1, 'the hash on entering');
    expect([...square.told, ...home.told]).toEqual([{ hash: first }, { hash: first }]);
    await publish(edge.game, withEconomy(edge.game, { welcomeGift: 4_100 }));
    const { contentHash } = edge.game;
    await until(() => square.told.at(-1)?.hash === contentHash && home.told.at(-1)?.hash === contentHash, 'the news');
    expect((await ann.read<Me>('/api/me')).contentHash).toBe(contentHash);
  });

  it('is fetched by its hash, as is the one before it, and no other', async () => {
    const former = edge.game.contentHash;
    await publish(edge.game, withEconomy(edge.game, { welcomeGift: 4_200 }));
    const answer = await content(edge.game.contentHash);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.json()).toEqual(edge.game.content);
    expect(((await (await content(former)).json()) as Content).economy.welcomeGift).toBe(4_100);
    for (const hash of ['0'.repeat(64), 'x', `${former}'--`, former.slice(0, 20)]) {
      expect((await content(hash)).status).toBe(404);
    }
  });

  it('changes an open hall: what nobody has lent to is listed anew, and the rooms say so', async () => {
    const ann = await player();
    const { listed } = await enter(ann, 'village');
    const open = (await ann.read<Hall>('/api/hall')).loans.find(({ starter }) => !starter);
    const { entrepreneurs } = edge.game.content;
    const dearer = entrepreneurs.map((one) =>
      one.id === open?.entrepreneur ? { ...one, loan: { ...one.loan, annualCost: one.loan.annualCost + 0.01 } } : one,
    );
    await publish(edge.game, { ...edge.game.content, entrepreneurs: dearer });
    const { id } = await until(() => listed[0], 'a new listing');
    const after = (await ann.read<Hall>('/api/hall')).loans;
    expect(after.find((loan) => loan.id === open?.id)).toBeUndefined();
    expect(after.find((loan) => loan.id === id)).toMatchObject({ entrepreneur: open?.entrepreneur });
  });

  it('is told to whoever comes back to a seat', async () => {
    const ann = await player();
    const { room, told } = await enter(ann, 'village');
    await until(() => told.length === 1, 'the hash on entering');
    room.reconnection.minUptime = 0;
    cut(room);
    await publish(edge.game, withEconomy(edge.game, { welcomeGift: 4_300 }));
    const { contentHash } = edge.game;
    await until(() => told.at(-1)?.hash === contentHash, 'the news on coming back');
  });

  it('decides the next command of everybody by the new rules', async () => {
    const ann = await player();
    const room = await ann.sdk.joinOrCreate('homestead', { version: PROTOCOL_VERSION });
    rooms.push(room);
    received(room, 'content');
    const { content: live } = edge.game;
    const crop = live.crops.find(({ seedPrice, unlockLevel }) => seedPrice > 0 && unlockLevel === 1);
    const spent = async (plot: number): Promise<number> => {
      const before = (await ann.read<Me>('/api/me')).wallet;
      const ask = { commandId: crypto.randomUUID(), plots: [plot], crop: crop?.id ?? '' };
      expect(await room.request('garden.plant', ask)).toMatchObject({ ok: true });
      return before - (await ann.read<Me>('/api/me')).wallet;
    };
    const price = await spent(0);
    const crops = live.crops.map((one) => (one.id === crop?.id ? { ...one, seedPrice: one.seedPrice + 1 } : one));
    await publish(edge.game, { ...live, crops });
    expect(await spent(1)).toBe(price + 1);
  });
});
