import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import { LOCALES, type Locale, type Localised } from '@bloomvale/shared/content/text';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';

/**
 * What players read is the heart of the game, so its rules are tests: length, both languages, no repeated phrases, the words that
 * `ui.md` section 6 forbids, and typography. Faults are collected and named, so that an author sees all of them at once.
 */
const { entrepreneurs, partners, products, goods, crops, recipes, talks, homestead } = loadCatalogue();

const NBSP = '\u00a0';
const RUN = 6;

const TEXTS = ['activity', 'use', 'story', 'quote', 'letter'] as const;
const LATER = ['use', 'story', 'quote', 'letter'] as const;

/** Words as a reader counts them: whatever stands between spaces and has a letter or a digit in it. */
const countWords = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Case, punctuation and apostrophes gone. */
const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

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

const outside = (texts: readonly (readonly [string, Localised])[], least: number, most: number): string[] =>
  texts.flatMap(([name, text]) =>
    LOCALES.map((locale) => [locale, countWords(text[locale])] as const)
      .filter(([, words]) => words < least || words > most)
      .map(([locale, words]) => `${name} (${locale}): ${words} words`),
  );
const every = (field: (typeof LATER)[number]) => parts.map((part) => [`${part.id} ${field}`, part[field]] as const);

describe('length', () => {
  test('stories have 60 to 150 words in each language', () => expect(outside(every('story'), 60, 150)).toEqual([]));
  test('letters have 25 to 60 words', () => expect(outside(every('letter'), 25, 60)).toEqual([]));
  test('quotes fit on a card', () => expect(outside(every('quote'), 4, 24)).toEqual([]));
  test('uses fit on one line', () => expect(outside(every('use'), 4, 22)).toEqual([]));
  test('activities are two or three words, at most six', () =>
    expect(
      outside(
        entrepreneurs.map(({ id, activity }) => [`${id} activity`, activity] as const),
        1,
        6,
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
    const firstPerson: Record<Locale, RegExp> = {
      en: /\b(I|we|my|our|us|me)\b/i,
      fr: /(?<!\p{L})(je|j’|nous|notre|nos|mon|ma|mes|moi)/iu,
    };
    expect(
      parts.flatMap((person) =>
        LOCALES.filter((l) => !firstPerson[l].test(person.story[l])).map((l) => `${person.id} (${l})`),
      ),
    ).toEqual([]);
  });
  test('a letter names the share it thanks for', () => {
    const share: Record<Locale, RegExp> = { en: /\b25 coins|twenty-five coins/i, fr: /25 pièces|vingt-cinq pièces/i };
    expect(
      parts.flatMap((p) => LOCALES.filter((l) => !share[l].test(p.letter[l])).map((l) => `${p.id} (${l})`)),
    ).toEqual([]);
  });
  test('a quote is one sentence', () => {
    expect(
      parts.flatMap((p) => LOCALES.filter((l) => !/^[^.?]+[.?]$/u.test(p.quote[l])).map((l) => `${p.id} (${l})`)),
    ).toEqual([]);
  });
  test('a use completes "A loan of n coins for …"', () => {
    const completes = /^(?!for |pour )[\p{Ll}\d][^.]*[^.\s]$/u;
    expect(parts.flatMap((p) => LOCALES.filter((l) => !completes.test(p.use[l])).map((l) => `${p.id} (${l})`))).toEqual(
      [],
    );
  });
});

/** Texts of different parts that share `RUN` words in a row, with the words. */
function sharedRuns(locale: Locale, textOf: (part: Part) => readonly string[]): string[] {
  const owner = new Map<string, string>();
  const shared: string[] = [];
  for (const person of parts) {
    for (const text of textOf(person)) {
      const words = plainWords(text);
      for (let i = 0; i + RUN <= words.length; i++) {
        const run = words.slice(i, i + RUN).join(' ');
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

/** `ui.md` section 6, then what would turn a person into a case. */
const FORBIDDEN: Record<Locale, readonly RegExp[]> = {
  en: [
    /\b(un)?safe(ly|ty|r|st)?\b/i,
    /\bguarante/i,
    /\binvest/i,
    /\breturn(s|ed|ing)?\b/i,
    /\bsav(e|es|ed|ing) (a life|lives)\b/i,
    /out of poverty/i,
    /help the poor/i,
    /failed to pay/i,
    /\bonly\b[^.]{0,40}\bleft\b/i,
    /don.t miss/i,
    /\b(poverty|poor|misery|miserable|desperat|struggl|suffer|charity|beggar|victim|empower)/i,
  ],
  fr: [
    /garanti/i,
    /\binvesti/i,
    /rendement/i,
    /sans risque/i,
    /sauver (une vie|des vies)/i,
    /sort(ir|ie|ent|i) de la pauvreté/i,
    /aide[rz]? les pauvres/i,
    /plus que \d+/i,
    /ne manquez pas/i,
    /(?<!\p{L})(pauvre|pauvreté|misère|misérable|désesp|souffr|charité|mendi|victime)/iu,
  ],
};

describe('words', () => {
  test.each(LOCALES)('none that the word list forbids (%s)', (locale) => {
    expect(faults((text) => FORBIDDEN[locale].some((pattern) => pattern.test(text)), [locale])).toEqual([]);
  });
  test('no exclamation mark and no emoji', () => {
    expect(faults((text) => /[!\p{Extended_Pictographic}]/u.test(text))).toEqual([]);
  });
});

describe('typography', () => {
  test('no straight quotes, double spaces, spaces at an end, or U+202F (Baloo 2 lacks it)', () => {
    expect(faults((text) => /['"]|\s\s|^\s|\s$|\u202f/u.test(text))).toEqual([]);
  });
  test('French has U+00A0 before : ; ? % and inside guillemets', () => {
    const bare = new RegExp(`[^${NBSP}][:;?%»]|«[^${NBSP}]`, 'u');
    expect(faults((text) => bare.test(text), ['fr'])).toEqual([]);
  });
  test('French hours keep together, and no English quotation marks stand in French', () => {
    expect(faults((text) => /\d h\b|[“”]/u.test(text), ['fr'])).toEqual([]);
  });
  test('English has no space before a mark', () => {
    expect(faults((text) => /\s[:;?%,.]/u.test(text), ['en'])).toEqual([]);
  });
  test('thousands are grouped by U+00A0', () => {
    expect(faults((text) => /\d[ ,]\d{3}(?!\d)/u.test(text))).toEqual([]);
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
