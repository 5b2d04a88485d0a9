import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import type { PreviewView, VerdictView } from '@bloomvale/shared/operator/preview-api';
import { describe, expect, it } from 'vitest';
import { mustAcknowledge, type PublishFacts, publishGate } from './publish-gate.ts';

const who = { id: 'ada', name: 'Ada' };
const draft: DraftView = {
  id: 'd1',
  number: 42,
  title: 'Spring',
  base: 41,
  current: true,
  revision: 3,
  state: 'open',
  changes: 2,
  createdBy: who,
  createdAt: 1,
  updatedBy: who,
  updatedAt: 2,
  publishedAs: null,
};
const preview = (verdicts: readonly VerdictView['verdict'][], over: Partial<PreviewView> = {}): PreviewView =>
  ({
    id: 'p1',
    draftRevision: 3,
    liveVersion: 41,
    state: 'done',
    result: {
      live: {},
      draft: {},
      changed: [],
      verdicts: verdicts.map((verdict) => ({
        rail: { figure: 'par30', least: null, most: 0.1 },
        live: { value: 0, error: 0 },
        draft: { value: 0, error: 0 },
        verdict,
      })),
    },
    ...over,
  }) as unknown as PreviewView;
const gate = (over: Partial<PublishFacts> = {}) =>
  publishGate({ role: 'editor', draft, errors: 0, preview: preview(['holds']), live: 41, ...over });
const kinds = (list: readonly { readonly kind: string }[]): string[] => list.map(({ kind }) => kind);

describe('publishGate', () => {
  it('names everything that is in the way', () => {
    expect(kinds(gate({ role: 'viewer' }).blocks)).toEqual(['role']);
    expect(kinds(gate({ draft: { ...draft, state: 'asked' } }).blocks)).toEqual(['asked']);
    for (const state of ['published', 'discarded'] as const) {
      expect(kinds(gate({ draft: { ...draft, state } }).blocks)).toEqual(['closed']);
    }
    expect(kinds(gate({ errors: null }).blocks)).toEqual(['checking']);
    expect(gate({ errors: 3 }).blocks).toEqual([{ kind: 'errors', count: 3 }]);
    const all = gate({ role: 'viewer', draft: { ...draft, changes: 0, current: false }, errors: 1 });
    expect(kinds(all.blocks)).toEqual(['role', 'empty', 'outdated', 'errors']);
  });
  it('warns without a finished preview of this very draft and live version', () => {
    for (const none of [
      null,
      preview([], { state: 'cancelled', result: null }),
      preview([], { state: 'running', result: null }),
    ]) {
      expect(kinds(gate({ preview: none }).cautions)).toEqual(['no-preview']);
    }
    const old = gate({ preview: preview(['broken'], { draftRevision: 2, liveVersion: 40 }) });
    expect(old.cautions).toEqual([
      { kind: 'old-preview', revision: 2 },
      { kind: 'old-live', version: 40 },
      { kind: 'broken', count: 1 },
    ]);
    expect(mustAcknowledge(old)).toBe(true);
  });
  it('says which rails are broken or unsure, and asks to answer for the broken only', () => {
    const unsure = gate({ preview: preview(['holds', 'unsure', 'unsure']) });
    expect(unsure.cautions).toEqual([{ kind: 'unsure', count: 2 }]);
    expect(mustAcknowledge(unsure)).toBe(false);
    expect(mustAcknowledge(gate({ preview: preview(['broken', 'unsure']) }))).toBe(true);
  });
  it('is open when nothing is in the way', () => {
    expect(gate()).toEqual({ blocks: [], cautions: [] });
    expect(mustAcknowledge(gate())).toBe(false);
  });
});
