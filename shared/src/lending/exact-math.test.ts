import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactExp, normalCdf, normalQuantile, shiftOdds } from './exact-math.ts';

describe('exact functions', () => {
  it('refuse what they were not made for', () => {
    expect(() => exactExp(81)).toThrow('out of range');
    expect(() => exactExp(Number.NaN)).toThrow('out of range');
    expect(() => normalCdf(Number.NaN)).toThrow('no number');
    expect(() => normalQuantile(1.1)).toThrow('not a probability');
  });
  it('agree with the platform', () => {
    for (let x = -40; x <= 40; x += 0.37) expect(Math.abs(exactExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-11);
    for (const [x, p] of [
      [0, 0.5],
      [1, 0.8413447460685429],
      [-1.96, 0.024997895148220435],
      [3, 0.9986501019683699],
      [-6, 9.865876450376946e-10],
    ] as const) {
      expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-13);
    }
    expect([normalCdf(-9), normalCdf(9)]).toEqual([0, 1]);
    expect(shiftOdds(0.25, 0)).toBe(0.25);
    expect(shiftOdds(0.25, 0.43)).toBeCloseTo(1 / (1 + Math.exp(-(Math.log(1 / 3) + 0.43))), 12);
  });
  it('invert', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1 - 1e-7, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-12);
      }),
    );
  });
});
