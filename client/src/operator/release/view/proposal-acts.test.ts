import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { describe, expect, it } from 'vitest';
import { pendingOf, proposalActs, proposalOfDraft } from './proposal-acts.ts';

const proposal = (over: Partial<Proposal>): Proposal => ({
  id: '1',
  kind: 'publish',
  payload: { draft: 'd1', revision: 1, title: 'Spring' },
  reason: 'because',
  fourEyes: true,
  because: ['economy'],
  state: 'waiting',
  askedBy: { id: 'operator:ada', name: 'Ada' },
  askedAt: 10,
  decidedBy: null,
  decidedAt: null,
  dueAt: null,
  outcome: null,
  ...over,
});
const ada = { id: 'ada', role: 'publisher' } as const;
const malik = { id: 'operator:malik', role: 'publisher' } as const;

describe('proposalActs', () => {
  it('lets nobody approve their own where four eyes are asked for, however they are named', () => {
    expect(proposalActs(proposal({}), ada)).toEqual({ approve: false, because: 'own', refuse: false, withdraw: true });
  });
  it('lets no editor and no viewer approve', () => {
    for (const role of ['viewer', 'editor'] as const) {
      expect(proposalActs(proposal({}), { id: 'eve', role })).toEqual({
        approve: false,
        because: 'role',
        refuse: false,
        withdraw: false,
      });
    }
  });
  it('lets another publisher approve or refuse, and not withdraw', () => {
    expect(proposalActs(proposal({}), malik)).toEqual({ approve: true, because: null, refuse: true, withdraw: false });
  });
  it('lets a scheduled one be taken back by whoever asked and by publishers', () => {
    const scheduled = proposal({ state: 'scheduled' });
    expect(proposalActs(scheduled, { id: 'ada', role: 'editor' }).withdraw).toBe(true);
    expect(proposalActs(scheduled, malik).withdraw).toBe(true);
    expect(proposalActs(scheduled, { id: 'eve', role: 'editor' }).withdraw).toBe(false);
  });
  it('does nothing with what is decided', () => {
    for (const state of ['done', 'refused', 'withdrawn', 'failed'] as const) {
      expect(proposalActs(proposal({ state }), malik)).toEqual({
        approve: false,
        because: null,
        refuse: false,
        withdraw: false,
      });
    }
  });
});

it('lists what waits, oldest first, then what is scheduled, soonest first', () => {
  const list = [
    proposal({ id: 'late', state: 'scheduled', dueAt: 50 }),
    proposal({ id: 'done', state: 'done' }),
    proposal({ id: 'new', askedAt: 20 }),
    proposal({ id: 'soon', state: 'scheduled', dueAt: 40 }),
    proposal({ id: 'old', askedAt: 5 }),
  ];
  expect(pendingOf(list).map(({ id }) => id)).toEqual(['old', 'new', 'soon', 'late']);
  expect(pendingOf([])).toEqual([]);
});

it('finds what was asked about a draft', () => {
  expect(proposalOfDraft([], 'd1')).toBeNull();
  const other = proposal({ id: 'x', payload: { draft: 'd2' } });
  const rollback = proposal({ id: 'y', kind: 'rollback', payload: { to: 3 } });
  expect(proposalOfDraft([other, rollback, proposal({ id: 'z' })], 'd1')?.id).toBe('z');
  expect(proposalOfDraft([proposal({ state: 'refused' })], 'd1')).toBeNull();
});
