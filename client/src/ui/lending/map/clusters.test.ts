import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loanCard } from '../loan.fixture.ts';
import { clustersOf, nearest, type Pin } from './clusters.ts';
import { MAP_HEIGHT, MAP_WIDTH, project } from './projection.ts';

const pin = (id: string, x: number, y: number): Pin => ({ loan: loanCard({ id }), x, y });
const pins = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: MAP_WIDTH }), y: fc.integer({ min: 0, max: MAP_HEIGHT }) }), {
    maxLength: 40,
  })
  .map((points) => points.map(({ x, y }, i) => pin(`l${i}`, x, y)));

describe('clustersOf', () => {
  it('makes no mark of nothing', () => {
    expect(clustersOf([], 40)).toEqual([]);
  });
  it('joins what would overlap and leaves the rest alone', () => {
    const marks = clustersOf([pin('a', 100, 100), pin('b', 110, 100), pin('c', 300, 100)], 40);
    expect(marks.map((mark) => mark.pins.map(({ loan }) => loan.id))).toEqual([['a', 'b'], ['c']]);
  });
  it('keeps every loan once, and marks apart', () => {
    fc.assert(
      fc.property(pins, fc.integer({ min: 1, max: 200 }), (all, least) => {
        const marks = clustersOf(all, least);
        expect(
          marks
            .flatMap((mark) => mark.pins)
            .map(({ loan }) => loan.id)
            .sort(),
        ).toEqual(all.map(({ loan }) => loan.id).sort());
        for (const [i, a] of marks.entries()) {
          for (const b of marks.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });
});

describe('nearest', () => {
  const marks = [pin('a', 100, 100), pin('b', 200, 110), pin('c', 120, 300)];
  it('finds none where none is', () => {
    expect(nearest(marks, 0, 'left')).toBe(-1);
    expect(nearest(marks, 9, 'left')).toBe(-1);
  });
  it('goes to the one that lies that way', () => {
    expect(nearest(marks, 0, 'right')).toBe(1);
    expect(nearest(marks, 0, 'down')).toBe(2);
    expect(nearest(marks, 2, 'up')).toBe(0);
  });
});

describe('project', () => {
  it('keeps every place of the world on the map', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -175, max: 180, noNaN: true }),
        fc.double({ min: -55, max: 72, noNaN: true }),
        (longitude, latitude) => {
          const [x, y] = project(longitude, latitude);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(MAP_WIDTH);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(MAP_HEIGHT);
        },
      ),
    );
  });
  it('puts east to the right and north above', () => {
    expect(project(10, 0)[0]).toBeGreaterThan(project(0, 0)[0]);
    expect(project(0, 10)[1]).toBeLessThan(project(0, 0)[1]);
  });
});
