import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { Reply } from '@bloomvale/shared/protocol/replies';
import { describe, expect, it } from 'vitest';
import { KEEP_MS, MOST_KEPT, Outbox, type OutboxEntry, type SendCommand } from './outbox.ts';

const accepted: Reply<unknown> = { ok: true, now: 0, value: {} };
const refused = (code: RejectCode): Reply<unknown> => ({ ok: false, code });

type Sent = { readonly type: string; readonly commandId: string };

/** An outbox over memory, with everything that happened to it. */
function outbox(kept: readonly OutboxEntry[] = []) {
  let stored: readonly OutboxEntry[] = kept;
  let ids = 0;
  const settled: { readonly id: string; readonly ok: boolean; readonly awaited: boolean }[] = [];
  const waits: number[] = [];
  let suspected = 0;
  const box = new Outbox({
    storage: { load: () => stored, save: (entries) => (stored = entries) },
    mintId: () => `id-${++ids}`,
    now: () => 10 * KEEP_MS,
    wait: async (ms) => void waits.push(ms),
    settled: (entry, reply, awaited) => void settled.push({ id: entry.commandId, ok: reply.ok, awaited }),
    changed: () => undefined,
    suspect: () => void suspected++,
  });
  return { box, settled, waits, stored: () => stored, suspected: () => suspected };
}

/** A socket that answers from a list; `lost` means that nothing came back. */
function socket(answers: (Reply<unknown> | 'lost')[]) {
  const sent: Sent[] = [];
  const send: SendCommand = async (type, payload) => {
    sent.push({ type, commandId: String(payload.commandId) });
    const answer = answers.shift() ?? accepted;
    if (answer === 'lost') throw new Error('timed out');
    return answer;
  };
  return { send, sent };
}

const settle = () => new Promise((done) => setTimeout(done, 0));

describe('a command that is refused', () => {
  it('is answered and forgotten', async () => {
    const { box, stored } = outbox();
    const { send, sent } = socket([refused('FUNDS')]);
    box.connect(send);
    const reply = await box.submit('garden.plant', { plots: [0], crop: 'carrot' });
    expect(reply).toEqual(refused('FUNDS'));
    expect(sent).toHaveLength(1);
    expect(stored()).toEqual([]);
  });

  it.each(['SLOW_DOWN', 'BUSY', 'STORE_UNAVAILABLE'] as const)(
    'for patience (%s) is tried again with the same id',
    async (code) => {
      const { box, waits } = outbox();
      const { send, sent } = socket([refused(code), refused(code), accepted]);
      box.connect(send);
      const reply = await box.submit('stall.skip', { wish: 1 });
      expect(reply.ok).toBe(true);
      expect(new Set(sent.map((one) => one.commandId)).size).toBe(1);
      expect(sent).toHaveLength(3);
      expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    },
  );

  it('for patience too often is told in the end', async () => {
    const { box } = outbox();
    const { send } = socket(Array.from({ length: 50 }, () => refused('BUSY')));
    box.connect(send);
    expect(await box.submit('stall.skip', { wish: 1 })).toEqual(refused('BUSY'));
  });
});

describe('a command without an answer', () => {
  it('is kept before it is sent', () => {
    const { box, stored } = outbox();
    void box.submit('loan.lend', { loanId: 'a', amount: 2_500 });
    expect(stored().map((entry) => entry.type)).toEqual(['loan.lend']);
  });

  it('is sent again with the same id, and counts once', async () => {
    const { box, settled } = outbox();
    const { send, sent } = socket(['lost', accepted]);
    box.connect(send);
    await box.submit('loan.lend', { loanId: 'a', amount: 2_500 });
    expect(sent.map((one) => one.commandId)).toEqual(['id-1', 'id-1']);
    expect(settled).toEqual([{ id: 'id-1', ok: true, awaited: true }]);
  });

  it('makes a silent socket suspect and waits for the next one', async () => {
    const { box, suspected } = outbox();
    const dead = socket(['lost', 'lost', 'lost']);
    box.connect(dead.send);
    const answer = box.submit('loan.lend', { loanId: 'a', amount: 2_500 });
    await settle();
    expect(suspected()).toBe(1);
    const alive = socket([accepted]);
    box.connect(alive.send);
    expect((await answer).ok).toBe(true);
    expect(alive.sent[0]?.commandId).toBe('id-1');
  });

  it('survives a server that is going down', async () => {
    const { box } = outbox();
    const old = socket([refused('STOPPING')]);
    box.connect(old.send);
    const answer = box.submit('stall.skip', { wish: 1 });
    await settle();
    expect(old.sent).toHaveLength(1);
    const fresh = socket([accepted]);
    box.connect(fresh.send);
    expect((await answer).ok).toBe(true);
  });
});

