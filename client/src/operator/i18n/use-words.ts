import type { Locale } from '@bloomvale/shared/content/text';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsStore } from '../../store/settings.ts';
import { useSlice } from '../../ui/use-slice.ts';
import { type Words, wordsFor } from './words.ts';

/** Everything a component needs to write in the operator's language; renders it again when the language changes. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('operator');
  const wanted = useSlice(settingsStore, (settings) => settings.locale);
  const locale: Locale = i18n.language === 'fr' || i18n.language === 'en' ? i18n.language : wanted;
  return useMemo(() => wordsFor(t, locale), [t, locale]);
}
