import type { ShopSpots } from '../../domain/shop-spots.ts';
import type { Work } from '../bus/work.ts';
import type { VillageRow } from '../store/rows.ts';

/** Household lots of a village (product.md 6). */
export const LOTS = 24;

export const lotsOf = (village: VillageRow): readonly (string | null)[] =>
  JSON.parse(village.lots) as readonly (string | null)[];

export const shopsOf = (village: VillageRow): ShopSpots => JSON.parse(village.shops) as ShopSpots;

/** Lowest lot nobody lives on, or -1. */
export const freeLot = (village: VillageRow): number => lotsOf(village).indexOf(null);

export function keepShops(work: Work, village: VillageRow, shops: ShopSpots): void {
  const text = JSON.stringify(shops);
  if (text !== village.shops) work.put('village', { ...village, shops: text, version: village.version + 1 });
  work.emit({ kind: 'shop.changed', villageId: village.id });
}
