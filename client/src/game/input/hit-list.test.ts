import { describe, expect, test } from 'vitest';
import { contains, inDiamond, type Px, type Rect, tileToWorld } from '../space/iso.ts';
import { HitList, PRIORITY, type Target } from './hit-list.ts';

const box = (x: number, y: number, size = 20): Rect => ({ x, y, width: size, height: size });
const item = (target: Target, priority: number, depth: number, area: Rect) => ({
  target,
  priority,
  depth: () => depth,
  contains: (point: Px) => contains(area, point),
});
const shop: Target = { kind: 'shop', loanId: 'a' };
const person: Target = { kind: 'avatar', id: 'b' };

describe('HitList.at', () => {
  test('nothing there', () => {
    const hits = new HitList();
    hits.add(item(shop, PRIORITY.standing, 0, box(0, 0)));
    expect(hits.at({ x: 100, y: 100 })).toBeNull();
  });

  test('what was taken out is not hit any more', () => {
    const hits = new HitList();
    const off = hits.add(item(shop, PRIORITY.standing, 0, box(0, 0)));
    off();
    expect(hits.at({ x: 5, y: 5 })).toBeNull();
    expect(hits.size).toBe(0);
  });

  test('the nearer one is meant, in whatever order they were added', () => {
    const near = item(person, PRIORITY.standing, 5, box(0, 0));
    const far = item(shop, PRIORITY.standing, 1, box(0, 0));
    for (const order of [
      [near, far],
      [far, near],
    ]) {
      const hits = new HitList();
      for (const each of order) hits.add(each);
      expect(hits.at({ x: 5, y: 5 })).toBe(person);
    }
  });

  test('a plot under oneself is meant, not oneself', () => {
    const plot: Target = { kind: 'plot', plot: 3 };
    const hits = new HitList();
    hits.add(item(person, PRIORITY.self, 99, box(0, 0)));
    hits.add(item(plot, PRIORITY.plot, 0, box(0, 0)));
    expect(hits.at({ x: 5, y: 5 })).toBe(plot);
  });
});

describe('HitList.plotsBetween', () => {
  const garden = new HitList();
  const tiles: [number, number][] = [
    [0, 0],
    [1.13, 0],
    [2.26, 0],
    [0, 1.13],
  ];
  tiles.forEach((tile, plot) => {
    const centre = tileToWorld(tile);
    garden.add({
      target: { kind: 'plot', plot },
      priority: PRIORITY.plot,
      depth: () => 0,
      contains: (point) => inDiamond(point, centre, 1.1),
    });
  });

  test('a quick finger skips no plot', () => {
    expect(garden.plotsBetween(tileToWorld([0, 0]), tileToWorld([2.26, 0]))).toEqual([0, 1, 2]);
  });

  test('a point is a line of no length', () => {
    expect(garden.plotsBetween(tileToWorld([0, 1.13]), tileToWorld([0, 1.13]))).toEqual([3]);
  });

  test('beside the garden there is none', () => {
    expect(garden.plotsBetween(tileToWorld([-5, -5]), tileToWorld([-5, 5]))).toEqual([]);
  });
});
