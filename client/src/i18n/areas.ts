import type { Locale } from '@bloomvale/shared/content/text';

type Loader = () => Promise<{ default: unknown }>;

/**
 * Texts of parts of the game that are fetched when first opened, and not with the title: each area and language is a chunk of its own.
 * Their keys lie in the same tree as all others, so a component asks `t('hall.title')` wherever the text comes from.
 */
const LOADERS = {
  growing: { en: () => import('./growing/en.json'), fr: () => import('./growing/fr.json') },
  lending: { en: () => import('./lending/en.json'), fr: () => import('./lending/fr.json') },
} as const satisfies Record<string, Record<Locale, Loader>>;
export type Area = keyof typeof LOADERS;

/** Areas that were opened on this page: a change of language fetches these as well. */
const opened = new Set<Area>();

export const openedAreas = (): readonly Area[] => [...opened];
export const noteOpened = (area: Area): void => {
  opened.add(area);
};
export const areaTexts = async (area: Area, locale: Locale): Promise<Record<string, unknown>> =>
  (await LOADERS[area][locale]()).default as Record<string, unknown>;
