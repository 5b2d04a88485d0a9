import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testGrid } from '../testing/test-grid.ts';
import { hashOf, strollOf } from './stroll.ts';

const grid = testGrid(Array.from({ length: 20 }, () => '.'.repeat(20)));
const places: [number, number][] = [
  [1, 1],
  [8, 2],
  [3, 9],
  [9, 9],
];
const instants = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });

describe('strollOf', () => {
  test('a map without places has no strollers', () => {
    expect(strollOf('awa', [], grid, 0)).toBeNull();
  });

  test('the same for everyone at the same moment', () => {
    fc.assert(
      fc.property(fc.string(), instants, (who, now) => {
        expect(strollOf(who, places, grid, now)).toEqual(strollOf(who, [...places], grid, now));
      }),
    );
  });

  test('every walk begins where the last one ended', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), instants, (who, now) => {
        const one = strollOf(who, places, grid, now);
        const next = strollOf(who, places, grid, one?.nextAt ?? 0);
        expect(next?.from).toEqual(one?.to);
        expect(next?.departAt).toBe(one?.nextAt);
      }),
    );
  });

  test('it has departed, and the next one is to come', () => {
    fc.assert(
      fc.property(fc.string(), instants, (who, now) => {
        const walk = strollOf(who, places, grid, now);
        expect(walk?.departAt).toBeLessThanOrEqual(now);
        expect(walk?.nextAt).toBeGreaterThan(now);
      }),
    );
  });
});

test('hashOf spreads names that differ little', () => {
  const places = new Set(Array.from({ length: 40 }, (_, i) => hashOf(`player-${i}`) % 1000));
  expect(places.size).toBeGreaterThan(30);
});
