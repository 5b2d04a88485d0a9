import { z } from 'zod';
import { IdSchema, InstantSchema, NothingSchema, ReasonSchema, WhoSchema } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A figure over all runs and one standard error of the Monte-Carlo; null where it could not be measured. */
export const EstimateSchema = z.strictObject({ value: z.number().nullable(), error: z.number().nullable() });
/** Nine runs of ten lie between `low` and `high`; an entry a simulated month, the first after one month. */
export const BandSchema = z.strictObject({
  low: z.array(z.number().nullable()),
  median: z.array(z.number().nullable()),
  high: z.array(z.number().nullable()),
});

/**
 * Figures of a whole preview; shares are 0 to 1, coins in minor units. How each is counted over all months stands at `RunTotals` in
 * `domain/preview/preview-record.ts`.
 */
export const FIGURES = [
  'fundedShare',
  'hoursToFund',
  'repaymentRate',
  'loss',
  'par30',
  'par90',
  'lossMedian',
  'lossP95',
  'lossWorst',
  'newcomer',
  'supply',
  'walletMedian',
  'walletP90',
  'gini',
  'faucetSink',
] as const;
export const FigureSchema = z.enum(FIGURES);
export type Figure = z.infer<typeof FigureSchema>;
/** Figures at the end of each simulated month; NaN (null on the wire) where one could not be measured yet. */
export const MONTHLY = [
  /** Ordinary loans disbursed from the start / those that were filled or whose window ended; NaN before any was. */
  'fundedShare',
  /** Outstanding principal of loans more than 30 (90) days past due / all outstanding principal (microfinance.md 3); 0 with none. */
  'par30',
  'par90',
  /** Principal repaid from the start / (repaid + written off); 1 before anything was due. */
  'repaymentRate',
  /** Coins in wallets, escrow, loans and pools. */
  'supply',
  'walletMedian',
  'walletP90',
  /** Gini of wallet + lent out (microfinance.md 7). */
  'gini',
  /** Minted from the start / (spent + lost) from the start; 0 while nothing was destroyed. */
  'faucetSink',
] as const satisfies readonly Figure[];
export const MonthlySchema = z.enum(MONTHLY);
export type Monthly = z.infer<typeof MonthlySchema>;

export const SummarySchema = z.strictObject({
  runs: z.int(),
  loans: z.int(),
  loanMonths: z.int(),
  figures: z.record(FigureSchema, EstimateSchema),
  /** What the grades alone let expect of `loss`: the closed form, shocks left out. */
  lossExpected: z.number().nullable(),
  bands: z.record(MonthlySchema, BandSchema),
  /** Share of runs whose loss lies in each step of one percent; the last step is open. */
  lossSpread: z.array(z.number()),
});
export type SummaryView = z.infer<typeof SummarySchema>;

/** Bounds a draft should keep; either side may be open. */
export const RailSchema = z
  .strictObject({ figure: FigureSchema, least: z.number().nullable(), most: z.number().nullable() })
  .refine(({ least, most }) => least !== null || most !== null, 'a guard rail has at least one bound')
  .refine(({ least, most }) => least === null || most === null || least <= most, 'least is not above most');
export type Rail = z.infer<typeof RailSchema>;
export const VerdictSchema = z.strictObject({
  rail: RailSchema,
  live: EstimateSchema,
  draft: EstimateSchema,
  /** Of the draft. `unsure`: the bound lies within two standard errors. */
  verdict: z.enum(['holds', 'broken', 'unsure']),
});
export type VerdictView = z.infer<typeof VerdictSchema>;

export const PreviewAskSchema = z.strictObject({
  /** Draft id, compared with the live version. */
  draft: IdSchema,
  seed: z.string().trim().min(1).max(40),
  runs: z.int().min(1).max(1_000),
  months: z.int().min(1).max(60),
  lenders: z.int().min(1).max(2_000),
  shocks: z.boolean(),
  /** Hourly flows of the balance report's styles, or of the players of the last seven days. */
  flows: z.enum(['styles', 'live']),
});
export type PreviewAsk = z.infer<typeof PreviewAskSchema>;

export const PreviewViewSchema = z.strictObject({
  id: IdSchema,
  ask: PreviewAskSchema,
  draftRevision: z.int(),
  liveVersion: z.int(),
  by: WhoSchema,
  at: InstantSchema,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Runs done of all, both sides together. */
  done: z.int(),
  all: z.int(),
  tookMs: z.number().nullable(),
  result: z
    .strictObject({
      live: SummarySchema,
      draft: SummarySchema,
      /** Figures in which both differ by more than two standard errors. */
      changed: z.array(FigureSchema),
      verdicts: z.array(VerdictSchema),
    })
    .nullable(),
});
export type PreviewView = z.infer<typeof PreviewViewSchema>;

const OfPreview = z.strictObject({ id: IdSchema });

export const PREVIEW_API = {
  startPreview: endpoint({
    method: 'POST',
    path: '/previews',
    summary: 'Play a draft and the live version forward by the same luck',
    access: 'editor',
    scope: 'preview',
    body: PreviewAskSchema,
    answer: PreviewViewSchema,
  }),
  preview: endpoint({
    method: 'GET',
    path: '/previews/:id',
    summary: 'Progress and result of a preview',
    access: 'viewer',
    scope: 'preview',
    params: OfPreview,
    answer: PreviewViewSchema,
  }),
  latestPreview: endpoint({
    method: 'GET',
    path: '/catalogue/drafts/:id/preview',
    summary: 'The latest preview of a draft, null without one',
    access: 'viewer',
    scope: 'preview',
    params: OfPreview,
    answer: z.strictObject({ preview: PreviewViewSchema.nullable() }),
  }),
  cancelPreview: endpoint({
    method: 'POST',
    path: '/previews/:id/cancel',
    summary: 'Cancel a running preview',
    access: 'editor',
    scope: 'preview',
    params: OfPreview,
    body: NothingSchema,
    answer: PreviewViewSchema,
  }),
  rails: endpoint({
    method: 'GET',
    path: '/guard-rails',
    summary: 'Bounds by which previews and the live figures are judged',
    access: 'viewer',
    scope: 'preview',
    answer: z.strictObject({ rails: z.array(RailSchema) }),
  }),
  setRails: endpoint({
    method: 'POST',
    path: '/guard-rails',
    summary: 'Change the guard rails',
    access: 'publisher',
    scope: 'publish',
    body: z.strictObject({ rails: z.array(RailSchema).max(40), reason: ReasonSchema }),
    answer: z.strictObject({ rails: z.array(RailSchema) }),
  }),
} as const;
