import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../persistence/memory-store.ts';
import { SIM_DAY_MS, type TestGame, testGame } from '../../testing/test-game.ts';
import type { CommandBus } from '../bus/command-bus.ts';
import { LETTERS_UP_TO } from '../commands/growing/letters-deliver.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { LoanEventRow } from '../store/rows.ts';
import type { Reader, Store } from '../store/store.ts';
import { Postman } from './postman.ts';

/** A store whose journal tells of some events in words that nobody can read. */
function unreadable(): { readonly store: Store; readonly broken: Set<string> } {
  const store = new MemoryStore();
  const broken = new Set<string>();
  const { reader } = store;
  const twisted: Reader = {
    ...reader,
    loanEventsAfter: async (...page) =>
      (await reader.loanEventsAfter(...page)).map((event) =>
        broken.has(event.kind) ? { ...event, data: '{' } : event,
      ),
  };
  return { store: Object.assign(store, { reader: twisted }), broken };
}

async function funded(world: TestGame): Promise<string> {
  await world.newcomer('ann');
  const card = (await world.game.hall('ann'))?.loans.find((loan) => loan.starter) as LoanCard;
  await world.settleFate(card.id, 'always pays');
  await world.enrich('ann', 10_000);
  expect(await world.run('ann', 'loan.lend', { loanId: card.id, amount: 2_500 })).toMatchObject({ ok: true });
  return card.id;
}
const kinds = async (world: TestGame) =>
  ((await world.game.letters('ann', null))?.letters ?? []).map(({ kind }) => kind);

describe('an event no letter can tell of', () => {
  it('is logged once and stepped over: what comes before and after it is told, once', async () => {
    const { store, broken } = unreadable();
    broken.add('paid');
    const world = await testGame({ store });
    const loanId = await funded(world);
    await world.pass(3 * SIM_DAY_MS);
    expect(await kinds(world)).toEqual(['repaid', 'disbursed']);
    const paid = (await store.reader.loanEvents([loanId], 0)).filter(({ kind }) => kind === 'paid');
    const told = world.log.filter(({ message }) => message === 'no letter could tell of an event');
    expect(paid.length).toBeGreaterThan(0);
    expect(told.map(({ fields }) => (fields as { eventId: number }).eventId)).toEqual(paid.map(({ id }) => id));
  });

  it('is passed by the mark even when it is the last of all', async () => {
    const { store, broken } = unreadable();
    broken.add('disbursed');
    const world = await testGame({ store });
    const loanId = await funded(world);
    await world.pass(0);
    const [event] = (await store.reader.loanEvents([loanId], 0)).filter(({ kind }) => kind === 'disbursed');
    const [mark] = await store.reader.rows('meta', [LETTERS_UP_TO]);
    expect(Number(mark?.value)).toBeGreaterThanOrEqual(event?.id ?? Number.POSITIVE_INFINITY);
    // A process that starts again finds nothing to stumble over.
    const again = new Postman(world.parts.bus, store.reader, world.parts.clock, world.parts.log);
    const lines = world.log.length;
    await again.round();
    expect(world.log.length).toBe(lines);
  });
});

/** A postman over one event and a bus that answers what it is told to. */
function posting(replies: readonly object[]) {
  const asked: { events: readonly LoanEventRow[]; upTo: number }[] = [];
  const waits: unknown[] = [];
  const events = [1, 2].map((id) => ({ id, loanId: 'l', at: 0, kind: 'disbursed', data: '{}' }));
  let now = 0;
  const reader = {
    rows: async () => [],
    lastIds: async () => ({ journal: 2 }),
    loanEventsAfter: async (after: number) => events.filter(({ id }) => id > after),
  } as unknown as Reader;
  const bus = {
    waiting: 0,
    system: async (_handler: unknown, command: { events: readonly LoanEventRow[]; upTo: number }) => {
      const reply = replies[asked.length] ?? { ok: true, value: { written: command.events.length } };
      asked.push(command);
      return reply;
    },
  } as unknown as CommandBus;
  const clock = { now: () => now } as unknown as GameClock;
  const log = { warn: (fields: { retryMs: number }) => waits.push(fields.retryMs), error: () => 0 } as unknown as Log;
  const postman = new Postman(bus, reader, clock, log);
  return { postman, asked, waits, later: (ms: number) => (now += ms) };
}
const DOWN = { ok: false, code: 'STORE_UNAVAILABLE' };
const FAULT = { ok: false, code: 'INTERNAL' };

describe('a store that fails', () => {
  it('is left alone for longer and longer, and nothing is skipped', async () => {
    const { postman, asked, waits, later } = posting([DOWN, DOWN]);
    for (const ms of [0, 999, 1, 1_999]) {
      later(ms);
      expect(await postman.round()).toBe(0);
    }
    expect(asked.length).toBe(2);
    expect(waits).toEqual([1_000, 2_000]);
    later(1);
    expect(await postman.round()).toBe(2);
    expect(asked.at(-1)).toMatchObject({ upTo: 2 });
  });

  it('while events are tried one by one, ends the round; what was told is not told again', async () => {
    const { postman, asked, later } = posting([FAULT, { ok: true, value: { written: 1 } }, DOWN]);
    expect(await postman.round()).toBe(1);
    later(60_000);
    expect(await postman.round()).toBe(1);
    expect(asked.map(({ events }) => events.map(({ id }) => id))).toEqual([[1, 2], [1], [2], [2]]);
  });

  it('at every step of a batch that stumbles, leaves each event asked about exactly until it is told', async () => {
    const { postman, asked } = posting([FAULT, FAULT]);
    expect(await postman.round()).toBe(1);
    expect(asked.map(({ events, upTo }) => [events.length, upTo])).toEqual([
      [2, 2],
      [1, 1],
      [1, 2],
      [0, 2],
    ]);
    expect(await postman.round()).toBe(0);
  });
});
