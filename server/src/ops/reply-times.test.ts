import { describe, expect, it } from 'vitest';
import { ReplyTimes, WINDOW_MS } from './reply-times.ts';

const HOUR = 12 * WINDOW_MS;
const timed = (times: readonly number[], at = 0): ReplyTimes => {
  const replies = new ReplyTimes();
  for (const ms of times) replies.record(ms, 'ok', at);
  return replies;
};

describe('reply times', () => {
  it('are unknown without replies, and again an hour after the last', () => {
    const nothing = { replies: 0, p50Ms: null, p95Ms: null, refused: 0, errors: 0 };
    expect(new ReplyTimes().recent(0)).toEqual(nothing);
    const replies = timed([3], 0);
    expect(replies.recent(HOUR - 1).replies).toBe(1);
    expect(replies.recent(HOUR)).toEqual(nothing);
    replies.record(3, 'ok', HOUR);
    expect(replies.recent(HOUR).replies).toBe(1);
  });

  it('are read off their classes, evenly within each', () => {
    // Ten between 2 and 5 ms: half of them below 3.5, and 95 of 100 below 4.85.
    expect(timed(Array.from({ length: 10 }, () => 4)).recent(0)).toMatchObject({ p50Ms: 3.5, p95Ms: 2 + 3 * 0.95 });
    // 90 up to 1 ms, ten between 50 and 100: the 95th of 100 is the fifth of those ten.
    const mixed = [...Array.from({ length: 90 }, () => 0.8), ...Array.from({ length: 10 }, () => 70)];
    expect(timed(mixed).recent(0)).toMatchObject({ p95Ms: 75 });
    expect(timed([60_000]).recent(0)).toMatchObject({ p50Ms: 5_000, p95Ms: 5_000 });
  });

  it('count refusals and faults of ours beside them, for the hour and since the start', () => {
    const replies = timed([1, 1]);
    replies.record(1, 'refused', 0);
    replies.record(1, 'refused', WINDOW_MS);
    replies.record(30, 'error', WINDOW_MS);
    expect(replies.recent(WINDOW_MS)).toMatchObject({ replies: 5, refused: 2, errors: 1 });
    expect(replies.recent(HOUR)).toMatchObject({ replies: 2, refused: 1, errors: 1 });
    expect([replies.refused, replies.errors, replies.sumMs]).toEqual([2, 1, 34]);
    expect([...replies.counts].reduce((a, b) => a + b)).toBe(5);
  });
});
