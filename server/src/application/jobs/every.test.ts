import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log } from '../log.ts';
import { every } from './every.ts';

const PAUSE_MS = 1_000;

describe('a repeated job', () => {
  const errors: unknown[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (fault: unknown) => errors.push(fault) } as Log;

  beforeEach(() => {
    vi.useFakeTimers();
    errors.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is over at once when it never ran, and never runs afterwards', async () => {
    const work = vi.fn(async () => undefined);
    await every(PAUSE_MS, 'test', work, log)();
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 3);
    expect(work).not.toHaveBeenCalled();
  });

  it('is over only when the run under way is: what it reads may be closed then', async () => {
    const gate = Promise.withResolvers<void>();
    const stop = every(PAUSE_MS, 'test', () => gate.promise, log);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    let over = false;
    const ended = stop().then(() => {
      over = true;
    });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(over).toBe(false);
    gate.resolve();
    await ended;
    expect(over).toBe(true);
  });

  it('goes on after a fault, and says so', async () => {
    const work = vi.fn(async () => {
      throw new Error('no');
    });
    const stop = every(PAUSE_MS, 'test', work, log);
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
    await stop();
    expect(work).toHaveBeenCalledTimes(2);
    expect(errors).toHaveLength(2);
  });
});
