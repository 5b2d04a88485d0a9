import type { Content } from '../content/content.ts';
import type { Milli } from '../play/bonus.ts';
import { type Home, NEEDS, type Need } from '../play/household.ts';

/** What the family's needs are useful for, each a published figure of the catalogue. Thousandths, but pieces for `slotExtra`. */
export type HomeBonus = {
  /** water: what is sown from now on grows faster. */
  readonly growSpeedMilli: Milli;
  /** food: oven and press work faster. */
  readonly cookSpeedMilli: Milli;
  /** roof: each place on the stall holds so many pieces more. */
  readonly slotExtra: number;
  /** light: crops of an hour or more, sown from now on, bear more. */
  readonly nightYieldMilli: Milli;
  /** school: orders pay more. */
  readonly orderPayMilli: Milli;
  /** health: the family serves walk-in customers faster. */
  readonly customerSpeedMilli: Milli;
};

export function homeBonus({ needs }: Home, { homestead }: Content): HomeBonus {
  const of = (need: Need): number => homestead.needs[need].tiers[needs[need] - 1]?.bonus ?? 0;
  return {
    growSpeedMilli: of('water'),
    cookSpeedMilli: of('food'),
    slotExtra: of('roof'),
    nightYieldMilli: of('light'),
    orderPayMilli: of('school'),
    customerSpeedMilli: of('health'),
  };
}

/** Happiness for each tier, each house after the first, and each talk that was heard. */
const PER_TIER = 5;
const PER_HOUSE = 10;
const PER_TALK = 1;

/** How happy the family is: a sum over what was done. It can only grow; being away does not enter into it. */
export const happiness = ({ house, needs, told }: Home): number =>
  NEEDS.reduce((sum, need) => sum + PER_TIER * needs[need], 0) + PER_HOUSE * (house - 1) + PER_TALK * told.length;

/** All the happiness there is: every need at its last tier, the last house, every talk heard. */
export const mostHappiness = ({ homestead, talks }: Content): number =>
  NEEDS.reduce((sum, need) => sum + PER_TIER * homestead.needs[need].tiers.length, 0) +
  PER_HOUSE * homestead.houses.length +
  PER_TALK * talks.length;
