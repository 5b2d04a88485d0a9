import { type PreviewAsk, PreviewAskSchema } from '@bloomvale/shared/operator/preview-api';

/** What the operator typed, as typed. */
export type PreviewForm = {
  readonly seed: string;
  readonly runs: string;
  readonly months: string;
  readonly lenders: string;
  readonly shocks: boolean;
  readonly flows: PreviewAsk['flows'];
};
export const PREVIEW_NUMBERS = ['runs', 'months', 'lenders'] as const;
export type PreviewNumber = (typeof PREVIEW_NUMBERS)[number];
export type PreviewFault = 'empty' | 'long' | 'number' | 'range';
export type PreviewFaults = Partial<Readonly<Record<PreviewNumber | 'seed', PreviewFault>>>;

/** The largest a field takes; the same bounds as `PreviewAskSchema`, which has the last word. */
export const PREVIEW_MOST: Readonly<Record<PreviewNumber, number>> = { runs: 1_000, months: 60, lenders: 2_000 };
export const SEED_MOST = 40;

/** As issue 6 asks: 200 runs of 24 months with 200 lenders. */
export const PREVIEW_FORM: PreviewForm = {
  seed: 'preview',
  runs: '200',
  months: '24',
  lenders: '200',
  shocks: true,
  flows: 'styles',
};

export const formOf = ({ seed, runs, months, lenders, shocks, flows }: PreviewAsk): PreviewForm => ({
  seed,
  runs: String(runs),
  months: String(months),
  lenders: String(lenders),
  shocks,
  flows,
});

/** What to ask the server for, or what is wrong by field. */
export function readPreviewForm(
  draft: string,
  form: PreviewForm,
): { readonly ask: PreviewAsk } | { readonly faults: PreviewFaults } {
  const faults: { -readonly [K in keyof PreviewFaults]: PreviewFault } = {};
  const seed = form.seed.trim();
  if (seed === '') faults.seed = 'empty';
  else if (seed.length > SEED_MOST) faults.seed = 'long';
  for (const name of PREVIEW_NUMBERS) {
    const fault = numberFault(form[name], PREVIEW_MOST[name]);
    if (fault !== null) faults[name] = fault;
  }
  if (Object.keys(faults).length > 0) return { faults };
  return {
    ask: PreviewAskSchema.parse({
      draft,
      seed,
      runs: whole(form.runs),
      months: whole(form.months),
      lenders: whole(form.lenders),
      shocks: form.shocks,
      flows: form.flows,
    }),
  };
}

/** Thousands may be apart: people copy "1 000" from what the console shows. */
const whole = (typed: string): number => Number(typed.replaceAll(/[\s\u00a0]/g, ''));

function numberFault(typed: string, most: number): PreviewFault | null {
  const bare = typed.replaceAll(/[\s\u00a0]/g, '');
  if (bare === '') return 'empty';
  if (!/^\d+$/.test(bare)) return 'number';
  const value = Number(bare);
  return value < 1 || value > most ? 'range' : null;
}
