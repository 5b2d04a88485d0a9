import { PersonLookSchema } from '@bloomvale/assets/kit/people/look';
import { bare } from '@bloomvale/shared/catalogue/content-fields';
import { z } from 'zod';

/** How a feature of a portrait is chosen. */
export type Feature = { readonly name: string; readonly optional: boolean } & (
  | { readonly kind: 'steps'; readonly least: number; readonly most: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'colour' }
  /** A named colour or any other. */
  | { readonly kind: 'named'; readonly words: readonly string[] }
);

/** Groups of the builder, in its order; what the kit adds later comes in the last. */
const GROUPS = {
  face: ['skin', 'age', 'fem', 'child', 'eyes', 'mouth', 'beard', 'glasses', 'glassColor'],
  hair: ['hair', 'hairColor'],
  wear: ['wear', 'wearColor', 'wearColor2', 'earrings', 'earColor', 'beads'],
  clothes: ['cut', 'cloth', 'top', 'top2', 'top3', 'apron', 'drape', 'drape2', 'dress', 'pants', 'shoe'],
} as const;
export type Group = keyof typeof GROUPS;
export const LOOK_GROUPS = Object.keys(GROUPS) as readonly Group[];

function featureOf(name: string, schema: z.core.$ZodType): Feature {
  const optional = schema instanceof z.ZodOptional;
  const value = bare(schema);
  if (value instanceof z.ZodNumber)
    return { name, optional, kind: 'steps', least: value.minValue ?? 0, most: value.maxValue ?? 9 };
  if (value instanceof z.ZodEnum) return { name, optional, kind: 'words', words: value.options as string[] };
  if (value instanceof z.ZodUnion) {
    const words = value.def.options.find((option) => option instanceof z.ZodEnum);
    return words === undefined
      ? { name, optional, kind: 'flag' }
      : { name, optional, kind: 'named', words: words.options as string[] };
  }
  return { name, optional, kind: 'colour' };
}

/** Every feature the kit can draw, read from its schema, so that none can be forgotten here. */
export function lookFeatures(): Readonly<Record<Group, readonly Feature[]>> {
  const shape = PersonLookSchema.shape as Readonly<Record<string, z.core.$ZodType>>;
  const grouped = new Set<string>(Object.values(GROUPS).flat());
  const others = Object.keys(shape).filter((name) => !grouped.has(name));
  const of = (names: readonly string[]): Feature[] =>
    names.flatMap((name) => (shape[name] === undefined ? [] : [featureOf(name, shape[name])]));
  return {
    face: of(GROUPS.face),
    hair: of(GROUPS.hair),
    wear: of(GROUPS.wear),
    clothes: of([...GROUPS.clothes, ...others]),
  };
}
