import type { Sector } from '../content/lending.ts';
import { type Hex32, philoxKey } from '../random/keys.ts';
import { drawBlock, drawWord, hits, type PhiloxKey, STREAM } from '../random/philox.ts';
import { invariant } from '../result.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';
import { memoOf, remembered } from './region-memo.ts';
import { SHIFT_MILLI, type ShockPart } from './shocks.ts';

/** Memory of the regional factor, in periods, and its decay a period (microfinance.md 5.4). */
export const FACTOR_MEMORY = 24;
const FACTOR_DECAY = 0.8;

/** Simulated month an instant falls in: the period of regional factors, droughts and illness. */
export const monthOf = (at: SimSeconds): number => Math.floor(at / SIM_MONTH);

/**
 * Number of a region's key for a month. Keys 0 to 23 come before month 0: the factor looks back 24 periods, and a world must not begin
 * with a memory nobody committed to.
 */
export const keyPeriod = (month: number): number => month + FACTOR_MEMORY;

/** Key of one region by its number; from the season's secret on the server, from revealed keys in a replay. */
export type RegionKeyOf = (keyPeriod: number) => Hex32;

/** One innovation: twelve uniforms less six, close to a standard normal, from three blocks of one key. */
function innovation(key: PhiloxKey, period: number): number {
  let sum = 0;
  for (let draw = 0; draw < 3; draw++) {
    for (const word of drawBlock(key, { entity: 0, period, stream: STREAM.regionalFactor, draw }))
      sum += word / 0x100000000;
  }
  return sum - 6;
}

/**
 * Regional factor Z of a month: an AR(1) with decay 0.8 as a finite moving average of 25 innovations, scaled to variance one. A pure
 * function of the region's keys, so any month can be recomputed alone.
 */
export function regionalFactor(keyOf: RegionKeyOf, month: number): number {
  invariant(Number.isInteger(month) && month >= 0, 'regionalFactor: a month from 0 on');
  const { innovations } = memoOf(keyOf);
  const drawn = (period: number): number => innovation(philoxKey(keyOf(period)), period);
  let weight = 1;
  let sum = 0;
  let squares = 0;
  for (let back = 0; back <= FACTOR_MEMORY; back++) {
    const period = keyPeriod(month - back);
    sum += weight * remembered(innovations, period, drawn);
    squares += weight * weight;
    weight *= FACTOR_DECAY;
  }
  return sum / Math.sqrt(squares);
}

/** Chance of a drought a year, and how many months it lasts. */
export const DROUGHT_PPM = 60_000;
export const DROUGHT_MONTHS = 6;

/** Months (0 to 11) of a region's farming year (`content/region`). */
export type FarmingYear = {
  readonly lean: readonly number[];
  readonly harvest: readonly number[];
  readonly planting: number;
};

/**
 * Whether a region suffers a drought in a month. It is drawn once a year with the key of the planting month, which is revealed only
 * after that month: nobody can know a drought ahead.
 */
export function inDrought(keyOf: RegionKeyOf, year: FarmingYear, month: number): boolean {
  const thisYear = month - ((((month - year.planting) % 12) + 12) % 12);
  if (thisYear < 0 || month - thisYear >= DROUGHT_MONTHS) return false;
  return remembered(memoOf(keyOf).droughts, keyPeriod(thisYear), (period) =>
    hits(drawWord(philoxKey(keyOf(period)), { entity: 0, period, stream: STREAM.drought }), DROUGHT_PPM),
  );
}

/** Seasonal and drought shifts of a sector in a month; only farming (and, in a drought, food) feels them. */
export function regionalParts(sector: Sector, keyOf: RegionKeyOf, year: FarmingYear, month: number): ShockPart[] {
  const parts: ShockPart[] = [];
  const farming = sector === 'agriculture';
  const inYear = month % 12;
  if (farming && year.lean.includes(inYear)) parts.push({ cause: 'lean_season', shiftMilli: SHIFT_MILLI.leanSeason });
  if (farming && year.harvest.includes(inYear)) parts.push({ cause: 'harvest', shiftMilli: SHIFT_MILLI.harvest });
  if ((farming || sector === 'food') && inDrought(keyOf, year, month)) {
    parts.push({ cause: 'drought', shiftMilli: farming ? SHIFT_MILLI.droughtAgriculture : SHIFT_MILLI.droughtFood });
  }
  return parts;
}

/** Chance a month that a borrower falls ill, and for how many months it weighs. */
export const ILLNESS_PPM = 10_000;
export const ILLNESS_MONTHS = 3;

/** Illness of a borrower in a month, from the loan's own key. */
export function isIll(loanKey: PhiloxKey, month: number): boolean {
  for (let back = 0; back < ILLNESS_MONTHS && back <= month; back++) {
    if (hits(drawWord(loanKey, { entity: 0, period: month - back, stream: STREAM.illness }), ILLNESS_PPM)) return true;
  }
  return false;
}

/** An event an operator announced: a fair, a strike. Regions and sectors null mean all. */
export type OperatorEvent = {
  readonly id: string;
  readonly from: SimSeconds;
  readonly to: SimSeconds;
  readonly regions: readonly string[] | null;
  readonly sectors: readonly Sector[] | null;
  readonly shiftMilli: number;
  readonly boom: boolean;
};

export const eventParts = (
  events: readonly OperatorEvent[],
  region: string,
  sector: Sector,
  at: SimSeconds,
): ShockPart[] =>
  events
    .filter((one) => at >= one.from && at < one.to)
    .filter((one) => one.regions === null || one.regions.includes(region))
    .filter((one) => one.sectors === null || one.sectors.includes(sector))
    .map((one) => ({ cause: one.boom ? 'market_boom' : 'operator_event', shiftMilli: one.shiftMilli }));
