import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brightness, cssColour, daylightAt, mixColour } from './daylight.ts';

const light = (hour: number) => brightness(daylightAt(hour).filter);

describe('daylightAt', () => {
  test('leaves colours alone at noon; blue, with lamps, at midnight', () => {
    expect(daylightAt(12)).toMatchObject({ filter: 0xffffff, lamps: 0 });
    expect(light(0)).toBeLessThan(0.8);
    expect(daylightAt(0).lamps).toBe(1);
  });

  test('is never so dark that faces and crops cannot be read', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 24, noNaN: true }), (hour) => {
        expect(light(hour)).toBeGreaterThan(0.55);
      }),
    );
  });

  test('changes slowly: no visible step from minute to minute, also over midnight', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      expect(Math.abs(light((minute + 1) / 60) - light(minute / 60))).toBeLessThan(0.006);
    }
  });

  test('an hour beyond the day is an hour of the next one', () => {
    expect(daylightAt(25)).toEqual(daylightAt(1));
    expect(daylightAt(-1)).toEqual(daylightAt(23));
  });
});

test('colours mix channel by channel', () => {
  expect(mixColour(0x000000, 0xffffff, 0.5)).toBe(0x808080);
  expect(mixColour(0x102030, 0x405060, 0)).toBe(0x102030);
  expect(cssColour(0x102030, 0.5)).toBe('rgb(16 32 48 / 0.500)');
});
