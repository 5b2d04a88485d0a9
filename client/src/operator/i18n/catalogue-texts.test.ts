import { PersonLookSchema } from '@bloomvale/assets/kit/people/look';
import { COUNTED_KEYS, DIFF_KEYS } from '@bloomvale/shared/catalogue/diff-sentence';
import { allFieldKeys } from '@bloomvale/shared/catalogue/field-keys';
import { FINDING_CODES } from '@bloomvale/shared/catalogue/finding';
import { TYPOGRAPHY } from '@bloomvale/shared/catalogue/text-rules';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };
const flat = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flat(value, `${prefix}${key}.`),
  );

const WANTED = {
  field: [...allFieldKeys(), ...Object.keys(PersonLookSchema.shape).map((feature) => `entrepreneurs.look.${feature}`)],
  finding: [...Object.keys(FINDING_CODES), ...TYPOGRAPHY.map(({ rule }) => `rule.${rule}`)],
  diff: [...DIFF_KEYS.flatMap((key) => (COUNTED_KEYS.includes(key) ? [`${key}_one`, `${key}_other`] : [key])), 'of'],
} as const;

describe.each([
  ['English', en],
  ['French', fr],
] as const)('%s has words', (_name, texts) => {
  it.each(Object.keys(WANTED) as (keyof typeof WANTED)[])('for every %s, and for nothing else', (part) => {
    expect(flat(texts[part]).sort()).toEqual([...WANTED[part]].sort());
  });
});
