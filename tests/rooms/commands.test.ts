import { COMMAND_BURST, FLOOD_PER_SECOND } from '@bloomvale/shared/protocol/limits';
import { CLOSE_FLOOD } from '@bloomvale/shared/protocol/rooms';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Edge, openEdge, until } from '../support/edge.ts';
import { commandId } from '../support/fake-game.ts';
import { enterHomestead, enterVillage, joinVillage, leaveAll, newPlayer, rawSocket } from '../support/players.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await openEdge();
});
afterEach(() => {
  edge.game.fail = null;
  edge.lifecycle.phase = 'ready';
});
afterAll(async () => {
  await leaveAll();
  await edge?.close();
});

/** Closing codes of a room from now on. */
function closings(room: { onLeave(listen: (code: number, reason?: string) => void): unknown }): number[] {
  const codes: number[] = [];
  room.onLeave((code) => codes.push(code));
  return codes;
}
const rename = (name = 'Linden') => ({ commandId: commandId(), name });

describe('an honest mistake is answered and changes nothing', () => {
  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['a list', [1, 2]],
    ['no id', { plots: [0], crop: 'cabbage' }],
    ['an id that is none', { commandId: '1', plots: [0], crop: 'cabbage' }],
    ['too many plots', { commandId: commandId(), plots: Array.from({ length: 37 }, (_, i) => i), crop: 'cabbage' }],
    ['a fraction of a plot', { commandId: commandId(), plots: [0.5], crop: 'cabbage' }],
    ['a plot that cannot be', { commandId: commandId(), plots: [-1], crop: 'cabbage' }],
    ['a field too many', { commandId: commandId(), plots: [0], crop: 'cabbage', playerId: 'somebody' }],
    ['a prototype', JSON.parse('{"__proto__": {"commandId": "x"}, "plots": [0]}')],
  ])('%s', async (_name, payload) => {
    const player = await newPlayer(edge);
    const room = await enterHomestead(player);
    const before = edge.game.ran.length;
    expect(await room.request('garden.plant', payload as never)).toEqual({ ok: false, code: 'BAD_SHAPE' });
    expect(edge.game.ran.length).toBe(before);
    expect(await room.request('player.rename', rename())).toMatchObject({ ok: true });
  });

  it('too large', async () => {
    const { room } = await joinVillage(edge);
    const huge = { ...rename(), name: 'x'.repeat(5_000) };
    expect(await room.request('player.rename', huge)).toEqual({ ok: false, code: 'TOO_LARGE' });
    expect(await room.request('player.rename', rename())).toMatchObject({ ok: true });
  });

  it('too many at once', async () => {
    const { room } = await joinVillage(edge);
    const replies = await Promise.all(
      Array.from({ length: COMMAND_BURST + 6 }, () => room.request('emote', { emote: 'wave' })),
    );
    const refused = replies.filter((reply) => !reply.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((reply) => !reply.ok && reply.code === 'SLOW_DOWN')).toBe(true);
    expect(replies.filter((reply) => reply.ok).length).toBeGreaterThanOrEqual(COMMAND_BURST);
  });

  it('a new connection brings no new allowance', async () => {
    const player = await newPlayer(edge);
    const first = await enterVillage(player);
    await Promise.all(Array.from({ length: COMMAND_BURST }, () => first.request('emote', { emote: 'wave' })));
    await first.leave();
    const second = await enterVillage(player);
    const replies = await Promise.all(
      Array.from({ length: COMMAND_BURST }, () => second.request('emote', { emote: 'wave' })),
    );
    expect(replies.some((reply) => !reply.ok && reply.code === 'SLOW_DOWN')).toBe(true);
  });

  it('a command of another version', async () => {
    const { room } = await joinVillage(edge);
    await expect(room.request('garden.burn' as never, {} as never)).rejects.toMatchObject({ name: 'no_handler' });
    room.send('garden.burn' as never, {} as never);
    expect(await room.request('player.rename', rename())).toMatchObject({ ok: true });
  });

  it('a command that does not wait for its answer has no effect', async () => {
    const { room, playerId } = await joinVillage(edge);
    room.send('player.rename', rename('Silent'));
    expect(await room.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
    expect((await edge.game.player(playerId))?.name).not.toBe('Silent');
  });

  it('while the server stops', async () => {
    const { room } = await joinVillage(edge);
    edge.lifecycle.phase = 'stopping';
    expect(await room.request('player.rename', rename())).toEqual({ ok: false, code: 'STOPPING' });
  });
});

