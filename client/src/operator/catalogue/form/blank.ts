import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { z } from 'zod';

/** The least a schema asks for, to be filled in: empty texts, the smallest figure, the first choice; what is optional is left out. */
export function blankOf(schema: z.core.$ZodType): Json {
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return blankOf(schema.def.innerType);
  if (schema instanceof z.ZodString) return '';
  if (schema instanceof z.ZodNumber) return Math.max(schema.minValue ?? 0, 0);
  if (schema instanceof z.ZodBoolean) return false;
  if (schema instanceof z.ZodEnum) return (schema.options[0] ?? '') as string;
  if (schema instanceof z.ZodLiteral) return (schema.def.values[0] ?? null) as Json;
  if (schema instanceof z.ZodTuple) return schema.def.items.map(blankOf);
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) {
    const [first] = schema.def.options;
    return first === undefined ? null : blankOf(first);
  }
  if (schema instanceof z.ZodObject) {
    const kept = Object.entries(schema.shape as Record<string, z.core.$ZodType>).filter(
      ([, field]) => !(field instanceof z.ZodOptional),
    );
    return Object.fromEntries(kept.map(([key, field]) => [key, blankOf(field)]));
  }
  return schema instanceof z.ZodArray ? [] : {};
}
