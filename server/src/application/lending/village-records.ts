import type { ShopSpots } from '../../domain/shop-spots.ts';
import type { View } from '../bus/view.ts';
import type { Work } from '../bus/work.ts';
import type { PlayerRow, VillageRow } from '../store/rows.ts';

/** Household lots of a village (product.md 6). */
export const LOTS = 24;

export const lotsOf = (village: VillageRow): readonly (string | null)[] =>
  JSON.parse(village.lots) as readonly (string | null)[];

export const shopsOf = (village: VillageRow): ShopSpots => JSON.parse(village.shops) as ShopSpots;

/** Lowest lot nobody lives on, or -1. */
export const freeLot = (village: VillageRow): number => lotsOf(village).indexOf(null);

/** A player's lot while the household is stored, or once the account is closed. */
export const NO_LOT = -1;

/** The village of a player whose row is loaded, to be loaded with it. */
export function homeOf(view: View, playerId: string): readonly string[] {
  const player = view.peek('player', playerId);
  return player === null || player === undefined ? [] : [player.villageId];
}

/** Frees the player's lot; the caller writes the player. Nothing happens to one who has none. */
export function leaveLot(work: Work, player: PlayerRow): void {
  const village = work.must('village', player.villageId);
  const lots = lotsOf(village);
  if (!lots.includes(player.id)) return;
  const left = lots.map((who) => (who === player.id ? null : who));
  work.put('village', { ...village, lots: JSON.stringify(left), version: village.version + 1 });
}

/** @returns the village's free lot that is now the player's, or NO_LOT when there is none; the caller writes the player. */
export function takeLot(work: Work, village: VillageRow, playerId: string): number {
  const lot = freeLot(village);
  if (lot < 0) return NO_LOT;
  const lots = lotsOf(village).map((who, i) => (i === lot ? playerId : who));
  work.put('village', { ...village, lots: JSON.stringify(lots), version: village.version + 1 });
  return lot;
}

export function keepShops(work: Work, village: VillageRow, shops: ShopSpots): void {
  const text = JSON.stringify(shops);
  if (text !== village.shops) work.put('village', { ...village, shops: text, version: village.version + 1 });
  work.emit({ kind: 'shop.changed', villageId: village.id });
}
