import type { z } from 'zod';
import { isObject, type Json, type Section } from './catalogue-diff.ts';
import { LIST_SECTIONS } from './content-fields.ts';
import { type Finding, type FindingCode, type Place, quoted, type Tell } from './finding.ts';

type Issue = z.core.$ZodIssue;
type Detail = Finding['detail'];

/** A fault that a schema found, told by the entry and field it is about. */
export function tellIssue(issue: Issue, content: unknown, tell: Tell): void {
  const place = placeOf(issue.path, content);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      tell({ ...place, path: [...(place.path ?? []), quoted(key)] }, 'field_unknown', { field: quoted(key) });
    }
    return;
  }
  const value = valueAt(content, issue.path);
  const language = missingLanguage(issue.path, value);
  if (language !== null) tell(place, language);
  else if (value === undefined) tell(place, 'field_missing', { field: String(issue.path.at(-1) ?? '') });
  else tell(place, ...wordsOf(issue, value));
}

/** `[entrepreneurs, 4, loan, amount]` is the field `loan.amount` of the entry whose id stands there. */
function placeOf(path: readonly PropertyKey[], content: unknown): Place {
  const [section, index, ...field] = path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (section === undefined) return { section: 'catalogue' };
  const part = section as Section;
  if (typeof index !== 'number' || !LIST_SECTIONS.has(part)) {
    return { section: part, path: index === undefined ? field : [index, ...field] };
  }
  const id = valueAt(content, [section, index, 'id']);
  // An entry without a readable id is found by its position.
  return typeof id === 'string'
    ? { section: part, id: quoted(id), path: field }
    : { section: part, path: [index, ...field] };
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function missingLanguage(path: readonly PropertyKey[], value: unknown): FindingCode | null {
  if (value !== undefined && value !== '') return null;
  if (path.at(-1) === 'fr') return 'french_missing';
  return path.at(-1) === 'en' ? 'english_missing' : null;
}

const SIZES: Readonly<Record<string, readonly [small: FindingCode, big: FindingCode]>> = {
  string: ['text_too_short', 'text_too_long'],
  array: ['list_too_short', 'list_too_long'],
};

function wordsOf(issue: Issue, value: unknown): [FindingCode, Detail] {
  const got = { got: isObject(value as Json) || Array.isArray(value) ? '' : quoted(value) };
  switch (issue.code) {
    case 'invalid_type':
      return ['wrong_type', { ...got, expected: issue.expected }];
    case 'too_small':
      return [SIZES[issue.origin]?.[0] ?? 'number_too_small', { ...got, least: Number(issue.minimum) }];
    case 'too_big':
      return [SIZES[issue.origin]?.[1] ?? 'number_too_large', { ...got, most: Number(issue.maximum) }];
    case 'not_multiple_of':
      return ['number_not_multiple', { ...got, step: issue.divisor }];
    case 'invalid_format':
      return ['wrong_format', got];
    case 'invalid_value':
      return ['not_an_option', { ...got, options: quoted(issue.values.map(String).join(', ')) }];
    case 'invalid_union':
      return ['not_an_option', { ...got, options: '' }];
    default:
      return ['does_not_fit', got];
  }
}
