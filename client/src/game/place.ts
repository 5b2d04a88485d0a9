import type { WorldMap } from '@bloomvale/shared/content/map';
import { type WalkGrid, walkGrid } from '@bloomvale/shared/play/walk-grid';

/** A map and the walking grid that follows from it. */
export type Place = { readonly map: WorldMap; readonly grid: WalkGrid };

const places = new WeakMap<WorldMap, Place>();

/** The grid is made once a map: the content does not change while one plays. */
export function placeOf(map: WorldMap): Place {
  const known = places.get(map);
  if (known !== undefined) return known;
  const place = { map, grid: walkGrid(map) };
  places.set(map, place);
  return place;
}
