import { type CatalogueChange, catalogueDiff, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { jsonBounds } from '@bloomvale/shared/catalogue/json-bounds';
import { type Content, ContentSchema } from '@bloomvale/shared/content/content';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { IMPORT_BYTES, type ImportFormat, type ImportRefusal, importFaults, importLoans } from './import-loans.ts';
import { utf8Of } from './utf8.ts';

/** Values in a whole catalogue: ten thousand people with chapters have about a million. */
const CATALOGUE_VALUES = 1_500_000;

/** `catalogue` is a whole content as JSON; the others are entries alone. */
export type ChangesFormat = ImportFormat | 'catalogue';

/** What a file would do to a draft. */
export type ImportedChanges = {
  readonly changes: readonly CatalogueChange[];
  /** Entries. */
  readonly added: number;
  readonly changed: number;
  readonly same: number;
};

type Parts = { readonly [section: string]: Json };

/** Entries a file has and the draft too are replaced whole; entries the file does not have stay, unless it is a whole catalogue. */
export function importChanges(
  draft: Json,
  bytes: Uint8Array,
  format: ChangesFormat,
): Result<ImportedChanges, ImportRefusal> {
  if (format === 'catalogue') return wholeCatalogue(draft, bytes);
  const people = importLoans(bytes, format);
  return people.ok ? ok(counted(draft, withPeople(draft as Parts, people.value), people.value.length)) : people;
}

function withPeople(draft: Parts, people: readonly Entrepreneur[]): Json {
  const standing = Array.isArray(draft.entrepreneurs) ? (draft.entrepreneurs as readonly Json[]) : [];
  const fresh = new Map(people.map((person) => [person.id, person as unknown as Json]));
  const kept = standing.map((entry) => {
    const id = (entry as { readonly id?: string }).id ?? '';
    const mine = fresh.get(id);
    fresh.delete(id);
    return mine ?? entry;
  });
  return { ...draft, entrepreneurs: [...kept, ...fresh.values()] };
}

function wholeCatalogue(draft: Json, bytes: Uint8Array): Result<ImportedChanges, ImportRefusal> {
  if (bytes.byteLength > IMPORT_BYTES) return err({ code: 'TOO_LARGE' });
  const text = utf8Of(bytes);
  if (text === null) return err({ code: 'NOT_UTF8' });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return err({ code: 'NOT_JSON' });
  }
  // Each value of the wrong kind is a fault of its own: more than a catalogue can have are not listed.
  const bounds = jsonBounds(raw, CATALOGUE_VALUES);
  if (bounds === 'too_many_values') return err({ code: 'TOO_LARGE' });
  const content = ContentSchema.safeParse(raw);
  if (!content.success) return err(importFaults(content.error.issues.map(faultOf)));
  return ok(counted(draft, content.data as unknown as Json, entriesIn(content.data)));
}

/** In a whole catalogue a row is the number of an entry in its part, 0 for the part itself. */
function faultOf({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }) {
  const row = typeof path[1] === 'number' ? path[1] + 1 : 0;
  return {
    row,
    column: path
      .filter((key, i) => i !== 1 || typeof key !== 'number')
      .map(String)
      .join('.'),
    message,
  };
}

const entriesIn = (content: Content): number =>
  Object.values(content).reduce((sum: number, part) => sum + (Array.isArray(part) ? part.length : 1), 0);

function counted(draft: Json, next: Json, entries: number): ImportedChanges {
  const changes = catalogueDiff(draft, next);
  const touched = new Map(changes.map(({ section, id, kind }) => [`${section}/${id ?? ''}`, kind]));
  const kinds = [...touched.values()];
  const added = kinds.filter((kind) => kind === 'added').length;
  const changed = kinds.filter((kind) => kind === 'changed').length;
  return { changes, added, changed, same: Math.max(0, entries - added - changed) };
}
