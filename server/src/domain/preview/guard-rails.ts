import { z } from 'zod';
import { type Estimate, type PreviewSummary, SUMMARY_FIGURES, type SummaryFigure } from './preview-summary.ts';

/** Bounds a draft must keep before it is published without a second thought; either side may be open. */
export const GuardRailSchema = z
  .strictObject({
    figure: z.enum(SUMMARY_FIGURES),
    least: z.number().nullable(),
    most: z.number().nullable(),
  })
  .refine(({ least, most }) => least !== null || most !== null, 'a guard rail has at least one bound')
  .refine(({ least, most }) => least === null || most === null || least <= most, 'least is not above most');
export type GuardRail = z.infer<typeof GuardRailSchema>;

/** Healthy bands of microfinance.md 7 and 4, as lending.md 6 scales them; operators change them. */
export const DEFAULT_GUARD_RAILS: readonly GuardRail[] = [
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
  readonly rail: GuardRail;
  readonly found: Estimate;
  readonly verdict: 'holds' | 'broken' | 'unsure';
};

const ERRORS = 2;

/** What each rail says of a preview. A figure that could not be measured (NaN) is unsure. */
export const judge = (rails: readonly GuardRail[], summary: PreviewSummary): Verdict[] =>
  rails.map((rail) => {
    const found = summary.figures[rail.figure];
    return { rail, found, verdict: verdictOf(rail, found) };
  });

function verdictOf({ least, most }: GuardRail, { value, error }: Estimate): Verdict['verdict'] {
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
export const changedFigures = (before: PreviewSummary, after: PreviewSummary): SummaryFigure[] =>
  SUMMARY_FIGURES.filter((figure) => {
    const [a, b] = [before.figures[figure], after.figures[figure]];
    return Math.abs(a.value - b.value) > ERRORS * Math.hypot(a.error, b.error);
  });
