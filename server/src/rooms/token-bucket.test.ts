import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

describe('a token bucket', () => {
  it('refuses after the burst, and lets through again as time passes', () => {
    const bucket = new TokenBucket(2, 3, 0);
    expect([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([true, true, true, false]);
    expect([bucket.take(499), bucket.take(500), bucket.take(500)]).toEqual([false, true, false]);
  });

  it('is never fuller than its burst, however long nobody came', () => {
    const bucket = new TokenBucket(2, 3, 0);
    const taken = Array.from({ length: 10 }, () => bucket.take(1e12)).filter(Boolean);
    expect(taken).toHaveLength(3);
  });

  it('gives nothing away when the clock steps back', () => {
    const bucket = new TokenBucket(1, 1, 10_000);
    expect([bucket.take(10_000), bucket.take(0), bucket.take(999), bucket.take(1_000)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('lets through at most burst and rate times time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 200 }), (steps) => {
        const bucket = new TokenBucket(8, 24, 0);
        let now = 0;
        let taken = 0;
        for (const step of steps) {
          now += step;
          if (bucket.take(now)) taken++;
        }
        expect(taken).toBeLessThanOrEqual(24 + (now * 8) / 1_000);
      }),
    );
  });
});
