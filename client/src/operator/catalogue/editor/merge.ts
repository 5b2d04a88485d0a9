import { type CatalogueChange, fieldDiff, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { changesOnto, type FieldConflict } from '@bloomvale/shared/catalogue/changes-onto';
import { entryNow } from './entries.ts';

export type Side = 'mine' | 'theirs';

/** What of ours still holds on what somebody else saved meanwhile, and what they changed too. */
export function compare(
  saved: Json,
  mine: readonly CatalogueChange[],
): { readonly holds: readonly CatalogueChange[]; readonly conflicts: readonly FieldConflict[] } {
  const { applied, conflicts } = changesOnto(saved, mine);
  return { holds: applied, conflicts };
}

/**
 * The changes to save once somebody has chosen: those that hold, and ours of the conflicts that were decided for us, now knowing what stands
 * there. `whole` gives our whole entry, for one they took away and we keep.
 */
export function decided(
  holds: readonly CatalogueChange[],
  conflicts: readonly FieldConflict[],
  sides: readonly Side[],
  mineNow: Json,
): CatalogueChange[] {
  const again = conflicts.flatMap((conflict, i) => (sides[i] === 'mine' ? insisted(conflict, mineNow) : []));
  const seen = new Set<string>();
  // Several fields of an entry they took away bring it back once.
  const once = again.filter((change) => {
    if (change.kind !== 'added') return true;
    const name = `${change.section} ${change.id}`;
    return !seen.has(name) && seen.add(name) !== undefined;
  });
  return [...holds, ...once];
}

function insisted({ mine, theirs, gone }: FieldConflict, mineNow: Json): CatalogueChange[] {
  const { section, id } = mine;
  if (mine.kind === 'removed') return [{ section, id, kind: 'removed', before: theirs }];
  if (gone) return [{ section, id, kind: 'added', after: entryNow(mineNow, section, id) }];
  if (mine.kind === 'added')
    return fieldDiff(theirs, mine.after, []).map((field) => ({ section, id, kind: 'changed', ...field }));
  return [{ ...mine, before: theirs }];
}
