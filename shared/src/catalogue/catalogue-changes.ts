import { z } from 'zod';
import { ContentIdSchema } from '../content/text.ts';
import { type CatalogueChange, isObject, type Json } from './catalogue-diff.ts';
import { LIST_SECTIONS, SECTIONS } from './content-fields.ts';
import { jsonBounds, keyFault } from './json-bounds.ts';

/** Every entry of the largest catalogue (10 000) with ten fields changed: an import or a bulk edit is one list. */
export const CHANGES_MOST = 100_000;
/** Values in one change: the largest entry is a map of 600 objects, about 10 000. */
export const CHANGE_VALUES = 30_000;
/** Values in all changes together, a memory bound: ten thousand people with chapters, before and after, are about 1.5 million. */
export const CHANGES_VALUES = 3_000_000;
/** Keys that lead to a field; the longest path of the catalogue has 5. */
export const PATH_LENGTH = 10;

/** Why changes are refused, each as the message of an issue. */
export type ChangesFault =
  | 'entry_has_no_id'
  | 'entry_needs_id'
  | 'id_differs'
  | 'id_is_fixed'
  | 'path_empty'
  | 'all_too_many_values';

const JsonSchema = z.unknown().transform((value, context): Json => {
  const bounds = jsonBounds(value, CHANGE_VALUES);
  if (typeof bounds === 'number') return value as Json;
  context.addIssue({ code: 'custom', message: bounds });
  return z.NEVER;
});

const KeySchema = z.string().superRefine((key, context) => {
  const fault = keyFault(key);
  if (fault !== null) context.addIssue({ code: 'custom', message: fault });
});

const EntryName = { section: z.enum(SECTIONS as [(typeof SECTIONS)[number]]), id: ContentIdSchema.nullable() };

/** One change as it comes from outside: bounded, and about an entry that can have the id it says. Values are judged later (`findings`). */
export const CatalogueChangeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...EntryName, kind: z.literal('added'), after: JsonSchema }),
    z.strictObject({ ...EntryName, kind: z.literal('removed'), before: JsonSchema }),
    z.strictObject({
      ...EntryName,
      kind: z.literal('changed'),
      path: z.array(KeySchema).max(PATH_LENGTH),
      before: JsonSchema,
      after: JsonSchema,
    }),
  ])
  .superRefine((change, context) => {
    const fault = nameFault(change);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  });

function nameFault(change: CatalogueChange): ChangesFault | null {
  const { section, id } = change;
  if (id === null) return LIST_SECTIONS.has(section) ? 'entry_needs_id' : emptyPath(change);
  if (!LIST_SECTIONS.has(section)) return 'entry_has_no_id';
  if (change.kind === 'changed') {
    // An id names the entry in loans, ledgers and addresses: another id is another entry.
    return change.path[0] === 'id' ? 'id_is_fixed' : emptyPath(change);
  }
  const entry = change.kind === 'added' ? change.after : change.before;
  return isObject(entry) && entry.id === id ? null : 'id_differs';
}

const emptyPath = (change: CatalogueChange): ChangesFault | null =>
  change.kind === 'changed' && change.path.length === 0 ? 'path_empty' : null;

/** A list of changes from outside: an editor's save, a bulk edit, an import. */
export const CatalogueChangesSchema = z
  .array(CatalogueChangeSchema)
  .max(CHANGES_MOST)
  .superRefine((changes, context) => {
    let left = CHANGES_VALUES;
    for (const change of changes) {
      for (const value of valuesOf(change)) {
        const bounds = jsonBounds(value, left);
        if (typeof bounds !== 'number') {
          context.addIssue({ code: 'custom', message: 'all_too_many_values' satisfies ChangesFault });
          return;
        }
        left -= bounds;
      }
    }
  });

function valuesOf(change: CatalogueChange): readonly Json[] {
  if (change.kind === 'added') return [change.after];
  return change.kind === 'removed' ? [change.before] : [change.before, change.after];
}
