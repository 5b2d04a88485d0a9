import { describe, expect, it } from 'vitest';
import type { Sector } from '../content/lending.ts';
import { regionKey } from '../random/keys.ts';
import { PPM } from '../random/philox.ts';
import { FIRST_MODEL, firstFactors } from './first-model.ts';
import { eventParts, inDrought, isIll, keyPeriod, regionalFactor, regionalParts } from './region.ts';

describe('seasons, droughts, illness and events', () => {
  const keyOf =
    (region: string) =>
    (period: number): string =>
      regionKey('c1'.repeat(32), region, period);
  const { shifts, drought, illness, region: memory } = FIRST_MODEL;
  const model = (sector: Sector) => ({ factors: firstFactors(sector), shifts, drought });
  const farming = { lean: [4, 5], harvest: [9], planting: 3 };
  it('are felt by farms, droughts by food as well', () => {
    const calm = (period: number): string => regionKey('c1'.repeat(32), 'calm', period);
    expect(regionalParts(model('retail'), calm, farming, 4)).toEqual([]);
    expect(regionalParts(model('agriculture'), calm, farming, 4).map((part) => part.cause)).toContain('lean_season');
    expect(regionalParts(model('agriculture'), calm, farming, 21).map((part) => part.cause)).toContain('harvest');
  });
  it('bring a drought in about six years of a hundred, for six months from planting', () => {
    let years = 0;
    for (let region = 0; region < 400; region++) {
      const key = keyOf(`d${region}`);
      const months = Array.from({ length: 12 }, (_, i) => inDrought(key, farming, 15 + i, drought));
      expect(months.slice(6).some(Boolean)).toBe(false);
      expect(new Set(months.slice(0, 6)).size).toBe(1);
      if (months[0]) {
        years++;
        expect(regionalParts(model('food'), key, farming, 15)).toEqual([{ cause: 'drought', shiftMilli: 300 }]);
        expect(regionalParts(model('agriculture'), key, farming, 15)).toContainEqual({
          cause: 'drought',
          shiftMilli: 800,
        });
      }
    }
    const p = drought.chancePpm / PPM;
    expect(Math.abs(years / 400 - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 400));
    expect(inDrought(keyOf('x'), farming, 2, drought)).toBe(false);
  });
  it('make about three borrowers of a hundred ill in any month', () => {
    const ill =
      Array.from({ length: 3_000 }, (_, seed) => isIll([seed, 5], 40, illness)).filter(Boolean).length / 3_000;
    const p = 1 - 0.99 ** 3;
    expect(Math.abs(ill - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 3_000));
  });
  it('apply events to their regions, sectors and time only', () => {
    const fair = {
      id: 'fair',
      from: 10,
      to: 20,
      regions: ['ke'],
      sectors: ['food' as const],
      shiftMilli: -150,
      boom: true,
    };
    const strike = { id: 'strike', from: 0, to: 100, regions: null, sectors: null, shiftMilli: 200, boom: false };
    expect(eventParts([fair, strike], 'ke', 'food', 10).map((part) => part.cause)).toEqual([
      'market_boom',
      'operator_event',
    ]);
    expect(eventParts([fair, strike], 'ke', 'food', 20)).toHaveLength(1);
    expect(eventParts([fair], 'pe', 'food', 15)).toEqual([]);
    expect(eventParts([fair], 'ke', 'retail', 15)).toEqual([]);
  });
  it('number the keys so that month 0 has a memory', () => {
    expect(keyPeriod(0)).toBe(24);
    expect(() => regionalFactor(keyOf('x'), -1, memory)).toThrow('from 0 on');
  });
});
