import { CLOSE_SIGNED_OUT, CLOSE_TAKEN_OVER } from '@bloomvale/shared/protocol/rooms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client, type Edge, get, openEdge, post, until } from '../support/edge.ts';
import { commandId } from '../support/fake-game.ts';
import { cut, enterHomestead, enterVillage, joinVillage, leaveAll, newPlayer, received } from '../support/players.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await openEdge();
});
afterAll(async () => {
  await leaveAll();
  await edge?.close();
});

const closings = (room: { onLeave(listen: (code: number) => void): unknown }): number[] => {
  const codes: number[] = [];
  room.onLeave((code) => codes.push(code));
  return codes;
};

describe('a second tab', () => {
  it('takes over: the first is told, then closed; the avatar stays where it is', async () => {
    const player = await newPlayer(edge);
    const first = await enterVillage(player);
    const onlooker = await joinVillage(edge);
    await first.request('walk', { to: [20, 40] });
    const before = JSON.stringify(onlooker.room.state.avatars.get(player.id));
    const told = received(first, 'taken-over');
    const codes = closings(first);
    const second = await enterVillage({ ...player, sdk: client(edge.url, player.cookie) });
    await until(() => codes.length === 1, 'the first is closed');
    expect([told, codes]).toEqual([[{}], [CLOSE_TAKEN_OVER]]);
    expect(JSON.stringify(onlooker.room.state.avatars.get(player.id))).toBe(before);
    expect(second.state.avatars.get(player.id)?.self.wallet).toBeGreaterThan(0);
    expect(await second.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
  });

  it('takes over from another place too', async () => {
    const player = await newPlayer(edge);
    const onlooker = await joinVillage(edge);
    const square = await enterVillage(player);
    await until(() => onlooker.room.state.avatars.has(player.id), 'seen on the square');
    const codes = closings(square);
    await enterHomestead(player);
    await until(() => codes.length === 1, 'the square is closed');
    await until(() => !onlooker.room.state.avatars.has(player.id), 'gone from the square');
  });
});

describe('a drop of the network', () => {
  it('keeps the seat, and the player comes back to it', async () => {
    const { room, id } = await joinVillage(edge);
    const onlooker = await joinVillage(edge);
    await until(() => onlooker.room.state.avatars.has(id), 'seen');
    room.reconnection.minUptime = 0;
    // Longer than a patch takes, or nobody would see that somebody was away.
    room.reconnection.minDelay = 1_500;
    const back = new Promise((resolve) => room.onReconnect(() => resolve(true)));
    cut(room);
    await until(() => onlooker.room.state.avatars.get(id)?.here === false, 'away');
    expect(await back).toBe(true);
    await until(() => onlooker.room.state.avatars.get(id)?.here === true, 'here again');
    expect(await room.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
    expect(room.state.avatars.get(id)?.self.wallet).toBeGreaterThan(0);
  });

  it('loses no action: one sent again has one effect', async () => {
    const player = await newPlayer(edge);
    const home = await enterHomestead(player);
    home.reconnection.minUptime = 0;
    const back = new Promise((resolve) => home.onReconnect(() => resolve(true)));
    const command = { commandId: commandId(), plots: [0], crop: edge.game.content.crops[0]?.id as string };
    const lost = home.request('garden.plant', command).then(
      () => 'answered',
      () => 'unknown',
    );
    cut(home);
    expect(['answered', 'unknown']).toContain(await lost);
    await back;
    expect(await home.request('garden.plant', command)).toMatchObject({ ok: true, value: { planted: [0] } });
    await until(() => home.state.plots.has('0'), 'planted');
    expect(
      edge.game.ran.filter(({ playerId, type }) => playerId === player.playerId && type === 'garden.plant'),
    ).toHaveLength(1);
  });

  it('is no obstacle when the old connection still looks alive: another network, the same seat', async () => {
    const player = await newPlayer(edge);
    const room = await enterVillage(player);
    const onlooker = await joinVillage(edge);
    await until(() => onlooker.room.state.avatars.has(player.id), 'seen');
    const again = await client(edge.url, player.cookie).reconnect(room.reconnectionToken);
    expect(again.sessionId).toBe(room.sessionId);
    expect(await again.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
    expect(onlooker.room.state.avatars.get(player.id)?.here).toBe(true);
    await again.leave();
  });

  it('is not what a closed flood or a leaving player gets', async () => {
    const { room, id } = await joinVillage(edge);
    const onlooker = await joinVillage(edge);
    await until(() => onlooker.room.state.avatars.has(id), 'seen');
    await room.leave();
    await until(() => !onlooker.room.state.avatars.has(id), 'gone at once');
  });
});

describe('a session that ends', () => {
  it('closes the room it plays in', async () => {
    const { room, cookie } = await joinVillage(edge);
    const codes = closings(room);
    expect((await post(edge.url, '/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    await until(() => codes.length === 1, 'closed');
    expect(codes).toEqual([CLOSE_SIGNED_OUT]);
    expect((await get(edge.url, '/api/me', { cookie })).status).toBe(401);
  });

  it('gives up the seat of one who dropped', async () => {
    const { room, cookie, id } = await joinVillage(edge);
    const onlooker = await joinVillage(edge);
    await until(() => onlooker.room.state.avatars.has(id), 'seen');
    room.reconnection.enabled = false;
    cut(room);
    await until(() => onlooker.room.state.avatars.get(id)?.here === false, 'away');
    await post(edge.url, '/api/auth/sign-out', {}, { cookie });
    await until(() => !onlooker.room.state.avatars.has(id), 'gone');
  });
});
