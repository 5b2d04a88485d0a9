import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Content } from '@bloomvale/shared/content/content';
import type { Grade } from '@bloomvale/shared/content/lending';
import type { PreviewAsk, PreviewView } from '@bloomvale/shared/operator/preview-api';
import { PreviewViewSchema } from '@bloomvale/shared/operator/preview-api';
import { err, ok } from '@bloomvale/shared/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_GUARD_RAILS } from '../../domain/preview/guard-rails.ts';
import { LENDER_STYLES } from '../../domain/preview/lender-styles.ts';
import { summarise } from '../../domain/preview/preview-summary.ts';
import { createLogger } from '../../ops/logger.ts';
import { PreviewDesk, type PreviewDeskParts, WAITING_MOST } from './preview-desk.ts';

const shipped = loadCatalogue();
const live: Content = { ...shipped, entrepreneurs: shipped.entrepreneurs.slice(0, 12) };
const graded = (grade: Grade): Content => ({
  ...live,
  entrepreneurs: live.entrepreneurs.map((one) => ({ ...one, loan: { ...one.loan, grade } })),
});
const drafts: Readonly<Record<string, Content>> = { same: live, risky: graded('E' as Grade) };
const ADA = { id: 'ada', name: 'Ada' };
const ASK: PreviewAsk = { draft: 'same', seed: 's', runs: 4, months: 6, lenders: 24, shocks: false, flows: 'styles' };

let desk: PreviewDesk;
let rails = DEFAULT_GUARD_RAILS;
const open = (threads = 1, more: Pick<PreviewDeskParts, 'run'> = {}) =>
  new PreviewDesk({
    ...more,
    sides: async (id) => {
      const draft = drafts[id];
      return draft === undefined
        ? err({ code: 'UNKNOWN_DRAFT' as const })
        : ok({ draft, draftRevision: 3, live, liveVersion: 1 });
    },
    styles: async () => LENDER_STYLES,
    rails: async () => rails,
    monthSeconds: () => 14_400,
    now: () => 1_000,
    logger: createLogger('silent'),
    threads,
  });
beforeEach(() => {
  desk = open();
  rails = DEFAULT_GUARD_RAILS;
});
afterEach(() => desk.close());

const started = async (ask: Partial<PreviewAsk> = {}, at = desk): Promise<PreviewView> => {
  const done = await at.start({ ...ASK, ...ask }, ADA);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};
async function ended({ id }: PreviewView, at = desk): Promise<PreviewView> {
  for (;;) {
    const found = at.get(id);
    if (!found.ok) throw new Error(found.error.code);
    if (found.value.state !== 'running') return found.value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a preview is refused', () => {
  it('of a draft that is not there, and as one that nobody asked for', async () => {
    expect(await desk.start({ ...ASK, draft: 'none' }, ADA)).toEqual({ ok: false, error: { code: 'UNKNOWN_DRAFT' } });
    expect(desk.get('none')).toEqual({ ok: false, error: { code: 'UNKNOWN_PREVIEW' } });
    expect(desk.cancel('none')).toEqual({ ok: false, error: { code: 'UNKNOWN_PREVIEW' } });
    expect(desk.latest('same')).toBeNull();
  });

  it('when too many wait, and taken again when one was cancelled', async () => {
    const all: PreviewView[] = [];
    for (let i = 0; i <= WAITING_MOST; i++) all.push(await started({ runs: 1_000, seed: `s${i}` }));
    expect(await desk.start(ASK, ADA)).toMatchObject({ error: { code: 'PREVIEW_BUSY' } });
    for (const { id } of all) expect(desk.cancel(id)).toMatchObject({ value: { state: 'cancelled', result: null } });
    for (const one of all) expect((await ended(one)).state).toBe('cancelled');
    expect((await ended(await started())).state).toBe('done');
  });

  it('when the desk is closed, and what ran is cancelled', async () => {
    const running = await started({ runs: 1_000 });
    await desk.close();
    expect((await ended(running)).state).toBe('cancelled');
    expect(await desk.start(ASK, ADA)).toMatchObject({ error: { code: 'STOPPING' } });
  });
});

describe('a preview', () => {
  it('of a draft without changes differs in nothing, and fits the wire', async () => {
    const done = await ended(await started());
    expect(done).toMatchObject({ state: 'done', done: 8, all: 8, draftRevision: 3, liveVersion: 1, by: ADA });
    expect(done.result?.draft).toEqual(done.result?.live);
    expect(done.result?.changed).toEqual([]);
    expect(PreviewViewSchema.parse(JSON.parse(JSON.stringify(done)))).toEqual(done);
    expect(desk.latest('same')).toEqual(done);
  });

  it('is the same by the same seed, on one thread and on two, and with the live side known already', async () => {
    const once = await ended(await started({ draft: 'risky' }));
    const again = await ended(await started({ draft: 'risky' }));
    const two = open(2);
    const other = await ended(await started({ draft: 'risky' }, two), two);
    await two.close();
    expect(again.result).toEqual(once.result);
    expect(other.result).toEqual(once.result);
    const different = await ended(await started({ draft: 'risky', seed: 'another' }));
    expect(different.result).not.toEqual(once.result);
  });

  it('is judged by the rails in force, for the draft', async () => {
    rails = [{ figure: 'fundedShare', least: 2, most: null }];
    const { result } = await ended(await started({ draft: 'risky' }));
    expect(result?.verdicts).toMatchObject([{ rail: { figure: 'fundedShare' }, verdict: 'broken' }]);
    const [first] = result?.verdicts ?? [];
    expect(first?.draft).toEqual(result?.draft.figures.fundedShare);
    expect(first?.live).toEqual(result?.live.figures.fundedShare);
  });

  it('spreads the losses of its runs over steps that add up to all runs with a cohort', async () => {
    const { result } = await ended(await started({ draft: 'risky', months: 40 }));
    const sum = (result?.draft.lossSpread ?? []).reduce((all, share) => all + share, 0);
    expect(sum).toBeCloseTo(1, 9);
    expect((await ended(await started({ months: 1, seed: 'x' }))).result?.draft.figures.loss.value).toBeNull();
  });

  it('that fails says so and lets the next one run', async () => {
    const broken = { ...live, products: [] };
    Object.assign(drafts, { broken });
    expect(await ended(await started({ draft: 'broken' }))).toMatchObject({ state: 'failed', result: null });
    expect((await ended(await started())).state).toBe('done');
  });

  it('is remembered as the latest of its draft, however many others follow', async () => {
    const quick = open(1, { run: async ({ contents }) => contents.map(() => summarise([])) });
    const kept = await ended(await started({ draft: 'risky' }, quick), quick);
    const first = await ended(await started({}, quick), quick);
    for (let i = 0; i < 70; i++) await ended(await started({}, quick), quick);
    expect(quick.latest('risky')).toEqual(kept);
    expect(quick.get(first.id).ok).toBe(false);
  });
});
