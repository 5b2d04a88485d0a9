import type { Locale } from '@bloomvale/shared/content/text';

export type LegalSection = {
  readonly title: string;
  readonly text: readonly string[];
  readonly list?: readonly string[];
};
export type LegalDocument = { readonly lead: string; readonly sections: readonly LegalSection[] };
export const LEGAL_NAMES = ['privacy', 'terms', 'credits', 'computed'] as const;
export type LegalName = (typeof LEGAL_NAMES)[number];
type Legal = Record<LegalName, LegalDocument>;

/** Long texts stay out of the first load. */
const LOADERS: Record<Locale, () => Promise<{ default: Legal }>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

export async function loadLegal(name: LegalName, locale: Locale): Promise<LegalDocument> {
  const { default: legal } = await LOADERS[locale]();
  return legal[name];
}
