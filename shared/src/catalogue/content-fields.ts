import { z } from 'zod';
import { ContentSchema } from '../content/content.ts';
import type { Section } from './catalogue-diff.ts';

/** What ContentSchema says about its own shape: which parts are lists, and where null is a value of its own. */

export const SECTIONS = Object.keys(ContentSchema.shape) as readonly Section[];

const isList = (section: Section): boolean => ContentSchema.shape[section] instanceof z.ZodArray;
/** Parts whose entries have ids; the others are one entry each. */
export const LIST_SECTIONS: ReadonlySet<Section> = new Set(SECTIONS.filter(isList));

/** The schema under optional, nullable and default. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.def.innerType);
  }
  return schema;
}

/** Schema of an entry of a list, or of the part itself. */
export function entrySchema(section: Section): z.core.$ZodType | null {
  const part = ContentSchema.shape[section] as z.ZodType | undefined;
  if (part === undefined) return null;
  return part instanceof z.ZodArray ? part.element : part;
}

const POSITION = /^\d+$/;

function inside(schema: z.core.$ZodType, key: string): z.core.$ZodType | null {
  const value = bare(schema);
  if (value instanceof z.ZodArray) return POSITION.test(key) ? value.element : null;
  if (value instanceof z.ZodTuple)
    return POSITION.test(key) ? ((value.def.items[Number(key)] as z.core.$ZodType) ?? null) : null;
  if (value instanceof z.ZodObject) {
    return Object.hasOwn(value.shape, key) ? (value.shape[key] as z.core.$ZodType) : null;
  }
  return value instanceof z.ZodRecord ? value.valueType : null;
}

/** Schema of a field, positions of lists among its keys, with its optional and nullable; null when the catalogue has no such field. */
export function fieldSchema(section: Section, path: readonly string[]): z.core.$ZodType | null {
  let schema = entrySchema(section);
  for (const key of path) schema = schema === null ? null : inside(schema, key);
  return schema;
}

/**
 * Whether null is a value of the field (`group` of one person), and not just how a difference says "absent" (`chapters` of somebody who has
 * none): the one is written, the other takes the key away.
 */
export function isNullable(section: Section, path: readonly string[]): boolean {
  let schema = fieldSchema(section, path);
  while (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) schema = schema.def.innerType;
  return schema instanceof z.ZodNullable;
}
