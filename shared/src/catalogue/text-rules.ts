import type { Locale } from '../content/text.ts';

/** What texts of the catalogue are held to (ui.md 6): the catalogue's own tests, the console and imports ask the same rules. */

/** Two texts that share so many words in a row were not written for two people. */
export const SHARED_RUN = 6;

/** Least and most words of what a person says, in each language: what fits on cards, lines and letters. */
export const TEXT_WORDS = {
  story: [60, 150],
  letter: [25, 60],
  quote: [4, 24],
  use: [4, 22],
  activity: [1, 6],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type PersonText = keyof typeof TEXT_WORDS;
/** What a chapter tells anew. */
export const CHAPTER_TEXTS = ['use', 'story', 'quote', 'letter'] as const satisfies readonly PersonText[];

/** `ui.md` section 6, then what would turn a person into a case. */
export const FORBIDDEN_WORDS: Readonly<Record<Locale, readonly RegExp[]>> = {
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

/** All patterns of a language at once: nearly every text has none of these words, and one pass says so. */
const anyOf = (patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');
const ANY_FORBIDDEN: Readonly<Record<Locale, RegExp>> = {
  en: anyOf(FORBIDDEN_WORDS.en),
  fr: anyOf(FORBIDDEN_WORDS.fr),
};

/** The first forbidden words of a text, as they stand there; null when there are none. */
export function forbiddenIn(text: string, locale: Locale): string | null {
  if (!ANY_FORBIDDEN[locale].test(text)) return null;
  for (const pattern of FORBIDDEN_WORDS[locale]) {
    const met = pattern.exec(text);
    if (met !== null) return met[0];
  }
  return null;
}

/** Raised voices: no text of the game has an exclamation mark or an emoji. */
export const LOUD = /[!\p{Extended_Pictographic}]/u;
/** What a page could take for markup. Texts are shown as text everywhere; nobody writes this by accident. */
export const MARKUP = /<[a-z!/?]|&#|javascript:/i;
/** Characters nobody sees: controls, zero widths, and those that turn the direction of what follows. */
export const HIDDEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Typography by name; each pattern finds what is wrong. */
export const TYPOGRAPHY: readonly {
  readonly rule: TypographyRule;
  readonly wrong: RegExp;
  readonly locale?: Locale;
}[] = [
  /** U+202F is missing from Baloo 2. */
  { rule: 'marks_and_blanks', wrong: /['"]|\s\s|^\s|\s$|\u202f/u },
  { rule: 'french_blanks', wrong: /[^\u00a0][:;?%»]|«[^\u00a0]/u, locale: 'fr' },
  { rule: 'french_marks', wrong: /\d h\b|[“”]/u, locale: 'fr' },
  { rule: 'english_blanks', wrong: /\s[:;?%,.]/u, locale: 'en' },
  { rule: 'thousands', wrong: /\d[ ,]\d{3}(?!\d)/u },
];
export type TypographyRule = 'marks_and_blanks' | 'french_blanks' | 'french_marks' | 'english_blanks' | 'thousands';

/** A person speaks of the own work. */
export const FIRST_PERSON: Readonly<Record<Locale, RegExp>> = {
  en: /\b(I|we|my|our|us|me)\b/i,
  fr: /(?<!\p{L})(je|j’|nous|notre|nos|mon|ma|mes|moi)/iu,
};
/** A letter thanks for one share. */
export const NAMES_SHARE: Readonly<Record<Locale, RegExp>> = {
  en: /\b25 coins|twenty-five coins/i,
  fr: /25 pièces|vingt-cinq pièces/i,
};
export const ONE_SENTENCE = /^[^.?]+[.?]$/u;
/** Completes "A loan of n coins for …". */
export const COMPLETES_USE = /^(?!for |pour )[\p{Ll}\d][^.]*[^.\s]$/u;
