import type { Content } from '../content/content.ts';
import { nextHouse, nextTier } from '../home/home-cost.ts';
import { openTalks } from '../home/talks.ts';
import { stationOf } from '../kitchen/kitchen-clock.ts';
import type { Minor } from '../money/coins.ts';
import { openOrders } from '../orders/order-arrivals.ts';
import { countOf } from '../play/goods-count.ts';
import { type Household, NEEDS } from '../play/household.ts';
import type { Cost } from '../play/pay-for.ts';
import { plotsOwned } from '../play/plots-owned.ts';
import { levelOf, xpForNext } from '../play/progress.ts';
import { atHand } from '../play/stall-serve.ts';
import type { Instant } from '../time/sim-clock.ts';

export const GOAL_KINDS = [
  'lend',
  'relend',
  'repay',
  'talk',
  'need',
  'house',
  'station',
  'order',
  'level',
  'stall',
  'plot',
  'lend-next',
  'village',
] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** Something worth coming back for. Only ever an offer: nothing waits for it and nothing is lost without it. */
export type Goal = {
  /** The same goal has the same id at every visit, so that it can be put aside. */
  readonly id: string;
  readonly kind: GoalKind;
  /** How far it is: so many of so many coins (minor units), points, or things asked for, by kind. */
  readonly have: number;
  readonly needed: number;
  /** Names its text needs: a need and its tier, a station, a level, a talk, an order. */
  readonly about: Readonly<Record<string, string | number>>;
};

export type GoalFacts = {
  readonly household: Household;
  readonly now: Instant;
  readonly content: Content;
  /** Spendable coins, minor units. */
  readonly wallet: Minor;
  readonly loans: {
    /** Loans the player ever lent to. */
    readonly lent: number;
    /** What came back of them, minor units. */
    readonly repaid: Minor;
    /** What the player owes on an own loan, and has paid of it, minor units; 0 without one. */
    readonly owed: Minor;
    readonly paid: Minor;
  };
};

const goal = (
  kind: GoalKind,
  id: string,
  [have, needed]: readonly [number, number],
  about: Goal['about'] = {},
): Goal => ({
  id: id === '' ? kind : `${kind}:${id}`,
  kind,
  have: Math.min(have, needed),
  needed,
  about,
});

/** Conditions of a cost that are met, the coins being one, and all of them. */
function met({ household, wallet }: GoalFacts, { price, goods }: Cost): readonly [number, number] {
  const there = goods.filter(({ good, quantity }) => countOf(household.store, good) >= quantity).length;
  return [there + (wallet >= price ? 1 : 0), goods.length + 1];
}

const share = ({ content }: GoalFacts): Minor => content.economy.lending.share;

function lending(facts: GoalFacts): readonly Goal[] {
  const { lent, repaid, owed, paid } = facts.loans;
  const inPurse: readonly [number, number] = [facts.wallet, share(facts)];
  if (lent === 0) return [goal('lend', '', inPurse)];
  const again = repaid >= share(facts) && facts.wallet >= share(facts) ? [goal('relend', '', inPurse)] : [];
  return [...again, ...(owed > 0 ? [goal('repay', '', [paid, paid + owed])] : [])];
}

function homeGoals(facts: GoalFacts): readonly Goal[] {
  const { household, content } = facts;
  const { home } = household;
  const talks = openTalks(home, content).filter(({ id }) => !home.told.includes(id));
  const said = talks.slice(0, 1).map((talk) => goal('talk', talk.id, [0, 1], { talk: talk.id, who: talk.who }));
  const needs = NEEDS.flatMap((need) => {
    const next = nextTier(home, need, content);
    if (next === null || home.house < next.house) return [];
    return [goal('need', `${need}:${next.tier}`, met(facts, next), { need, tier: next.tier })];
  });
  const house = nextHouse(home, content);
  const built =
    house === null || house.have < house.needs
      ? []
      : [goal('house', String(house.house), met(facts, house), { house: house.house })];
  return [...said, ...built, ...needs];
}

function building(facts: GoalFacts): readonly Goal[] {
  const { household, content, wallet } = facts;
  const level = levelOf(household.xp, content.economy);
  const stations = content.homestead.stations.flatMap(({ id, levels }) => {
    const owned = stationOf(household, id)?.level ?? 0;
    const next = levels[owned];
    if (next === undefined || level < next.unlockLevel) return [];
    return [goal('station', `${id}:${owned + 1}`, [wallet, next.price], { station: id, level: owned + 1 })];
  });
  const stall = content.homestead.stall[household.stall.level - 1];
  const bigger =
    stall === undefined || level < stall.unlockLevel
      ? []
      : [goal('stall', String(household.stall.level + 1), [wallet, stall.price], { level: household.stall.level + 1 })];
  const price = content.homestead.plots[household.extraPlots];
  const plots = plotsOwned(household, content);
  const roomier = plotsOwned({ xp: household.xp, extraPlots: household.extraPlots + 1 }, content) > plots;
  const plot = price === undefined || !roomier ? [] : [goal('plot', String(household.extraPlots + 1), [wallet, price])];
  return [...stations, ...bigger, ...plot];
}

function working(facts: GoalFacts): readonly Goal[] {
  const { household, content, now } = facts;
  const orders = openOrders(household.orders, now).map(({ id, items }) => {
    const there = items.filter(({ good, quantity }) => atHand(household, good) >= quantity).length;
    return goal('order', String(id), [there, items.length], { order: id });
  });
  const level = levelOf(household.xp, content.economy);
  const needed = xpForNext(level, content.economy);
  const rise = needed === null ? [] : [goal('level', String(level + 1), [household.xp, needed], { level: level + 1 })];
  return [...orders.sort(byNearness).slice(0, 1), ...rise];
}

/** Nearest first; the order of the catalogue between equals. */
const byNearness = (a: Goal, b: Goal): number => b.have / b.needed - a.have / a.needed;

/** Goals one sees at least. */
export const GOALS_MIN = 3;

/**
 * What one could do next, the most sensible first: lending and talking, then what is nearest. There are always three or more. What was put
 * aside comes last, the longest put aside first. A pure function of the household and of the figures of the player's loans.
 */
export function nextGoals(facts: GoalFacts): readonly Goal[] {
  const { skippedGoals } = facts.household;
  const near = [...homeGoals(facts).filter(({ kind }) => kind !== 'talk'), ...building(facts), ...working(facts)];
  const all = [
    ...lending(facts),
    ...homeGoals(facts).filter(({ kind }) => kind === 'talk'),
    ...near.sort(byNearness),
    ...(facts.loans.lent > 0 ? [goal('lend-next', String(facts.loans.lent + 1), [facts.wallet, share(facts)])] : []),
    goal('village', '', [0, 1]),
  ];
  const aside = (one: Goal): number => skippedGoals.indexOf(one.id);
  return [
    ...all.filter((one) => aside(one) < 0),
    ...all.filter((one) => aside(one) >= 0).sort((a, b) => aside(a) - aside(b)),
  ];
}
