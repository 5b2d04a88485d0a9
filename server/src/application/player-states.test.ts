import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../persistence/memory-store.ts';
import { testGame } from '../testing/test-game.ts';
import { PlayerStates } from './player-states.ts';
import type { Reader } from './store/store.ts';

/** Reads of player rows wait until they are let go, one after another, with what was true when they began. */
async function slowStates() {
  const store = new MemoryStore();
  const world = await testGame({ store });
  await world.newcomer('ann');
  const gates: (() => void)[] = [];
  const reader = new Proxy(store.reader, {
    get(target, name: keyof Reader) {
      if (name !== 'rows') return target[name];
      return async (table: 'player', keys: readonly string[]) => {
        const rows = await target.rows(table, keys);
        if (table === 'player') await new Promise<void>((open) => gates.push(open));
        return rows;
      };
    },
  });
  const states = new PlayerStates(reader, world.parts.rules);
  const apply = world.parts.states.apply.bind(world.parts.states);
  world.parts.states.apply = (work) => {
    apply(work);
    states.apply(work);
  };
  const letGo = async (): Promise<void> => {
    await expect.poll(() => gates.length).toBeGreaterThan(0);
    for (const open of gates.splice(0)) open();
  };
  return { world, states, letGo, waiting: () => gates.length };
}

describe('what is known of players', () => {
  it('is never older than a commit that came while it was read, whoever else asks meanwhile', async () => {
    const { world, states, letGo, waiting } = await slowStates();
    const first = states.get('ann');
    await expect.poll(waiting).toBe(1);
    expect(await world.run('ann', 'player.rename', { name: 'Zora Lind' })).toMatchObject({ ok: true });
    const second = states.get('ann');
    await letGo();
    await letGo();
    expect((await first)?.name).toBe('Zora Lind');
    expect((await second)?.name).toBe('Zora Lind');
    expect((await states.get('ann'))?.name).toBe('Zora Lind');
  });

  it('is read once for all who ask at the same time', async () => {
    const { states, letGo, waiting } = await slowStates();
    const asked = Promise.all([states.get('ann'), states.get('ann'), states.get('ann')]);
    await expect.poll(waiting).toBe(1);
    await letGo();
    const [one, two, three] = await asked;
    expect(one).not.toBeNull();
    expect([two, three]).toEqual([one, one]);
  });
});
