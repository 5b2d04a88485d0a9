import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { auditAll, withSource } from '@bloomvale/server/application/audit';
import type { Store } from '@bloomvale/server/application/store/store';
import { MemoryStore } from '@bloomvale/server/persistence/memory-store';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectedEffects } from '../bots/expected-effects.ts';
import { ROOT } from '../bots/server-process.ts';
import { World } from './world.ts';
import { worldFacts } from './world-facts.ts';

/** A third of everything goes wrong on the way. */
const BAD_LINE = { lost: 120, doubled: 150, delayMs: 9_000 };
const BAD_DISK = 20;
const MINUTE = 60_000;

beforeEach(() => {
  // Not `setImmediate`: between two of its turns the bus does its real work.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Run = { readonly seed: number; readonly players: number; readonly minutes: number; readonly store: Store };

async function run({ seed, players, minutes, store }: Run) {
  const world = new World({ store, seed, players, faults: BAD_LINE, commitFails: BAD_DISK });
  await world.open();
  await world.play((minutes * MINUTE) / 2);
  // Once shorter than an outage, once longer: the simulated clock goes on, then stands still.
  await world.restart(2 * MINUTE);
  await world.play((minutes * MINUTE) / 4);
  await world.restart(45 * MINUTE);
  await world.play((minutes * MINUTE) / 4);
  await world.settle();
  const facts = withSource(store, worldFacts);
  const breaches = withSource(store, (source) => auditAll(source, world.content));
  const expected = expectedEffects(world.journal.answered(), world.content);
  const outcome = { world, facts, breaches, expected };
  await world.close();
  return outcome;
}

function expectExact({ facts, expected, breaches, world }: Awaited<ReturnType<typeof run>>): void {
  expect(breaches).toEqual([]);
  expect(facts.lends).toEqual({ count: expected.lends, amount: expected.lent });
  expect(facts.purchases).toEqual({ count: expected.purchases, amount: expected.spent });
  expect(facts.served).toEqual({ count: expected.served, amount: expected.paid });
  expect(facts.experience).toBe(expected.experience);
  expect(Math.min(expected.lends, expected.purchases, expected.served, world.repeats)).toBeGreaterThan(0);
}

describe('commands that are lost, doubled, late and out of order, on a disk that fails', () => {
  test.each([1, 2, 3, 4])('have the effects they were answered for, once each (seed %i)', async (seed) => {
    expectExact(await run({ seed, players: 10, minutes: 40, store: new MemoryStore() }));
  });

  test('lead to the same world again with the same seed', async () => {
    const options = { seed: 11, players: 6, minutes: 20 };
    const once = await run({ ...options, store: new MemoryStore() });
    const again = await run({ ...options, store: new MemoryStore() });
    expect(again.facts).toEqual(once.facts);
    expect([...again.world.decided]).toEqual([...once.world.decided]);
  });

  // What falls into one group depends on how long the disk takes, so a file's world is exact in itself, not a copy of the one in memory.
  test('have the same effects in a file', async () => {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    const folder = mkdtempSync(join(ROOT, '.cache', 'simulation-'));
    const sqlite = openSqliteStore(folder, 0);
    try {
      expectExact(await run({ seed: 12, players: 6, minutes: 20, store: sqlite }));
    } finally {
      await sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
