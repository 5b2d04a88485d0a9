import type { Locale } from '@bloomvale/shared/content/text';
import i18next from 'i18next';
import { type ContentState, contentStore } from '../store/content.ts';

// Only types of the schemas' modules: this file belongs to the title, which carries no validator.
const LANGUAGES: readonly Locale[] = ['en', 'fr'];

/** `sector.<id>` as the catalogue in force has it, in every language: the texts that come with the client only stand in until it is there. */
function takeOver({ content }: ContentState): void {
  if (content === null) return;
  for (const locale of LANGUAGES) {
    const sector = Object.fromEntries(content.sectors.map(({ id, name }) => [id, name[locale]]));
    i18next.addResourceBundle(locale, 'translation', { sector }, true, true);
  }
}

/** Names the sectors by the catalogue now and whenever another one is in force. @returns what stops it. */
export function followSectorNames(): () => void {
  takeOver(contentStore.getState());
  return contentStore.subscribe((state) => state, takeOver);
}
