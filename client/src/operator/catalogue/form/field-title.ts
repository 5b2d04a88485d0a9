import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Words } from '../../i18n/words.ts';
import { longLabelOf } from './labels.ts';
import type { Path } from './set-path.ts';

/** What a field is called away from its form: in which language too, and of what it is a part. */
export function fieldTitle(words: Words, section: Section, path: Path): string {
  const language = path.at(-1);
  if (path.length < 2 || (language !== 'en' && language !== 'fr')) return longLabelOf(words, section, path);
  return words.t(`form.in_${language}`, { label: longLabelOf(words, section, path.slice(0, -1)) });
}
