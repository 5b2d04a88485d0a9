import { randomUUID } from 'node:crypto';
import type { Content } from '@bloomvale/shared/content/content';
import type { Who } from '@bloomvale/shared/operator/common';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { PreviewAsk, PreviewView, Rail } from '@bloomvale/shared/operator/preview-api';
import { err, invariant, ok, type Result } from '@bloomvale/shared/result';
import type { LenderStyle } from '../../domain/preview/preview-settings.ts';
import type { PreviewSummary } from '../../domain/preview/preview-summary.ts';
import type { Logger } from '../../ops/logger.ts';
import { PreviewCancelled, runPreview } from './preview-job.ts';
import { compare } from './preview-view.ts';

/** Previews that wait behind the one that runs: each takes seconds, and nobody waits for more. */
export const WAITING_MOST = 3;
/** Previews that are remembered; beyond, the oldest of drafts with a later one go first. Each is some dozen kilobytes. */
const KEPT = 60;
/** Results of the live version that are kept for the next draft asked about by the same luck. */
const LIVE_KEPT = 4;
/** The simulation goes hour by hour: a faster clock, as demonstrations have, is previewed as one month an hour. */
const FASTEST_MONTH_SECONDS = 3_600;

/** Both sides of a comparison, as they were when it was asked for. */
export type PreviewSides = {
  readonly draft: Content;
  readonly draftRevision: number;
  readonly live: Content;
  readonly liveVersion: number;
};

export type PreviewDeskParts = {
  /** Refused: UNKNOWN_DRAFT, DRAFT_INVALID. */
  readonly sides: (draft: string) => Promise<Result<PreviewSides, OperatorRefusal>>;
  readonly styles: (flows: PreviewAsk['flows']) => Promise<readonly LenderStyle[]>;
  readonly rails: () => Promise<readonly Rail[]>;
  /** Real seconds of a simulated month, as the clock runs today. */
  readonly monthSeconds: () => number;
  /** Epoch ms. */
  readonly now: () => number;
  readonly logger: Logger;
  /** Threads; as many as may stand behind the game when left out. No figure depends on it. */
  readonly threads?: number;
  /** Runs the sides; on threads when left out. */
  readonly run?: typeof runPreview;
};

type Job = {
  view: PreviewView;
  readonly sides: PreviewSides;
  readonly cancel: AbortController;
};

/**
 * Plays drafts and the live version forward by the same luck, one comparison at a time, on threads of their own. Results are kept in memory:
 * whoever needs one again after a restart asks again and gets the same.
 */
