import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { type Words, wordsOf } from './words.ts';

const follow = (changed: () => void): (() => void) => {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
};
const shown = (): string => i18next.language;

/** Everything a component needs to write in the operator's language; renders it again when the language changes. */
export function useWords(): Words {
  const language = useSyncExternalStore(follow, shown);
  return wordsOf(language === 'fr' ? 'fr' : 'en');
}
