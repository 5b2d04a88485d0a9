import type { CatalogueChange } from '@bloomvale/shared/catalogue/catalogue-diff';
import { describe, expect, it } from 'vitest';
import { fieldRows, matching } from './field-rows.ts';
import { VALUE_LONG, valueText } from './value-text.ts';

const changes: readonly CatalogueChange[] = [
  { section: 'partners', id: 'karavan', kind: 'changed', path: ['costs', 'share'], before: 0.27, after: 0.295 },
  { section: 'entrepreneurs', id: 'sokha', kind: 'added', after: { id: 'sokha', name: 'Sokha Chan' } },
  {
    section: 'entrepreneurs',
    id: 'carlos',
    kind: 'removed',
    before: { id: 'carlos', name: { en: 'Carlos', fr: 'Carlos' } },
  },
  { section: 'economy', id: null, kind: 'changed', path: ['lending', 'share'], before: null, after: 2_500 },
];

describe('valueText', () => {
  it('writes odd values as JSON, and cuts what is long without breaking a character', () => {
    expect(valueText([1, 'a', null])).toBe('[1,"a",null]');
    expect(valueText({})).toBe('{}');
    expect(valueText(false)).toBe('false');
    expect(valueText(null)).toBe('null');
    const long = valueText(`${'a'.repeat(VALUE_LONG - 1)}😀 and more`);
    expect(long.length).toBeLessThanOrEqual(VALUE_LONG + 2);
    expect(long).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});

describe('fieldRows', () => {
  it('are none without a change', () => {
    expect(fieldRows([])).toEqual([]);
  });
  it('have a side for each value and none where there was nothing', () => {
    expect(fieldRows(changes).map(({ before, after }) => [before, after])).toEqual([
      ['0.27', '0.295'],
      [null, 'Sokha Chan'],
      ['Carlos', null],
      [null, '2500'],
    ]);
  });
  it('have keys of their own', () => {
    const keys = fieldRows(changes).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('matching', () => {
  it('finds nothing for words nobody has, and everything for none', () => {
    expect(matching(fieldRows(changes), 'nobody')).toEqual([]);
    expect(matching(fieldRows(changes), '  ')).toHaveLength(4);
  });
  it('takes all words together, in any order and case', () => {
    expect(matching(fieldRows(changes), 'Share KARAVAN').map(({ entry }) => entry)).toEqual(['karavan']);
  });
});
