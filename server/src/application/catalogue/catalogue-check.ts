import { SECTIONS } from '@bloomvale/shared/catalogue/content-fields';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import { ContentSchema } from '@bloomvale/shared/content/content';

/**
 * What is wrong or doubtful in a content, given as JSON, that may not even fit the schema. Whoever puts the game together hands it in; a large
 * one takes seconds, and is better looked through elsewhere than on the game's own thread.
 */
export type CatalogueCheck = (text: string) => Promise<readonly Finding[]>;

/** The schema alone: what a game without the drawings' kit can know. */
export const schemaCheck: CatalogueCheck = async (text) => {
  const parsed = ContentSchema.safeParse(JSON.parse(text));
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path }) => ({
    severity: 'error',
    section: SECTIONS.find((section) => section === path[0]) ?? 'catalogue',
    id: null,
    path: path.slice(1).map(String),
    code: 'does_not_fit',
    detail: {},
  }));
};

export const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error');

/** Parts by which everybody's coins, pace and chances are made: nobody changes them alone. */
export const SENSITIVE_PARTS: ReadonlySet<string> = new Set([
  'economy',
  'growing',
  'homestead',
  'goods',
  'crops',
  'recipes',
  'model',
  'sectors',
  'regions',
]);

/** Names of the sensitive parts among changes, each once. */
export const sensitiveParts = (changes: readonly { readonly section: string }[]): string[] => [
  ...new Set(changes.map(({ section }) => section).filter((section) => SENSITIVE_PARTS.has(section))),
];
