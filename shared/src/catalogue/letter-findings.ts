import { LETTER_KINDS } from '../content/growing.ts';
import { LOCALES } from '../content/text.ts';
import type { Tell } from './finding.ts';
import type { JudgedContent } from './judged-content.ts';

/** Places that a letter's text may leave open (content/growing.ts). `{letter}` is the person's own, on the day of the disbursal. */
const PLACES: ReadonlySet<string> = new Set(['player', 'amount', 'cause', 'keepsake', 'letter']);

const placesIn = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((met) => met[1] ?? '').sort();

/** Letters leave the same places open in both languages, and none that nobody fills. */
export function tellLetters({ parts: { growing } }: JudgedContent, tell: Tell): void {
  if (growing === null) return;
  for (const kind of LETTER_KINDS) {
    const text = growing.letters.kinds[kind];
    const path = ['letters', 'kinds', kind];
    for (const locale of LOCALES) {
      const lost = placesIn(text[locale]).find((place) => !PLACES.has(place));
      if (lost !== undefined)
        tell({ section: 'growing', path: [...path, locale] }, 'place_unknown', { place: `{${lost}}` });
    }
    const [en, fr] = [placesIn(text.en).join(', '), placesIn(text.fr).join(', ')];
    if (en !== fr) tell({ section: 'growing', path }, 'places_differ', { en, fr });
  }
}
