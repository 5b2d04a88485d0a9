import type { Log } from '../log.ts';

/**
 * Repeats a piece of work with a pause between two runs, so that it never overtakes itself; a fault is logged and the next run comes.
 * @returns ends it; resolves when the run under way is over, so that the store may be closed after it.
 */
export function every(ms: number, name: string, work: () => Promise<unknown>, log: Log): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const sleep = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = turn();
    }, ms);
    timer.unref();
  };
  const turn = async () => {
    try {
      await work();
    } catch (fault) {
      log.error({ err: fault, job: name }, 'a job stumbled');
    }
    sleep();
  };
  sleep();
  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
    return running;
  };
}
