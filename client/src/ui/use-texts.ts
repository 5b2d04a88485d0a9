import type { Locale } from '@bloomvale/shared/content/text';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Texts, textsFor } from '../i18n/texts.ts';
import { settingsStore } from '../store/settings.ts';
import { useSlice } from './use-slice.ts';

/** Everything a component needs to write in the player's language; renders it again when the language changes. */
export function useTexts(): Texts {
  const { t, i18n } = useTranslation();
  const wanted = useSlice(settingsStore, (settings) => settings.locale);
  // While a language is still on its way, numbers keep the form of the one that is shown.
  const locale: Locale = i18n.language === 'fr' || i18n.language === 'en' ? i18n.language : wanted;
  return useMemo(() => textsFor(t, locale), [t, locale]);
}
