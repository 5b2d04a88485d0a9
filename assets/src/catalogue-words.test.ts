import {
  COMPLETES_USE,
  FIRST_PERSON,
  forbiddenIn,
  LOUD,
  NAMES_SHARE,
  ONE_SENTENCE,
  SHARED_RUN,
  TEXT_WORDS,
  TYPOGRAPHY,
} from '@bloomvale/shared/catalogue/text-rules';
import { countWords, plainWords } from '@bloomvale/shared/catalogue/text-words';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import { LOCALES, type Locale, type Localised } from '@bloomvale/shared/content/text';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';

/**
 * What players read is the heart of the game, so its rules are tests: length, both languages, no repeated phrases, the words that
 * `ui.md` section 6 forbids, and typography. Faults are collected and named, so that an author sees all of them at once.
 */
const { entrepreneurs, partners, products, goods, crops, recipes, talks, homestead } = loadCatalogue();

const TEXTS = ['activity', 'use', 'story', 'quote', 'letter'] as const;
const LATER = ['use', 'story', 'quote', 'letter'] as const;

/** A part of somebody's story: the first, or a later chapter. Both are read, so both keep the rules. */
type Part = Pick<Entrepreneur, 'use' | 'story' | 'quote' | 'letter'> & { readonly id: string; readonly of: string };
const parts: readonly Part[] = entrepreneurs.flatMap((person) => [
  { ...person, of: person.id },
  ...(person.chapters ?? []).map((chapter, i) => ({ ...chapter, of: person.id, id: `${person.id} chapter ${i + 2}` })),
]);

/** Every localised text of the catalogue with a name for the fault list. */
const everyText: readonly (readonly [string, Localised])[] = [
  ...entrepreneurs.flatMap((person) => TEXTS.map((field) => [`${person.id} ${field}`, person[field]] as const)),
  ...parts
    .filter(({ id, of }) => id !== of)
    .flatMap((part) => LATER.map((field) => [`${part.id} ${field}`, part[field]] as const)),
  ...partners.flatMap((p) => [[`${p.id} about`, p.about] as const, [`${p.id} costUse`, p.costUse] as const]),
  ...products.map((p) => [`${p.id} name`, p.name] as const),
  ...goods.map((g) => [`${g.id} name`, g.name] as const),
  ...crops.map((c) => [`${c.id} name`, c.name] as const),
  ...recipes.map((r) => [`recipe ${r.id}`, r.name] as const),
  ...talks.map((t) => [`talk ${t.id}`, t.text] as const),
  ...homestead.stations.map((s) => [`station ${s.id}`, s.name] as const),
  ...Object.entries(homestead.needs).flatMap(([id, need]) => [
    [`need ${id}`, need.name] as const,
    [`need ${id} effect`, need.effect] as const,
    ...need.looks.map((look, i) => [`need ${id} look ${i + 1}`, look] as const),
  ]),
];

const faults = (broken: (text: string, locale: Locale) => boolean, locales: readonly Locale[] = LOCALES): string[] =>
  everyText.flatMap(([name, text]) =>
    locales.filter((locale) => broken(text[locale], locale)).map((locale) => `${name} (${locale})`),
  );

const outside = (
  texts: readonly (readonly [string, Localised])[],
  [least, most]: readonly [number, number],
): string[] =>
  texts.flatMap(([name, text]) =>
    LOCALES.map((locale) => [locale, countWords(text[locale])] as const)
      .filter(([, words]) => words < least || words > most)
      .map(([locale, words]) => `${name} (${locale}): ${words} words`),
  );
const every = (field: (typeof LATER)[number]) => parts.map((part) => [`${part.id} ${field}`, part[field]] as const);

describe('length', () => {
  test('stories have 60 to 150 words in each language', () =>
    expect(outside(every('story'), TEXT_WORDS.story)).toEqual([]));
  test('letters have 25 to 60 words', () => expect(outside(every('letter'), TEXT_WORDS.letter)).toEqual([]));
  test('quotes fit on a card', () => expect(outside(every('quote'), TEXT_WORDS.quote)).toEqual([]));
  test('uses fit on one line', () => expect(outside(every('use'), TEXT_WORDS.use)).toEqual([]));
  test('activities are two or three words, at most six', () =>
    expect(
      outside(
        entrepreneurs.map(({ id, activity }) => [`${id} activity`, activity] as const),
        TEXT_WORDS.activity,
      ),
    ).toEqual([]));
});

