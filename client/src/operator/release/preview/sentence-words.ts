import type { DiffPart, DiffValue } from '@bloomvale/shared/catalogue/diff-sentence';
import { labelOf, longLabelOf } from '../../catalogue/form/labels.ts';
import { nameOf } from '../../catalogue/form/references.ts';
import type { Words } from '../../i18n/words.ts';
import { valueWords } from '../fields/value-words.ts';
import { figureText } from '../view/figure-format.ts';

/** A value of a sentence in the reader's language and units. */
export function wordsOfValue(value: DiffValue, words: Words): string {
  const { t, locale } = words;
  switch (value.kind) {
    case 'count':
      return words.integer(value.count);
    case 'entry':
      return typeof value.name === 'string'
        ? value.id === null
          ? labelOf(words, value.section, [])
          : value.name
        : nameOf(value.name, locale);
    case 'section':
      return labelOf(words, value.section, []);
    case 'field': {
      const field = longLabelOf(words, value.section, value.path);
      return value.locale === null
        ? field
        : t('release.inLanguage', { field, language: t(`release.language.${value.locale}`) });
    }
    case 'value':
      return valueWords(value.section, value.path, value.value, words);
    case 'text':
      return typeof value.text === 'string' ? value.text : nameOf(value.text, locale);
    case 'coins':
      return words.coins(value.minor);
    case 'simHours':
      return words.simSpan(value.hours);
    case 'fraction':
      return figureText(value.fraction, 'share', words);
  }
}

/** What a text may ask for, by name. */
export const valuesOf = ({ values }: DiffPart, words: Words): ReadonlyMap<string, string> =>
  new Map(Object.entries(values).map(([name, value]) => [name, wordsOfValue(value, words)]));

/** How many it is about: chooses between the form for one and the one for several. */
export const countOf = ({ values: { count } }: DiffPart): number | undefined =>
  count?.kind === 'count' ? count.count : undefined;
