import type { Content } from '@bloomvale/shared/content/content';
import { goodOf } from '@bloomvale/shared/play/catalogue-lookup';
import { NEEDS } from '@bloomvale/shared/play/household';

/** What a week of play comes to; amounts in minor units. */
export type DayFigures = {
  readonly day: number;
  level: number;
  earned: number;
  /** What the family got in goods, at the stall's prices. */
  given: number;
  spent: number;
  lentNew: number;
  lentAgain: number;
  lost: number;
  purse: number;
  owed: number;
  house: number;
  tiers: string;
};
/** A tier: its six needs and the house they lead to. */
export type RingFigures = {
  readonly tier: number;
  /** Days of play since the ring before it was complete; null for the one that was still under way. */
  readonly days: number | null;
  /** Coins and goods it costs, in days of what was earned while it was worked on. */
  readonly income: number;
};
export type Week = {
  readonly style: string;
  /** Minutes after the first sight of the game. */
  readonly first: Record<'harvest' | 'own loan' | 'lend' | 'repayment' | 'wish', number | null>;
  readonly days: readonly DayFigures[];
  readonly rings: readonly RingFigures[];
  /** Visits after the first, and those that found something ready. */
  readonly visits: number;
  readonly rewarded: number;
  /** Visits in which nothing at all could be done, and the smallest purse at the end of one. */
  readonly stuck: number;
  readonly leastPurse: number;
  readonly minted: number;
  readonly sunk: number;
  readonly refusals: number;
};

/** Coins and goods of all six needs at a tier and of the house they lead to, minor units. */
export function ringCost(content: Content, tier: number): number {
  const worth = ({ price, goods }: { price: number; goods: readonly { good: string; quantity: number }[] }): number =>
    goods.reduce((sum, { good, quantity }) => sum + quantity * (goodOf(content, good)?.price ?? 0), price);
  const { needs, houses } = content.homestead;
  const six = NEEDS.map((need) => needs[need].tiers[tier - 1]).reduce(
    (sum, each) => sum + (each === undefined ? 0 : worth(each)),
    0,
  );
  const house = houses[tier - 1];
  return six + (house === undefined ? 0 : worth(house));
}
