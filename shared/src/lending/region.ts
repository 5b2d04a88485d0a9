import type { Sector } from '../content/lending.ts';
import type { DroughtModel, IllnessModel, Model } from '../content/model.ts';
import type { SectorFactors } from '../content/sector.ts';
import { type Hex32, philoxKey } from '../random/keys.ts';
import { drawBlock, drawWord, hits, type PhiloxKey, STREAM } from '../random/philox.ts';
import { invariant } from '../result.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';
import { memoOf, remembered } from './region-memo.ts';
import type { ShockPart } from './shocks.ts';

/**
 * Periods the regional factor looks back (microfinance.md 5.4). Not tunable: keys are numbered by it, and replay files hold as many. At the
 * strongest memory a catalogue may ask for, less than a third of the oldest weight is left out.
 */
export const FACTOR_MEMORY = 24;

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
 * Regional factor Z of a month: an AR(1) with a decay of `memoryPercent` a month as a finite moving average of 25 innovations, scaled to
 * variance one. A pure function of the region's keys, so any month can be recomputed alone.
 */
export function regionalFactor(keyOf: RegionKeyOf, month: number, { memoryPercent }: Model['region']): number {
  invariant(Number.isInteger(month) && month >= 0, 'regionalFactor: a month from 0 on');
  const { factors } = memoOf(keyOf);
  const name = month * 100 + memoryPercent;
  return factors.get(name) ?? remembered(factors, name, () => factorOf(keyOf, month, memoryPercent));
}

function factorOf(keyOf: RegionKeyOf, month: number, memoryPercent: number): number {
  const { innovations } = memoOf(keyOf);
  const drawn = (period: number): number => innovation(philoxKey(keyOf(period)), period);
  const { weights, norm } = weightsOf(memoryPercent);
  const last = keyPeriod(month);
  let sum = 0;
  for (let back = 0; back <= FACTOR_MEMORY; back++) {
    sum += (weights[back] as number) * (innovations.get(last - back) ?? remembered(innovations, last - back, drawn));
  }
  return sum / norm;
}

type Weights = { readonly weights: readonly number[]; readonly norm: number };
/** By `memoryPercent`, 0 to 99: a handful of versions of the catalogue. */
const weightsKept = new Map<number, Weights>();

function weightsOf(memoryPercent: number): Weights {
  return remembered(weightsKept, memoryPercent, () => {
    const decay = memoryPercent / 100;
    const weights: number[] = [];
    let weight = 1;
    let squares = 0;
    for (let back = 0; back <= FACTOR_MEMORY; back++) {
      weights.push(weight);
      squares += weight * weight;
      weight *= decay;
    }
    return { weights, norm: Math.sqrt(squares) };
  });
}

/** Months (0 to 11) of a region's farming year (`content/region`). */
export type FarmingYear = {
  readonly lean: readonly number[];
  readonly harvest: readonly number[];
  readonly planting: number;
};

/**
 * Whether a region suffers a drought in a month. It is drawn once a year with the key of the planting month, which is revealed only
 * after that month: nobody can know a drought ahead. Loans listed with different chances look at the same draw, so a drought of the one
 * is a drought of every other whose chance is as large.
 */
export function inDrought(keyOf: RegionKeyOf, year: FarmingYear, month: number, drought: DroughtModel): boolean {
  const thisYear = month - ((((month - year.planting) % 12) + 12) % 12);
  if (thisYear < 0 || month - thisYear >= drought.months) return false;
  const word = remembered(memoOf(keyOf).droughts, keyPeriod(thisYear), (period) =>
    drawWord(philoxKey(keyOf(period)), { entity: 0, period, stream: STREAM.drought }),
  );
  return hits(word, drought.chancePpm);
}

/** What a region's year depends on for one loan. */
export type RegionalModel = {
  readonly factors: SectorFactors;
  readonly shifts: Pick<Model['shifts'], 'leanSeason' | 'harvest'>;
  readonly drought: DroughtModel;
};

/** Seasonal and drought shifts in a month, for a sector that feels them. */
export function regionalParts(model: RegionalModel, keyOf: RegionKeyOf, year: FarmingYear, month: number): ShockPart[] {
  const parts: ShockPart[] = [];
  const { factors, shifts, drought } = model;
  const inYear = month % 12;
  if (factors.seasonal && year.lean.includes(inYear))
    parts.push({ cause: 'lean_season', shiftMilli: shifts.leanSeason });
  if (factors.seasonal && year.harvest.includes(inYear)) parts.push({ cause: 'harvest', shiftMilli: shifts.harvest });
  if (factors.droughtShiftMilli > 0 && inDrought(keyOf, year, month, drought)) {
    parts.push({ cause: 'drought', shiftMilli: factors.droughtShiftMilli });
  }
  return parts;
}

/** Illness of a borrower in a month, from the loan's own key: it began within the last `months`. */
export function isIll(loanKey: PhiloxKey, month: number, { chancePpm, months }: IllnessModel): boolean {
  for (let back = 0; back < months && back <= month; back++) {
    if (hits(drawWord(loanKey, { entity: 0, period: month - back, stream: STREAM.illness }), chancePpm)) return true;
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
