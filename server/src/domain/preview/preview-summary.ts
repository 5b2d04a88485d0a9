import { type Figure, MONTHLY, type Monthly } from '@bloomvale/shared/operator/preview-api';
import type { RunFigures, RunTotals } from './preview-record.ts';
import { meanOf, quantileOf, ratioOf, standardErrorOf } from './preview-statistics.ts';

/** Nine runs of ten lie between `low` and `high`; one entry a simulated month. */
export type Band = {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
};

/** A figure over all runs with its own Monte-Carlo error (one standard error). */
export type Estimate = { readonly value: number; readonly error: number };

export type PreviewSummary = {
  readonly runs: number;
  readonly loans: number;
  readonly loanMonths: number;
  readonly figures: Readonly<Record<Figure, Estimate>>;
  /** What the grades alone let expect of `loss`: the closed form, shocks left out. */
  readonly lossExpected: number;
  readonly bands: Readonly<Record<Monthly, Band>>;
  /** Share of the runs whose `loss` lies in each step of one percent; the last step is open. Runs without a cohort are left out. */
  readonly lossSpread: readonly number[];
};

/** Steps of the loss spread: 0 to 1 %, 1 to 2 %, ..., 20 % and more. Twice the worst grade's loss lies inside. */
export const LOSS_STEPS = 21;

/** Share of the runs outside a band, on each side. */
const BAND_TAIL = 0.05;

/** All runs of a preview in figures, bands and errors; the order of the runs does not matter. */
export function summarise(runs: readonly RunFigures[]): PreviewSummary {
  const totals = runs.map((run) => run.totals);
  const sum = (of: (run: RunTotals) => number): number => totals.reduce((all, run) => all + of(run), 0);
  return {
    runs: runs.length,
    loans: sum((run) => run.loans),
    loanMonths: sum((run) => run.loanMonths),
    figures: figuresOf(runs, totals),
    lossExpected: ratio(totals, 'cohortExpected', 'cohort').value,
    bands: bandsOf(runs),
    lossSpread: lossSpreadOf(totals),
  };
}

function lossSpreadOf(totals: readonly RunTotals[]): number[] {
  const counts = Array.from({ length: LOSS_STEPS }, () => 0);
  const cohorts = totals.filter(({ cohort }) => cohort > 0);
  for (const { cohortLost, cohort } of cohorts) {
    const step = Math.min(LOSS_STEPS - 1, Math.floor((cohortLost * 100) / cohort));
    counts[step] = (counts[step] as number) + 1;
  }
  return counts.map((count) => (cohorts.length === 0 ? 0 : count / cohorts.length));
}

function ratio(totals: readonly RunTotals[], part: keyof RunTotals, weight: keyof RunTotals): Estimate {
  const { ratio: value, error } = ratioOf(
    totals.map((run) => run[part]),
    totals.map((run) => run[weight]),
  );
  return { value, error };
}

function mean(values: readonly number[]): Estimate {
  const known = values.filter((value) => !Number.isNaN(value));
  return { value: meanOf(known), error: standardErrorOf(known) };
}

function figuresOf(runs: readonly RunFigures[], totals: readonly RunTotals[]): PreviewSummary['figures'] {
  const loss = ratio(totals, 'cohortLost', 'cohort');
  const atEnd = (figure: Monthly): Estimate => mean(runs.map((run) => run.monthly[figure].at(-1) ?? Number.NaN));
  return {
    fundedShare: ratio(totals, 'funded', 'decided'),
    hoursToFund: mean(totals.map((run) => run.hoursToFund)),
    repaymentRate: { value: 1 - loss.value, error: loss.error },
    loss,
    par30: ratio(totals, 'lateMonths', 'bookMonths'),
    par90: atEnd('par90'),
    lossMedian: mean(totals.map((run) => run.lossMedian)),
    lossP95: mean(totals.map((run) => run.lossP95)),
    lossWorst: mean(totals.map((run) => run.lossWorst)),
    newcomer: ratio(totals, 'newcomerReady', 'newcomerAsked'),
    supply: atEnd('supply'),
    walletMedian: atEnd('walletMedian'),
    walletP90: atEnd('walletP90'),
    gini: atEnd('gini'),
    faucetSink: atEnd('faucetSink'),
  };
}

function bandsOf(runs: readonly RunFigures[]): PreviewSummary['bands'] {
  return Object.fromEntries(MONTHLY.map((figure) => [figure, bandOf(runs, figure)])) as PreviewSummary['bands'];
}

function bandOf(runs: readonly RunFigures[], figure: Monthly): Band {
  const months = runs[0]?.monthly[figure].length ?? 0;
  const band: { low: number[]; median: number[]; high: number[] } = { low: [], median: [], high: [] };
  for (let month = 0; month < months; month++) {
    // Runs in which it could not be measured yet say nothing about the others.
    const values = runs.map((run) => run.monthly[figure][month] as number).filter((value) => !Number.isNaN(value));
    band.low.push(quantileOf(values, BAND_TAIL));
    band.median.push(quantileOf(values, 0.5));
    band.high.push(quantileOf(values, 1 - BAND_TAIL));
  }
  return band;
}
