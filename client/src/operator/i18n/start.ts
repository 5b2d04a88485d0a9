import type { Locale } from '@bloomvale/shared/content/text';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withMany } from '../../i18n/format/with-many.ts';
import { settingsStore } from '../../store/settings.ts';

const LOADERS: Record<Locale, () => Promise<{ default: unknown }>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

async function load(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'operator')) return;
  const { default: texts } = await LOADERS[locale]();
  i18next.addResourceBundle(locale, 'operator', withMany(texts as Record<string, unknown>));
}

/** Loads the operator's language, the one of the game on this device, and follows it. */
export async function startWords(): Promise<void> {
  const { locale } = settingsStore.getState();
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: {},
    ns: ['operator'],
    // Parts of the game's interface ask without a namespace.
    defaultNS: 'operator' as 'translation',
    interpolation: { escapeValue: false }, // React escapes
    contextSeparator: '#',
    returnNull: false,
    react: { useSuspense: false, transKeepBasicHtmlNodesFor: [] },
  });
  await apply(locale);
  settingsStore.subscribe((settings) => settings.locale, apply);
}

async function apply(locale: Locale): Promise<void> {
  await load(locale);
  // Two quick switches: the last one wins, whichever chunk came first.
  if (settingsStore.getState().locale !== locale) return;
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}
