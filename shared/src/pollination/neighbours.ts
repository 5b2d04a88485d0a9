import type { WorldMap } from '../content/map.ts';

/** Lots of a village that border a spot of its square: `lotsPerSpot` in a row, so that each lot borders two or three spots. */
export const borders = (spot: number, lot: number, lots: number, lotsPerSpot: number): boolean =>
  lots > 0 && (((lot - spot * lotsPerSpot) % lots) + lots) % lots < lotsPerSpot;

/** Spots on the square nearer to a spot than `tiles`, nearest first, without itself. */
export function spotsBeside(map: Pick<WorldMap, 'spots'>, spot: number, tiles: number): number[] {
  const shops = map.spots.shops;
  const here = shops[spot];
  if (here === undefined) return [];
  return shops
    .map(([x, y], i) => ({ i, distance: Math.hypot(x - here[0], y - here[1]) }))
    .filter(({ i, distance }) => i !== spot && distance < tiles)
    .sort((a, b) => a.distance - b.distance || a.i - b.i)
    .map(({ i }) => i);
}
