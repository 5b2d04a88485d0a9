import type { TilePoint, WorldMap } from '@bloomvale/shared/content/map';
import { isFree, isInside, type WalkGrid, walkGrid } from '@bloomvale/shared/play/walk-grid';
import { describe, expect, test } from 'vitest';
import { readInputs } from './build/inputs.ts';

const { maps } = readInputs();

function mapOf(id: WorldMap['id']): WorldMap {
  const found = maps.find((map) => map.id === id);
  if (found === undefined) throw new Error(`no map ${id}`);
  return found;
}

/** Cells one can walk to from the first spawn point, diagonals not counted. */
function reachable(map: WorldMap, grid: WalkGrid): Set<number> {
  const [sx, sy] = map.spots.spawn[0] ?? [0, 0];
  const seen = new Set<number>();
  const queue = [grid.cellOf(sx, sy)];
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    const [x, y] = cell;
    if (!isFree(grid, cell) || seen.has(y * grid.w + x)) continue;
    seen.add(y * grid.w + x);
    queue.push([x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]);
  }
  return seen;
}

/** Whether a walker can come within arm's length of a thing `half` tiles wide and deep. */
function canStandBeside(
  grid: WalkGrid,
  reached: ReadonlySet<number>,
  [x, y]: TilePoint,
  half: readonly [number, number],
): boolean {
  const reach = 1;
  for (let dx = -half[0] - reach; dx <= half[0] + reach; dx += 0.5) {
    for (let dy = -half[1] - reach; dy <= half[1] + reach; dy += 0.5) {
      const [cx, cy] = grid.cellOf(x + dx, y + dy);
      if (reached.has(cy * grid.w + cx)) return true;
    }
  }
  return false;
}

const on = (grid: WalkGrid, reached: ReadonlySet<number>, [x, y]: TilePoint): boolean => {
  const [cx, cy] = grid.cellOf(x, y);
  return reached.has(cy * grid.w + cx);
};

describe.each(['village', 'homestead'] as const)('in the %s', (id) => {
  const map = mapOf(id);
  const grid = walkGrid(map);
  const reached = reachable(map, grid);
  const { spots } = map;

  test('nobody appears inside something', () => {
    expect(spots.spawn.filter((at) => !on(grid, reached, at))).toEqual([]);
  });
  test('one can walk up to everything that can be used', () => {
    const things = map.objects.filter(({ action }) => action !== null);
    expect(things.length).toBeGreaterThan(0);
    const walledIn = things.filter(({ at, blocks }) => !canStandBeside(grid, reached, at, blocks ?? [0.4, 0.4]));
    expect(walledIn.map(({ frame, at }) => `${frame} at ${at}`)).toEqual([]);
  });
  test('every plot, customer and stroll can be stood on', () => {
    expect([...spots.plots, ...spots.customers, ...spots.strolls].filter((at) => !on(grid, reached, at))).toEqual([]);
  });
  test('one can walk up to every shop', () => {
    expect(spots.shops.filter((at) => !canStandBeside(grid, reached, at, [1.05, 0.85]))).toEqual([]);
  });
  test('every spot lies on the map, and the walkable part is one piece', () => {
    const all = Object.values(spots).flat();
    expect(
      all.filter(
        ([x, y]) => !isInside(grid, [(x - map.origin[0]) * 2, (y - map.origin[1]) * 2].map(Math.floor) as never),
      ),
    ).toEqual([]);
    const free = grid.blocked.reduce((count, cell) => count + (cell === 0 ? 1 : 0), 0);
    // Pockets between trees may be cut off, nothing larger.
    expect(reached.size / free).toBeGreaterThan(0.97);
  });
  test('no two plots and no two shops overlap', () => {
    const close = (list: readonly TilePoint[], [w, d]: readonly [number, number]): TilePoint[] =>
      list.filter(([x, y], i) => list.some(([a, b], k) => k > i && Math.abs(a - x) < w && Math.abs(b - y) < d));
    expect(close(spots.plots, [1, 1])).toEqual([]);
    expect(close(spots.shops, [2.4, 2])).toEqual([]);
  });
});

describe('the village', () => {
  const { objects, spots } = mapOf('village');
  test('has a Lending Hall, a school, a well and a way home, and no garden', () => {
    expect([...new Set(objects.flatMap(({ action }) => action ?? []))].sort()).toEqual([
      'hall',
      'home',
      'school',
      'well',
    ]);
    expect(spots.plots).toEqual([]);
  });
  test('has room for twelve shops and ten strolls', () => {
    expect(spots.shops.length).toBeGreaterThanOrEqual(12);
    expect(spots.strolls.length).toBeGreaterThanOrEqual(10);
  });
  test('marks every shop lot on the ground and keeps walkers off it', () => {
    const lots = objects.filter(({ frame, blocks }) => frame === 'g/lot' && blocks !== null).map(({ at }) => at);
    expect(lots).toEqual(spots.shops);
  });
});

describe('the homestead', () => {
  const { objects, spots } = mapOf('homestead');
  test('has a stall, a kitchen, a home and a way to the village', () => {
    expect(new Set(objects.flatMap(({ action }) => action ?? []))).toEqual(
      new Set(['stall', 'kitchen', 'home', 'village', 'well']),
    );
  });
  test('has 24 plots, each next to one that unlocks before it, and a place for three customers', () => {
    expect(spots.plots).toHaveLength(24);
    const apart = spots.plots.filter(
      ([x, y], i) => i > 0 && !spots.plots.slice(0, i).some(([a, b]) => Math.hypot(a - x, b - y) < 1.2),
    );
    expect(apart).toEqual([]);
    expect(spots.customers).toHaveLength(3);
  });
});
