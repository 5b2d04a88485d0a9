import { type CatalogueChange, catalogueDiff, isObject, type Json, type Section } from './catalogue-diff.ts';
import { isNullable } from './content-fields.ts';

type Fields = { readonly [key: string]: Json };

/** Entries of one list while changes are done to it: a hole stands for one that was removed, so that positions stay. */
export type OpenList = { readonly slots: (Json | undefined)[]; readonly at: Map<string, number[]> };
/** A catalogue while changes are done to it. Nothing of the original is touched. */
export type OpenCatalogue = {
  readonly from: Fields;
  readonly lists: Map<Section, OpenList>;
  readonly parts: Map<Section, Json | undefined>;
};

export const openCatalogue = (catalogue: Json): OpenCatalogue => ({
  from: isObject(catalogue) ? catalogue : {},
  lists: new Map(),
  parts: new Map(),
});

const idOf = (entry: Json | undefined): string | null =>
  entry !== undefined && isObject(entry) && typeof entry.id === 'string' ? entry.id : null;

const partOf = (open: OpenCatalogue, section: Section): Json | undefined =>
  open.parts.has(section) ? open.parts.get(section) : own(open.from, section);

const own = (fields: Fields, key: string): Json | undefined => (Object.hasOwn(fields, key) ? fields[key] : undefined);

/** The list of a part, indexed on first use; null when the part is not a list. A part that is missing becomes one with its first entry. */
function listOf(open: OpenCatalogue, section: Section): OpenList | null {
  const known = open.lists.get(section);
  if (known !== undefined) return known;
  const part = partOf(open, section) ?? [];
  if (!Array.isArray(part)) return null;
  const list: OpenList = { slots: [...part], at: new Map() };
  for (const [i, entry] of list.slots.entries()) file(list, idOf(entry), i);
  open.lists.set(section, list);
  return list;
}

function file(list: OpenList, id: string | null, position: number): void {
  if (id === null) return;
  const known = list.at.get(id);
  if (known === undefined) list.at.set(id, [position]);
  else known.push(position);
}

/** The entry a change is about, as it stands now; undefined when there is none. */
export function entryNow(
  open: OpenCatalogue,
  { section, id }: Pick<CatalogueChange, 'section' | 'id'>,
): Json | undefined {
  if (id === null) return whole(open, section);
  const list = listOf(open, section);
  const position = list?.at.get(id)?.[0];
  return position === undefined ? undefined : list?.slots[position];
}

function whole(open: OpenCatalogue, section: Section): Json | undefined {
  const list = open.lists.get(section);
  return list === undefined ? partOf(open, section) : closed(list);
}

const closed = (list: OpenList): Json[] => list.slots.filter((entry) => entry !== undefined);

/** One change, in place. A change of an entry that is not there does nothing. */
export function doChange(open: OpenCatalogue, change: CatalogueChange): void {
  if (change.id === null) {
    const before = whole(open, change.section);
    open.lists.delete(change.section);
    if (change.kind === 'changed' && before === undefined) return;
    open.parts.set(
      change.section,
      change.kind === 'removed' ? undefined : change.kind === 'added' ? change.after : changed(before as Json, change),
    );
    return;
  }
  const list = listOf(open, change.section);
  if (list === null) return;
  const positions = list.at.get(change.id) ?? [];
  if (change.kind === 'changed') {
    // A change of the id itself files the entry anew, or later changes would not find it.
    list.at.delete(change.id);
    for (const i of positions) {
      list.slots[i] = changed(list.slots[i] as Json, change);
      file(list, idOf(list.slots[i]), i);
    }
    return;
  }
  for (const i of positions) list.slots[i] = undefined;
  list.at.delete(change.id);
  if (change.kind === 'added') file(list, idOf(change.after), list.slots.push(change.after) - 1);
}

const changed = (entry: Json, change: CatalogueChange & { readonly kind: 'changed' }): Json =>
  setField(entry, change.path, change.after, change.after !== null || isNullable(change.section, change.path));

/** @param keep false takes the key away: null stands for an absent field. */
function setField(value: Json, path: readonly string[], to: Json, keep: boolean): Json {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const fields = isObject(value) ? value : {};
  if (rest.length === 0 && !keep) {
    const { [key]: _, ...others } = fields;
    return others;
  }
  return { ...fields, [key]: setField(own(fields, key) ?? null, rest, to, keep) };
}

/** The catalogue with all that was done to it. */
export function closeCatalogue(open: OpenCatalogue): Json {
  const made: Record<string, Json> = { ...open.from };
  for (const [section, part] of open.parts) {
    if (part === undefined) delete made[section];
    else made[section] = part;
  }
  for (const [section, list] of open.lists) {
    // Asking for an entry of a part that is missing must not make an empty part.
    if (list.slots.length > 0 || made[section] !== undefined) made[section] = closed(list);
  }
  return made;
}

/**
 * Changes done to a catalogue, one after another; entries that are added stand at the end. Linear in the number of entries and changes. Pure;
 * not checked against any schema. What was not touched is shared with the original.
 */
export function applyChanges(catalogue: Json, changes: readonly CatalogueChange[]): Json {
  const open = openCatalogue(catalogue);
  for (const change of changes) doChange(open, change);
  return closeCatalogue(open);
}

/** One change done to a catalogue. Many are much quicker together: `applyChanges`. */
export const applyChange = (catalogue: Json, change: CatalogueChange): Json => applyChanges(catalogue, [change]);

/** What takes changes back, newest first: for undo. Entries that come back stand at the end of their list. */
export const invert = (changes: readonly CatalogueChange[]): CatalogueChange[] => changes.map(inverse).reverse();

function inverse(change: CatalogueChange): CatalogueChange {
  const { section, id } = change;
  if (change.kind === 'added') return { section, id, kind: 'removed', before: change.after };
  if (change.kind === 'removed') return { section, id, kind: 'added', after: change.before };
  return { section, id, kind: 'changed', path: change.path, before: change.after, after: change.before };
}

/** The shortest list that does the same to `base`: fields changed twice or back again, and entries that came and went, are gone from it. */
export const normalise = (base: Json, changes: readonly CatalogueChange[]): CatalogueChange[] =>
  catalogueDiff(base, applyChanges(base, changes));
