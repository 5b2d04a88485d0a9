import { FIGURES, RailSchema } from '@bloomvale/shared/operator/preview-api';
import { describe, expect, it } from 'vitest';
import { railDraft, railless, readRails } from './rails-form.ts';

describe('readRails', () => {
  it('names the fault of each line', () => {
    const read = readRails([
      { figure: 'par30', least: 'five', most: '9' },
      { figure: 'par90', least: '', most: ' ' },
      { figure: 'gini', least: '0.9', most: '0.1' },
      { figure: 'loss', least: '', most: '5' },
      { figure: 'loss', least: '', most: '6' },
      { figure: 'newcomer', least: 'Infinity', most: '' },
      { figure: 'supply', least: '1e9', most: '' },
    ]);
    if (!('faults' in read)) throw new Error('there are faults');
    expect([...read.faults]).toEqual([
      [0, 'number'],
      [1, 'none'],
      [2, 'crossed'],
      [4, 'twice'],
      [5, 'number'],
      [6, 'number'],
    ]);
  });
  it('reads percent, coins and decimals as people write them in either language', () => {
    const read = readRails([
      { figure: 'par30', least: '', most: '8,5' },
      { figure: 'walletMedian', least: '1\u00a0200', most: '' },
      { figure: 'faucetSink', least: '0.95', most: '1,5' },
    ]);
    expect(read).toEqual({
      rails: [
        { figure: 'par30', least: null, most: 0.085 },
        { figure: 'walletMedian', least: 120_000, most: null },
        { figure: 'faucetSink', least: 0.95, most: 1.5 },
      ],
    });
  });
  it('gives back every rail it was given', () => {
    const rails = FIGURES.map((figure, i) => ({ figure, least: i % 2 === 0 ? null : 0.07, most: 0.29 }));
    for (const rail of rails) expect(RailSchema.safeParse(rail).success).toBe(true);
    for (const locale of ['en', 'fr'] as const) {
      expect(readRails(rails.map((rail) => railDraft(rail, locale)))).toEqual({ rails });
    }
    expect(railDraft({ figure: 'gini', least: null, most: 0.65 }, 'fr')).toEqual({
      figure: 'gini',
      least: '',
      most: '0,65',
    });
  });
});

it('offers only figures without a rail', () => {
  expect(railless([])).toEqual(FIGURES);
  expect(railless(FIGURES.map((figure) => ({ figure, least: '', most: '' })))).toEqual([]);
});
