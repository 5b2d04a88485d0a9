import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { fieldName } from '@bloomvale/shared/catalogue/field-keys';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import i18next from 'i18next';
import type { Words } from '../../i18n/words.ts';
import type { Path } from './set-path.ts';

/** Texts of fields, choices and findings are asked for by names that come from the catalogue's schema; tests see that all are there. */
function textOf({ t }: Words, key: string, values: Record<string, string | number> = {}): string | null {
  return i18next.exists(key, { ns: 'operator' })
    ? (t as (key: string, values: object) => string)(key, { replace: values })
    : null;
}

/** `priceOfSeed` as words, for a field that is newer than the texts. */
const plain = (name: string): string => {
  // Grades are letters.
  if (name.length === 1) return name;
  const words = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * What a field is called in its form: positions in lists have no name of their own, an entry of a record (a need, a sector) has the name of its
 * key.
 */
export function labelOf(words: Words, section: Section, path: Path): string {
  if (path.length === 0) return textOf(words, `section.${section}`) ?? plain(section);
  const { key, of } = fieldName(section, path);
  const names = path.filter((name): name is string => typeof name === 'string');
  const last = names.at(-1) ?? '';
  return of.at(-1) === last && key.endsWith('.label')
    ? choiceOf(words, last)
    : (textOf(words, `field.${key}`) ?? plain(last));
}

/** The same where no form stands around it: "Price (Water, 2)", of the second step for water. */
export function longLabelOf(words: Words, section: Section, path: Path): string {
  if (path.length === 0) return labelOf(words, section, path);
  const { key, of } = fieldName(section, path);
  const field = textOf(words, `field.${key}`) ?? labelOf(words, section, path);
  const positions = path.filter((one) => /^\d+$/.test(String(one))).map((one) => words.integer(Number(one) + 1));
  const which = [...of.map((one) => choiceOf(words, one)), ...positions];
  return which.length === 0 ? field : words.t('diff.of', { field, of: which.join(', ') });
}

export const choiceOf = (words: Words, value: string): string => textOf(words, `option.${value}`) ?? plain(value);

/** Details that are names of the catalogue's own, and how they are written. */
const NAMED: Readonly<Record<string, (words: Words, value: string) => string | null>> = {
  kind: choiceOf,
  about: choiceOf,
  gender: choiceOf,
  rule: (words, value) => textOf(words, `finding.rule.${value}`),
  feature: (words, value) => textOf(words, `field.entrepreneurs.look.${value}`),
  // A limit is told by its field; another entry by its id.
  other: (words, value) => (/^\w+\./.test(value) ? textOf(words, `field.${value}`) : null),
};

export function findingText(words: Words, { code, detail }: Finding): string {
  const shown = Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [
      key,
      typeof value === 'number' ? figure(words, value) : (NAMED[key]?.(words, value) ?? value),
    ]),
  );
  return textOf(words, `finding.${code}`, shown) ?? code;
}

const figure = (words: Words, value: number): string =>
  Number.isInteger(value) ? words.integer(value) : words.decimal(value, 2);
