import { SECTORS } from '../content/lending.ts';
import type { Model } from '../content/model.ts';
import type { SectorEntry } from '../content/sector.ts';

/** A model in which an operator has turned everything, as far as the state machine lets them: nothing of the first one is left. */
export const TUNED: Model = {
  lossPpm: { A: 5_000, B: 30_000, C: 60_000, D: 90_000, E: 180_000 },
  chain: {
    depthMilli: -200,
    hazardPerLoss: 3,
    rollPpm: [400_000, 400_000, 500_000, 800_000],
    cure: { one: 60, two: 10, all: 30 },
  },
  shifts: { leanSeason: 700, harvest: -100, illness: 400, marketBoom: -20, contagion: 900, coupDeMain: -300 },
  drought: { chancePpm: 400_000, months: 11 },
  illness: { chancePpm: 150_000, months: 1 },
  group: { coverPpm: 600_000, contagionPercent: 15 },
  help: { periods: 1 },
  reschedule: { afterDays: 60, most: 1, hardshipPeriods: 6 },
  recovery: { months: 20, chancePpm: 300_000, leastPercent: 1, spanPercent: 20 },
  currency: {
    coveredPpm: 10_000,
    creepMostPpm: 30_000,
    breakChancePpm: 50_000,
    breakLeastPpm: 10_000,
    breakSpanPpm: 300_000,
  },
  region: { memoryPercent: 20 },
  guarantee: { firstLossPercent: 10 },
};
export const TUNED_SECTORS: readonly SectorEntry[] = SECTORS.map((id) => ({
  id,
  name: { en: id, fr: id },
  ...{ correlationPpm: 300_000, seasonal: true, droughtShiftMilli: 1_500 },
}));
