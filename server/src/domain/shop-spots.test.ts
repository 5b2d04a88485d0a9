import { describe, expect, it } from 'vitest';
import { closeShop, placeShop, removeShop, type ShopSpots } from './shop-spots.ts';

const shop = (loanId: string, since: number, done = false) => ({ loanId, since, done });
const ids = (spots: ShopSpots | null) => spots?.map((spot) => spot?.loanId ?? null);

describe('placeShop', () => {
  it('has no place on a square without spots', () => {
    expect(placeShop([], 0, 'a', 1)).toBeNull();
  });
  it('takes the first free spot, and none twice', () => {
    const first = placeShop([], 3, 'a', 1);
    expect(ids(first)).toEqual(['a', null, null]);
    expect(ids(placeShop(first ?? [], 3, 'a', 2))).toEqual(['a', null, null]);
    expect(ids(placeShop(first ?? [], 3, 'b', 2))).toEqual(['a', 'b', null]);
  });
  it('takes over from the oldest closed loan, and only without one from the oldest of all', () => {
    const full = [shop('a', 1), shop('b', 5, true), shop('c', 3, true)];
    expect(ids(placeShop(full, 3, 'd', 9))).toEqual(['a', 'b', 'd']);
    const open = full.map((spot) => ({ ...spot, done: false }));
    expect(ids(placeShop(open, 3, 'd', 9))).toEqual(['d', 'b', 'c']);
  });
  it('keeps shops where they stand when a new map has fewer spots', () => {
    expect(ids(placeShop([shop('a', 1), shop('b', 2), shop('c', 3)], 2, 'd', 9))).toEqual(['d', 'b', 'c']);
  });
});

describe('a loan that closes', () => {
  it('leaves its shop standing until the place is needed; a failed one goes', () => {
    const spots = [shop('a', 1), shop('b', 2)];
    expect(closeShop(spots, 'b')[1]).toEqual(shop('b', 2, true));
    expect(ids(removeShop(spots, 'a'))).toEqual([null, 'b']);
    expect(closeShop(spots, 'z')).toEqual(spots);
  });
});
