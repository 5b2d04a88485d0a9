import { type CatalogueChange, isObject, type Json, type Section } from '@bloomvale/shared/catalogue/catalogue-diff';

/** Keys and positions that lead to a value inside an entry. */
export type Path = readonly (string | number)[];

/** What stands at a path; null when nothing does. */
export function fieldValue(value: Json, path: Path): Json {
  let at: Json = value;
  for (const key of path) {
    if (typeof key === 'number') at = Array.isArray(at) ? ((at[key] as Json | undefined) ?? null) : null;
    else at = isObject(at) && Object.hasOwn(at, key) ? (at[key] as Json) : null;
  }
  return at;
}

function withValue(value: Json, path: Path, to: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (typeof key === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    list[key] = withValue((list[key] as Json | undefined) ?? null, rest, to);
    return list;
  }
  const fields = isObject(value) ? value : {};
  const inner = withValue(Object.hasOwn(fields, key) ? (fields[key] as Json) : null, rest, to);
  return { ...fields, [key]: inner };
}

/** The change of one field of an entry. A list is one field: what is inside one changes the whole of it. */
export function fieldChange(
  section: Section,
  id: string | null,
  entry: Json,
  path: Path,
  after: Json,
): CatalogueChange {
  const cut = path.findIndex((key) => typeof key === 'number');
  const field = (cut < 0 ? path : path.slice(0, cut)) as readonly string[];
  const before = fieldValue(entry, field);
  return {
    section,
    id,
    kind: 'changed',
    path: field,
    before,
    after: cut < 0 ? after : withValue(before, path.slice(cut), after),
  };
}
