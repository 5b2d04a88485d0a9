import { describe, expect, it } from 'vitest';
import { GROWING } from '../content/growing.fixture.ts';
import { LETTER_KINDS, SHOP_STATES } from '../content/growing.ts';
import { greetingText, letterText } from './letter-text.ts';

const keepsake = { en: 'her bench', fr: 'son banc' };
const letter = { en: 'Your 25 coins are trays.', fr: 'Vos 25 pièces sont des claies.' };

describe('a letter', () => {
  it('writes amounts as each language does', () => {
    expect(letterText(GROWING, 'first_repayment', { player: 'Ann', amount: 1_234_550 })).toEqual({
      en: 'first 12\u00a0345.50 Ann',
      fr: 'first 12\u00a0345,50 Ann',
    });
    expect(letterText(GROWING, 'repaid', { player: 'Ann', amount: 2_500 }).fr).toBe('repaid Ann 25');
  });
  it('is her own at disbursal, gives the cause when late, and names what is kept at the end', () => {
    expect(letterText(GROWING, 'disbursed', { player: 'Ann', letter })).toEqual(letter);
    expect(letterText(GROWING, 'late', { player: 'Ann', cause: 'drought' }).en).toBe('late Ann drought');
    expect(letterText(GROWING, 'farewell', { player: 'Ann', amount: 100, keepsake }).fr).toBe(
      'farewell Ann 1 son banc',
    );
  });
  it('never shows a hole, whatever is missing, nor takes braces in a name for one', () => {
    for (const kind of LETTER_KINDS) {
      const { en, fr } = letterText(GROWING, kind, { player: '' });
      expect(en + fr).not.toMatch(/[{}]| {2}/);
    }
    expect(letterText(GROWING, 'caught_up', { player: '{amount}$&' }).en).toBe('caught up {amount}$&');
  });
});

describe('a greeting', () => {
  it('names lenders, and gives the reason when she is late', () => {
    for (const state of SHOP_STATES) {
      expect(greetingText(GROWING, state, true, { player: 'Ann', cause: 'illness' }).en).toContain('Ann');
      expect(greetingText(GROWING, state, false, { player: 'Ann', cause: 'illness' }).en).not.toContain('Ann');
    }
    expect(greetingText(GROWING, 'late', false, { player: 'Ann', cause: 'illness' }).en).toBe('late illness');
  });
});
