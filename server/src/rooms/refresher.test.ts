import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refresher } from './refresher.ts';

afterEach(() => void vi.useRealTimers());

const NOBODY: ReadonlyMap<string, unknown> = new Map();
const gate = () => {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
};

describe('a refresher', () => {
  it('reports a failure to whoever asked, and goes on', async () => {
    let fails = true;
    const shown: string[] = [];
    const refresher = new Refresher(async (ids) => {
      if (fails) throw new Error('no store');
      shown.push(...ids);
      return NOBODY;
    });
    await expect(refresher.refresh('a')).rejects.toThrow('no store');
    fails = false;
    await refresher.refresh('b');
    expect(shown).toEqual(['b']);
  });

  it('shows what was asked for together in one run, each once', async () => {
    const runs: string[][] = [];
    const refresher = new Refresher(async (ids) => {
      runs.push([...ids]);
      return NOBODY;
    });
    await Promise.all([refresher.refresh('a'), refresher.refresh('b'), refresher.refresh('a')]);
    expect(runs).toEqual([['a', 'b']]);
  });

  it('never lets a run overtake the one before', async () => {
    const slow = gate();
    const order: string[] = [];
    const refresher = new Refresher(async ([id]) => {
      if (id === 'slow') await slow.closed;
      order.push(id as string);
      return NOBODY;
    });
    const first = refresher.refresh('slow');
    await new Promise((resolve) => setImmediate(resolve));
    const second = refresher.refresh('quick');
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual([]);
    slow.open();
    await Promise.all([first, second]);
    expect(order).toEqual(['slow', 'quick']);
  });

  it('shows again what changes while a run is under way', async () => {
    let state = 1;
    const seen: number[] = [];
    const refresher = new Refresher(async () => {
      seen.push(state);
      await new Promise((resolve) => setImmediate(resolve));
      return NOBODY;
    });
    const first = refresher.refresh('a');
    await new Promise((resolve) => setImmediate(resolve));
    state = 2;
    await Promise.all([first, refresher.refresh('a')]);
    expect(seen.at(-1)).toBe(2);
  });

  it('answers the others of a run in which one could not be shown, and tries that one again until it is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const runs: string[][] = [];
    const refresher = new Refresher(async (ids) => {
      runs.push([...ids]);
      return ids.includes('a') && runs.length < 3 ? new Map([['a', new Error('no row')]]) : NOBODY;
    });
    const [a, b] = await Promise.allSettled([refresher.refresh('a'), refresher.refresh('b')]);
    expect([a?.status, b?.status]).toEqual(['rejected', 'fulfilled']);
    for (let turn = 0; turn < 4; turn++) {
      await vi.runAllTimersAsync();
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(runs).toEqual([['a', 'b'], ['a'], ['a']]);
  });

  it('tries nobody again once it has been stopped', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refresher = new Refresher(async (ids) => new Map(ids.map((id) => [id, new Error('no store')])));
    await expect(refresher.refresh('a')).rejects.toThrow('no store');
    refresher.stop();
    expect(vi.getTimerCount()).toBe(0);
    await expect(refresher.refresh('a')).rejects.toThrow('no store');
    expect(vi.getTimerCount()).toBe(0);
  });
});
