import type { Locale } from '@bloomvale/shared/content/text';
import i18next, { type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type operator from '../operator/i18n/en.json';
import { settingsStore } from '../store/settings.ts';
import { wordsStore } from '../store/words.ts';
import { type Area, areaTexts, noteOpened, openedAreas } from './areas.ts';
import type english from './en.json';
import { elided } from './format/elision.ts';
import { withMany } from './format/with-many.ts';
import type growing from './growing/en.json';
import type lending from './lending/en.json';

type Texts = typeof english & typeof growing & typeof lending;

/** Each language is a chunk of its own: only the one that is shown is fetched. */
const LOADERS: Record<Locale, () => Promise<{ default: unknown }>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

/** Everything `locale` needs for what is open now. */
async function load(locale: Locale): Promise<void> {
  const areas = openedAreas().map((area) => loadArea(area, locale));
  if (!loaded.has(locale)) {
    const { default: texts } = await LOADERS[locale]();
    i18next.addResourceBundle(locale, 'translation', withMany(texts as Record<string, unknown>), true);
    loaded.add(locale);
  }
  await Promise.all(areas);
}

/** Languages, and areas as "fr lending", whose texts are here. */
const loaded = new Set<string>();
async function loadArea(area: Area, locale: Locale): Promise<void> {
  const name = `${locale} ${area}`;
  if (loaded.has(name)) return;
  const texts = await areaTexts(area, locale);
  i18next.addResourceBundle(locale, 'translation', withMany(texts), true);
  loaded.add(name);
}

/** Fetches the texts of an area in the player's language; from then on a change of language brings them along. */
export async function openArea(area: Area): Promise<void> {
  noteOpened(area);
  await loadArea(area, settingsStore.getState().locale);
}

function applied(locale: Locale): void {
  document.documentElement.lang = locale;
  wordsStore.setState({ you: i18next.t('world.you') });
}

const joinsWords: PostProcessorModule = {
  type: 'postProcessor',
  name: 'elision',
  process: (text, _key, _options, translator) => (translator.language === 'fr' ? elided(text) : text),
};

/** Loads the player's language and follows `settingsStore.locale` from then on. @returns what stops following. */
export async function startI18n(): Promise<() => void> {
  const { locale } = settingsStore.getState();
  await i18next
    .use(initReactI18next)
    .use(joinsWords)
    .init({
      lng: locale,
      fallbackLng: false,
      resources: {},
      interpolation: { escapeValue: false }, // React escapes
      // Refusal codes have underscores, and no text has a context.
      contextSeparator: '#',
      returnNull: false,
      postProcess: [joinsWords.name],
      react: { useSuspense: false, transKeepBasicHtmlNodesFor: [] },
    });
  await load(locale);
  await i18next.changeLanguage(locale);
  applied(locale);
  return settingsStore.subscribe(
    (settings) => settings.locale,
    async (next) => {
      await load(next);
      // Two quick switches: the last one wins, whichever chunk came first.
      if (settingsStore.getState().locale !== next) return;
      await i18next.changeLanguage(next);
      applied(next);
    },
  );
}

/** For a page in a chunk of its own: both it and its texts are there when it is drawn. */
export async function inArea<T>(area: Area, page: () => Promise<T>): Promise<T> {
  const [drawn] = await Promise.all([page(), openArea(area)]);
  return drawn;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    contextSeparator: '#';
    /** The console is a page of its own and loads nothing but its own texts. */
    resources: { translation: Texts; operator: typeof operator };
  }
}
