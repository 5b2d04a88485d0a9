import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMap, START } from './play.fixture.ts';
import { arrivalAt, cellAt, positionAt, walkAlong } from './walk.ts';
import { type Cell, walkGrid } from './walk-grid.ts';
import { DIAGONAL_MS, WALK_MS_PER_CELL } from './walk-pace.ts';
import { findPath } from './walk-path.ts';

const grid = walkGrid(emptyMap(40, 40));
const walkTo = (from: Cell, to: Cell) => walkAlong(grid, findPath(grid, from, to, 400) ?? []);

describe('a walk', () => {
  test('of one cell stands still', () => {
    const walk = walkTo([4, 4], [4, 4]);
    expect(walk.durationMs).toBe(0);
    for (const at of [START - 100, START, START + 5])
      expect(positionAt(walk, START, at)).toEqual({ x: 2.25, y: 2.25, facing: [1, 0], moving: false });
    expect(cellAt(walk, START, START + 5)).toEqual({ cell: [4, 4], at: START + 5 });
  });
  test('has not begun before its departure', () => {
    const walk = walkTo([0, 0], [4, 0]);
    expect(positionAt(walk, START, START - 100)).toEqual({ x: 0.25, y: 0.25, facing: [1, 0], moving: false });
    expect(cellAt(walk, START, START - 100)).toEqual({ cell: [0, 0], at: START - 100 });
  });
  test('ends where it leads and stays there', () => {
    const walk = walkTo([0, 0], [0, 3]);
    expect(arrivalAt(walk, START)).toBe(START + 3 * WALK_MS_PER_CELL);
    for (const late of [0, 1e6]) {
      const at = arrivalAt(walk, START) + late;
      expect(positionAt(walk, START, at)).toEqual({ x: 0.25, y: 1.75, facing: [0, 1], moving: false });
      expect(cellAt(walk, START, at)).toEqual({ cell: [0, 3], at });
    }
  });
  test('merges straight stretches and takes longer over diagonals', () => {
    const walk = walkTo([0, 0], [6, 3]);
    expect(walk.waypoints.length).toBe(3);
    expect(walk.durationMs).toBe(3 * DIAGONAL_MS + 3 * WALK_MS_PER_CELL);
  });
  test('faces where it goes', () => {
    const walk = walkTo([5, 5], [2, 2]);
    expect(positionAt(walk, START, START + 10).facing).toEqual([-1, -1]);
  });

  const anyCell = fc.tuple(fc.nat(39), fc.nat(39));
  test('never jumps: in any moment it moves no faster than walking', () => {
    fc.assert(
      fc.property(
        anyCell,
        anyCell,
        fc.integer({ min: -500, max: 20_000 }),
        fc.integer({ min: 1, max: 400 }),
        (from, to, at, gap) => {
          const walk = walkTo(from, to);
          const a = positionAt(walk, START, START + at);
          const b = positionAt(walk, START, START + at + gap);
          // Half a tile in WALK_MS_PER_CELL; a diagonal's rounding may add a thousandth.
          expect(Math.hypot(b.x - a.x, b.y - a.y)).toBeLessThanOrEqual((0.5 * gap * 1.001) / WALK_MS_PER_CELL + 1e-9);
        },
      ),
    );
  });
  test('turns at the cell being entered: half a cell ahead at most, and there exactly when told', () => {
    fc.assert(
      fc.property(anyCell, anyCell, fc.nat(20_000), (from, to, elapsed) => {
        const walk = walkTo(from, to);
        const now = START + elapsed;
        const entering = cellAt(walk, START, now);
        const then = positionAt(walk, START, entering.at);
        const [x, y] = grid.tileOf(...entering.cell);
        expect([then.x, then.y].map((c) => Math.round(c * 1e6))).toEqual([x, y].map((c) => Math.round(c * 1e6)));
        expect(entering.at).toBeGreaterThanOrEqual(now);
        expect(entering.at - now).toBeLessThanOrEqual(DIAGONAL_MS);
      }),
    );
  });
});
