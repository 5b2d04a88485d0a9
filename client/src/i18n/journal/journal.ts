import type { Locale } from '@bloomvale/shared/content/text';
import type { JournalTexts } from '../../ui/lending/loan/journal-lines.ts';

const LOADERS: Record<Locale, () => Promise<{ default: JournalTexts }>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

/** Words of the borrowers' journals: a chunk of its own, fetched with the first loan page. */
export const loadJournal = async (locale: Locale): Promise<JournalTexts> => (await LOADERS[locale]()).default;
