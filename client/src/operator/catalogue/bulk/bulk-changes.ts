import type { CatalogueChange, Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { bare, fieldSchema } from '@bloomvale/shared/catalogue/content-fields';
import { z } from 'zod';
import { entriesById } from '../editor/entries.ts';
import { toStored } from '../form/parse-number.ts';
import { fieldChange, fieldValue } from '../form/set-path.ts';
import { unitOf } from '../form/units.ts';

/** What is done to a field of every chosen entry: a value for all, or each one's own times a factor, or more by a step. */
export type BulkAct =
  | { readonly kind: 'set'; readonly value: Json }
  | { readonly kind: 'times'; readonly factor: number }
  | { readonly kind: 'plus'; readonly step: number };

/** A number as its field can hold it: whole where it must be whole, a multiple where it must be one. Bounds are left to the findings. */
function fitted(value: number, schema: z.core.$ZodType): number {
  const number = bare(schema);
  if (!(number instanceof z.ZodNumber)) return value;
  const checks = (number.def.checks ?? []) as readonly { _zod: { def: { check: string; value?: unknown } } }[];
  const multiple = checks.find(({ _zod }) => _zod.def.check === 'multiple_of')?._zod.def.value;
  const step = typeof multiple === 'number' ? multiple : number.isInt || number.format === 'safeint' ? 1 : null;
  return step === null ? toStored(value, 1) : Number((Math.round(value / step) * step).toPrecision(12));
}

/** The changes of a bulk edit: entries that have the value already, or no number to count from, are left out. */
export function bulkChanges(
  now: Json,
  section: Section,
  ids: readonly string[],
  path: readonly string[],
  act: BulkAct,
): CatalogueChange[] {
  const schema = fieldSchema(section, path);
  if (schema === null) return [];
  const { scale } = unitOf(section, path, schema);
  const entries = entriesById(now, section);
  return ids.flatMap((id) => {
    const entry = entries.get(id);
    if (entry === undefined) return [];
    const before = fieldValue(entry, path);
    if (act.kind !== 'set' && typeof before !== 'number') return [];
    const after =
      act.kind === 'set'
        ? act.value
        : fitted(
            act.kind === 'times' ? (before as number) * act.factor : (before as number) + toStored(act.step, scale),
            schema,
          );
    return after === before ? [] : [fieldChange(section, id, entry, path, after)];
  });
}

/** Fields that make sense for many entries at once: figures, choices, yes and no. Texts are each one's own. */
export function bulkFields(
  section: Section,
  schema: z.core.$ZodType | null,
  path: readonly string[] = [],
): readonly (readonly string[])[] {
  if (schema === null) return [];
  const value = bare(schema);
  if (value instanceof z.ZodNumber || value instanceof z.ZodEnum || value instanceof z.ZodBoolean) return [path];
  if (value instanceof z.ZodString) return REFERENCES.has(path.at(-1) ?? '') ? [path] : [];
  if (!(value instanceof z.ZodObject)) return [];
  return Object.entries(value.shape as Record<string, z.core.$ZodType>)
    .filter(([key]) => key !== 'id')
    .flatMap(([key, field]) => bulkFields(section, field, [...path, key]));
}
const REFERENCES = new Set(['partner', 'product', 'good', 'station', 'country']);