describe('work of the garden sent again from the village', () => {
  it('is done: a walk there must not lose what was asked for at home', async () => {
    const { room } = await joinVillage(edge);
    const plant = { commandId: commandId(), plots: [0], crop: 'cabbage' };
    const first = await room.request('garden.plant', plant);
    expect(first).toMatchObject({ ok: true, value: { planted: [0] } });
    expect(await room.request('garden.plant', plant)).toEqual(first);
  });
});

describe('a fault of ours', () => {
  it('is answered INTERNAL without a word about its cause, and the room lives on', async () => {
    const { room } = await joinVillage(edge);
    const other = await joinVillage(edge);
    edge.game.fail = new Error('SELECT secret FROM players');
    const reply = await room.request('player.rename', rename());
    expect(reply).toEqual({ ok: false, code: 'INTERNAL' });
    edge.game.fail = null;
    expect(await room.request('player.rename', rename())).toMatchObject({ ok: true });
    expect(await other.room.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
  });
});

describe('hostile frames', () => {
  it('close a flooding socket and say why; the others stay', async () => {
    const { room } = await joinVillage(edge);
    const other = await joinVillage(edge);
    const codes = closings(room);
    const socket = rawSocket(room);
    for (let i = 0; i < 2 * FLOOD_PER_SECOND + 2; i++) socket.send(new Uint8Array([18]));
    await until(() => codes.length === 1, 'the flood is closed');
    expect(codes).toEqual([CLOSE_FLOOD]);
    expect(await other.room.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
  });

  it('never end the process nor fill its console, whatever their bytes', async () => {
    const complaints = vi.spyOn(console, 'error');
    const other = await joinVillage(edge);
    const first = fc.constantFrom(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 255);
    const frames = fc
      .tuple(first, fc.uint8Array({ maxLength: 40 }))
      .map(([code, rest]) => new Uint8Array([code, ...rest]));
    // Strings and numbers that claim to be longer than the frame, and message types that every object inherits.
    const liars = [0xd9, 0xda, 0xdb, 0xcb, 0xcf, 0xbf].map((tag) => new Uint8Array([13, tag, 0xff, 0xff, 0xff, 0xff]));
    const inherited = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'].flatMap((type) =>
      [13, 21].map((code) => {
        const bytes = new TextEncoder().encode(type);
        const id = code === 21 ? [1] : [];
        return new Uint8Array([code, ...id, 0xa0 | bytes.length, ...bytes]);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frames, { minLength: 1, maxLength: 6 }), async (batch) => {
        const { room } = await joinVillage(edge);
        const socket = rawSocket(room);
        for (const frame of [...batch, ...liars, ...inherited]) socket.send(frame);
        expect(await other.room.request('walk', { to: [30, 30] })).toBeDefined();
      }),
      { numRuns: 25 },
    );
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  it('with a type that is not ASCII end their own socket', async () => {
    const other = await joinVillage(edge);
    for (const head of [[13], [17], [21, 1], [21, 205, 1, 2]]) {
      const { room } = await joinVillage(edge);
      const codes = closings(room);
      room.reconnection.enabled = false;
      rawSocket(room).send(new Uint8Array([...head, 0xa2, 0x61, 0xff]));
      await until(() => codes.length === 1, 'the socket is closed');
    }
    expect(await other.room.request('emote', { emote: 'wave' })).toMatchObject({ ok: true });
  });
});
