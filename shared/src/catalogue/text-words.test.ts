import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, plainWords } from './text-words.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('l’été', ' ', '\u00a0', '𝒜', '😀', 'É', 'ß', '12', '—', '.', '\n', '\ud835', 'İ'), {
      maxLength: 12,
    })
    .map((some) => some.join('')),
);

describe('words', () => {
  it('are counted as the pattern for them says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countWords(text)).toBe(text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length);
      }),
    );
  });
  it('are told apart as the pattern for them says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainWords(text)).toEqual(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
      }),
    );
  });
});
