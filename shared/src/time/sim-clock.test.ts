import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../result.ts';
import { type ClockSegment, realAt, SIM_MONTH, simAt } from './sim-clock.ts';

/** Segments as the server appends them: each starts where the one before has come to. */
const clocks = fc
  .array(
    fc.record({
      lasts: fc.integer({ min: 1, max: 50_000_000 }),
      monthSeconds: fc.constantFrom(0, 60, 600, 3_600, 14_400, 86_400),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => {
    const segments: ClockSegment[] = [];
    let real = 1_000_000;
    for (const { lasts, monthSeconds } of parts) {
      const simFrom = segments.length === 0 ? 0 : simAt(segments, real);
      segments.push({ realFrom: real, simFrom, monthSeconds });
      real += lasts;
    }
    return segments;
  });
const instant = fc.integer({ min: 0, max: 400_000_000 });

describe('simulated clock', () => {
  it('refuses a world without segments', () => {
    expect(() => simAt([], 0)).toThrow(InvariantError);
    expect(() => realAt([], 0)).toThrow(InvariantError);
  });

  it('runs a month in monthSeconds', () => {
    const segments = [{ realFrom: 1_000, simFrom: 0, monthSeconds: 14_400 }];
    expect(simAt(segments, 1_000 + 14_400_000)).toBe(SIM_MONTH);
    expect(realAt(segments, SIM_MONTH)).toBe(1_000 + 14_400_000);
    expect(simAt(segments, 1_000 + 120_000)).toBe(6 * 3_600);
  });

  it('stands still before its first instant and in a rate-0 segment', () => {
    const segments = [
      { realFrom: 1_000, simFrom: 0, monthSeconds: 14_400 },
      { realFrom: 2_000, simFrom: 180, monthSeconds: 0 },
      { realFrom: 9_000, simFrom: 180, monthSeconds: 14_400 },
    ];
    expect(simAt(segments, 0)).toBe(0);
    expect([2_000, 5_000, 9_000].map((real) => simAt(segments, real))).toEqual([180, 180, 180]);
    expect(realAt(segments, 180)).toBe(2_000);
    expect(realAt(segments, 360)).toBe(10_000);
    expect(realAt(segments.slice(0, 2), 181)).toBeNull();
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(clocks, instant, instant, (segments, a, b) => {
        expect(simAt(segments, Math.min(a, b))).toBeLessThanOrEqual(simAt(segments, Math.max(a, b)));
      }),
    );
  });

  it('gives the first real instant that has reached a simulated one', () => {
    fc.assert(
      fc.property(clocks, instant, (segments, at) => {
        const sim = simAt(segments, at);
        const real = realAt(segments, sim);
        expect(real).not.toBeNull();
        expect(simAt(segments, real as number)).toBeGreaterThanOrEqual(sim);
        const first = (segments[0] as ClockSegment).realFrom;
        expect(real as number).toBeLessThanOrEqual(Math.max(at, first));
        if ((real as number) > first) expect(simAt(segments, (real as number) - 1)).toBeLessThan(sim);
      }),
      { numRuns: 500 },
    );
  });

  it('reaches every future instant while it runs, none while it stands', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 40 * SIM_MONTH }), (segments, ahead) => {
        const last = segments.at(-1) as ClockSegment;
        const target = last.simFrom + ahead;
        const real = realAt(segments, target);
        if (last.monthSeconds === 0) expect(real).toBeNull();
        else {
          expect(simAt(segments, real as number)).toBeGreaterThanOrEqual(target);
          expect(simAt(segments, (real as number) - 1)).toBeLessThan(target);
        }
      }),
      { numRuns: 500 },
    );
  });
});
