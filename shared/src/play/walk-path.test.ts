import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMap } from './play.fixture.ts';
import { type Cell, isFree, type WalkGrid, walkGrid } from './walk-grid.ts';
import { DIAGONAL_MS, WALK_MS_PER_CELL } from './walk-pace.ts';
import { findPath, nearestReachable } from './walk-path.ts';

/** A grid drawn with `.` and `#`. */
function drawn(...rows: string[]): WalkGrid {
  const grid = walkGrid(emptyMap(rows[0]?.length ?? 8, rows.length));
  rows.forEach((row, y) => {
    for (const [x, mark] of [...row].entries()) if (mark === '#') grid.blocked[y * grid.w + x] = 1;
  });
  return grid;
}

const maze = drawn('........', '.######.', '.#....#.', '.#.##.#.', '.#.##.#.', '.#.#..#.', '...####.', '........');

const lengthMs = (cells: readonly Cell[]): number =>
  cells.slice(1).reduce((sum, [x, y], i) => {
    const [bx, by] = cells[i] as Cell;
    return sum + (x !== bx && y !== by ? DIAGONAL_MS : WALK_MS_PER_CELL);
  }, 0);

/** Shortest lengths by Bellman-Ford: slow, plain, and shares nothing with A*. */
function plainLengths(grid: WalkGrid, from: Cell): number[] {
  const length = Array.from({ length: grid.w * grid.h }, () => Number.POSITIVE_INFINITY);
  length[from[1] * grid.w + from[0]] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < length.length; i++) {
      const [x, y] = [i % grid.w, Math.floor(i / grid.w)];
      if (length[i] === Number.POSITIVE_INFINITY) continue;
      for (const dx of [-1, 0, 1]) {
        for (const dy of [-1, 0, 1]) {
          if (dx === 0 && dy === 0) continue;
          if (
            ![
              [x + dx, y + dy],
              [x + dx, y],
              [x, y + dy],
            ].every((c) => isFree(grid, c as unknown as Cell))
          )
            continue;
          const reached = (length[i] as number) + (dx !== 0 && dy !== 0 ? DIAGONAL_MS : WALK_MS_PER_CELL);
          const next = (y + dy) * grid.w + x + dx;
          if (reached < (length[next] as number)) {
            length[next] = reached;
            changed = true;
          }
        }
      }
    }
  }
  return length;
}

describe('a path is refused', () => {
  test('from or to a blocked cell, or outside', () => {
    expect(findPath(maze, [1, 1], [0, 0], 400)).toBeNull();
    expect(findPath(maze, [0, 0], [1, 1], 400)).toBeNull();
    expect(findPath(maze, [0, 0], [8, 0], 400)).toBeNull();
    expect(findPath(maze, [-1, 0], [0, 0], 400)).toBeNull();
  });
  test('to where no way leads, diagonally between two corners least of all', () => {
    expect(
      findPath(
        drawn('..#.....', '..#.....', '##......', '........', '........', '........', '........', '........'),
        [0, 0],
        [5, 5],
        400,
      ),
    ).toBeNull();
  });
  test('when it is longer than allowed, and only then', () => {
    const path = findPath(maze, [0, 0], [4, 5], 400);
    expect(path).not.toBeNull();
    const steps = (path?.length ?? 0) - 1;
    expect(findPath(maze, [0, 0], [4, 5], steps)).toEqual(path);
    expect(findPath(maze, [0, 0], [4, 5], steps - 1)).toBeNull();
  });
});

describe('a path', () => {
  test('to oneself is one cell', () => {
    expect(findPath(maze, [0, 0], [0, 0], 0)).toEqual([[0, 0]]);
  });
  test('is a shortest one, step by step over free cells, the same every time, on any map', () => {
    const anyGrid = fc.array(fc.constantFrom('.', '.', '.', '#'), { minLength: 100, maxLength: 100 });
    const anyCell = fc.tuple(fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(anyGrid, anyCell, anyCell, (marks, from, to) => {
        const rows = Array.from({ length: 10 }, (_, y) => marks.slice(y * 10, y * 10 + 10).join(''));
        const grid = drawn(...rows);
        const path = findPath(grid, from, to, 400);
        const shortest = isFree(grid, from) ? plainLengths(grid, from)[to[1] * 10 + to[0]] : Number.POSITIVE_INFINITY;
        expect(path === null).toBe(shortest === Number.POSITIVE_INFINITY);
        if (path === null) return;
        expect(lengthMs(path)).toBe(shortest);
        expect([path[0], path.at(-1)]).toEqual([from, to]);
        expect(findPath(drawn(...rows), from, to, 400)).toEqual(path);
        expect(path.every((cell) => isFree(grid, cell))).toBe(true);
        path.slice(1).forEach(([x, y], i) => {
          const [bx, by] = path[i] as Cell;
          expect(Math.max(Math.abs(x - bx), Math.abs(y - by))).toBe(1);
          expect(isFree(grid, [x, by]) && isFree(grid, [bx, y])).toBe(true);
        });
      }),
    );
  });
  test('does not depend on the searches before it', () => {
    const fresh = () =>
      drawn('........', '.######.', '.#....#.', '.#.##.#.', '.#.##.#.', '.#.#..#.', '...####.', '........');
    const used = fresh();
    for (let i = 0; i < 5; i++) findPath(used, [i, 0], [0, 7 - i], 400);
    expect(findPath(used, [0, 0], [4, 5], 400)).toEqual(findPath(fresh(), [0, 0], [4, 5], 400));
  });
});

describe('the nearest reachable cell', () => {
  const island = drawn('........', '........', '........', '...###..', '...#.#..', '...###..', '........', '........');
  test('is none from a blocked cell', () => {
    expect(nearestReachable(island, [3, 3], [0, 0])).toBeNull();
    expect(nearestReachable(island, [-1, 3], [0, 0])).toBeNull();
  });
  test('is the wanted one where a way leads', () => {
    expect(nearestReachable(island, [0, 0], [7, 7])).toEqual([7, 7]);
  });
  test('is at the shore of what is closed off, and a path leads there', () => {
    const cell = nearestReachable(island, [0, 0], [4, 4]);
    expect(cell).toEqual([4, 2]);
    expect(findPath(island, [0, 0], cell as Cell, 400)).not.toBeNull();
  });
  test('passes over a nearer island that no way leads to', () => {
    expect(nearestReachable(island, [0, 0], [4, 5])).toEqual([4, 6]);
    expect(nearestReachable(island, [4, 4], [7, 7])).toEqual([4, 4]);
  });
  test('is the nearest free one for a target that is blocked or outside', () => {
    expect(nearestReachable(maze, [0, 0], [99, 99])).toEqual([7, 7]);
    expect(nearestReachable(maze, [0, 0], [6, 1])).toEqual([6, 0]);
  });
});
