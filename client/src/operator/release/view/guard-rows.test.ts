import type { VerdictView } from '@bloomvale/shared/operator/preview-api';
import { describe, expect, it } from 'vitest';
import { formatDecimal, formatInteger } from '../../../i18n/format/number.ts';
import { countJudgements, guardRows } from './guard-rows.ts';

const en = {
  locale: 'en',
  integer: formatInteger,
  decimal: (v: number, d: number) => formatDecimal(v, d, 'en'),
} as const;
const verdict = (
  over: Partial<VerdictView['rail']> & { value: number | null; says: VerdictView['verdict']; error?: number | null },
): VerdictView => ({
  rail: { figure: over.figure ?? 'par30', least: over.least ?? null, most: over.most ?? null },
  live: { value: 0.068, error: 0.002 },
  draft: { value: over.value, error: over.error === undefined ? 0.002 : over.error },
  verdict: over.says,
});

describe('guardRows', () => {
  it('shows a figure that could not be measured as such, and asks for caution', () => {
    const [row] = guardRows([verdict({ value: null, most: 0.09, says: 'unsure', error: null })], en);
    expect(row).toMatchObject({ draft: '–', draftMargin: null, judgement: 'caution', note: 'unmeasured' });
  });
  it('says on which side a broken rail lies', () => {
    const rows = guardRows(
      [
        verdict({ value: 0.2, most: 0.09, says: 'broken' }),
        verdict({ figure: 'repaymentRate', value: 0.9, least: 0.95, most: 0.98, says: 'broken' }),
        verdict({ figure: 'repaymentRate', value: 0.99, least: 0.95, most: 0.98, says: 'broken' }),
      ],
      en,
    );
    expect(rows.map(({ judgement, note }) => [judgement, note])).toEqual([
      ['stop', 'above'],
      ['stop', 'below'],
      ['stop', 'above'],
    ]);
  });
  it('says which bound is too near to tell', () => {
    const rows = guardRows(
      [
        verdict({ value: 0.09, most: 0.09, says: 'unsure' }),
        verdict({ figure: 'fundedShare', value: 0.9, least: 0.9, says: 'unsure' }),
        verdict({ figure: 'gini', value: 0.51, least: 0.5, most: 0.9, says: 'unsure' }),
        verdict({ figure: 'gini', value: 0.89, least: 0.5, most: 0.9, says: 'unsure' }),
      ],
      en,
    );
    expect(rows.map(({ note }) => note)).toEqual(['near-most', 'near-least', 'near-least', 'near-most']);
  });
  it('passes without a note, with live, draft, error and what is allowed', () => {
    const [row] = guardRows([verdict({ value: 0.07, least: 0.05, most: 0.09, says: 'holds' })], en);
    expect(row).toEqual({
      figure: 'par30',
      live: '6.8%',
      liveMargin: '±\u00a00.4%',
      draft: '7.0%',
      draftMargin: '±\u00a00.4%',
      allowed: { kind: 'between', least: '5%', most: '9%' },
      judgement: 'pass',
      note: null,
    });
  });
});

it('counts each judgement, also none', () => {
  expect(countJudgements([])).toEqual({ pass: 0, caution: 0, stop: 0 });
  const verdicts = (['holds', 'unsure', 'unsure', 'broken'] as const).map((says) =>
    verdict({ value: 1, most: 1, says }),
  );
  expect(countJudgements(verdicts)).toEqual({ pass: 1, caution: 2, stop: 1 });
});
