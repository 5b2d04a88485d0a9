import type { Content } from '../content/content.ts';
import { GROWING } from '../content/growing.fixture.ts';
import { SECTORS } from '../content/lending.ts';
import type { WorldMap } from '../content/map.ts';
import { FIRST_MODEL, firstFactors } from '../lending/first-model.ts';
import type { CoinEffect, PlayContext } from './effects.ts';
import type { Household } from './household.ts';
import { newHousehold } from './household-new.ts';

/** A small catalogue and a household for the tests of this folder; round numbers, so that sums can be checked in the head. */

const named = (id: string) => ({ en: id, fr: id });

/** Tiers at 10, 20 and 30 coins and as many cress. */
const need = (bonus: readonly [number, number, number]): Content['homestead']['needs']['food'] => ({
  name: named('need'),
  looks: [named('one'), named('two'), named('three')],
  effect: named('effect'),
  tiers: bonus.map((each, i) => ({
    price: 1_000 * (i + 1),
    goods: [{ good: 'cress', quantity: 10 * (i + 1) }],
    bonus: each,
    xp: 5,
  })),
});

export const CONTENT: Content = {
  goods: [
    { id: 'cress', name: named('cress'), price: 100, icon: 'cress' },
    { id: 'bean', name: named('bean'), price: 205, icon: 'bean' },
    { id: 'melon', name: named('melon'), price: 1_000, icon: 'melon' },
    { id: 'soup', name: named('soup'), price: 600, icon: 'soup' },
    { id: 'juice', name: named('juice'), price: 700, icon: 'juice' },
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
      dayBase: 1_000_000_000,
      dayPerLevel: 0,
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
  recipes: [
    {
      id: 'soup',
      name: named('soup'),
      station: 'oven',
      ingredients: [
        { good: 'cress', quantity: 2 },
        { good: 'bean', quantity: 1 },
      ],
      good: 'soup',
      quantity: 1,
      seconds: 100,
      unlockLevel: 1,
      xp: 3,
    },
    {
      id: 'juice',
      name: named('juice'),
      station: 'press',
      ingredients: [{ good: 'melon', quantity: 1 }],
      good: 'juice',
      quantity: 2,
      seconds: 50,
      unlockLevel: 2,
      xp: 5,
    },
  ],
  homestead: {
    stations: [
      {
        id: 'oven',
        name: named('oven'),
        levels: [
          { price: 2_000, queue: 2, unlockLevel: 1 },
          { price: 5_000, queue: 4, unlockLevel: 2 },
        ],
      },
      { id: 'press', name: named('press'), levels: [{ price: 3_000, queue: 2, unlockLevel: 1 }] },
    ],
    stall: [{ price: 1_000, slots: 4, capacity: 30, unlockLevel: 2 }],
    plots: [500, 1_500],
    needs: {
      food: need([100, 200, 300]),
      water: need([250, 300, 400]),
      roof: need([5, 10, 20]),
      light: need([200, 300, 400]),
      school: need([100, 200, 300]),
      health: need([200, 300, 500]),
    },
    houses: [
      { price: 2_000, goods: [{ good: 'bean', quantity: 3 }], needs: 2, places: 1, xp: 20 },
      { price: 4_000, goods: [], needs: 2, places: 2, xp: 30 },
      { price: 8_000, goods: [], needs: 2, places: 3, xp: 40 },
    ],
    orders: {
      places: 3,
      everySeconds: 600,
      skipSeconds: 60,
      worth: 1_000,
      worthPerLevel: 500,
      payPercent: 150,
      xp: 4,
      xpPerLevel: 1,
    },
    nightSeconds: 3_600,
    gift: { coins: 700 },
    talkXp: 2,
  },
  talks: [
    { id: 'food-wish-1', who: 'partner', kind: 'wish', about: 'food', level: 1, text: named('wish') },
    { id: 'food-thanks-1', who: 'child', kind: 'thanks', about: 'food', level: 1, text: named('thanks') },
    { id: 'food-wish-2', who: 'child', kind: 'wish', about: 'food', level: 2, text: named('wish') },
    { id: 'food-chat-0', who: 'child', kind: 'chat', about: 'food', level: 0, text: named('chat') },
    { id: 'house-wish-2', who: 'parent', kind: 'wish', about: 'house', level: 2, text: named('wish') },
  ],
  partners: [],
  products: [],
  regions: [],
  sectors: SECTORS.map((id) => ({ id, name: named(id), ...firstFactors(id) })),
  model: FIRST_MODEL,
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
