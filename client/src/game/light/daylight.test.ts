import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cssColour, daylightAt, mixColour } from './daylight.ts';

const strength = (hour: number) => daylightAt(hour).washStrength;

describe('daylightAt', () => {
  test('is clear at noon, blue with lamps at midnight', () => {
    expect(strength(12)).toBe(0);
    expect(daylightAt(12).lamps).toBe(0);
    expect(strength(0)).toBeGreaterThan(0.2);
    expect(daylightAt(0).lamps).toBe(1);
  });

  test('never so dark that faces and crops cannot be read', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 24, noNaN: true }), (hour) => {
        expect(strength(hour)).toBeLessThan(0.4);
      }),
    );
  });

  test('changes slowly: no visible step from minute to minute, also over midnight', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      expect(Math.abs(strength((minute + 1) / 60) - strength(minute / 60))).toBeLessThan(0.005);
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
