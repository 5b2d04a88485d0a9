import type { ClockSegment } from '@bloomvale/shared/time/sim-clock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absentSince } from './absence.ts';

const running = (realFrom: number): ClockSegment => ({ realFrom, simFrom: 0, monthSeconds: 30 });
const standing = (realFrom: number): ClockSegment => ({ realFrom, simFrom: 0, monthSeconds: 0 });

describe('absence', () => {
  it('does not count time in which the clock stood still', () => {
    const segments = [running(0), standing(1_000), running(1_700)];
    expect(absentSince(segments, 2_000, 300)).toBe(1_700);
    expect(absentSince(segments, 2_000, 400)).toBe(900);
    expect(absentSince([running(0), standing(1_000)], 5_000, 100)).toBe(900);
  });

  it('is plain time without an outage, also before the first segment', () => {
    expect(absentSince([running(0)], 5_000, 100)).toBe(4_900);
    expect(absentSince([running(4_950)], 5_000, 100)).toBe(4_900);
    expect(absentSince([], 5_000, 100)).toBe(4_900);
  });

  it('is never shorter than asked for, and by no more than the clock stood still', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 3_000 }), (parts, ms) => {
        let at = 0;
        let stood = 0;
        const segments = parts.map(([length, runs]) => {
          const segment = runs ? running(at) : standing(at);
          at += length;
          if (!runs) stood += length;
          return segment;
        });
        const since = absentSince(segments, at, ms);
        expect(at - since).toBeGreaterThanOrEqual(ms);
        expect(at - since).toBeLessThanOrEqual(ms + stood);
      }),
    );
  });
});
