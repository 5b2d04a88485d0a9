/** Lists in lists in lists; the deepest of the catalogue, a map's flowers, is at 6. */
export const JSON_DEPTH = 12;
/** The longest text a schema takes is 1 200 characters; a draft may hold one that is too long, so that its author can shorten it. */
export const TEXT_LENGTH = 8_000;
/** Keys are field names and ids; the longest id has 40. */
export const KEY_LENGTH = 60;
/** Names through which an object's prototype can be reached. No field of a catalogue is called so. */
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

export type BoundsFault =
  | 'too_deep'
  | 'too_many_values'
  | 'text_too_long'
  | 'text_not_readable'
  | 'key_too_long'
  | 'key_reserved'
  | 'number_not_finite'
  | 'not_json';

/** Why a field's key cannot be taken, or null. */
export function keyFault(key: string): BoundsFault | null {
  if (key.length === 0 || key.length > KEY_LENGTH) return 'key_too_long';
  return RESERVED_KEYS.has(key) ? 'key_reserved' : null;
}

/**
 * Measures a value from outside without recursion, which a deep one would exhaust.
 * @param most values it may hold, itself included
 * @returns how many it holds, or why it cannot be taken
 */
export function jsonBounds(root: unknown, most: number): number | BoundsFault {
  const open: (readonly [unknown, number])[] = [[root, 1]];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    values += 1;
    if (values > most) return 'too_many_values';
    if (typeof value !== 'object' || value === null) {
      const fault = plainFault(value);
      if (fault !== null) return fault;
      continue;
    }
    if (depth > JSON_DEPTH) return 'too_deep';
    const inner = insideOf(value);
    if (typeof inner === 'string') return inner;
    if (values + inner.length > most) return 'too_many_values';
    for (const one of inner) open.push([one, depth + 1]);
  }
  return values;
}

function insideOf(value: object): readonly unknown[] | BoundsFault {
  if (Array.isArray(value)) return value;
  for (const key of Object.keys(value)) {
    const fault = keyFault(key);
    if (fault !== null) return fault;
  }
  return Object.values(value);
}

function plainFault(value: unknown): BoundsFault | null {
  if (typeof value === 'string') {
    if (value.length > TEXT_LENGTH) return 'text_too_long';
    // Half a surrogate pair cannot be written as UTF-8, and a zero byte ends a text in some stores and spreadsheets.
    return value.isWellFormed() && !value.includes('\u0000') ? null : 'text_not_readable';
  }
  // JSON.parse makes Infinity of 1e999, and JSON.stringify null of that.
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'number_not_finite';
  return value === null || typeof value === 'boolean' ? null : 'not_json';
}
