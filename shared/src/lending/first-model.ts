import type { Sector } from '../content/lending.ts';
import type { Model } from '../content/model.ts';
import type { SectorFactors } from '../content/sector.ts';

/**
 * The parameters of model version 1 as they were first published. Loans listed before parameters were part of the catalogue name none, and
 * run on these: nothing here may ever change. What is in force today stands in the catalogue (`content/model.ts`).
 */
export const FIRST_MODEL: Model = {
  lossPpm: { A: 10_000, B: 20_000, C: 35_000, D: 60_000, E: 100_000 },
  chain: {
    // Calibrated to a repayment rate of 96.4 % and PAR30 of 7 % at n = 12 (microfinance.md 5.3).
    depthMilli: 430,
    // Loans with few instalments have few chances to fail: with the hazard alone, a grade A market-day loan would be late in every third
    // case, and a bullet could not reach its loss at all (h r^6 < 0.2 %). Twelve-month loans lie far below it (1.4 to 1.7 times).
    hazardPerLoss: 5,
    rollPpm: [250_000, 450_000, 600_000, 720_000],
    cure: { one: 30, two: 25, all: 45 },
  },
  // The size of a coup de main is our own choice, the others are microfinance.md 5.4.
  shifts: { leanSeason: 250, harvest: -250, illness: 1_000, marketBoom: -150, contagion: 400, coupDeMain: -800 },
  drought: { chancePpm: 60_000, months: 6 },
  illness: { chancePpm: 10_000, months: 3 },
  // Recorded misses fall 11 % in groups.
  group: { coverPpm: 110_000, contagionPercent: 40 },
  help: { periods: 3 },
  // A hardship speaks for a borrower for half of a drought.
  reschedule: { afterDays: 30, most: 2, hardshipPeriods: 3 },
  // Our own choice: about a sixth of what was written off comes back within a year.
  recovery: { months: 12, chancePpm: 25_000, leastPercent: 10, spanPercent: 100 },
  // Our own choice of a currency that mostly creeps and rarely breaks: one break in 20 years of 8 to 24 %. Kiva's "shared" policy covers 10 %.
  currency: {
    coveredPpm: 100_000,
    creepMostPpm: 6_000,
    breakChancePpm: 4_000,
    breakLeastPpm: 80_000,
    breakSpanPpm: 160_000,
  },
  region: { memoryPercent: 80 },
  guarantee: { firstLossPercent: 50 },
};

const FARMS: SectorFactors = { correlationPpm: 120_000, seasonal: true, droughtShiftMilli: 800 };
const KITCHENS: SectorFactors = { correlationPpm: 50_000, seasonal: false, droughtShiftMilli: 300 };
const OTHERS: SectorFactors = { correlationPpm: 50_000, seasonal: false, droughtShiftMilli: 0 };

/** Likewise what a sector did to a loan then: only farms followed the seasons, and only farms and kitchens felt a drought. */
export const firstFactors = (sector: Sector): SectorFactors =>
  sector === 'agriculture' ? FARMS : sector === 'food' ? KITCHENS : OTHERS;
