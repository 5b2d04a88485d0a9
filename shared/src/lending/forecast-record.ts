import type { CalibrationBin } from '../protocol/lending-views.ts';
import { PPM } from '../random/philox.ts';

/** A closed loan: the chance of full repayment that was told before it was funded, and what happened. */
export type ForecastOutcome = { readonly forecast: number; readonly repaid: boolean };

/** Bounds of the bins, ppm. Fixed, so that nobody can choose them after the fact; the grades A to E lie in different ones. */
export const BIN_BOUNDS = [0, 700_000, 800_000, 880_000, 930_000, 960_000, PPM] as const;
/** Chance left out at each end of a bin's range. */
const TAIL = 0.05;

const ppm = (share: number): number => Math.round(share * PPM);

/** Forecasts beside outcomes, bin by bin; bins without a loan are left out. */
export function forecastRecord(outcomes: readonly ForecastOutcome[]): CalibrationBin[] {
  const bins: CalibrationBin[] = [];
  for (let i = 0; i + 1 < BIN_BOUNDS.length; i++) {
    const fromPpm = BIN_BOUNDS[i] as number;
    const toPpm = BIN_BOUNDS[i + 1] as number;
    const inBin = outcomes.filter(({ forecast }) => {
      const told = ppm(forecast);
      return told >= fromPpm && (told < toPpm || toPpm === PPM);
    });
    if (inBin.length === 0) continue;
    const loans = inBin.length;
    const [low, high] = chanceRange(inBin.map(({ forecast }) => forecast));
    bins.push({
      fromPpm,
      toPpm,
      forecastPpm: ppm(inBin.reduce((sum, { forecast }) => sum + forecast, 0) / loans),
      happenedPpm: ppm(inBin.filter(({ repaid }) => repaid).length / loans),
      loans,
      lowPpm: ppm(low / loans),
      highPpm: ppm(high / loans),
    });
  }
  return bins;
}

/**
 * How many of these loans are repaid in 90 of 100 worlds if every forecast is right and loans do not know each other: the exact
 * distribution of a sum of unequal coin tosses (Poisson binomial), by its recursion; 5 of 100 left out at each end.
 */
export function chanceRange(chances: readonly number[]): readonly [low: number, high: number] {
  let ways = new Float64Array(chances.length + 1);
  ways[0] = 1;
  for (const [n, chance] of chances.entries()) {
    const next = new Float64Array(chances.length + 1);
    for (let k = 0; k <= n; k++) {
      next[k] = (next[k] as number) + (ways[k] as number) * (1 - chance);
      next[k + 1] = (next[k + 1] as number) + (ways[k] as number) * chance;
    }
    ways = next;
  }
  let low = 0;
  for (let below = ways[0] as number; below <= TAIL && low < chances.length; below += ways[low] as number) low++;
  let high = chances.length;
  for (let above = ways[high] as number; above <= TAIL && high > 0; above += ways[high] as number) high--;
  return [low, high];
}
