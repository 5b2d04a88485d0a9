import type { OperatorRefusalCode } from '@bloomvale/shared/operator/operator-refusals';
import { ok } from '@bloomvale/shared/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestGame, testGame } from '../../testing/test-game.ts';
import { recordAudit } from './audit-trail.ts';
import { type Operator, refused } from './operator.ts';
import type { ProposalKind } from './proposal-kind.ts';

const ada: Operator = { operatorId: 'ada', name: 'Ada', role: 'publisher' };
const adasToken: Operator = { ...ada, token: 't1' };
const ben: Operator = { operatorId: 'ben', name: 'Ben', role: 'publisher' };
const eve: Operator = { operatorId: 'eve', name: 'Eve', role: 'editor' };
const vic: Operator = { operatorId: 'vic', name: 'Vic', role: 'viewer' };

/** Writes a word into `meta`; a word of an odd length needs a second person, and one may be forbidden meanwhile. */
type Word = { readonly word: string };
const FORBIDDEN = new Set<string>();
const done: string[] = [];
const saying: ProposalKind<Word, { readonly loud: string }> = {
  // None of the game's own: those are registered already.
  kind: 'word' as 'correction',
  payload: z.strictObject({ word: z.string().min(1) }),
  askers: 'editor',
  subject: ({ word }) => `word:${word}`,
  prepare: async ({ word }) => (word === 'unready' ? refused('NOT_FOUND') : ok({ loud: word.toUpperCase() })),
  needs: () => ({ meta: ['word'] }),
  droppedNeeds: () => ({ meta: ['asked'] }),
  check: ({ word }) => (FORBIDDEN.has(word) ? refused('PROPOSAL_STALE') : ok(word.length % 2 === 1 ? ['odd'] : [])),
  carryOut({ word }, { loud }, mandate, work) {
    const before = work.get('meta', 'word')?.value ?? '';
    work.put('meta', { key: 'word', value: before + loud });
    recordAudit(work, mandate.actor, { action: 'word.say', subject: `word:${word}`, reason: mandate.reason });
    return word === 'full' ? refused('FUNDS') : ok({ said: loud });
  },
  asked: ({ word }, work) => work.put('meta', { key: 'asked', value: word }),
  dropped: (_payload, work) => work.put('meta', { key: 'asked', value: '' }),
  done: (_payload, { said }) => void done.push(String(said)),
};

let world: TestGame;
beforeEach(async () => {
  world = await testGame();
  world.game.proposals.register(saying);
});
afterEach(async () => {
  FORBIDDEN.clear();
  done.length = 0;
  await world.game.stop();
});

const NOW = { at: null, reason: 'because it is so' };
const ask = (who: Operator, word: string, wish: { at: number | null; reason: string } = NOW) =>
  world.game.proposals.ask(who, saying, { word }, wish);
const asked = async (who: Operator, word: string, at: number | null = null): Promise<string> => {
  const answer = await ask(who, word, { ...NOW, at });
  if (!answer.ok) expect.unreachable(answer.error.code);
  return answer.value.id;
};
const meta = async (key: string) => (await world.parts.store.reader.rows('meta', [key]))[0]?.value;
const lines = async () =>
  (await world.parts.store.reader.auditLines('word', null, 50)).map(({ action, actor }) => `${action} ${actor}`);
const refusal = (code: OperatorRefusalCode) => ({ ok: false, error: expect.objectContaining({ code }) });

describe('a proposal is refused', () => {
  it('when its shape is wrong, its kind is not ready for it, or its moment is over', async () => {
    expect(await ask(ada, '')).toEqual(refusal('BAD_SHAPE'));
    expect(await ask(ada, 'unready')).toEqual(refusal('NOT_FOUND'));
    expect(await ask(ada, 'even', { ...NOW, at: world.now() })).toEqual(refusal('NOT_IN_FUTURE'));
    expect(await world.game.proposals.list()).toEqual([]);
  });

  it('to whoever may not ask, approve or refuse', async () => {
    expect(await ask(vic, 'even')).toEqual(refusal('FORBIDDEN'));
    const id = await asked(eve, 'even');
    expect(await world.game.proposals.approve(eve, id)).toEqual(refusal('FORBIDDEN'));
    expect(await world.game.proposals.refuse(eve, id, 'no, thank you')).toEqual(refusal('FORBIDDEN'));
    expect(await world.game.proposals.withdraw(ben, id)).toEqual(refusal('FORBIDDEN'));
    expect(await world.game.proposals.approve(ben, 'p99')).toEqual(refusal('UNKNOWN_PROPOSAL'));
    expect(await world.game.proposals.approve(ben, 'x; DROP')).toEqual(refusal('UNKNOWN_PROPOSAL'));
    expect(await meta('word')).toBeUndefined();
  });

  it('by the one who asked, also by a token of theirs', async () => {
    const id = await asked(ada, 'odd');
    expect(await world.game.proposals.approve(ada, id)).toEqual(refusal('SECOND_PERSON_NEEDED'));
    expect(await world.game.proposals.approve(adasToken, id)).toEqual(refusal('SECOND_PERSON_NEEDED'));
    expect(await meta('word')).toBeUndefined();
    expect(await world.game.proposals.get(id)).toMatchObject({ state: 'waiting', because: ['odd'], fourEyes: true });
  });

  it('once it is closed', async () => {
    const id = await asked(ada, 'odd');
    expect(await world.game.proposals.refuse(ben, id, 'not this one')).toMatchObject({ ok: true });
    expect(await world.game.proposals.approve(ben, id)).toEqual(refusal('PROPOSAL_CLOSED'));
    expect(await world.game.proposals.withdraw(ada, id)).toEqual(refusal('PROPOSAL_CLOSED'));
    expect(await meta('asked')).toBe('');
    expect(await lines()).toEqual(['proposal.refuse operator:ben', 'proposal.ask operator:ada']);
  });

  it('and leaves nothing of what its kind had begun', async () => {
    expect(await ask(ada, 'full')).toEqual(refusal('FUNDS'));
    expect(await meta('word')).toBeUndefined();
    expect(await lines()).toEqual([]);
  });
});

