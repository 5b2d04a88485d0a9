import { FIGURES, type Figure, RailSchema } from '@bloomvale/shared/operator/preview-api';
import { describe, expect, it } from 'vitest';
import { changedFigures, judge } from './guard-rails.ts';
import { giniOf, quantileOf, ratioOf, standardErrorOf } from './preview-statistics.ts';
import { type Estimate, type PreviewSummary, summarise } from './preview-summary.ts';

const summaryWith = (figure: Figure, found: Estimate): PreviewSummary => ({
  ...summarise([]),
  figures: {
    ...(Object.fromEntries(FIGURES.map((name) => [name, { value: 0, error: 0 }])) as PreviewSummary['figures']),
    [figure]: found,
  },
});
const verdict = (least: number | null, most: number | null, value: number, error: number): string | undefined =>
  judge([{ figure: 'par30', least, most }], summaryWith('par30', { value, error }))[0]?.verdict;

describe('guard rails', () => {
  it('are refused without a bound, or with bounds that cross', () => {
    expect(RailSchema.safeParse({ figure: 'par30', least: null, most: null }).success).toBe(false);
    expect(RailSchema.safeParse({ figure: 'par30', least: 0.2, most: 0.1 }).success).toBe(false);
    expect(RailSchema.safeParse({ figure: 'weather', least: 0, most: 1 }).success).toBe(false);
    expect(RailSchema.safeParse({ figure: 'par30', least: null, most: 0.09 }).success).toBe(true);
  });

  it('hold, break, or cannot tell, by two standard errors', () => {
    expect(verdict(null, 0.09, 0.06, 0.01)).toBe('holds');
    expect(verdict(null, 0.09, 0.085, 0.01)).toBe('unsure');
    expect(verdict(null, 0.09, 0.1, 0.01)).toBe('unsure');
    expect(verdict(null, 0.09, 0.12, 0.01)).toBe('broken');
    expect(verdict(0.9, null, 0.8, 0.01)).toBe('broken');
    expect(verdict(1, null, 1, 0)).toBe('holds');
    expect(verdict(1, null, 0.99, 0)).toBe('broken');
    expect(verdict(0.9, null, Number.NaN, 0)).toBe('unsure');
  });

  it('names the figures that two previews do not share', () => {
    const before = summaryWith('gini', { value: 0.4, error: 0.01 });
    expect(changedFigures(before, summaryWith('gini', { value: 0.41, error: 0.01 }))).toEqual([]);
    expect(changedFigures(before, summaryWith('gini', { value: 0.5, error: 0.01 }))).toEqual(['gini']);
  });
});

describe('statistics of a preview', () => {
  it('interpolates quantiles, and has none of nothing', () => {
    expect(quantileOf([], 0.5)).toBeNaN();
    expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantileOf([4, 1, 3, 2], 1)).toBe(4);
  });

  it('knows equality and its opposite', () => {
    expect(giniOf([0, 0])).toBe(0);
    expect(giniOf([5, 5, 5])).toBeCloseTo(0, 12);
    expect(giniOf([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
  });

  it('weighs a ratio, and is not surer than its residuals allow', () => {
    expect(standardErrorOf([1])).toBe(0);
    expect(ratioOf([1, 3], [10, 10])).toEqual({ ratio: 0.2, error: expect.closeTo(0.1, 12) });
    expect(ratioOf([1, 2], [10, 20])).toEqual({ ratio: 0.1, error: expect.closeTo(0, 12) });
    expect(ratioOf([], []).ratio).toBeNaN();
  });
});
