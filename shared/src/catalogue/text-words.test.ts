import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, plainWords, pushWordHashes } from './text-words.ts';

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
  it('have a number each, the same for the same word, and never 0', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const numbers: number[] = [];
        pushWordHashes(text, numbers);
        const words = plainWords(text);
        const alone = words.map((word) => {
          const number: number[] = [];
          pushWordHashes(word, number);
          return number;
        });
        expect(alone).toEqual(numbers.map((number) => [number]));
        expect(numbers).toHaveLength(words.length);
        expect(numbers).not.toContain(0);
      }),
    );
  });
});
