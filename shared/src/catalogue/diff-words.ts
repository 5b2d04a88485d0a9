import { LOCALES, type Locale, type Localised } from '../content/text.ts';
import { type CatalogueChange, catalogueDiff, fieldDiff, isObject, type Json, type Section } from './catalogue-diff.ts';
import { valueAt } from './changes-onto.ts';
import { SECTIONS } from './content-fields.ts';
import type { DiffPart, DiffSentence, DiffValue } from './diff-sentence.ts';
import { isToldOfLoan, loanParts, termsOf } from './loan-words.ts';

/** Names in one line; the others are counted. */
const NAMES_MOST = 8;
/** From so many entries on that were all given the same value, they are one line: a bulk edit. */
const SAME_FROM = 3;
/** A value longer than this is not read in passing. */
const SHORT = 60;
/** Fields inside a list that are told one by one: the price of a step, not a whole new table. */
const INSIDE_MOST = 6;
/** Values of a list that can be read in passing. */
const SHORT_LIST = 12;

/** People first, then those they deal with, then the world around them. */
const ORDER: readonly Section[] = [
  ...(['entrepreneurs', 'partners', 'products', 'regions'] as const),
  ...SECTIONS.filter((section) => !['entrepreneurs', 'partners', 'products', 'regions', 'maps'].includes(section)),
  'maps',
];

type Changed = CatalogueChange & { readonly kind: 'changed' };
/** Entries of both sides by section and id. */
export type Sides = { readonly before: Lookup; readonly after: Lookup };
export type Lookup = (section: Section, id: string | null) => Json;

/**
 * What turns one catalogue into another, in sentences: who joins, who leaves, then each entry with all that changes about it. Takes catalogues
 * that do not fit their schema. Linear in entries and changes.
 */
export function diffInWords(
  before: Json,
  after: Json,
  changes: readonly CatalogueChange[] = catalogueDiff(before, after),
): DiffSentence[] {
  const sides: Sides = { before: lookup(before), after: lookup(after) };
  const bySection = Map.groupBy(changes, ({ section }) => section);
  const used = usesOf(after);
  return ORDER.flatMap((section) => {
    const own = bySection.get(section) ?? [];
    return [
      ...comings(
        section,
        own.filter(({ kind }) => kind === 'added'),
        sides,
      ),
      ...changings(
        section,
        own.filter((change) => change.kind === 'changed'),
        sides,
        used,
      ),
      ...comings(
        section,
        own.filter(({ kind }) => kind === 'removed'),
        sides,
      ),
    ];
  });
}

function lookup(catalogue: Json): Lookup {
  const indexes = new Map<Section, ReadonlyMap<unknown, Json>>();
  return (section, id) => {
    const part = valueAt(catalogue, [section]);
    if (id === null || !Array.isArray(part)) return part;
    const index = indexes.get(section) ?? new Map(part.map((entry) => [valueAt(entry, ['id']), entry]));
    indexes.set(section, index);
    return index.get(id) ?? null;
  };
}

/** People who have a partner, a product or a region. */
function usesOf(catalogue: Json): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const people = valueAt(catalogue, ['entrepreneurs']);
  for (const person of Array.isArray(people) ? people : []) {
    for (const [section, path] of [
      ['partners', ['partner']],
      ['products', ['loan', 'product']],
      ['regions', ['country']],
    ] as const) {
      const key = `${section} ${String(valueAt(person, path))}`;
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  }
  return uses;
}

const count = (n: number): DiffValue => ({ kind: 'count', count: n });
const isText = (value: Json): value is string | (Localised & { readonly [key: string]: Json }) =>
  typeof value === 'string' || (isObject(value) && typeof value.en === 'string' && typeof value.fr === 'string');

function entryValue(section: Section, id: string | null, entry: Json): DiffValue {
  const name = valueAt(entry, ['name']);
  return { kind: 'entry', section, id, name: isText(name) ? name : (id ?? section) };
}

/** Entries that came, or that went: one line a section. */
function comings(section: Section, changes: readonly CatalogueChange[], { before, after }: Sides): DiffSentence[] {
  const [first] = changes;
  if (first === undefined || first.kind === 'changed') return [];
  const { kind } = first;
  const people = section === 'entrepreneurs';
  const key = kind === 'added' ? (people ? 'join' : 'added') : people ? 'leave' : 'removed';
  const shown = changes.slice(0, NAMES_MOST).map(({ id }): DiffPart => {
    const entry = (kind === 'added' ? after : before)(section, id);
    const name = entryValue(section, id, entry);
    if (kind === 'removed') return { key: 'gone', values: { name } };
    return people ? personPart(name, entry, after) : { key: 'entry', values: { name } };
  });
  const more = changes.length - shown.length;
  const parts = more > 0 ? [...shown, { key: 'more', values: { count: count(more) } } as const] : shown;
  const ids = changes.flatMap(({ id }) => (id === null ? [] : [id]));
  return [
    { kind, section, ids, key, values: { count: count(changes.length), section: { kind: 'section', section } }, parts },
  ];
}

