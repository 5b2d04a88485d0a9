import { invariant } from '../result.ts';

/**
 * JSON with sorted keys and no spaces: the same value always gives the same text, so that it can be hashed. Undefined fields are left
 * out, as JSON.stringify does.
 * @throws InvariantError on numbers that are not finite, functions and other things JSON has no word for.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), 'canonicalJson: a number that is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  invariant(typeof value === 'object', `canonicalJson: ${typeof value}`);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** Path of the first difference between two JSON values, such as `result.ticks.3.word`; null when they are alike. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null;
  const object = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!object(a) || !object(b) || Array.isArray(a) !== Array.isArray(b)) return path;
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(a[name], b[name], path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
