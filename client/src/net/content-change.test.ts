import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Actions, registerActions } from '../store/actions.ts';
import { contentStore } from '../store/content.ts';
import { reportStore } from '../store/report.ts';
import { followContent } from './content-change.ts';
import type { LendingData } from './lending-data.ts';

/** Hashes that the server has, and how often each was asked for. */
let served: Map<string, number>;
const asked: string[] = [];
const catchUps: unknown[] = [];
let gone: unknown;
const anew = vi.fn();
const lending = { contentChanged: anew } as unknown as LendingData;

beforeEach(() => {
  vi.useFakeTimers();
  served = new Map();
  vi.stubGlobal('fetch', async (url: string) => {
    const hash = /content\/(\w+)\.json/.exec(String(url))?.[1] ?? '';
    asked.push(hash);
    const slow = served.get(hash);
    if (slow === undefined) return new Response('{"code":"NOT_FOUND"}', { status: 404 });
    await new Promise((done) => setTimeout(done, slow));
    return Response.json({ name: hash });
  });
  const command = async (_type: string, ask: unknown) => {
    catchUps.push(ask);
    return { ok: true, now: 0, value: { report: { awayMs: 0, ...(gone === undefined ? {} : { gone }) } } };
  };
  registerActions({ command } as unknown as Actions);
  contentStore.setState({ hash: 'old', content: null });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  asked.length = 0;
  catchUps.length = 0;
  gone = undefined;
  anew.mockClear();
  reportStore.setState({ report: null });
});
const shown = () => contentStore.getState().hash;

describe('a catalogue that went live', () => {
  it('is not asked for when it is the one that is shown', async () => {
    await followContent('old', lending);
    expect(asked).toEqual([]);
    expect(anew).not.toHaveBeenCalled();
  });

  it('is swapped in place, lists are read again, and the household is looked through', async () => {
    served.set('new', 10);
    gone = [{ kind: 'good', id: 'kale', quantity: 2, refund: 500 }];
    const following = followContent('new', lending);
    await vi.runAllTimersAsync();
    await following;
    expect(contentStore.getState()).toMatchObject({ hash: 'new', content: { name: 'new' } });
    expect(anew).toHaveBeenCalledOnce();
    expect(catchUps).toEqual([{ seen: false }]);
    expect(reportStore.getState().report).toMatchObject({ gone });
  });

  it('is asked for again while the network is away, and given up in the end', async () => {
    const following = followContent('lost', lending);
    await vi.runAllTimersAsync();
    await following;
    expect(asked).toEqual(['lost', 'lost', 'lost', 'lost']);
    expect(shown()).toBe('old');
  });

  it('gives way to a later one, also when it arrives after it', async () => {
    served.set('second', 500).set('third', 10);
    const following = [followContent('second', lending), followContent('third', lending)];
    await vi.runAllTimersAsync();
    await Promise.all(following);
    expect(shown()).toBe('third');
  });
});
