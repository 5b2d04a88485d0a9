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

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
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
export function catalogueDiff(before: Content, after: Content): CatalogueChange[] {
  const sections = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Section[];
  return sections.flatMap((section) => sectionDiff(section, before[section] as Json, after[section] as Json));
}

function sectionDiff(section: Section, before: Json | undefined, after: Json | undefined): CatalogueChange[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): CatalogueChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was === undefined) return is === undefined ? [] : [{ section, id, kind: 'added', after: is }];
    if (is === undefined) return [{ section, id, kind: 'removed', before: was }];
    return fieldDiff(was, is, []).map((field) => ({ section, id, kind: 'changed', ...field }));
  });
}

type FieldChange = { readonly path: readonly string[]; readonly before: Json; readonly after: Json };

function fieldDiff(before: Json, after: Json, path: readonly string[]): FieldChange[] {
  if (!isObject(before) || !isObject(after)) return sameJson(before, after) ? [] : [{ path, before, after }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    fieldDiff(before[key] ?? null, after[key] ?? null, [...path, key]),
  );
}

/** Equal as JSON; the order of keys does not matter. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, i) => sameJson(entry, b[i] as Json));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in b && sameJson(a[key] as Json, b[key] as Json))
  );
}

/** Same entry and same field: two editors who both touched it must talk. */
export const sameField = (a: CatalogueChange, b: CatalogueChange): boolean => {
  if (a.section !== b.section || a.id !== b.id) return false;
  if (a.kind !== 'changed' || b.kind !== 'changed') return true;
  const shorter = Math.min(a.path.length, b.path.length);
  return a.path.slice(0, shorter).every((key, i) => key === b.path[i]);
};
