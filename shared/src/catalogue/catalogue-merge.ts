import type { Content } from '../content/content.ts';
import { applyChanges } from './catalogue-apply.ts';
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
  const their = Map.groupBy(catalogueDiff(base, theirs), entryOf);
  const applied: CatalogueChange[] = [];
  const conflicts: MergeConflict[] = [];
  for (const change of catalogueDiff(base, mine)) {
    const met = their.get(entryOf(change))?.find((other) => sameField(change, other));
    if (met === undefined) applied.push(change);
    else if (!sameChange(change, met)) conflicts.push({ mine: change, theirs: met });
  }
  return { merged: applyChanges(theirs as unknown as Json, applied), applied, conflicts };
}

/** Ids have no blank, so that no two entries have one name. */
const entryOf = ({ section, id }: CatalogueChange): string => (id === null ? section : `${section} ${id}`);

function sameChange(a: CatalogueChange, b: CatalogueChange): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'removed' || b.kind === 'removed') return true;
  if (a.kind === 'changed' && b.kind === 'changed' && a.path.length !== b.path.length) return false;
  return sameJson(a.after, b.after);
}
