import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edge, openEdge, until } from '../support/edge.ts';
import { commandId, FakeGame } from '../support/fake-game.ts';
import { enterHomestead, leaveAll, newPlayer, received } from '../support/players.ts';

/** A customer comes every few tenths of a second. */
const TIME_SCALE = 100;
let edge: Edge;
beforeAll(async () => {
  edge = await openEdge({ timeScale: TIME_SCALE }, new FakeGame(TIME_SCALE));
});
afterAll(async () => {
  await leaveAll();
  await edge?.close();
});

const crop = () => edge.game.content.crops[0]?.id as string;
const plant = (plots: number[]) => ({ commandId: commandId(), plots, crop: crop() });

describe('a visitor', () => {
  it('sees the garden, and works in it no more than in a picture', async () => {
    const owner = await newPlayer(edge);
    const home = await enterHomestead(owner);
    await home.request('garden.plant', plant([0, 1]));
    const visitor = await newPlayer(edge);
    const room = await enterHomestead(visitor, owner.id);
    expect(room.roomId).toBe(home.roomId);
    await until(() => room.state.plots.size === 2, 'the visitor sees the plots');
    expect(room.state.ownerId).toBe(owner.id);
    for (const [type, payload] of [
      ['garden.plant', plant([2])],
      ['garden.harvest', { commandId: commandId(), plots: [0] }],
      ['stall.unstock', { commandId: commandId(), slot: 0 }],
      ['stall.serve', { commandId: commandId(), wish: 0 }],
    ] as const) {
      expect(await room.request(type, payload as never)).toEqual({ ok: false, code: 'NOT_YOURS' });
    }
    expect(await room.request('player.rename', { commandId: commandId(), name: 'Visitor' })).toMatchObject({
      ok: true,
    });
  });

  it('is welcome when nobody is at home', async () => {
    const owner = await newPlayer(edge);
    const visitor = await newPlayer(edge);
    const room = await enterHomestead(visitor, owner.id);
    expect(room.state.ownerId).toBe(owner.id);
    expect(room.state.avatars.has(owner.id)).toBe(false);
  });

  it('is not let in by whoever has blocked them, nor to nobody’s home', async () => {
    const owner = await newPlayer(edge);
    const visitor = await newPlayer(edge);
    edge.game.change(owner.playerId, { blocked: [visitor.id] });
    await expect(enterHomestead(visitor, owner.id)).rejects.toMatchObject({ code: 403, message: 'FORBIDDEN' });
    await expect(enterHomestead(visitor, 'nobody-at-all')).rejects.toMatchObject({
      code: 404,
      message: 'UNKNOWN_PLAYER',
    });
    await expect(enterHomestead(visitor, '../etc')).rejects.toMatchObject({ code: 400, message: 'BAD_SHAPE' });
  });
});

describe('the owner', () => {
  it('sees what was planted before the reply, and a late joiner the same', async () => {
    const owner = await newPlayer(edge);
    const home = await enterHomestead(owner);
    const reply = await home.request('garden.plant', plant([0, 3]));
    if (!reply.ok) throw new Error(reply.code);
    expect([...home.state.plots.keys()].sort()).toEqual(['0', '3']);
    const shown = home.state.plots.get('3');
    const at = home.state.base + (shown?.plantedAt ?? 0) * 100;
    // Rounded up to a tenth: never shown ripe before it is.
    expect(at).toBeGreaterThanOrEqual(reply.value.plantedAt);
    expect(at - reply.value.plantedAt).toBeLessThan(100);
    const visitor = await newPlayer(edge);
    const room = await enterHomestead(visitor, owner.id);
    const seen = (state: typeof home.state) => {
      const { avatars: _, ...rest } = state.toJSON() as Record<string, unknown>;
      return rest;
    };
    await until(() => JSON.stringify(seen(room.state)) === JSON.stringify(seen(home.state)), 'the same picture');
    expect(seen(room.state)).toMatchObject({ plots: { 0: { crop: crop() }, 3: { crop: crop() } } });
  });

  it('sees the stall sell while looking on', async () => {
    const owner = await newPlayer(edge);
    const player = await edge.game.player(owner.playerId);
    const good = edge.game.content.goods[0]?.id as string;
    edge.game.change(owner.playerId, {
      household: { ...(player?.household as never as object), store: { [good]: 9 } } as never,
    });
    const home = await enterHomestead(owner);
    const wallet = home.state.avatars.get(owner.id)?.self.wallet as number;
    const stocked = await home.request('stall.stock', { commandId: commandId(), slot: 0, good, quantity: 9 });
    expect(stocked).toMatchObject({ ok: true });
    await until(() => (home.state.slots.get('0')?.quantity ?? 0) < 8, 'a second customer');
    expect(home.state.avatars.get(owner.id)?.self.wallet).toBeGreaterThan(wallet);
  });

  it('hears of the loans of the own village, a visitor of theirs', async () => {
    const owner = await newPlayer(edge, 'here');
    const visitor = await newPlayer(edge, 'there');
    const home = await enterHomestead(owner);
    const room = await enterHomestead(visitor, owner.id);
    const atHome = received(home, 'loan.listed');
    const atVisitor = received(room, 'loan.listed');
    edge.game.emit({ kind: 'loan.listed', villageId: 'here', loanId: 'l1' });
    edge.game.emit({ kind: 'loan.listed', villageId: 'there', loanId: 'l2' });
    await until(() => atHome.length + atVisitor.length === 2, 'both listings');
    expect([atHome, atVisitor]).toEqual([[{ id: 'l1' }], [{ id: 'l2' }]]);
  });
});