export class PreviewDesk {
  readonly #parts: PreviewDeskParts;
  readonly #jobs = new Map<string, Job>();
  readonly #liveKept = new Map<string, PreviewSummary>();
  readonly #queue: Job[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(parts: PreviewDeskParts) {
    this.#parts = parts;
  }

  /** Takes an order; refused: PREVIEW_BUSY when too many wait, and what `sides` refuses. */
  async start(ask: PreviewAsk, by: Who): Promise<Result<PreviewView, OperatorRefusal>> {
    if (this.#closed) return err({ code: 'STOPPING' });
    if (this.#queue.length >= WAITING_MOST) return err({ code: 'PREVIEW_BUSY', detail: { most: WAITING_MOST } });
    const sides = await this.#parts.sides(ask.draft);
    if (!sides.ok) return sides;
    if (this.#queue.length >= WAITING_MOST) return err({ code: 'PREVIEW_BUSY', detail: { most: WAITING_MOST } });
    const { draftRevision, liveVersion } = sides.value;
    const job: Job = {
      view: {
        id: randomUUID(),
        ask,
        draftRevision,
        liveVersion,
        by,
        at: this.#parts.now(),
        state: 'running',
        done: 0,
        all: 2 * ask.runs,
        tookMs: null,
        result: null,
      },
      sides: sides.value,
      cancel: new AbortController(),
    };
    this.#keep(job);
    this.#queue.push(job);
    this.#running ??= this.#work();
    return ok(job.view);
  }

  /** Refused: UNKNOWN_PREVIEW. */
  get(id: string): Result<PreviewView, OperatorRefusal> {
    const job = this.#jobs.get(id);
    return job === undefined ? err({ code: 'UNKNOWN_PREVIEW' }) : ok(job.view);
  }

  /** The one of a draft that was asked for last; null without one. */
  latest(draft: string): PreviewView | null {
    return [...this.#jobs.values()].findLast(({ view }) => view.ask.draft === draft)?.view ?? null;
  }

  /** One that has ended stays as it is. Refused: UNKNOWN_PREVIEW. */
  cancel(id: string): Result<PreviewView, OperatorRefusal> {
    const job = this.#jobs.get(id);
    if (job === undefined) return err({ code: 'UNKNOWN_PREVIEW' });
    if (job.view.state === 'running') {
      job.view = { ...job.view, state: 'cancelled' };
      job.cancel.abort();
      const place = this.#queue.indexOf(job);
      if (place >= 0) this.#queue.splice(place, 1);
    }
    return ok(job.view);
  }

  /** Cancels everything; resolves when every thread is gone. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const id of this.#jobs.keys()) this.cancel(id);
    await this.#running;
  }

  async #work(): Promise<void> {
    for (let job = this.#queue.shift(); job !== undefined; job = this.#queue.shift()) await this.#run(job);
    this.#running = null;
  }

  async #run(job: Job): Promise<void> {
    if (job.view.state !== 'running') return;
    const begun = performance.now();
    try {
      // Once for both sides: players go on while it runs.
      const styles = await this.#parts.styles(job.view.ask.flows);
      const { live, draft } = await this.#both(job, styles);
      const result = compare(live, draft, await this.#parts.rails());
      if (job.view.state !== 'running') return;
      job.view = { ...job.view, state: 'done', done: job.view.all, tookMs: performance.now() - begun, result };
    } catch (fault) {
      if (fault instanceof PreviewCancelled) return;
      this.#parts.logger.error({ err: fault, draft: job.view.ask.draft }, 'a preview failed');
      job.view = { ...job.view, state: 'failed', tookMs: performance.now() - begun };
    }
  }

  /** Plays both sides in one queue of threads, or the draft alone when the live side is known already. */
  async #both(
    job: Job,
    styles: readonly LenderStyle[],
  ): Promise<{ readonly live: PreviewSummary; readonly draft: PreviewSummary }> {
    const { draft: _, flows: __, ...asked } = job.view.ask;
    const settings = { ...asked, monthSeconds: Math.max(FASTEST_MONTH_SECONDS, this.#parts.monthSeconds()) };
    const { sides } = job;
    const key = JSON.stringify([sides.liveVersion, styles, settings]);
    const known = this.#liveKept.get(key);
    const doneBefore = known === undefined ? 0 : settings.runs;
    const { threads, run } = this.#parts;
    const summaries = await (run ?? runPreview)({
      contents: known === undefined ? [sides.draft, sides.live] : [sides.draft],
      styles,
      settings,
      ...(threads === undefined ? {} : { threads }),
      signal: job.cancel.signal,
      onProgress: (done) => {
        job.view = { ...job.view, done: doneBefore + done };
      },
    });
    const [draft, live = known] = summaries;
    invariant(draft !== undefined && live !== undefined, 'every catalogue has its summary');
    this.#keepLive(key, live);
    return { live, draft };
  }

  #keepLive(key: string, summary: PreviewSummary): void {
    this.#liveKept.set(key, summary);
    if (this.#liveKept.size > LIVE_KEPT) this.#liveKept.delete(this.#liveKept.keys().next().value as string);
  }

  /** Forgets the oldest that has ended, rather one of a draft that has a later one. */
  #keep(job: Job): void {
    this.#jobs.set(job.view.id, job);
    if (this.#jobs.size <= KEPT) return;
    const ended = [...this.#jobs.values()].filter(({ view }) => view.state !== 'running');
    const outdated = ended.find(({ view }) => this.latest(view.ask.draft)?.id !== view.id);
    const oldest = outdated ?? ended[0];
    if (oldest !== undefined) this.#jobs.delete(oldest.view.id);
  }
}