describe('those who come back', () => {
  const returning = entrepreneurs.filter(({ chapters }) => chapters !== undefined);
  test('are thirty or more', () => expect(returning.length).toBeGreaterThanOrEqual(30));
  test('ask for something else, and for at most half as much again', () => {
    const faults = returning.flatMap(({ id, use, loan, chapters }) =>
      (chapters ?? []).flatMap((chapter, i, all) => {
        const before = i === 0 ? { use, amount: loan.amount } : { amount: loan.amount, ...all[i - 1] };
        const most = (before.amount ?? loan.amount) * 1.5;
        return (chapter.amount ?? loan.amount) > most || chapter.use.en === before.use?.en ? [`${id} ${i + 2}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });
});

describe('voice', () => {
  test('stories speak in the first person', () => {
    expect(
      parts.flatMap((person) =>
        LOCALES.filter((l) => !FIRST_PERSON[l].test(person.story[l])).map((l) => `${person.id} (${l})`),
      ),
    ).toEqual([]);
  });
  test('a letter names the share it thanks for', () => {
    expect(
      parts.flatMap((p) => LOCALES.filter((l) => !NAMES_SHARE[l].test(p.letter[l])).map((l) => `${p.id} (${l})`)),
    ).toEqual([]);
  });
  test('a quote is one sentence', () => {
    expect(
      parts.flatMap((p) => LOCALES.filter((l) => !ONE_SENTENCE.test(p.quote[l])).map((l) => `${p.id} (${l})`)),
    ).toEqual([]);
  });
  test('a use completes "A loan of n coins for …"', () => {
    expect(
      parts.flatMap((p) => LOCALES.filter((l) => !COMPLETES_USE.test(p.use[l])).map((l) => `${p.id} (${l})`)),
    ).toEqual([]);
  });
});

/** Texts of different parts that share `SHARED_RUN` words in a row, with the words. */
function sharedRuns(locale: Locale, textOf: (part: Part) => readonly string[]): string[] {
  const owner = new Map<string, string>();
  const shared: string[] = [];
  for (const person of parts) {
    for (const text of textOf(person)) {
      const words = plainWords(text);
      for (let i = 0; i + SHARED_RUN <= words.length; i++) {
        const run = words.slice(i, i + SHARED_RUN).join(' ');
        const first = owner.get(run);
        if (first === undefined) owner.set(run, person.id);
        else if (first !== person.id) shared.push(`${first} and ${person.id} (${locale}): ${run}`);
      }
    }
  }
  return shared;
}

describe('originality', () => {
  test.each(LOCALES)(
    'no two parts of anybody’s story share a run of six words, quote and letter included (%s)',
    (locale) => {
      expect(sharedRuns(locale, (p) => [p.story[locale], p.quote[locale], p.letter[locale]])).toEqual([]);
    },
  );
  test.each(LOCALES)('no two stories open or close with the same three words (%s)', (locale) => {
    const openings = parts.map((p) => plainWords(p.story[locale]).slice(0, 3).join(' '));
    const endings = parts.map((p) => plainWords(p.story[locale]).slice(-3).join(' '));
    const twice = (list: readonly string[]) => list.filter((entry, i) => list.indexOf(entry) !== i);
    expect(twice(openings)).toEqual([]);
    expect(twice(endings)).toEqual([]);
  });
});

describe('words', () => {
  test.each(LOCALES)('none that the word list forbids (%s)', (locale) => {
    expect(faults((text) => forbiddenIn(text, locale) !== null, [locale])).toEqual([]);
  });
  test('no exclamation mark and no emoji', () => {
    expect(faults((text) => LOUD.test(text))).toEqual([]);
  });
});

describe('typography', () => {
  test.each(TYPOGRAPHY)('$rule', ({ wrong, locale }) => {
    expect(faults((text) => wrong.test(text), locale === undefined ? LOCALES : [locale])).toEqual([]);
  });
  test('both languages are written: never the same text twice, but for a trade or a fruit of the same name', () => {
    const same = parts.flatMap((p) =>
      (['use', 'story', 'quote', 'letter'] as const)
        .filter((field) => p[field].en === p[field].fr)
        .map((field) => `${p.id} ${field}`),
    );
    expect(same).toEqual([]);
  });
});
