import { closeCatalogue, doChange, entryNow, openCatalogue } from './catalogue-apply.ts';
import { type CatalogueChange, fieldDiff, isObject, type Json } from './catalogue-diff.ts';

/** A change that meets something its editor has not seen. */
export type FieldConflict = {
  readonly mine: CatalogueChange;
  /** What stands there now: the field of a `changed`, the whole entry of an `added` or `removed`. Null: absent. */
  readonly theirs: Json;
  /** The whole entry is no longer there. */
  readonly gone: boolean;
};

export type ChangesOnto = {
  /** The catalogue with `applied` done to it; conflicts are left as they stand. */
  readonly next: Json;
  /** Changes that took effect. What already stands as wanted is in neither list. */
  readonly applied: readonly CatalogueChange[];
  readonly conflicts: readonly FieldConflict[];
};

/**
 * Does an editor's changes to a catalogue that others may have changed meanwhile. A change holds when its field still has the value the editor
 * saw (`before`), is without effect when it already has the wanted one, and is a conflict otherwise. Several changes of one field hold one
 * after another. Linear.
 */
export function changesOnto(current: Json, changes: readonly CatalogueChange[]): ChangesOnto {
  const open = openCatalogue(current);
  const applied: CatalogueChange[] = [];
  const conflicts: FieldConflict[] = [];
  for (const change of changes) {
    const entry = entryNow(open, change);
    const verdict = judge(change, entry);
    if (verdict === 'applies') {
      doChange(open, change);
      applied.push(change);
    } else if (verdict === 'differs') {
      conflicts.push({ mine: change, theirs: standing(change, entry), gone: entry === undefined });
    }
  }
  return { next: closeCatalogue(open), applied, conflicts };
}

type Verdict = 'applies' | 'done' | 'differs';

function judge(change: CatalogueChange, entry: Json | undefined): Verdict {
  if (change.kind === 'added') {
    if (entry === undefined) return 'applies';
    return same(entry, change.after) ? 'done' : 'differs';
  }
  if (change.kind === 'removed') {
    if (entry === undefined) return 'done';
    return same(entry, change.before) ? 'applies' : 'differs';
  }
  if (entry === undefined) return 'differs';
  const value = valueAt(entry, change.path);
  if (same(value, change.after)) return 'done';
  return same(value, change.before) ? 'applies' : 'differs';
}

const standing = (change: CatalogueChange, entry: Json | undefined): Json => {
  if (entry === undefined) return null;
  return change.kind === 'changed' ? valueAt(entry, change.path) : entry;
};

const same = (a: Json, b: Json): boolean => fieldDiff(a, b, []).length === 0;

/** Value of a field; null when it is absent. */
export function valueAt(entry: Json, path: readonly string[]): Json {
  let value: Json = entry;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return null;
    value = value[key] as Json;
  }
  return value;
}
