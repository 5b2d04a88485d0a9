import { describe, expect, it } from 'vitest';
import { formOf, PREVIEW_FORM, readPreviewForm } from './preview-form.ts';

const read = (over: Partial<typeof PREVIEW_FORM>) => readPreviewForm('d1', { ...PREVIEW_FORM, ...over });

describe('readPreviewForm', () => {
  it('says what is wrong by field, all at once', () => {
    expect(read({ seed: '  ', runs: '', months: '2.5', lenders: '2001' })).toEqual({
      faults: { seed: 'empty', runs: 'empty', months: 'number', lenders: 'range' },
    });
    expect(read({ seed: 'x'.repeat(41), runs: '0', months: '-1', lenders: '1e3' })).toEqual({
      faults: { seed: 'long', runs: 'range', months: 'number', lenders: 'number' },
    });
  });
  it('reads what is right, thousands apart or not', () => {
    expect(read({ runs: '1\u00a0000', months: ' 24 ', seed: ' spring ' })).toEqual({
      ask: { draft: 'd1', seed: 'spring', runs: 1000, months: 24, lenders: 200, shocks: true, flows: 'styles' },
    });
  });
  it('gives back the form it came from', () => {
    const asked = read({ flows: 'live', shocks: false });
    if (!('ask' in asked)) throw new Error('the form is right');
    expect(formOf(asked.ask)).toEqual({ ...PREVIEW_FORM, flows: 'live', shocks: false });
  });
});
