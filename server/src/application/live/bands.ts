import { LIVE_FIGURES, type LiveFigure } from '@bloomvale/shared/operator/live-api';
import type { Rail } from '@bloomvale/shared/operator/preview-api';

export type Band = { readonly least: number | null; readonly most: number | null };
export type Verdict = 'inside' | 'low' | 'high' | 'unknown';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** microfinance.md 7 assumed loans that live so long; real time. */
export const REFERENCE_LIFE_MS = 30 * DAY_MS;
/** Its figures by the week, and the median time to fund that Kiva shows, belong to loans of that life. */
const REFERENCE_WEEK_MS = 7 * DAY_MS;
const REFERENCE_FUNDING_MS = 9 * DAY_MS;

/**
 * A week of the reference, scaled to the loans that there are (lending.md 6): 7 days of a 30-day loan are 7/30 of a loan's life. With loans
 * that live a day, velocity is therefore counted over 5.6 hours, and compared with the band of a week. ms.
 */
export const scaledWeek = (lifeMs: number): number => (REFERENCE_WEEK_MS * lifeMs) / REFERENCE_LIFE_MS;

/**
 * Healthy bands of microfinance.md 7, scaled by the loans' mean life where they are times or speeds. Shares of loans (funded, at risk, repaid)
 * and of coins (faucets to sinks, Gini) do not depend on how long a loan lives. A figure without a band is told without a verdict.
 */
const bandOf = (lifeMs: number): Partial<Record<LiveFigure, Band>> => ({
  fundedShare: { least: 0.9, most: 0.97 },
  // In real hours.
  hoursToFund: { least: null, most: (REFERENCE_FUNDING_MS * lifeMs) / REFERENCE_LIFE_MS / HOUR_MS },
  par30: { least: 0.05, most: 0.09 },
  par90: { least: 0.02, most: 0.04 },
  repaymentRate: { least: 0.95, most: 0.98 },
  faucetSink: { least: 0.95, most: 1.5 },
  velocity: { least: 0.8, most: 2 },
  gini: { least: null, most: 0.65 },
  relent: { least: 0.6, most: null },
});

const OPEN: Band = { least: null, most: null };

/** The band of each figure: the operators' guard rail where one was set for it, else the literature's. */
export function bandsFor(lifeMs: number, rails: readonly Rail[]): Readonly<Record<LiveFigure, Band>> {
  const bands = bandOf(lifeMs);
  const entries = LIVE_FIGURES.map((figure) => {
    const rail = rails.find((one) => one.figure === figure);
    const band = rail === undefined ? bands[figure] : { least: rail.least, most: rail.most };
    return [figure, band ?? OPEN] as const;
  });
  return Object.fromEntries(entries) as Record<LiveFigure, Band>;
}

/** `unknown` when the figure could not be measured or nothing bounds it. */
export function verdictOf(value: number | null, { least, most }: Band): Verdict {
  if (value === null || (least === null && most === null)) return 'unknown';
  if (least !== null && value < least) return 'low';
  return most !== null && value > most ? 'high' : 'inside';
}
