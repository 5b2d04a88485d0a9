import type { Rail, SummaryView, VerdictView } from '@bloomvale/shared/operator/preview-api';
import { changedFigures, judge } from '../../domain/preview/guard-rails.ts';
import type { Band, Estimate, PreviewSummary } from '../../domain/preview/preview-summary.ts';

/** JSON has no word for what could not be measured but null. */
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

const estimateOf = ({ value, error }: Estimate) => ({ value: known(value), error: known(error) });
const bandOf = ({ low, median, high }: Band) => ({
  low: low.map(known),
  median: median.map(known),
  high: high.map(known),
});

const mapped = <K extends string, A, B>(all: Readonly<Record<K, A>>, of: (one: A) => B): Record<K, B> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, of(one as A)])) as Record<K, B>;

/** A preview's figures as they go over the wire. */
export const summaryView = (summary: PreviewSummary): SummaryView => ({
  runs: summary.runs,
  loans: summary.loans,
  loanMonths: summary.loanMonths,
  figures: mapped(summary.figures, estimateOf),
  lossExpected: known(summary.lossExpected),
  bands: mapped(summary.bands, bandOf),
  lossSpread: [...summary.lossSpread],
});

export type Comparison = {
  readonly live: SummaryView;
  readonly draft: SummaryView;
  readonly changed: ReturnType<typeof changedFigures>;
  readonly verdicts: VerdictView[];
};

/** Both sides, in which figures they differ, and what each guard rail says of the draft. */
export function compare(live: PreviewSummary, draft: PreviewSummary, rails: readonly Rail[]): Comparison {
  const verdicts = judge(rails, draft).map(({ rail, found, verdict }) => ({
    rail,
    live: estimateOf(live.figures[rail.figure]),
    draft: estimateOf(found),
    verdict,
  }));
  return { live: summaryView(live), draft: summaryView(draft), changed: changedFigures(live, draft), verdicts };
}
