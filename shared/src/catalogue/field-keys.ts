import { z } from 'zod';
import { LocalisedSchema } from '../content/text.ts';
import type { Section } from './catalogue-diff.ts';
import { bare, entrySchema, SECTIONS } from './content-fields.ts';

/**
 * Under which key the console has a field's name: `field.<section>.<keys>`, and `.label` behind it when the field holds others. Positions in
 * lists are left out, and what is the same for each key of a record (a sector, a need, a state) stands once, under `each`.
 */

type Schema = z.core.$ZodType;
/** What lies inside a value: fields by key, one kind of value for each key or position, or nothing that has a name of its own. */
type Inside =
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, Schema>> }
  | { readonly kind: 'each'; readonly value: Schema; readonly named: boolean }
  | { readonly kind: 'leaf' };

const LEAF: Inside = { kind: 'leaf' };

function insideOf(schema: Schema): Inside {
  const value = bare(schema);
  if (value === LocalisedSchema) return LEAF;
  if (value instanceof z.ZodRecord) return { kind: 'each', value: value.valueType, named: true };
  if (value instanceof z.ZodArray) return { kind: 'each', value: value.element, named: false };
  if (value instanceof z.ZodTuple) return { kind: 'each', value: value.def.items[0] as Schema, named: false };
  if (value instanceof z.ZodObject) return fieldsOf(value.shape);
  if (value instanceof z.ZodDiscriminatedUnion) {
    const shapes = value.options.map((option) => (option instanceof z.ZodObject ? option.shape : {}));
    return { kind: 'fields', fields: Object.assign({}, ...shapes.toReversed()) };
  }
  return LEAF;
}

/** Of an object whose keys all hold the same kind of thing (the six needs), one stands for all. */
function fieldsOf(shape: Readonly<Record<string, Schema>>): Inside {
  const [first, ...others] = Object.values(shape);
  const alike = first !== undefined && others.length > 1 && others.every((other) => other === first);
  return alike && insideOf(first).kind !== 'leaf'
    ? { kind: 'each', value: first, named: true }
    : { kind: 'fields', fields: shape };
}

export type FieldName = {
  /** Behind `field.`. */
  readonly key: string;
  /** Keys of records on the way, which are names of their own: the sector, the need, the state that is meant. */
  readonly of: readonly string[];
};

/**
 * What a field is called; the section itself for an empty path. A path that the catalogue does not know keeps its keys, so that it can at
 * least be shown.
 */
export function fieldName(section: Section, path: readonly (string | number)[]): FieldName {
  const keys: string[] = [section];
  const of: string[] = [];
  let schema = entrySchema(section);
  for (const key of path) {
    const inside: Inside = schema === null ? LEAF : insideOf(schema);
    // The languages of a text have no names of their own, nor have the corners of a figure.
    if (inside.kind === 'leaf' && schema !== null) break;
    if (inside.kind === 'each') {
      // The text of each kind of letter has a name; the board of a shop is the one of its sector.
      if (inside.named && insideOf(inside.value).kind === 'leaf') keys.push(String(key));
      else if (inside.named) {
        keys.push('each');
        of.push(String(key));
      }
      schema = inside.value;
    } else {
      keys.push(String(key));
      schema = inside.kind === 'fields' && Object.hasOwn(inside.fields, key) ? (inside.fields[key] as Schema) : null;
    }
  }
  // The entry of a record itself goes by the name of the record.
  if (keys.at(-1) === 'each') keys.pop();
  const isLeaf = schema === null || namedInside(schema).kind === 'leaf';
  return { key: (isLeaf ? keys : [...keys, 'label']).join('.'), of };
}

/** Through lists, which have no names for what is in them. */
function namedInside(schema: Schema): Inside {
  const inside = insideOf(schema);
  return inside.kind === 'each' && !inside.named ? namedInside(inside.value) : inside;
}

/** Keys of the names of all fields a catalogue has. Features of a portrait are the kit's. */
export function allFieldKeys(): readonly string[] {
  return SECTIONS.flatMap((section) => {
    const schema = entrySchema(section);
    return schema === null ? [] : keysUnder(schema, section);
  });
}

function keysUnder(schema: Schema, key: string): string[] {
  const inside = namedInside(schema);
  if (inside.kind === 'leaf') return [key];
  const own = `${key}.label`;
  if (inside.kind === 'fields') {
    return [own, ...Object.entries(inside.fields).flatMap(([name, field]) => keysUnder(field, `${key}.${name}`))];
  }
  const record = recordOf(schema);
  if (namedInside(inside.value).kind !== 'leaf') {
    return [own, ...keysUnder(inside.value, `${key}.each`).filter((one) => one !== `${key}.each.label`)];
  }
  const names = record?.keyType instanceof z.ZodEnum ? record.keyType.options : [];
  return [own, ...names.map((name) => `${key}.${String(name)}`)];
}

function recordOf(schema: Schema): z.core.$ZodRecordDef | null {
  const value = bare(schema);
  if (value instanceof z.ZodArray) return recordOf(value.element);
  return value instanceof z.ZodRecord ? value.def : null;
}
