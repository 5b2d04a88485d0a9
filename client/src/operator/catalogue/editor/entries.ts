import { isObject, type Json, type Section, sameJson } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Editor } from './editor.ts';

export type Fields = { readonly [key: string]: Json };
export type Entry = Fields & { readonly id: string };
/** `edited` and `new` against the live version; `retired` is in the live version and no longer in the draft. */
export type EntryState = 'live' | 'edited' | 'new' | 'retired';
export type Row = { readonly id: string; readonly entry: Entry; readonly state: EntryState };

const isEntry = (value: Json): value is Entry => isObject(value) && typeof value.id === 'string';

/** A part of a catalogue; null when an older version lacks it. */
export const partOf = (catalogue: Json, section: Section): Json =>
  isObject(catalogue) && Object.hasOwn(catalogue, section) ? (catalogue[section] as Json) : null;

export function entriesOf(catalogue: Json, section: Section): readonly Entry[] {
  const part = partOf(catalogue, section);
  return Array.isArray(part) ? part.filter(isEntry) : [];
}

const byId = new WeakMap<object, ReadonlyMap<string, Entry>>();
/** Entries of a part by id; made once for each state of the part. */
export function entriesById(catalogue: Json, section: Section): ReadonlyMap<string, Entry> {
  const part = partOf(catalogue, section);
  if (!Array.isArray(part)) return new Map();
  const known = byId.get(part);
  if (known !== undefined) return known;
  const made = new Map(entriesOf(catalogue, section).map((entry) => [entry.id, entry]));
  byId.set(part, made);
  return made;
}

/** What a form is about: an entry of a list, or the part itself when `id` is null. */
export const entryNow = (catalogue: Json, section: Section, id: string | null): Json =>
  id === null ? partOf(catalogue, section) : (entriesById(catalogue, section).get(id) ?? null);

/** Rows of a part: what the draft has, then what it took away. Untouched entries are the same object in both, so this is quick. */
export function rowsOf({ live, now }: Pick<Editor, 'live' | 'now'>, section: Section): Row[] {
  const before = entriesById(live, section);
  const after = entriesById(now, section);
  const rows: Row[] = entriesOf(now, section).map((entry) => ({
    id: entry.id,
    entry,
    state: stateOf(before.get(entry.id), entry),
  }));
  for (const entry of before.values()) if (!after.has(entry.id)) rows.push({ id: entry.id, entry, state: 'retired' });
  return rows;
}

function stateOf(before: Entry | undefined, now: Entry): EntryState {
  if (before === undefined) return 'new';
  return before === now || sameJson(before, now) ? 'live' : 'edited';
}
