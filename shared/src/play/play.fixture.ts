import type { Content } from '../content/content.ts';
import { GROWING } from '../content/growing.fixture.ts';
import type { WorldMap } from '../content/map.ts';
import type { CoinEffect, PlayContext } from './effects.ts';
import type { Household } from './household.ts';
import { newHousehold } from './household-new.ts';

/** A small catalogue and a household for the tests of this folder; round numbers, so that sums can be checked in the head. */

const named = (id: string) => ({ en: id, fr: id });

export const CONTENT: Content = {
  goods: [
    { id: 'cress', name: named('cress'), price: 100, icon: 'cress' },
    { id: 'bean', name: named('bean'), price: 205, icon: 'bean' },
    { id: 'melon', name: named('melon'), price: 1_000, icon: 'melon' },
  ],
  crops: [
    {
      id: 'cress',
      name: named('cress'),
      good: 'cress',
      yield: 2,
      growSeconds: 20,
      seedPrice: 0,
      unlockLevel: 1,
      xp: 1,
    },
    { id: 'bean', name: named('bean'), good: 'bean', yield: 3, growSeconds: 60, seedPrice: 80, unlockLevel: 1, xp: 2 },
    {
      id: 'melon',
      name: named('melon'),
      good: 'melon',
      yield: 4,
      growSeconds: 3_600,
      seedPrice: 500,
      unlockLevel: 2,
      xp: 9,
    },
  ],
  economy: {
    welcomeGift: 4_000,
    levelXp: [10, 30, 60, 100, 150],
    plotsByLevel: [4, 5, 6, 8],
    stall: {
      slots: 3,
      slotCapacity: 20,
      customerSeconds: 6,
      customerSecondsPerLevel: 0.5,
      minCustomerSeconds: 4,
      wishPercent: 150,
      wishes: 3,
      wishSeconds: 25,
      wishXp: 2,
    },
    stallDailyCap: 100_000,
    pool: { endowment: 0, maxPercent: 30 },
    lending: {
      share: 2_500,
      playerCapPercent: 40,
      windowSimHours: 720,
      openMin: 12,
      openMax: 24,
      starterOpen: 3,
      starterPerPlayer: 3,
      starterMatched: 7_500,
      lowPurse: 2_000,
    },
  },
  growing: GROWING,
  partners: [],
  products: [],
  regions: [],
  entrepreneurs: [],
  maps: [],
};

/** Ten in the morning of a day in UTC: far from midnight on both sides. */
export const START = 20_000 * 86_400_000 + 10 * 3_600_000;
export const SECOND = 1_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export const KEY = [0x243f6a88, 0x85a308d3] as const;

export const context = (changes: Partial<PlayContext> = {}): PlayContext => ({
  now: START,
  content: CONTENT,
  timeScale: 1,
  wallet: 4_000,
  key: KEY,
  commandId: 'c1',
  ...changes,
});

export const newcomer = (): Household => newHousehold(START, CONTENT, KEY);

export type HouseholdChanges = Partial<Omit<Household, 'stall'>> & { readonly stall?: Partial<Household['stall']> };

/** A newcomer with something different about them. */
export function household(changes: HouseholdChanges = {}): Household {
  const base = newcomer();
  return { ...base, ...changes, stall: { ...base.stall, ...changes.stall } };
}

/** A content with another economy of the stall or another daily cap. */
export const withEconomy = (changes: Partial<Content['economy']>): Content => ({
  ...CONTENT,
  economy: { ...CONTENT.economy, ...changes },
});

export const totalOf = (coins: readonly CoinEffect[]): number =>
  coins.reduce((sum, effect) => sum + (effect.kind === 'earn' ? effect.amount : -effect.amount), 0);

/** Every piece of a good, wherever it is held. */
export const piecesHeld = ({ store, stall }: Household): number =>
  Object.values(store).reduce((sum, quantity) => sum + quantity, 0) +
  stall.slots.reduce((sum, slot) => sum + (slot?.quantity ?? 0), 0);

/** A map of `w` by `h` cells whose corner is the origin, with nothing on it. */
export const emptyMap = (w: number, h: number): WorldMap => ({
  id: 'village',
  origin: [0, 0],
  cells: { w, h },
  ground: { seed: 'test', plaza: null, pond: null, paths: [], flowers: [] },
  objects: [],
  blockedCircles: [],
  spots: { spawn: [[1, 1]], plots: [], customers: [], shops: [], strolls: [] },
});
