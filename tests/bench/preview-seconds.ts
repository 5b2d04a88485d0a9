import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { LENDER_STYLES } from '../../server/src/domain/preview/lender-styles.ts';
import { PREVIEW_DEFAULTS } from '../../server/src/domain/preview/preview-settings.ts';
import { runPreview } from '../../server/src/operator/preview/preview-job.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';

/** Issue "The operator's console", Numbers: 60 loans x 200 runs x 24 months on two cores. */
const LOANS = 60;
const THREADS = 2;
const MOST_SECONDS = 10;
const ROUNDS = 3;

/** A preview as the console asks for it, with the whole village life round the loans: lenders, halls, windows, pool. */
export async function measurePreview(): Promise<BenchFigure[]> {
  const whole = loadCatalogue();
  const content = { ...whole, entrepreneurs: whole.entrepreneurs.slice(0, LOANS) };
  const rounds: { readonly seconds: number; readonly loanMonths: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { loanMonths } = await runPreview({
      content,
      styles: LENDER_STYLES,
      settings: { ...PREVIEW_DEFAULTS, seed: `bench ${round}` },
      threads: THREADS,
    });
    rounds.push({ seconds: (performance.now() - start) / 1_000, loanMonths });
  }
  const sorted = rounds.toSorted((a, b) => a.seconds - b.seconds);
  const median = sorted[ROUNDS >> 1] as (typeof sorted)[number];
  const all = rounds.map(({ seconds }) => rounded(seconds, 1)).join(', ');
  return [
    {
      name: `preview of ${LOANS} entries, ${PREVIEW_DEFAULTS.runs} runs, ${PREVIEW_DEFAULTS.months} months`,
      value: rounded(median.seconds, 2),
      unit: 's',
      atMost: MOST_SECONDS,
      note: `${THREADS} threads, ${PREVIEW_DEFAULTS.lenders} lenders; runs of ${all} s`,
    },
    {
      name: 'loan-months a second in a preview',
      value: rounded(median.loanMonths / median.seconds, 0),
      unit: '',
      note: `${median.loanMonths} loan-months in all`,
    },
  ];
}
