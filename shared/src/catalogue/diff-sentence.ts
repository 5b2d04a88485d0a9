import type { Locale, Localised } from '../content/text.ts';
import type { Json, Section } from './catalogue-diff.ts';

/** A difference told in sentences: texts by key (`diff.<key>`), figures and names for them to be written in the reader's language. */

/** All keys; those that count have a form for one and one for several. */
export const DIFF_KEYS = [
  'join',
  'leave',
  'added',
  'removed',
  'person',
  'entry',
  'same',
  'more',
  'gone',
  'amount',
  'term',
  'cost',
  'grade',
  'loss',
  'instalmentFalls',
  'instalmentRises',
  'field',
  'set',
  'cleared',
  'rewritten',
  'uses',
] as const;
export type DiffKey = (typeof DIFF_KEYS)[number];
/** Those with a `count`, which have two forms. */
export const COUNTED_KEYS: readonly DiffKey[] = ['join', 'leave', 'added', 'removed', 'same', 'more', 'uses'];

export type DiffValue =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'entry'; readonly section: Section; readonly id: string | null; readonly name: string | Localised }
  | { readonly kind: 'section'; readonly section: Section }
  /** What a field is called: `fieldName`; in one language of a text, if there is one. */
  | {
      readonly kind: 'field';
      readonly section: Section;
      readonly path: readonly string[];
      readonly locale: Locale | null;
    }
  /** What stands in a field, to be written in its unit. */
  | { readonly kind: 'value'; readonly section: Section; readonly path: readonly string[]; readonly value: Json }
  | { readonly kind: 'text'; readonly text: string | Localised }
  /** Minor units. */
  | { readonly kind: 'coins'; readonly minor: number }
  | { readonly kind: 'simHours'; readonly hours: number }
  | { readonly kind: 'fraction'; readonly fraction: number };

export type DiffPart = { readonly key: DiffKey; readonly values: Readonly<Record<string, DiffValue>> };

/** One line: what it is about (`key`, `values`), then what is said about it. */
export type DiffSentence = DiffPart & {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly section: Section;
  /** Entries it is about, all of them: the caller counts their listings. Empty for a part that is one object. */
  readonly ids: readonly string[];
  readonly parts: readonly DiffPart[];
};
