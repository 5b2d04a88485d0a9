import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movingDepth, type Standing, staticDepths } from './depth-order.ts';
import { type Rect, tileToWorld } from './iso.ts';

type Tile = readonly [number, number];

const boundsAt = (at: Tile, width: number, height: number): Rect => {
  const foot = tileToWorld([at[0], at[1]]);
  return { x: foot.x - width / 2, y: foot.y - height, width, height: height + 20 };
};
const building = (x: number, y: number, halfX: number, halfY: number): Standing => ({
  at: [x, y],
  half: [halfX, halfY],
  bounds: boundsAt([x, y], (halfX + halfY) * 96, 160),
  nudge: 0,
});
const tree = (x: number, y: number, nudge = 0): Standing => ({
  at: [x, y],
  half: null,
  bounds: boundsAt([x, y], 80, 120),
  nudge,
});
const personAt = (x: number, y: number, things: readonly Standing[]): number =>
  movingDepth([x, y], boundsAt([x, y], 46, 92), things, staticDepths(things));

describe('staticDepths', () => {
  test('without footprints, further down the screen is nearer', () => {
    const [back, front] = staticDepths([tree(0, 0), tree(2, 1)]) as [number, number];
    expect(back).toBeLessThan(front);
  });

  test('the map author may nudge', () => {
    const [a, b] = staticDepths([tree(0, 0, 1), tree(0.5, 0, 0)]) as [number, number];
    expect(a).toBeGreaterThan(b);
  });

  test('a long building before a small one is drawn later, though its middle lies further back', () => {
    // The long one ends along y where the small one begins: small is in front.
    const long = building(4, 0, 4, 1);
    const small = building(0.5, 1.8, 0.5, 0.5);
    const [back, front] = staticDepths([long, small]) as [number, number];
    expect(long.at[0] + long.at[1]).toBeGreaterThan(small.at[0] + small.at[1]);
    expect(back).toBeLessThan(front);
  });

  test('things that do not overlap on screen keep x + y', () => {
    const far = building(-20, 20, 1, 1);
    const near = building(20, -20.5, 1, 1);
    expect(staticDepths([far, near])).toEqual([0, -0.5]);
  });
});

describe('movingDepth', () => {
  const long = building(0, 0, 4, 1);

  test('somebody before the far end of a long wall is in front of it', () => {
    const [wall] = staticDepths([long]) as [number];
    expect(-3 + 1.3).toBeLessThan(wall);
    expect(personAt(-3, 1.3, [long])).toBeGreaterThan(wall);
  });

  test('somebody behind its near end is behind it', () => {
    const [wall] = staticDepths([long]) as [number];
    expect(3 - 1.3).toBeGreaterThan(wall);
    expect(personAt(3, -1.3, [long])).toBeLessThan(wall);
  });

  test('far from every building it is x + y', () => {
    expect(personAt(30, 30, [long])).toBe(60);
  });

  test('trees have no footprint to go by', () => {
    expect(personAt(0.2, 0, [tree(0, 0)])).toBe(0.2);
  });

  test('whoever ends before a building begins is never drawn over it, and the other way round', () => {
    const half = fc.double({ min: 0.3, max: 3, noNaN: true });
    const place = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(half, half, place, place, (halfX, halfY, x, y) => {
        const thing = building(0, 0, halfX, halfY);
        const [wall] = staticDepths([thing]) as [number];
        const depth = personAt(x, y, [thing]);
        const beyond = Math.abs(x) > halfX || Math.abs(y) > halfY;
        const overlapping = Math.abs((x - y) * 48) < (halfX + halfY) * 48 && Math.abs((x + y) * 24) < 90;
        if (!beyond || !overlapping) return;
        const behind = (x < -halfX || y < -halfY) && !(x > halfX || y > halfY);
        const before = (x > halfX || y > halfY) && !(x < -halfX || y < -halfY);
        if (behind) expect(depth).toBeLessThan(wall);
        if (before) expect(depth).toBeGreaterThan(wall);
      }),
    );
  });
});
