import { FIGURES, type Figure, type Rail } from '@bloomvale/shared/operator/preview-api';
import type { Estimate, PreviewSummary } from './preview-summary.ts';

/** Healthy bands of microfinance.md 7 and 4, as lending.md 6 scales them; operators change them. */
export const DEFAULT_GUARD_RAILS: readonly Rail[] = [
  { figure: 'fundedShare', least: 0.9, most: null },
  { figure: 'repaymentRate', least: 0.95, most: 0.98 },
  { figure: 'par30', least: null, most: 0.09 },
  { figure: 'par90', least: null, most: 0.04 },
  { figure: 'gini', least: null, most: 0.65 },
  { figure: 'faucetSink', least: 0.95, most: 1.5 },
  { figure: 'newcomer', least: 1, most: null },
];

/**
 * `unsure`: the bound lies within two standard errors of the figure, so more runs are needed before anybody may say which side it is on.
 */
export type Verdict = {
  readonly rail: Rail;
  readonly found: Estimate;
  readonly verdict: 'holds' | 'broken' | 'unsure';
};

const ERRORS = 2;

/** What each rail says of a preview. A figure that could not be measured (NaN) is unsure. */
export const judge = (rails: readonly Rail[], summary: PreviewSummary): Verdict[] =>
  rails.map((rail) => {
    const found = summary.figures[rail.figure];
    return { rail, found, verdict: verdictOf(rail, found) };
  });

function verdictOf({ least, most }: Rail, { value, error }: Estimate): Verdict['verdict'] {
  if (Number.isNaN(value)) return 'unsure';
  const margin = ERRORS * error;
  const low = least ?? Number.NEGATIVE_INFINITY;
  const high = most ?? Number.POSITIVE_INFINITY;
  if (value + margin < low || value - margin > high) return 'broken';
  const inside = value >= low && value <= high;
  if (margin === 0) return inside ? 'holds' : 'broken';
  return value - margin >= low && value + margin <= high ? 'holds' : 'unsure';
}

/** Figures in which two previews differ by more than two standard errors of the difference; same seed, so much luck is shared. */
export const changedFigures = (before: PreviewSummary, after: PreviewSummary): Figure[] =>
  FIGURES.filter((figure) => {
    const [a, b] = [before.figures[figure], after.figures[figure]];
    return Math.abs(a.value - b.value) > ERRORS * Math.hypot(a.error, b.error);
  });