describe('work at home that is sent again from a neighbour’s homestead', () => {
  const atTheirs = () => refused('NOT_YOURS');

  it('is not lost: it waits for one’s own room or the village, and others go past it', async () => {
    const { box, settled, stored } = outbox();
    const home = socket(['lost', 'lost']);
    box.connect(home.send);
    const planted = box.submit('garden.plant', { plots: [0], crop: 'carrot' });
    const harvested = box.submit('garden.harvest', { plots: [1] });
    await settle();
    const theirs = socket([atTheirs(), atTheirs(), accepted]);
    box.connect(theirs.send, 'nina');
    const lent = box.submit('loan.lend', { loanId: 'a', amount: 2_500 });
    expect((await lent).ok).toBe(true);
    expect(stored().map(({ commandId }) => commandId)).toEqual(['id-1', 'id-2']);
    expect(settled.map(({ id }) => id)).toEqual(['id-3']);
    // Another neighbour’s garden is no better place, and the socket to it may drop.
    const others = socket([atTheirs(), atTheirs(), atTheirs(), atTheirs()]);
    box.connect(others.send, 'omar');
    await settle();
    box.connect(others.send, 'omar');
    await settle();
    expect(stored()).toHaveLength(2);
    const village = socket([accepted, accepted]);
    box.connect(village.send);
    expect([(await planted).ok, (await harvested).ok]).toEqual([true, true]);
    expect(village.sent.map(({ commandId }) => commandId)).toEqual(['id-1', 'id-2']);
    expect(stored()).toEqual([]);
  });

  it('waits also when it was kept from an earlier visit', async () => {
    const kept = { commandId: 'kept', type: 'stall.skip', payload: { commandId: 'kept', wish: 1 }, at: 9.5 * KEEP_MS };
    const { box, settled } = outbox([kept as OutboxEntry]);
    box.connect(socket([atTheirs()]).send, 'nina');
    await settle();
    expect(settled).toEqual([]);
    box.connect(socket([accepted]).send);
    await settle();
    expect(settled).toEqual([{ id: 'kept', ok: true, awaited: false }]);
  });

  it('is refused for good when it was asked for there, also after a drop, or when home itself refuses it', async () => {
    const { box } = outbox();
    box.connect(socket([]).send, 'nina');
    const theirs = socket(['lost', 'lost']);
    box.connect(theirs.send, 'nina');
    const answer = box.submit('garden.harvest', { plots: [0] });
    await settle();
    box.connect(socket([atTheirs()]).send, 'nina');
    expect(await answer).toEqual(atTheirs());
    box.connect(socket([atTheirs()]).send);
    expect(await box.submit('garden.harvest', { plots: [0] })).toEqual(atTheirs());
  });
});

describe('commands from an earlier visit', () => {
  const entry = (commandId: string, at: number): OutboxEntry => ({
    commandId,
    type: 'stall.skip',
    payload: { commandId, wish: 1 },
    at,
  });

  it('are dropped after a day', () => {
    expect(outbox([entry('old', 8.9 * KEEP_MS)]).box.size).toBe(0);
  });

  it('are sent when a room is there, although nobody waits', async () => {
    const { box, settled, stored } = outbox([entry('kept', 9.5 * KEEP_MS)]);
    const { send, sent } = socket([accepted]);
    box.connect(send);
    await settle();
    expect(sent[0]?.commandId).toBe('kept');
    expect(settled).toEqual([{ id: 'kept', ok: true, awaited: false }]);
    expect(stored()).toEqual([]);
  });
});

describe('the outbox', () => {
  it('refuses when it is full, and keeps nothing of it', async () => {
    const { box, stored } = outbox();
    for (let i = 0; i < MOST_KEPT; i++) void box.submit('stall.skip', { wish: i });
    expect(await box.submit('stall.skip', { wish: 99 })).toEqual(refused('BUSY'));
    expect(stored()).toHaveLength(MOST_KEPT);
  });

  it('keeps the order in which was asked, also across a lost answer', async () => {
    const { box } = outbox();
    const { send, sent } = socket(['lost', accepted, accepted]);
    const first = box.submit('garden.plant', { plots: [0], crop: 'carrot' });
    const second = box.submit('garden.harvest', { plots: [0] });
    box.connect(send);
    await Promise.all([first, second]);
    expect(sent.map((one) => one.type)).toEqual(['garden.plant', 'garden.plant', 'garden.harvest']);
  });

  it('tells whoever waits when another player signs in', async () => {
    const { box } = outbox();
    const answer = box.submit('stall.skip', { wish: 1 });
    box.clear();
    expect(await answer).toEqual(refused('SIGN_IN'));
    expect(box.size).toBe(0);
  });
});
