import type { Chapter, Entrepreneur } from '../content/lending.ts';
import { LOCALES, type Locale, type Localised } from '../content/text.ts';
import { isObject, type Json, type Section } from './catalogue-diff.ts';
import { LIST_SECTIONS, SECTIONS } from './content-fields.ts';
import { type Place, quoted, type Tell } from './finding.ts';
import type { JudgedContent } from './judged-content.ts';
import {
  CHAPTER_TEXTS,
  COMPLETES_USE,
  FIRST_PERSON,
  forbiddenIn,
  HIDDEN,
  LOUD,
  MARKUP,
  NAMES_SHARE,
  ONE_SENTENCE,
  type PersonText,
  TEXT_WORDS,
  TYPOGRAPHY,
} from './text-rules.ts';
import { countWords } from './text-words.ts';

/** A text this much shorter than in the other language was not finished; French needs about a tenth more words than English. */
const FAR_SHORTER = 0.6;
/** Below it, a word more or less is a large share. */
const SHORT_WORDS = 12;
/** Names of a trade or a fruit may be the same in both languages; a sentence is not. */
const NAME_WORDS = 3;

/** Everything that is wrong with what players read, wherever it stands. */
export function tellTexts(judged: JudgedContent, tell: Tell): void {
  for (const section of SECTIONS) {
    const part = judged.raw[section];
    if (part === undefined) continue;
    if (LIST_SECTIONS.has(section) && Array.isArray(part)) {
      for (const [i, entry] of part.entries()) walk(entry, placeOf(section, entry, i), tell);
    } else walk(part, { section }, tell);
  }
  for (const person of judged.lists.entrepreneurs) tellPerson(person, tell);
}

const placeOf = (section: Section, entry: Json, i: number): Place =>
  isObject(entry) && typeof entry.id === 'string' ? { section, id: quoted(entry.id) } : { section, path: [i] };

/** Deeper than any text of a catalogue; a hostile value does not take the stack. */
const DEPTH = 16;

function walk(value: Json, place: Place, tell: Tell): void {
  const path = place.path ?? [];
  if (path.length > DEPTH) return;
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries())
      if (typeof one === 'object') walk(one, { ...place, path: [...path, i] }, tell);
    return;
  }
  if (!isObject(value)) return;
  if (typeof value.en === 'string' && typeof value.fr === 'string') {
    tellText(value as unknown as Localised, place, tell);
    return;
  }
  for (const key of Object.keys(value)) {
    const one = value[key] as Json;
    if (typeof one === 'object') walk(one, { ...place, path: [...path, key] }, tell);
    else if (typeof one === 'string') tellInert(one, { ...place, path: [...path, key] }, tell);
  }
}

/** What no text may hold, a name neither. */
function tellInert(text: string, place: Place, tell: Tell): void {
  const markup = MARKUP.exec(text);
  if (markup !== null) tell(place, 'text_markup', { words: quoted(text.slice(markup.index)) });
  if (HIDDEN.test(text)) tell(place, 'text_hidden');
}

function tellText(text: Localised, place: Place, tell: Tell): void {
  for (const locale of LOCALES) {
    const at = { ...place, path: [...(place.path ?? []), locale] };
    tellInert(text[locale], at, tell);
    const forbidden = forbiddenIn(text[locale], locale);
    if (forbidden !== null) tell(at, 'text_forbidden', { words: quoted(forbidden) });
    if (LOUD.test(text[locale])) tell(at, 'text_loud');
    for (const { rule, wrong, locale: only } of TYPOGRAPHY) {
      const met = only === undefined || only === locale ? wrong.exec(text[locale]) : null;
      if (met !== null) tell(at, 'text_typography', { rule, words: quoted(around(text[locale], met.index)) });
    }
  }
  tellLanguages(text, place, tell);
}

/** A little of what stands on both sides, so that the place is found again. */
const around = (text: string, at: number): string => text.slice(Math.max(0, at - 12), at + 16).trim();

/** Words only where it matters: counting all of them twice would take longer than everything else. */
function tellLanguages(text: Localised, place: Place, tell: Tell): void {
  if (text.en === text.fr) {
    if (countWords(text.en) > NAME_WORDS) tell(place, 'languages_same');
    return;
  }
  // A letter is about a fifth of a word: no need to count what is obviously as long.
  if (Math.min(text.en.length, text.fr.length) > 0.75 * Math.max(text.en.length, text.fr.length)) return;
  const words = { en: countWords(text.en), fr: countWords(text.fr) };
  const [shorter, longer]: readonly [Locale, Locale] = words.en < words.fr ? ['en', 'fr'] : ['fr', 'en'];
  if (words[longer] < SHORT_WORDS || words[shorter] >= words[longer] * FAR_SHORTER) return;
  const at = { ...place, path: [...(place.path ?? []), shorter] };
  tell(at, 'language_short', { words: words[shorter], others: words[longer] });
}

function tellPerson(person: Entrepreneur, tell: Tell): void {
  const place: Place = { section: 'entrepreneurs', id: person.id };
  tellWords('activity', person.activity, { ...place, path: ['activity'] }, tell);
  tellPart(person, place, [], tell);
  for (const [i, chapter] of (person.chapters ?? []).entries()) tellPart(chapter, place, ['chapters', i], tell);
}

/** What one part of somebody's story has to be: the first, or a later chapter. */
function tellPart(part: Entrepreneur | Chapter, place: Place, path: readonly (string | number)[], tell: Tell): void {
  for (const field of CHAPTER_TEXTS) {
    const text = part[field];
    tellWords(field, text, { ...place, path: [...path, field] }, tell);
    for (const locale of LOCALES) {
      const voice = voiceOf(field, text[locale], locale);
      if (voice !== null) tell({ ...place, path: [...path, field, locale] }, voice);
    }
  }
}

function tellWords(field: PersonText, text: Localised, place: Place, tell: Tell): void {
  const [least, most] = TEXT_WORDS[field];
  for (const locale of LOCALES) {
    const words = countWords(text[locale]);
    const at = { ...place, path: [...(place.path ?? []), locale] };
    if (words < least) tell(at, 'words_too_few', { words, least });
    else if (words > most) tell(at, 'words_too_many', { words, most });
  }
}

function voiceOf(field: PersonText, text: string, locale: Locale) {
  if (field === 'story') return FIRST_PERSON[locale].test(text) ? null : 'not_first_person';
  if (field === 'letter') return NAMES_SHARE[locale].test(text) ? null : 'letter_without_share';
  if (field === 'quote') return ONE_SENTENCE.test(text) ? null : 'quote_not_one_sentence';
  return COMPLETES_USE.test(text) ? null : 'use_not_completing';
}
