import { Worker } from 'node:worker_threads';
import { invariant } from '@bloomvale/shared/result';
import type { RunFigures } from '../../domain/preview/preview-record.ts';
import { type PreviewSummary, summarise } from '../../domain/preview/preview-summary.ts';
import { threadsBehindTheGame } from '../behind-the-game.ts';
import type { PreviewOrder, RunsDone, RunsWanted } from './preview-messages.ts';

export type PreviewJob = PreviewOrder & {
  /** Threads to use; as many as may stand behind the game when left out. The figures do not depend on it. */
  readonly threads?: number;
  /** Told after each few runs; a run counts once for each catalogue. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
};

/** The operator pressed cancel. */
export class PreviewCancelled extends Error {
  override readonly name = 'PreviewCancelled';
}

/** Runs a thread takes at a time, of all catalogues: small enough for a smooth progress bar and for threads that end together. */
const RUNS_A_TIME = 4;

/**
 * All runs of a preview on threads of their own, so that rooms never wait for it: of every catalogue in one queue, so that no thread is idle
 * between two of them. One summary a catalogue, in their order.
 * @throws PreviewCancelled when `signal` aborts; the fault of a thread that failed. Either way every thread is gone when it throws.
 */
export async function runPreview({ threads, onProgress, signal, ...order }: PreviewJob): Promise<PreviewSummary[]> {
  const { contents, settings } = order;
  const queue = { all: settings.runs, sides: contents.length, atATime: Math.ceil(RUNS_A_TIME / contents.length) };
  const wanted = Math.max(1, Math.min(threads ?? threadsBehindTheGame(), Math.ceil(queue.all / queue.atATime)));
  const workers = Array.from(
    { length: wanted },
    () => new Worker(new URL('./preview-thread.ts', import.meta.url), { workerData: order }),
  );
  try {
    const runs = await allRuns(workers, queue, onProgress, signal);
    return contents.map((_, side) => summarise(runs.map((run) => run[side] as RunFigures)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

type Queue = { readonly all: number; readonly sides: number; readonly atATime: number };

function allRuns(
  workers: readonly Worker[],
  { all, sides, atATime }: Queue,
  onProgress: PreviewJob['onProgress'],
  signal: AbortSignal | undefined,
): Promise<(readonly RunFigures[])[]> {
  const figures: (readonly RunFigures[] | undefined)[] = Array.from({ length: all });
  let next = 0;
  let done = 0;
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new PreviewCancelled('The preview was cancelled.'));
    if (signal?.aborted === true) {
      cancel();
      return;
    }
    signal?.addEventListener('abort', cancel, { once: true });
    const give = (worker: Worker): void => {
      if (next >= all) return;
      const from = next;
      next = Math.min(all, from + atATime);
      worker.postMessage({ from, to: next } satisfies RunsWanted);
    };
    const took = (worker: Worker, { from, to, runs }: RunsDone): void => {
      runs.forEach((run, i) => {
        figures[from + i] = run;
      });
      done += to - from;
      onProgress?.(done * sides, all * sides);
      if (done < all) {
        give(worker);
        return;
      }
      signal?.removeEventListener('abort', cancel);
      resolve(
        figures.map((run) => {
          invariant(run !== undefined, 'every run has its figures');
          return run;
        }),
      );
    };
    for (const worker of workers) {
      worker.on('message', (message: RunsDone) => took(worker, message));
      worker.once('error', reject);
      give(worker);
    }
  });
}
