import { describe, expect, test } from 'vitest';
import { testGrid } from '../testing/test-grid.ts';
import { type Arrow, cellAhead, stepOf } from './arrow-walk.ts';

const held = (...keys: Arrow[]) => new Set(keys);

describe('stepOf', () => {
  test('opposite keys cancel out', () => {
    expect(stepOf(held())).toBeNull();
    expect(stepOf(held('ArrowUp', 'ArrowDown'))).toBeNull();
  });
  test('up is away along both axes', () => {
    expect(stepOf(held('ArrowUp'))).toEqual([-1, -1]);
    expect(stepOf(held('ArrowRight'))).toEqual([1, -1]);
  });
  test('two keys walk along one axis', () => {
    expect(stepOf(held('ArrowUp', 'ArrowRight'))).toEqual([0, -1]);
    expect(stepOf(held('ArrowDown', 'ArrowRight'))).toEqual([1, 0]);
  });
});

describe('cellAhead', () => {
  const grid = testGrid(['.....', '...#.', '.....', '.....', '.....']);
  const cage = testGrid(['###', '#.#', '###']);
  test('stays where nothing gives way', () => {
    expect(cellAhead(cage, [1, 1], [1, 0], 3)).toEqual([1, 1]);
    expect(cellAhead(cage, [1, 1], [-1, 1], 3)).toEqual([1, 1]);
  });
  test('slides along a wall, and cuts no corner of it', () => {
    expect(cellAhead(grid, [2, 0], [1, 1], 1)).toEqual([3, 0]);
    expect(cellAhead(grid, [3, 0], [1, 1], 1)).toEqual([4, 0]);
  });
  test('goes as far as asked', () => {
    expect(cellAhead(grid, [0, 2], [1, 0], 3)).toEqual([3, 2]);
  });
  test('ends at the edge of the map', () => {
    expect(cellAhead(grid, [0, 4], [1, 0], 30)).toEqual([4, 4]);
  });
});
