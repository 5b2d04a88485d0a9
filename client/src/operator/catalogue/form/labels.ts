import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
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
  const words = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a field is called; positions in lists have no name of their own. */
export function labelOf(words: Words, section: Section, path: Path): string {
  const names = path.filter((key): key is string => typeof key === 'string');
  if (names.length === 0) return textOf(words, `section.${section}`) ?? plain(section);
  return (
    textOf(words, `field.${section}.${names.join('.')}`) ??
    textOf(words, `field.${section}.${names.join('.')}.label`) ??
    plain(names.at(-1) ?? '')
  );
}

export const choiceOf = (words: Words, value: string): string => textOf(words, `option.${value}`) ?? plain(value);

export function findingText(words: Words, { code, detail }: Finding): string {
  const shown = Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [
      key,
      typeof value === 'number' && Number.isInteger(value) ? words.integer(value) : value,
    ]),
  );
  return textOf(words, `finding.${code}`, shown) ?? code;
}
