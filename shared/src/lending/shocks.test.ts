import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PPM } from '../random/philox.ts';
import { CHAIN } from './calibrated-chain.fixture.ts';
import { normalQuantile } from './exact-math.ts';
import { FIRST_MODEL, firstFactors } from './first-model.ts';
import { NO_SHOCK, shiftChain, shockedPpm, shockOf } from './shocks.ts';

describe('shocks', () => {
  it('refuse a region that would be everything', () => {
    expect(() => shockedPpm(5, { rhoPpm: PPM, factor: 0, shiftMilli: 0 })).toThrow('below one');
  });
  it('leave a chain alone when there are none', () => {
    expect(shiftChain(CHAIN, NO_SHOCK)).toEqual(CHAIN);
    expect([
      shockedPpm(0, { rhoPpm: 50_000, factor: 3, shiftMilli: 900 }),
      shockedPpm(PPM, { rhoPpm: 0, factor: 0, shiftMilli: -900 }),
    ]).toEqual([0, PPM]);
  });
  it('keep the mean hazard over the factor', () => {
    const draws = 4_000;
    let sum = 0;
    for (let i = 0; i < draws; i++)
      sum += shockedPpm(50_000, { rhoPpm: 120_000, factor: normalQuantile((i + 0.5) / draws), shiftMilli: 0 });
    expect(Math.abs(sum / draws / 50_000 - 1)).toBeLessThan(0.002);
  });
  it('raise the hazard with a positive shift and in bad times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 900_000 }), fc.integer({ min: 50, max: 2_000 }), (ppm, milli) => {
        const at = (factor: number, shiftMilli: number): number =>
          shockedPpm(ppm, { rhoPpm: 50_000, factor, shiftMilli });
        expect(at(0, milli)).toBeGreaterThan(at(0, 0));
        expect(at(-1, 0)).toBeGreaterThan(at(1, 0));
      }),
    );
  });
  it('let a coup de main help a late borrower, too', () => {
    const help = shockOf(50_000, 0, [{ cause: 'coup_de_main', shiftMilli: FIRST_MODEL.shifts.coupDeMain }]);
    const helped = shiftChain(CHAIN, help);
    helped.rollPpm.forEach((ppm, row) => {
      expect(ppm).toBeLessThan(CHAIN.rollPpm[row] as number);
    });
    expect(shiftChain(CHAIN, shockOf(0, 0, [{ cause: 'illness', shiftMilli: 1_000 }])).rollPpm).toEqual(CHAIN.rollPpm);
    expect([firstFactors('agriculture').correlationPpm, firstFactors('retail').correlationPpm]).toEqual([
      120_000, 50_000,
    ]);
  });
});