/** "Sokha Chan (silk, 550 coins, 12 months)", or the name alone when one of them is missing. */
function personPart(name: DiffValue, person: Json, side: Lookup): DiffPart {
  const activity = valueAt(person, ['activity']);
  const terms = termsOf(person, side);
  if (!isText(activity) || terms === null) return { key: 'entry', values: { name } };
  return {
    key: 'person',
    values: {
      name,
      activity: { kind: 'text', text: activity },
      amount: { kind: 'coins', minor: terms.amount },
      term: { kind: 'simHours', hours: terms.hours },
    },
  };
}

/** Entries with all that changes about them, a line each; the same value for many is one line. */
function changings(
  section: Section,
  changes: readonly Changed[],
  sides: Sides,
  uses: ReadonlyMap<string, number>,
): DiffSentence[] {
  const byEntry = Map.groupBy(changes, ({ id }) => id);
  const alone = [...byEntry.values()].flatMap(([only, another]) =>
    only === undefined || another !== undefined ? [] : [only],
  );
  const alike = Map.groupBy(alone, ({ path, after }) => JSON.stringify([path, after]));
  const bulk = new Set([...alike.values()].filter((some) => some.length >= SAME_FROM).flat());
  const lines = [...byEntry].flatMap(([id, own]) => {
    if (own.some((change) => bulk.has(change))) return [];
    const name = entryValue(section, id, sides.after(section, id));
    const parts = [...partsOf(section, id, own, sides), ...usePart(section, id, uses)];
    const ids = id === null ? [] : [id];
    return [{ kind: 'changed', section, ids, key: 'entry', values: { name }, parts } as const];
  });
  const together = [...alike.values()]
    .filter((some) => some.length >= SAME_FROM)
    .map((some) => sameLine(section, some));
  return [...together, ...lines];
}

function sameLine(section: Section, changes: readonly Changed[]): DiffSentence {
  const [first] = changes as [Changed];
  const values = { count: count(changes.length), section: { kind: 'section', section } as const };
  // What each had before differs; what they all have now is the news.
  const part = fieldPart({
    ...first,
    before: changes.every(({ before }) => before === first.before) ? first.before : null,
  });
  return { kind: 'changed', section, ids: changes.flatMap(({ id }) => id ?? []), key: 'same', values, parts: [part] };
}

function usePart(section: Section, id: string | null, uses: ReadonlyMap<string, number>): DiffPart[] {
  const people = uses.get(`${section} ${id}`);
  return people === undefined ? [] : [{ key: 'uses', values: { count: count(people) } }];
}

function partsOf(section: Section, id: string | null, changes: readonly Changed[], sides: Sides): DiffPart[] {
  if (section !== 'entrepreneurs') return changes.flatMap(listed).map(fieldPart);
  const loan = loanParts(
    { entry: sides.before(section, id), side: sides.before },
    { entry: sides.after(section, id), side: sides.after },
  );
  return [
    ...loan,
    ...changes
      .filter((change) => !isToldOfLoan(change))
      .flatMap(listed)
      .map(fieldPart),
  ];
}

/** A list as the fields in it that differ, when both sides have as many entries and few of them changed; else the list as a whole. */
function listed(change: Changed): Changed[] {
  const { path, before, after } = change;
  const isList = Array.isArray(before) && Array.isArray(after) && before.length === after.length;
  if (!isList || (isShort(before) && isShort(after))) return [change];
  const inner: Changed[] = [];
  for (let i = 0; i < before.length && inner.length <= INSIDE_MOST; i++) {
    const fields = fieldDiff(before[i] as Json, after[i] as Json, [...path, String(i)]);
    inner.push(...fields.flatMap((field) => listed({ ...change, ...field })));
  }
  return inner.length > INSIDE_MOST ? [change] : inner;
}

/** A field with both values, as far as they can be read in passing. */
export function fieldPart({ section, path, before, after }: Changed): DiffPart {
  const last = path.at(-1);
  const locale: Locale | null = LOCALES.find((one) => one === last) ?? null;
  const field: DiffValue = { kind: 'field', section, path, locale };
  if (!isShort(before) || !isShort(after)) return { key: 'rewritten', values: { field } };
  const was: DiffValue = { kind: 'value', section, path, value: before };
  const is: DiffValue = { kind: 'value', section, path, value: after };
  if (before === null) return { key: 'set', values: { field, after: is } };
  if (after === null) return { key: 'cleared', values: { field, before: was } };
  return { key: 'field', values: { field, before: was, after: is } };
}

function isShort(value: Json): boolean {
  if (Array.isArray(value))
    return value.length <= SHORT_LIST && value.every((one) => typeof one !== 'object' && isShort(one));
  return typeof value === 'string' ? value.length <= SHORT : !isObject(value);
}
