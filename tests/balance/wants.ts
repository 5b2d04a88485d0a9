import type { Content } from '@bloomvale/shared/content/content';
import { nextHouse, nextTier } from '@bloomvale/shared/home/home-cost';
import { stationKind, stationOf } from '@bloomvale/shared/kitchen/kitchen-clock';
import { openOrders } from '@bloomvale/shared/orders/order-arrivals';
import { type Household, NEEDS } from '@bloomvale/shared/play/household';
import { levelOf } from '@bloomvale/shared/play/progress';
import type { Move } from '../bots/garden-mind.ts';

/** Something one saves up for. */
export type Want = {
  readonly move: Move;
  readonly price: number;
  readonly goods: readonly { readonly good: string; readonly quantity: number }[];
};

/** All that could be bought or fulfilled next, the cheapest first. */
export function wantsOf(household: Household, content: Content): readonly Want[] {
  const level = levelOf(household.xp, content.economy);
  const wants: Want[] = [];
  for (const need of NEEDS) {
    const next = nextTier(household.home, need, content);
    if (next !== null && household.home.house >= next.house) {
      wants.push({ move: { type: 'home.fulfil', payload: { need } }, price: next.price, goods: next.goods });
    }
  }
  const house = nextHouse(household.home, content);
  if (house !== null && house.have >= house.needs) {
    wants.push({ move: { type: 'home.upgrade', payload: {} }, price: house.price, goods: house.goods });
  }
  for (const { id, levels } of content.homestead.stations) {
    const next = levels[stationOf(household, id)?.level ?? 0];
    if (next !== undefined && level >= next.unlockLevel) {
      wants.push({ move: { type: 'kitchen.build', payload: { station: id } }, price: next.price, goods: [] });
    }
  }
  const stall = content.homestead.stall[household.stall.level - 1];
  if (stall !== undefined && level >= stall.unlockLevel) {
    wants.push({ move: { type: 'stall.upgrade', payload: {} }, price: stall.price, goods: [] });
  }
  const plot = content.homestead.plots[household.extraPlots];
  if (plot !== undefined) wants.push({ move: { type: 'garden.expand', payload: {} }, price: plot, goods: [] });
  return wants.sort((a, b) => a.price - b.price);
}

/** Wants whose goods are kept back from the stall. */
const KEPT_FOR = 3;

/**
 * Pieces of each good to keep for the next wants and the orders on the board, with what has to be grown and pressed for them. A good
 * nobody here can make yet is left out.
 */
export function keepFor(household: Household, content: Content, now: number): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  const add = (good: string, quantity: number, depth: number): void => {
    const recipe = content.recipes.find(
      (each) =>
        each.good === good &&
        stationOf(household, each.station) !== undefined &&
        stationKind(content, each.station) !== undefined &&
        levelOf(household.xp, content.economy) >= each.unlockLevel,
    );
    kept.set(good, (kept.get(good) ?? 0) + quantity);
    if (recipe === undefined || depth > 2) return;
    const missing = Math.max(0, (kept.get(good) ?? 0) - (household.store[good] ?? 0));
    const batches = Math.ceil(Math.min(quantity, missing) / recipe.quantity);
    for (const part of recipe.ingredients) if (batches > 0) add(part.good, part.quantity * batches, depth + 1);
  };
  const withGoods = wantsOf(household, content).filter(({ goods }) => goods.length > 0);
  for (const { goods } of withGoods.slice(0, KEPT_FOR)) for (const { good, quantity } of goods) add(good, quantity, 0);
  for (const { items } of openOrders(household.orders, now))
    for (const { good, quantity } of items) add(good, quantity, 0);
  return kept;
}