describe('a proposal', () => {
  it('of a publisher that needs nobody else is carried out at once, with its line', async () => {
    const answer = await ask(adasToken, 'even');
    expect(answer).toMatchObject({ ok: true, value: { state: 'done', outcome: { said: 'EVEN' }, fourEyes: false } });
    expect(await meta('word')).toBe('EVEN');
    expect(await lines()).toEqual(['word.say token:t1']);
    expect(done).toEqual(['EVEN']);
  });

  it('of an editor waits for a publisher', async () => {
    const id = await asked(eve, 'even');
    expect(await world.game.proposals.get(id)).toMatchObject({ state: 'waiting', because: ['role'] });
    expect(await meta('asked')).toBe('even');
    expect(await world.game.proposals.approve(ben, id)).toMatchObject({
      ok: true,
      value: { state: 'done', askedBy: { id: 'eve' }, decidedBy: { id: 'ben', name: 'Ben' } },
    });
    expect(await meta('word')).toBe('EVEN');
    expect(await lines()).toEqual([
      'word.say operator:ben',
      'proposal.approve operator:ben',
      'proposal.ask operator:eve',
    ]);
  });

  it('that can no longer be done is closed as failed when somebody approves it', async () => {
    const [one, two] = [await asked(ada, 'odd'), await asked(ada, 'later', world.now() + 5_000)];
    FORBIDDEN.add('odd').add('later');
    for (const id of [one, two]) {
      expect(await world.game.proposals.approve(ben, id)).toEqual(refusal('PROPOSAL_STALE'));
      expect(await world.game.proposals.get(id)).toMatchObject({
        state: 'failed',
        outcome: { code: 'PROPOSAL_STALE' },
      });
    }
    expect(await meta('word')).toBeUndefined();
    expect(await meta('asked')).toBe('');
  });

  it('is carried out at its time by the game itself, once', async () => {
    const id = await asked(ada, 'even', world.now() + 5_000);
    expect(await world.game.proposals.get(id)).toMatchObject({ state: 'scheduled' });
    await world.parts.jobs.runDue();
    expect(await meta('word')).toBeUndefined();
    world.setNow(world.now() + 5_000);
    await Promise.all([world.game.proposals.carryOutDue(), world.game.proposals.carryOutDue()]);
    expect(await meta('word')).toBe('EVEN');
    expect(await lines()).toEqual(['word.say system', 'proposal.ask operator:ada']);
    expect(done).toEqual(['EVEN']);
  });

  it('that needs two people and a time is scheduled by the second', async () => {
    const id = await asked(ada, 'odd', world.now() + 5_000);
    expect(await world.game.proposals.approve(ben, id)).toMatchObject({ ok: true, value: { state: 'scheduled' } });
    expect(await world.game.proposals.openCount()).toBe(1);
    world.setNow(world.now() + 5_001);
    expect(await world.game.proposals.carryOutDue()).toBe(1);
    expect(await world.game.proposals.get(id)).toMatchObject({ state: 'done', decidedBy: { id: 'ben' } });
    expect(await world.game.proposals.openCount()).toBe(0);
  });

  it('approved after its time is done at once', async () => {
    const id = await asked(ada, 'odd', world.now() + 5_000);
    world.setNow(world.now() + 9_000);
    expect(await world.game.proposals.carryOutDue()).toBe(0);
    expect(await world.game.proposals.approve(ben, id)).toMatchObject({ ok: true, value: { state: 'done' } });
  });

  it('is taken back by who asked, and what is scheduled by any publisher', async () => {
    const mine = await asked(eve, 'even');
    expect(await world.game.proposals.withdraw(eve, mine)).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
    const later = await asked(ada, 'even', world.now() + 5_000);
    expect(await world.game.proposals.withdraw(ben, later)).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
    world.setNow(world.now() + 6_000);
    expect(await world.game.proposals.carryOutDue()).toBe(0);
    expect(await meta('word')).toBeUndefined();
  });

  it('approved twice at the same moment is done once', async () => {
    const id = await asked(ada, 'odd');
    const both = await Promise.all([world.game.proposals.approve(ben, id), world.game.proposals.approve(ben, id)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(await meta('word')).toBe('ODD');
  });
});
