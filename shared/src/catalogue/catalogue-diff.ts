import type { Content } from '../content/content.ts';

/** JSON as it stands in a catalogue. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Part of a catalogue: entrepreneurs, partners, economy, ... */
export type Section = keyof Content;

/** A list of entries has an id for each; a single object (economy) has none. */
export type EntryName = { readonly section: Section; readonly id: string | null };

export type CatalogueChange = EntryName &
  (
    | { readonly kind: 'added'; readonly after: Json }
    | { readonly kind: 'removed'; readonly before: Json }
    /** One field; `path` is the keys that lead to it. Null stands for a field that is absent on that side. */
    | { readonly kind: 'changed'; readonly path: readonly string[]; readonly before: Json; readonly after: Json }
  );

type Entries = ReadonlyMap<string | null, Json>;

export const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: Json): string | null => (isObject(value) && typeof value.id === 'string' ? value.id : null);

/** A list whose entries all have ids is compared entry by entry; anything else is one entry. */
function entriesOf(part: Json | undefined): Entries {
  if (part === undefined) return new Map();
  if (Array.isArray(part) && part.every((entry) => idOf(entry) !== null)) {
    return new Map(part.map((entry) => [idOf(entry), entry]));
  }
  return new Map([[null, part]]);
}

/**
 * What turns one catalogue into another, field by field, in the order of the catalogue's parts. Lists inside an entry (months, experience by
 * level) count as one field: half a list says nothing. The order of entries is not a difference.
 */
export function catalogueDiff(before: Content | Json, after: Content | Json): CatalogueChange[] {
  const [was, is] = [partsOf(before as Json), partsOf(after as Json)];
  const sections = [...new Set([...Object.keys(was), ...Object.keys(is)])] as Section[];
  return sections.flatMap((section) => sectionDiff(section, was[section], is[section]));
}

type Parts = { readonly [section: string]: Json | undefined };
/** What is no catalogue at all has no parts. */
const partsOf = (catalogue: Json): Parts => (isObject(catalogue) ? catalogue : {});

function sectionDiff(section: Section, before: Json | undefined, after: Json | undefined): CatalogueChange[] {
  // What an edit did not touch is the same object in both.
  if (before === after) return [];
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): CatalogueChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was === undefined) return is === undefined ? [] : [{ section, id, kind: 'added', after: is }];
    if (is === undefined) return [{ section, id, kind: 'removed', before: was }];
    return fieldDiff(was, is, []).map((field) => ({ section, id, kind: 'changed', ...field }));
  });
}

type FieldChange = { readonly path: readonly string[]; readonly before: Json; readonly after: Json };

/** Fields in which two values differ; an absent field and null are the same. */
export function fieldDiff(before: Json, after: Json, path: readonly string[]): FieldChange[] {
  if (before === after) return [];
  if (!isObject(before) || !isObject(after)) return sameJson(before, after) ? [] : [{ path, before, after }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    fieldDiff(fieldOf(before, key), fieldOf(after, key), [...path, key]),
  );
}

/** Only what the object itself has: a key may have any name, and `constructor` is no field of everything. */
const fieldOf = (value: { readonly [key: string]: Json }, key: string): Json =>
  Object.hasOwn(value, key) ? (value[key] as Json) : null;

/** Equal as JSON; the order of keys does not matter. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, i) => sameJson(entry, b[i] as Json));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] as Json, b[key] as Json))
  );
}

/** Same entry and same field: two editors who both touched it must talk. */
export const sameField = (a: CatalogueChange, b: CatalogueChange): boolean => {
  if (a.section !== b.section || a.id !== b.id) return false;
  if (a.kind !== 'changed' || b.kind !== 'changed') return true;
  const shorter = Math.min(a.path.length, b.path.length);
  return a.path.slice(0, shorter).every((key, i) => key === b.path[i]);
};
