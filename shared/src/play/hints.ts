import type { Content } from '../content/content.ts';
import type { Minor } from '../money/coins.ts';
import { HINTS, type Hint } from '../protocol/commands.ts';
import type { Instant } from '../time/sim-clock.ts';
import { cropOf } from './catalogue-lookup.ts';
import { isRipe } from './growth.ts';
import type { Household } from './household.ts';
import { plotsOwned } from './plots-owned.ts';
import { piecesOn } from './stall-clock.ts';
import { atHand } from './stall-serve.ts';

export type HintFacts = {
  readonly household: Household;
  readonly now: Instant;
  readonly content: Content;
  readonly timeScale: number;
  /** Spendable coins, minor units. */
  readonly wallet: Minor;
  /** Loans the player ever lent to, and what came back of them, minor units. */
  readonly loans: { readonly lent: number; readonly repaid: Minor };
};

/** Steps whose doing shows in the facts, so that nobody is told what they already know. The rest is known from `hints` alone. */
const EVIDENT: Partial<Record<Hint, (facts: HintFacts) => boolean>> = {
  plant: ({ household }) => household.xp > 0 || Object.keys(household.plots).length > 0,
  harvest: ({ household }) => household.xp > 0,
  stock: ({ household }) => household.stall.customers > 0 || piecesOn(household.stall) > 0,
  // What the starter loan pays for in kind, and whoever has it needs no telling.
  borrow: ({ household }) => household.extraPlots > 0 || Object.keys(household.stations).length > 0,
  family: ({ household }) => household.home.told.length > 0,
  hall: ({ loans }) => loans.lent > 0,
  lend: ({ loans }) => loans.lent > 0,
};

const share = ({ content }: HintFacts): Minor => content.economy.lending.share;

/** Steps that only make sense at certain times; the rest always does. A step that does not is passed over, never waited for. */
const POSSIBLE: Partial<Record<Hint, (facts: HintFacts) => boolean>> = {
  plant: ({ household, content }) => Object.keys(household.plots).length < plotsOwned(household, content),
  harvest: ({ household, now, content, timeScale }) =>
    Object.values(household.plots).some((plot) => {
      const crop = cropOf(content, plot.crop);
      return crop !== undefined && isRipe(plot, crop, now, timeScale);
    }),
  stock: ({ household }) =>
    Object.keys(household.store).length > 0 && household.stall.slots.some((slot) => slot === null),
  wish: ({ household }) => household.stall.wishes.some(({ good, quantity }) => atHand(household, good) >= quantity),
  // The first steps of the garden come before the first walk; while the first seeds grow there is nothing to hint at.
  borrow: ({ household }) => household.xp > 0,
  family: ({ household }) => household.xp > 0,
  village: ({ household }) => household.xp > 0,
  hall: ({ household }) => household.xp > 0,
  lend: (facts) => facts.household.xp > 0 && facts.wallet >= share(facts),
  repaid: ({ loans }) => loans.repaid > 0,
  relend: (facts) => facts.loans.repaid >= share(facts) && facts.wallet >= share(facts),
};

export const isHintDone = (hint: Hint, facts: HintFacts): boolean =>
  facts.household.hints.includes(hint) || EVIDENT[hint]?.(facts) === true;

/**
 * The next thing to suggest to a newcomer, or null when there is nothing to say now. It only ever suggests: no rule asks whether a
 * hint was followed.
 */
export function nextHint(facts: HintFacts): Hint | null {
  return HINTS.find((hint) => !isHintDone(hint, facts) && POSSIBLE[hint]?.(facts) !== false) ?? null;
}
