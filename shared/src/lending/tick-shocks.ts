import type { PhiloxKey } from '../random/philox.ts';
import type { SimSeconds } from '../time/sim-clock.ts';
import type { BorrowerPlace } from './loan-terms.ts';
import {
  eventParts,
  type FarmingYear,
  isIll,
  monthOf,
  type OperatorEvent,
  type RegionKeyOf,
  regionalFactor,
  regionalParts,
} from './region.ts';
import { correlationPpm, SHIFT_MILLI, type Shock, type ShockPart, shockOf } from './shocks.ts';

/** Periods that a coup de main works for, and that contagion in a group lasts (microfinance.md 5.4, lending.md 3). */
export const HELP_PERIODS = 3;

/** What the world does to a borrower at a tick. */
export type TickWorld = {
  readonly place: BorrowerPlace;
  /** The loan's own key, for illness. */
  readonly loanKey: PhiloxKey;
  readonly regionKeyOf: RegionKeyOf;
  readonly farming: FarmingYear;
  readonly events: readonly OperatorEvent[];
  /** Periods after which villagers helped: the three periods that follow are easier. */
  readonly helpAfter: readonly number[];
  /** The group was under strain at the tick before. */
  readonly contagion: boolean;
};

export type TickShock = { readonly shock: Shock; readonly parts: readonly ShockPart[]; readonly factor: number };

/** The shock on one tick, with its causes in words for the journal. The server and a replay call the same function. */
export function tickShock(world: TickWorld, period: number, at: SimSeconds): TickShock {
  const { place, regionKeyOf, farming } = world;
  const month = monthOf(at);
  const parts: ShockPart[] = [
    ...regionalParts(place.sector, regionKeyOf, farming, month),
    ...eventParts(world.events, place.region, place.sector, at),
  ];
  if (isIll(world.loanKey, month)) parts.push({ cause: 'illness', shiftMilli: SHIFT_MILLI.illness });
  if (world.contagion) parts.push({ cause: 'contagion', shiftMilli: SHIFT_MILLI.contagion });
  if (world.helpAfter.some((after) => period > after && period <= after + HELP_PERIODS)) {
    parts.push({ cause: 'coup_de_main', shiftMilli: SHIFT_MILLI.coupDeMain });
  }
  const factor = regionalFactor(regionKeyOf, month);
  return { shock: shockOf(correlationPpm(place.sector), factor, parts), parts, factor };
}
