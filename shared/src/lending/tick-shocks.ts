import type { Model } from '../content/model.ts';
import type { SectorFactors } from '../content/sector.ts';
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
import { type Shock, type ShockPart, shockOf } from './shocks.ts';

/** What the world does to a borrower at a tick. */
export type TickWorld = {
  readonly place: BorrowerPlace;
  /** Parameters the loan was listed with, and those of its sector (`modelOf`, `sectorOf`). */
  readonly model: Model;
  readonly factors: SectorFactors;
  /** The loan's own key, for illness. */
  readonly loanKey: PhiloxKey;
  readonly regionKeyOf: RegionKeyOf;
  readonly farming: FarmingYear;
  readonly events: readonly OperatorEvent[];
  /** Periods after which villagers helped: the periods that follow are easier. */
  readonly helpAfter: readonly number[];
  /** The group was under strain at the tick before. */
  readonly contagion: boolean;
};

export type TickShock = { readonly shock: Shock; readonly parts: readonly ShockPart[]; readonly factor: number };

/** The shock on one tick, with its causes in words for the journal. The server and a replay call the same function. */
export function tickShock(world: TickWorld, period: number, at: SimSeconds): TickShock {
  const { place, model, factors, regionKeyOf, farming } = world;
  const { shifts } = model;
  const { droughtPpm } = place;
  const drought = droughtPpm === undefined ? model.drought : { ...model.drought, chancePpm: droughtPpm };
  const month = monthOf(at);
  const parts = regionalParts({ factors, shifts, drought }, regionKeyOf, farming, month);
  if (world.events.length > 0) parts.push(...eventParts(world.events, place.region, place.sector, at));
  if (isIll(world.loanKey, month, model.illness)) parts.push({ cause: 'illness', shiftMilli: shifts.illness });
  if (world.contagion) parts.push({ cause: 'contagion', shiftMilli: shifts.contagion });
  if (world.helpAfter.some((after) => period > after && period <= after + model.help.periods)) {
    parts.push({ cause: 'coup_de_main', shiftMilli: shifts.coupDeMain });
  }
  const factor = regionalFactor(regionKeyOf, month, model.region);
  return { shock: shockOf(factors.correlationPpm, factor, parts), parts, factor };
}
