import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, inDiamond, overlaps, tileToWorld, worldToTile } from './iso.ts';

const tile = fc.tuple(fc.double({ min: -64, max: 64, noNaN: true }), fc.double({ min: -64, max: 64, noNaN: true }));

describe('projection', () => {
  test('tile x runs to the lower right, tile y to the lower left', () => {
    const origin = tileToWorld([0, 0]);
    const alongX = tileToWorld([1, 0]);
    const alongY = tileToWorld([0, 1]);
    expect(alongX.x).toBeGreaterThan(origin.x);
    expect(alongX.y).toBeGreaterThan(origin.y);
    expect(alongY.x).toBeLessThan(origin.x);
    expect(alongY.y).toBeGreaterThan(origin.y);
  });

  test('a tile is twice as wide as high', () => {
    const right = tileToWorld([1, -1]);
    const down = tileToWorld([1, 1]);
    expect(right.x).toBe(2 * down.y);
  });

  test('there and back is where one was', () => {
    fc.assert(
      fc.property(tile, ([x, y]) => {
        const back = worldToTile(tileToWorld([x, y]));
        expect(back[0]).toBeCloseTo(x, 9);
        expect(back[1]).toBeCloseTo(y, 9);
      }),
    );
  });
});

describe('inDiamond', () => {
  test('is the tile on the ground, not the rectangle round it', () => {
    const centre = tileToWorld([3, 4]);
    expect(inDiamond(centre, centre)).toBe(true);
    expect(inDiamond({ x: centre.x + 44, y: centre.y + 20 }, centre)).toBe(false);
    expect(inDiamond({ x: centre.x + 44, y: centre.y }, centre)).toBe(true);
  });

  test('agrees with the tile coordinates', () => {
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -60, max: 60 })), ([dx, dy]) => {
        const [x, y] = worldToTile({ x: dx, y: dy });
        const margin = Math.abs(Math.abs(x) - 0.5) > 1e-9 && Math.abs(Math.abs(y) - 0.5) > 1e-9;
        if (margin) expect(inDiamond({ x: dx, y: dy }, { x: 0, y: 0 })).toBe(Math.abs(x) < 0.5 && Math.abs(y) < 0.5);
      }),
    );
  });
});

describe('rectangles', () => {
  const rect = { x: 10, y: 10, width: 20, height: 10 };
  test('touching sides do not overlap', () => {
    expect(overlaps(rect, { x: 30, y: 10, width: 5, height: 5 })).toBe(false);
    expect(overlaps(rect, { x: 29, y: 19, width: 5, height: 5 })).toBe(true);
  });
  test('contain their border', () => {
    expect(contains(rect, { x: 30, y: 20 })).toBe(true);
    expect(contains(rect, { x: 30.1, y: 20 })).toBe(false);
  });
});
