import type { Content } from '../content/content.ts';
import { type CatalogueChange, catalogueDiff, type Json, sameField, sameJson } from './catalogue-diff.ts';

/** Both sides changed the same field, and not to the same thing. */
export type MergeConflict = { readonly mine: CatalogueChange; readonly theirs: CatalogueChange };

export type Merge = {
  /** Theirs with all of my changes that meet none of theirs; not yet checked against the schema. */
  readonly merged: Json;
  readonly applied: readonly CatalogueChange[];
  readonly conflicts: readonly MergeConflict[];
};

/**
 * Brings two edits of one catalogue together, field by field. What only one side touched is taken from that side; what both changed alike is
 * no conflict; where they differ, theirs stays (it was saved first) and the pair is named, for a person to decide.
 */
export function mergeCatalogues(base: Content, mine: Content, theirs: Content): Merge {
  const their = catalogueDiff(base, theirs);
  const applied: CatalogueChange[] = [];
  const conflicts: MergeConflict[] = [];
  for (const change of catalogueDiff(base, mine)) {
    const met = their.find((other) => sameField(change, other));
    if (met === undefined) applied.push(change);
    else if (!sameChange(change, met)) conflicts.push({ mine: change, theirs: met });
  }
  return { merged: applied.reduce(applyChange, theirs as unknown as Json), applied, conflicts };
}

function sameChange(a: CatalogueChange, b: CatalogueChange): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'removed' || b.kind === 'removed') return true;
  if (a.kind === 'changed' && b.kind === 'changed' && a.path.length !== b.path.length) return false;
  return sameJson(a.after, b.after);
}

type Fields = { readonly [key: string]: Json };

/** One change done to a catalogue; a change of an entry that is not there does nothing. Pure. */
export function applyChange(catalogue: Json, change: CatalogueChange): Json {
  const content = catalogue as Fields;
  const part = content[change.section] as Json;
  if (change.id === null) {
    return {
      ...content,
      [change.section]: change.kind === 'changed' ? setField(part, change.path, change.after) : part,
    };
  }
  const list = part as readonly Json[];
  const isIt = (entry: Json): boolean => (entry as Fields).id === change.id;
  if (change.kind === 'added')
    return { ...content, [change.section]: [...list.filter((entry) => !isIt(entry)), change.after] };
  if (change.kind === 'removed') return { ...content, [change.section]: list.filter((entry) => !isIt(entry)) };
  const set = (entry: Json): Json => (isIt(entry) ? setField(entry, change.path, change.after) : entry);
  return { ...content, [change.section]: list.map(set) };
}

function setField(value: Json, path: readonly string[], to: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
  return { ...fields, [key]: setField(fields[key] ?? null, rest, to) };
}
