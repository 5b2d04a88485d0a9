import { VILLAGE_SEATS } from '@bloomvale/shared/protocol/limits';
import type { RoomMessages } from '@bloomvale/shared/protocol/rooms';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Traffic } from '../bots/traffic.ts';
import { type Edge, openEdge, until } from '../support/edge.ts';
import { commandId } from '../support/fake-game.ts';
import { joinVillage, leaveAll, newPlayer, received } from '../support/players.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await openEdge();
});
afterAll(async () => {
  await leaveAll();
  await edge?.close();
});

describe('people in a village', () => {
  it('see each other, and a late joiner sees the same', async () => {
    const a = await joinVillage(edge);
    const b = await joinVillage(edge);
    await until(() => a.room.state.avatars.has(b.id), 'A sees B');
    await a.room.request('walk', { to: [30, 34] });
    await until(() => b.room.state.avatars.get(a.id)?.toX === a.room.state.avatars.get(a.id)?.toX, 'B sees A walk');
    const c = await joinVillage(edge);
    const seen = (room: typeof a.room) =>
      Object.fromEntries(
        [...room.state.avatars].map(([id, { self, ...rest }]) => [id, JSON.stringify(publicPart(rest))]),
      );
    await until(() => JSON.stringify(seen(c.room)) === JSON.stringify(seen(a.room)), 'same picture');
    expect(Object.keys(seen(c.room)).sort()).toEqual(expect.arrayContaining([a.id, b.id, c.id]));
  });

  it('see their own purse and nobody else’s', async () => {
    const a = await joinVillage(edge);
    const b = await joinVillage(edge);
    await until(() => b.room.state.avatars.has(a.id), 'B sees A');
    expect(b.room.state.avatars.get(b.id)?.self.wallet).toBe(edge.game.content.economy.welcomeGift);
    expect(b.room.state.avatars.get(a.id)?.self).toBeUndefined();
    edge.game.change(b.playerId, { wallet: 2 ** 40 + 1 });
    await until(() => b.room.state.avatars.get(b.id)?.self.wallet === 2 ** 40 + 1, 'B’s new purse');
    expect(a.room.state.avatars.get(b.id)?.self).toBeUndefined();
  });

  it('are sent nothing when a purse changes that is not theirs', async () => {
    const village = `quiet-${commandId()}`;
    const a = await joinVillage(edge, village);
    const b = await joinVillage(edge, village);
    await until(() => a.room.state.avatars.has(b.id) && b.room.state.avatars.has(a.id), 'both see each other');
    const heard = { a: new Traffic(), b: new Traffic() };
    heard.a.watch(a.room.connection as never);
    heard.b.watch(b.room.connection as never);
    edge.game.change(b.playerId, { wallet: 1_234 });
    await until(() => b.room.state.avatars.get(b.id)?.self.wallet === 1_234, 'B’s new purse');
    // What was sent to A at that time has arrived before the gesture and the answer that A asks for now.
    await a.room.request('emote', { emote: 'wave' });
    expect(heard.a.messages).toBe(2);
    expect(heard.b.messages).toBeGreaterThan(0);
  });

  it('see a new name before its owner gets the reply', async () => {
    const a = await joinVillage(edge);
    const reply = await a.room.request('player.rename', { commandId: commandId(), name: 'Linden' });
    expect(reply).toMatchObject({ ok: true, value: { name: 'Linden' } });
    expect(a.room.state.avatars.get(a.id)?.name).toBe('Linden');
  });

  it('get a second square when the first is full', async () => {
    const village = `full-${commandId()}`;
    const seats = [];
    for (let i = 0; i <= VILLAGE_SEATS; i++) seats.push(await joinVillage(edge, village));
    const rooms = new Map<string, number>();
    for (const { room } of seats) rooms.set(room.roomId, (rooms.get(room.roomId) ?? 0) + 1);
    expect([...rooms.values()]).toEqual([VILLAGE_SEATS, 1]);
    expect(new Set(seats.map(({ room }) => room.state.villageId))).toEqual(new Set([village]));
  });
});

