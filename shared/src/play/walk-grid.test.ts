import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMap } from './play.fixture.ts';
import { isFree, nearestFree, walkGrid } from './walk-grid.ts';

const thing = (at: [number, number], blocks: [number, number] | null) => ({
  frame: 'tree',
  at,
  scale: 1,
  flip: false,
  depth: 0,
  blocks,
  action: null,
});

const picture = (grid: ReturnType<typeof walkGrid>): string[] =>
  Array.from({ length: grid.h }, (_, y) =>
    Array.from({ length: grid.w }, (_, x) => (isFree(grid, [x, y]) ? '.' : '#')).join(''),
  );

describe('the walking grid', () => {
  test('nothing outside it is free, nor anything that is no cell', () => {
    const grid = walkGrid(emptyMap(8, 8));
    for (const cell of [
      [-1, 0],
      [0, -1],
      [8, 0],
      [0, 8],
      [0.5, 0],
      [Number.NaN, 0],
    ] as const) {
      expect(isFree(grid, cell)).toBe(false);
    }
  });
  test('an object without blocks can be walked over', () => {
    expect(picture(walkGrid({ ...emptyMap(8, 8), objects: [thing([2, 2], null)] })).join('')).not.toContain('#');
  });
  test('a tile-wide house blocks its tile, a post its cells, and an object beyond the edge nothing', () => {
    const objects = [thing([1, 1], [0.5, 0.5]), thing([3.25, 3.25], [0.1, 0.1]), thing([60, 60], [1, 1])];
    expect(picture(walkGrid({ ...emptyMap(8, 8), objects }))).toEqual([
      '........',
      '.##.....',
      '.##.....',
      '........',
      '........',
      '........',
      '......#.',
      '........',
    ]);
  });
  test('a pond is round', () => {
    const grid = walkGrid({ ...emptyMap(8, 8), blockedCircles: [{ at: [2, 2], radius: 0.8 }] });
    expect(picture(grid)).toEqual([
      '........',
      '........',
      '...##...',
      '..####..',
      '..####..',
      '...##...',
      '........',
      '........',
    ]);
  });
  test('even the thinnest fence closes a row of cells, wherever it stands', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3, noNaN: true }), (y) => {
        const grid = walkGrid({ ...emptyMap(8, 8), objects: [thing([2, y], [4, 0.1])] });
        expect(picture(grid)).toContain('########');
      }),
    );
  });
  test('cell and tile coordinates agree, also with another origin', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(11), fc.integer({ min: -20, max: 20 }), (cx, cy, origin) => {
        const grid = walkGrid({ ...emptyMap(20, 12), origin: [origin, -origin] });
        expect(grid.cellOf(...grid.tileOf(cx, cy))).toEqual([cx, cy]);
      }),
    );
  });
});

describe('the nearest free cell', () => {
  test('is none where nothing is free', () => {
    const grid = walkGrid({ ...emptyMap(8, 8), objects: [thing([2, 2], [8, 8])] });
    expect(nearestFree(grid, [3, 3])).toBeNull();
  });
  test('is never farther than another free cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { maxLength: 12 }),
        fc.tuple(fc.integer({ min: -4, max: 16 }), fc.integer({ min: -4, max: 16 })),
        (trees, wanted) => {
          const grid = walkGrid({ ...emptyMap(12, 12), objects: trees.map((at) => thing(at, [0.7, 0.7])) });
          const found = nearestFree(grid, wanted);
          const from = wanted.map((c) => Math.min(11, Math.max(0, c))) as [number, number];
          const distance = ([x, y]: readonly [number, number]) => (x - from[0]) ** 2 + (y - from[1]) ** 2;
          const free = Array.from({ length: 144 }, (_, i) => [i % 12, Math.floor(i / 12)] as const).filter((c) =>
            isFree(grid, c),
          );
          expect(found === null).toBe(free.length === 0);
          if (found !== null) expect(distance(found)).toBe(Math.min(...free.map(distance)));
        },
      ),
    );
  });
});
