import type { Figure, VerdictView } from '@bloomvale/shared/operator/preview-api';
import { type BoundTexts, boundTexts, FIGURE_KINDS, figureText, marginText, type Numbers } from './figure-format.ts';

/** What a rail says in words: pass, caution (more runs are needed to say), stop. */
export const JUDGEMENTS = ['pass', 'caution', 'stop'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];
const JUDGEMENT: Readonly<Record<VerdictView['verdict'], Judgement>> = {
  holds: 'pass',
  unsure: 'caution',
  broken: 'stop',
};

/** What stands beside a verdict. */
export type VerdictNote = 'below' | 'above' | 'near-least' | 'near-most' | 'unmeasured' | null;

export type GuardRow = {
  readonly figure: Figure;
  readonly live: string;
  readonly liveMargin: string | null;
  readonly draft: string;
  readonly draftMargin: string | null;
  readonly allowed: BoundTexts;
  readonly judgement: Judgement;
  readonly note: VerdictNote;
};

/** The guard rails as a table shows them, in the order in which they are kept. */
export const guardRows = (verdicts: readonly VerdictView[], numbers: Numbers): GuardRow[] =>
  verdicts.map((verdict) => {
    const { rail, live, draft } = verdict;
    const kind = FIGURE_KINDS[rail.figure];
    return {
      figure: rail.figure,
      live: figureText(live.value, kind, numbers),
      liveMargin: marginText(live.error, kind, numbers),
      draft: figureText(draft.value, kind, numbers),
      draftMargin: marginText(draft.error, kind, numbers),
      allowed: boundTexts(rail, kind, numbers),
      judgement: JUDGEMENT[verdict.verdict],
      note: noteOf(verdict),
    };
  });

function noteOf({ rail: { least, most }, draft: { value }, verdict }: VerdictView): VerdictNote {
  if (verdict === 'holds') return null;
  if (value === null || !Number.isFinite(value)) return 'unmeasured';
  if (verdict === 'broken') return least !== null && value < least ? 'below' : 'above';
  if (least === null) return 'near-most';
  if (most === null) return 'near-least';
  return Math.abs(value - least) <= Math.abs(value - most) ? 'near-least' : 'near-most';
}

/** How many rails pass, ask for caution, and stop. */
export function countJudgements(verdicts: readonly VerdictView[]): Readonly<Record<Judgement, number>> {
  const counts = { pass: 0, caution: 0, stop: 0 };
  for (const { verdict } of verdicts) counts[JUDGEMENT[verdict]] += 1;
  return counts;
}