describe('walking', () => {
  it('refuses a target outside every map', async () => {
    const a = await joinVillage(edge);
    expect(await a.room.request('walk', { to: [256, 0] })).toEqual({ ok: false, code: 'BAD_SHAPE' });
    expect(await a.room.request('walk', { to: [1.5, 0] })).toEqual({ ok: false, code: 'BAD_SHAPE' });
  });

  it('starts a change of direction at the cell being entered, at most a step ahead', async () => {
    const a = await joinVillage(edge);
    const first = await a.room.request('walk', { to: [10, 40] });
    if (!first.ok) throw new Error(first.code);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const second = await a.room.request('walk', { to: [50, 20] });
    if (!second.ok) throw new Error(second.code);
    expect(second.value.from).not.toEqual(first.value.from);
    expect(second.value.departAt).toBeGreaterThanOrEqual(second.now);
    expect(second.value.departAt - second.now).toBeLessThanOrEqual(311);
    const shown = a.room.state.avatars.get(a.id);
    expect([shown?.fromX, shown?.fromY]).toEqual(second.value.from);
    expect(a.room.state.epoch + (shown?.departAt ?? 0)).toBe(second.value.departAt);
  });

  it('ends at the nearest place that can be reached', async () => {
    const a = await joinVillage(edge);
    const reply = await a.room.request('walk', { to: [0, 0] });
    expect(reply.ok).toBe(true);
  });
});

