import type { Content } from '../content/content.ts';
import type { Homestead, NeedTier } from '../content/homestead.ts';
import { type Home, NEEDS, type Need, type Tier } from '../play/household.ts';

export type NextTier = NeedTier & {
  readonly tier: Tier;
  /** The house this tier asks for: tier 2 needs house 2, tier 3 house 3. */
  readonly house: number;
};

/** What a need's next tier costs and asks for; null when it has its last one. */
export function nextTier({ needs }: Pick<Home, 'needs'>, need: Need, { homestead }: Content): NextTier | null {
  const next = homestead.needs[need].tiers[needs[need]];
  if (next === undefined) return null;
  const tier = (needs[need] + 1) as Tier;
  return { ...next, tier, house: tier };
}

export type NextHouse = Homestead['houses'][number] & {
  readonly house: number;
  /** Tier that `needs` of the six must have, and how many have it. */
  readonly tier: number;
  readonly have: number;
};

/** What the next house costs and asks for; null in the last one. */
export function nextHouse({ house, needs }: Home, { homestead }: Content): NextHouse | null {
  const next = homestead.houses[house - 1];
  if (next === undefined) return null;
  return { ...next, house: house + 1, tier: house, have: NEEDS.filter((need) => needs[need] >= house).length };
}
