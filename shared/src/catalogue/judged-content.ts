import { type Content, ContentSchema } from '../content/content.ts';
import { isObject, type Json, type Section } from './catalogue-diff.ts';
import { LIST_SECTIONS, SECTIONS } from './content-fields.ts';
import type { Tell } from './finding.ts';
import { tellIssue } from './schema-findings.ts';

type ListOf<S extends Section> = Content[S] extends readonly unknown[] ? Content[S] : never;
type Lists = { readonly [S in Section as Content[S] extends readonly unknown[] ? S : never]: ListOf<S> };
type Parts = { readonly [S in Section as Content[S] extends readonly unknown[] ? never : S]: Content[S] | null };

/** A catalogue that may be half written: entries that fit their schema as such, the others by their id only. */
export type JudgedContent = {
  /** Entries that fit, in their order; further checks can rely on their shape. */
  readonly lists: Lists;
  /** Parts that are one object; null when they do not fit. */
  readonly parts: Parts;
  /** Ids of all entries, also of those that do not fit: a partner with a fault is there all the same. */
  readonly ids: { readonly [S in keyof Lists]: ReadonlySet<string> };
  /** Everything as it came, for what is said about texts. */
  readonly raw: Readonly<Partial<Record<Section, Json>>>;
};

const idOf = (entry: unknown): string | null =>
  isObject(entry as Json) && typeof (entry as { id?: unknown }).id === 'string' ? (entry as { id: string }).id : null;

/** Reads a catalogue by `ContentSchema` and tells every field that does not fit. */
export function judgeContent(content: unknown, tell: Tell): JudgedContent {
  const whole = (isObject(content as Json) ? content : {}) as Partial<Record<Section, Json>>;
  const faulty = new Map<Section, Set<number>>();
  const parsed = ContentSchema.safeParse(content);
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const [section, index] = issue.path as [Section?, PropertyKey?];
    if (section !== undefined) {
      const positions = faulty.get(section) ?? new Set();
      faulty.set(section, positions.add(typeof index === 'number' ? index : -1));
    }
    tellIssue(issue, content, tell);
  }
  const lists: Record<string, unknown[]> = {};
  const parts: Record<string, unknown> = {};
  const ids: Record<string, ReadonlySet<string>> = {};
  for (const section of SECTIONS) {
    const part = whole[section];
    if (!LIST_SECTIONS.has(section)) {
      parts[section] = faulty.has(section) || part === undefined ? null : part;
      continue;
    }
    const entries: readonly unknown[] = Array.isArray(part) ? part : [];
    lists[section] = entries.filter((_, i) => !faulty.get(section)?.has(i));
    ids[section] = new Set(entries.map(idOf).filter((id) => id !== null));
  }
  return { lists, parts, ids, raw: whole } as unknown as JudgedContent;
}