describe('gestures', () => {
  it('reach those who stand around, by public id', async () => {
    const a = await joinVillage(edge);
    const b = await joinVillage(edge);
    const heard = received(b.room, 'avatar.say');
    const seen = received(b.room, 'avatar.emote');
    expect(await a.room.request('say', { phrase: 'hello' })).toMatchObject({ ok: true });
    expect(await a.room.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
    await until(() => heard.length + seen.length === 2, 'both gestures');
    expect(heard).toEqual([{ id: a.id, phrase: 'hello' } satisfies RoomMessages['avatar.say']]);
    expect(seen).toEqual([{ id: a.id, emote: 'wave' }]);
  });

  it('refuse words of one’s own', async () => {
    const a = await joinVillage(edge);
    expect(await a.room.request('say', { phrase: 'buy gold' } as never)).toEqual({ ok: false, code: 'BAD_SHAPE' });
  });

  it('do not pass between two of whom one has blocked the other', async () => {
    const a = await joinVillage(edge);
    const b = await joinVillage(edge);
    const c = await joinVillage(edge);
    const atA = received(a.room, 'avatar.say');
    const atB = received(b.room, 'avatar.say');
    const atC = received(c.room, 'avatar.say');
    await a.room.request('social.block', { commandId: commandId(), target: b.id, blocked: true });
    await b.room.request('say', { phrase: 'hello' });
    await a.room.request('say', { phrase: 'welcome' });
    await until(() => atC.length === 2, 'C hears both');
    expect(atA.map(({ id }) => id)).toEqual([a.id]);
    expect(atB.map(({ id }) => id)).toEqual([b.id]);
  });
});

describe('news of loans', () => {
  it('tell the latest of each loan, to the village it belongs to', async () => {
    const a = await joinVillage(edge, 'news');
    const b = await joinVillage(edge, 'elsewhere');
    const atA = received(a.room, 'loan.changed');
    const atB = received(b.room, 'loan.changed');
    const change = {
      kind: 'loan.changed',
      villageId: 'news',
      loanId: 'l1',
      state: 'fundraising',
      lenders: 1,
      listed: true,
    } as const;
    for (const raised of [2_500, 5_000, 7_500]) edge.game.emit({ ...change, raised });
    await until(() => atA.length > 0, 'A hears of it');
    expect(atA).toEqual([{ id: 'l1', state: 'fundraising', raised: 7_500, lenders: 1, listed: true }]);
    expect(atB).toEqual([]);
  });

  it('tell a repayment to its lender alone', async () => {
    const a = await joinVillage(edge);
    const b = await joinVillage(edge);
    const atA = received(a.room, 'loan.repaid');
    const atB = received(b.room, 'loan.repaid');
    edge.game.emit({
      kind: 'loan.repaid',
      playerId: a.playerId,
      loanId: 'l1',
      name: 'Awa',
      amount: 625,
      wallet: 4_625,
      ended: false,
    });
    await until(() => atA.length === 1, 'A hears of it');
    expect(atA).toEqual([{ loanId: 'l1', name: 'Awa', amount: 625, wallet: 4_625, ended: false }]);
    expect(atB).toEqual([]);
  });

  it('look at the square again when a shop under construction is to open', async () => {
    const a = await joinVillage(edge, 'built');
    const site = { spot: 2, loanId: 'l2', entrepreneur: 'awa', sector: 'food', tier: 1 as const };
    edge.game.shopViews = [{ ...site, state: 'construction', opensAt: edge.game.now() + 300 }];
    edge.game.emit({ kind: 'shop.changed', villageId: 'built' });
    await until(() => a.room.state.shops.get('2')?.state === 'construction', 'the shop rises');
    // Nobody says anything any more: only the clock moves.
    edge.game.shopViews = [{ ...site, state: 'open', opensAt: edge.game.now() }];
    await until(() => a.room.state.shops.get('2')?.state === 'open', 'the shop opens');
    edge.game.shopViews = [];
  });

  it('show shops as they open and close, in place', async () => {
    const a = await joinVillage(edge, 'shops');
    edge.game.shopViews = [
      { spot: 3, loanId: 'l1', entrepreneur: 'awa', sector: 'food', state: 'construction', tier: 1, opensAt: null },
    ];
    edge.game.emit({ kind: 'shop.changed', villageId: 'shops' });
    await until(() => a.room.state.shops.get('3')?.state === 'construction', 'the shop rises');
    edge.game.shopViews = [
      { spot: 3, loanId: 'l1', entrepreneur: 'awa', sector: 'food', state: 'open', tier: 1, opensAt: null },
    ];
    edge.game.emit({ kind: 'shop.changed', villageId: 'shops' });
    await until(() => a.room.state.shops.get('3')?.state === 'open', 'the shop opens');
    edge.game.shopViews = [];
    edge.game.emit({ kind: 'shop.changed', villageId: 'shops' });
    await until(() => a.room.state.shops.size === 0, 'the shop closes');
  });
});

it('an idle village sends nothing', async () => {
  const a = await joinVillage(edge, 'idle');
  await joinVillage(edge, 'idle');
  await new Promise((resolve) => setTimeout(resolve, 600));
  let bytes = 0;
  const socket = a.room.connection.transport as unknown as {
    ws: { addEventListener(type: string, listen: (event: { data: ArrayBuffer }) => void): void };
  };
  socket.ws.addEventListener('message', ({ data }) => {
    bytes += data.byteLength;
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(bytes).toBe(0);
});

const publicPart = ({ name, look, level, fromX, fromY, toX, toY, departAt, here }: Record<string, unknown>) => [
  name,
  look,
  level,
  fromX,
  fromY,
  toX,
  toY,
  departAt,
  here,
];

it('a client cannot name its village or any other setting', async () => {
  const { sdk } = await newPlayer(edge);
  for (const forged of [{ villageId: 'v9' }, { maxClients: 1000 }, { autoDispose: false }, { private: true }]) {
    await expect(sdk.joinOrCreate('village', { version: PROTOCOL_VERSION, ...forged } as never)).rejects.toThrow(
      'BAD_SHAPE',
    );
  }
});
