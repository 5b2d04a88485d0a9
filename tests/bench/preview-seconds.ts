import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Content } from '@bloomvale/shared/content/content';
import { LENDER_STYLES } from '../../server/src/domain/preview/lender-styles.ts';
import { PREVIEW_DEFAULTS } from '../../server/src/domain/preview/preview-settings.ts';
import { runPreview } from '../../server/src/operator/preview/preview-job.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';

/** Issue "The operator's console", Numbers: 60 loans x 200 runs x 24 months on two cores. */
const LOANS = 60;
const THREADS = 2;
const MOST_SECONDS = 10;
const ROUNDS = 3;

/**
 * A preview as the console asks for it, with the whole village life round the loans: lenders, halls, windows, pool. One side, and the whole
 * comparison of a draft with the live version, in turns, so that both see the same machine.
 */
export async function measurePreview(): Promise<BenchFigure[]> {
  const whole = loadCatalogue();
  const live = { ...whole, entrepreneurs: whole.entrepreneurs.slice(0, LOANS) };
  const { lending } = live.economy;
  const draft = {
    ...live,
    economy: { ...live.economy, lending: { ...lending, windowSimHours: lending.windowSimHours * 2 } },
  };
  const one: Played[] = [];
  const both: Played[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await played([live], `bench ${round}`));
    both.push(await played([draft, live], `bench ${round}`));
  }
  const [side, sides] = [medianOf(one), medianOf(both)];
  const what = `${LOANS} entries, ${PREVIEW_DEFAULTS.runs} runs, ${PREVIEW_DEFAULTS.months} months`;
  const ratio = rounded(sides.seconds / side.seconds, 2);
  return [
    {
      name: `comparison of a draft with the live version: 2 x ${what}`,
      value: rounded(sides.seconds, 2),
      unit: 's',
      atMost: MOST_SECONDS,
      note: `${THREADS} threads, ${PREVIEW_DEFAULTS.lenders} lenders; ${ratio} times one side; runs of ${secondsOf(both)} s`,
    },
    {
      name: `preview of one side: ${what}`,
      value: rounded(side.seconds, 2),
      unit: 's',
      atMost: MOST_SECONDS,
      note: `${THREADS} threads; runs of ${secondsOf(one)} s`,
    },
    {
      name: 'loan-months a second in a comparison',
      value: rounded(sides.loanMonths / sides.seconds, 0),
      unit: '',
      note: `${sides.loanMonths} loan-months in all`,
    },
  ];
}

type Played = { readonly seconds: number; readonly loanMonths: number };

async function played(contents: readonly Content[], seed: string): Promise<Played> {
  const start = performance.now();
  const summaries = await runPreview({
    contents,
    styles: LENDER_STYLES,
    settings: { ...PREVIEW_DEFAULTS, seed },
    threads: THREADS,
  });
  const seconds = (performance.now() - start) / 1_000;
  return { seconds, loanMonths: summaries.reduce((sum, { loanMonths }) => sum + loanMonths, 0) };
}

const medianOf = (all: readonly Played[]): Played =>
  all.toSorted((a, b) => a.seconds - b.seconds)[all.length >> 1] as Played;

const secondsOf = (all: readonly Played[]): string => all.map(({ seconds }) => rounded(seconds, 1)).join(', ');
