import type { CatalogueChange, Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { valueText } from './value-text.ts';

/** One field of one entry, as a line of a table. */
export type FieldRow = {
  readonly key: string;
  readonly section: Section;
  /** Entry of a list; null for a part that is one object. */
  readonly entry: string | null;
  readonly path: readonly string[];
  readonly kind: CatalogueChange['kind'];
  readonly before: string | null;
  readonly after: string | null;
};

/** How a field's value is written; plain without anything better. */
export type Write = (section: Section, path: readonly string[], value: Json) => string;
const PLAIN: Write = (_section, _path, value) => valueText(value);

/** Changes in their order, a line each: a whole entry that came or went is one line. */
export const fieldRows = (changes: readonly CatalogueChange[], write: Write = PLAIN): FieldRow[] =>
  changes.map((change) => {
    const path = change.kind === 'changed' ? change.path : [];
    const side = (value: Json): string | null => (value === null ? null : write(change.section, path, value));
    return {
      key: [change.section, change.id ?? '', ...path].join(' '),
      section: change.section,
      entry: change.id,
      path,
      kind: change.kind,
      before: change.kind === 'added' ? null : side(change.before),
      after: change.kind === 'removed' ? null : side(change.after),
    };
  });

/** Fields whose part, entry or name has these words in it. */
export function matching(rows: readonly FieldRow[], search: string): readonly FieldRow[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ key }) => words.every((word) => key.toLowerCase().includes(word)));
}
