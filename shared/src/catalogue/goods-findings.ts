import type { Recipe } from '../content/homestead.ts';
import { NEEDS } from '../play/household.ts';
import type { Place, Tell } from './finding.ts';
import type { JudgedContent } from './judged-content.ts';

type Asked = { readonly place: Place; readonly good: string };

/** Goods, crops and recipes: that what is asked for exists, can be had, and is worth growing. */
export function tellGoods(judged: JudgedContent, tell: Tell): void {
  const { lists, parts, ids } = judged;
  for (const { place, good } of askedGoods(judged)) {
    if (!ids.goods.has(good)) tell(place, 'good_unknown', { good });
  }
  for (const list of askedLists(judged)) tellGoodTwice(list, tell);
  for (const { id, station } of lists.recipes) {
    if (parts.homestead?.stations.every((one) => one.id !== station) === true) {
      tell({ section: 'recipes', id, path: ['station'] }, 'station_unknown', { station });
    }
  }
  for (const [i, { grant }] of (parts.growing?.ownLoan.offers ?? []).entries()) {
    if (grant.kind === 'station' && parts.homestead?.stations.every(({ id }) => id !== grant.station) === true) {
      const path = ['ownLoan', 'offers', i, 'grant', 'station'];
      tell({ section: 'growing', path }, 'station_unknown', { station: grant.station });
    }
  }
  tellSources(judged, tell);
  tellCrops(judged, tell);
}

/** Lists in which each good stands once. */
function askedLists({ lists, parts: { homestead } }: JudgedContent): Asked[][] {
  const listed = (place: Place, goods: readonly { readonly good: string }[]): Asked[] =>
    goods.map(({ good }, i) => ({ place: { ...place, path: [...(place.path ?? []), i, 'good'] }, good }));
  const section = 'homestead';
  return [
    ...lists.recipes.map(({ id, ingredients }) =>
      listed({ section: 'recipes', id, path: ['ingredients'] }, ingredients),
    ),
    ...(homestead === null ? [] : homestead.houses).map(({ goods }, i) =>
      listed({ section, path: ['houses', i, 'goods'] }, goods),
    ),
    ...(homestead === null ? [] : NEEDS).flatMap((need) =>
      (homestead?.needs[need].tiers ?? []).map(({ goods }, i) =>
        listed({ section, path: ['needs', need, 'tiers', i, 'goods'] }, goods),
      ),
    ),
  ];
}

function tellGoodTwice(asked: readonly Asked[], tell: Tell): void {
  for (const [i, { place, good }] of asked.entries()) {
    if (asked.findIndex((other) => other.good === good) < i) tell(place, 'good_twice', { good });
  }
}

/** Every mention of a good, and where. */
function askedGoods(judged: JudgedContent): Asked[] {
  const { lists, parts } = judged;
  const shops = parts.growing?.shops;
  const deals = (['sells', 'buys'] as const).flatMap((side) =>
    Object.entries(shops?.[side] ?? {}).flatMap(([sector, list]) =>
      list.map(({ good }, i) => ({
        place: { section: 'growing', path: ['shops', side, sector, i, 'good'] } as const,
        good,
      })),
    ),
  );
  return [
    ...lists.crops.map(({ id, good }) => ({ place: { section: 'crops', id, path: ['good'] } as const, good })),
    ...lists.recipes.map(({ id, good }) => ({ place: { section: 'recipes', id, path: ['good'] } as const, good })),
    ...askedLists(judged).flat(),
    ...deals,
  ];
}

/**
 * What can be had at all: from a crop, from a shop, or from a recipe whose ingredients can be had, over and over until nothing new comes.
 * A recipe that is told here can never be made; a good that is asked for here can never be given.
 */
function tellSources(judged: JudgedContent, tell: Tell): void {
  const { lists, parts } = judged;
  // A fault in one crop must not make everything that grows from it look lost.
  if (parts.homestead === null || parts.growing === null || lists.crops.length < judged.ids.crops.size) return;
  const stations = new Set(parts.homestead.stations.map(({ id }) => id));
  const had = new Map(lists.crops.map(({ good, unlockLevel }) => [good, unlockLevel]));
  for (const { good } of Object.values(parts.growing.shops.sells).flat()) had.set(good, 1);
  const waiting = new Set(lists.recipes.filter(({ station }) => stations.has(station)));
  for (let more = true; more; ) {
    more = false;
    for (const recipe of waiting) {
      if (!recipe.ingredients.every(({ good }) => had.has(good))) continue;
      had.set(recipe.good, Math.min(had.get(recipe.good) ?? recipe.unlockLevel, recipe.unlockLevel));
      waiting.delete(recipe);
      more = true;
    }
  }
  for (const { id } of waiting) tell({ section: 'recipes', id }, 'recipe_unreachable');
  for (const recipe of lists.recipes) if (!waiting.has(recipe)) tellEarly(recipe, had, tell);
  for (const { place, good } of askedGoods(judged)) {
    if (judged.ids.goods.has(good) && !had.has(good)) tell(place, 'good_without_source', { good });
  }
}

/** A recipe that opens before its ingredients only disappoints. */
function tellEarly({ id, unlockLevel, ingredients }: Recipe, had: ReadonlyMap<string, number>, tell: Tell): void {
  const level = Math.max(...ingredients.map(({ good }) => had.get(good) ?? 1));
  if (level > unlockLevel) tell({ section: 'recipes', id, path: ['unlockLevel'] }, 'recipe_early', { level });
}

/** The free seed keeps everybody going (lending.md 4); who waits longer brings in more a harvest, and less an hour. */
function tellCrops({ lists, ids }: JudgedContent, tell: Tell): void {
  const { crops, goods } = lists;
  if (crops.length < ids.crops.size) return;
  const free = crops.filter(({ seedPrice }) => seedPrice === 0);
  if (free.length !== 1 || free[0]?.unlockLevel !== 1) tell({ section: 'crops' }, 'free_seed', { free: free.length });
  const prices = new Map(goods.map(({ id, price }) => [id, price]));
  const worth = crops
    .filter(({ good }) => prices.has(good))
    .map((crop) => ({ crop, net: crop.yield * (prices.get(crop.good) ?? 0) - crop.seedPrice }))
    .sort((a, b) => a.crop.growSeconds - b.crop.growSeconds || a.net - b.net);
  for (const [i, { crop, net }] of worth.entries()) {
    const place: Place = { section: 'crops', id: crop.id };
    if (net <= 0) tell({ ...place, path: ['seedPrice'] }, 'crop_loses', { net: net / 100 });
    const quicker = worth[i - 1];
    if (quicker === undefined) continue;
    const anHour = (one: typeof quicker): number => one.net / one.crop.growSeconds;
    if (net <= quicker.net) tell(place, 'crop_dominated', { other: quicker.crop.id });
    else if (anHour({ crop, net }) >= anHour(quicker)) {
      tell({ section: 'crops', id: quicker.crop.id }, 'crop_dominated', { other: crop.id });
    }
  }
}
