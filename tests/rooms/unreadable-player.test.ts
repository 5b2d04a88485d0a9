import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Edge, openEdge, until } from '../support/edge.ts';
import { commandId } from '../support/fake-game.ts';
import { joinVillage, leaveAll } from '../support/players.ts';

let edge: Edge;
let read: Edge['game']['player'];
beforeAll(async () => {
  edge = await openEdge();
  read = edge.game.player;
});
afterEach(() => {
  edge.game.player = read;
});
afterAll(async () => {
  await leaveAll();
  await edge?.close();
});

/** From now on this player cannot be read. */
function lose(playerId: string): void {
  edge.game.player = (id) => (id === playerId ? Promise.reject(new Error('no row')) : read(id));
}

describe('a player who cannot be read', () => {
  it('keeps nobody else of the same moment from being shown, and is shown when they can be', async () => {
    const lost = await joinVillage(edge);
    const other = await joinVillage(edge);
    const watcher = await joinVillage(edge);
    const nameOf = (id: string) => watcher.room.state.avatars.get(id)?.name;
    lose(lost.playerId);
    edge.game.change(lost.playerId, { name: 'Juniper' });
    edge.game.change(other.playerId, { name: 'Linden' });
    await until(() => nameOf(other.id) === 'Linden', 'the other is shown');
    expect(nameOf(lost.id)).not.toBe('Juniper');
    edge.game.player = read;
    await until(() => nameOf(lost.id) === 'Juniper', 'the one who was lost is shown');
  });

  it('still gets the answer to what was committed', async () => {
    const { room, playerId, id } = await joinVillage(edge);
    lose(playerId);
    expect(await room.request('player.rename', { commandId: commandId(), name: 'Hawthorn' })).toMatchObject({
      ok: true,
    });
    edge.game.player = read;
    await until(() => room.state.avatars.get(id)?.name === 'Hawthorn', 'the new name is shown');
  });
});
