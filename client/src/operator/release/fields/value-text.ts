import { isObject, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';

/** Longer than this does not fit into a line of a table; the rest is said to be there. */
export const VALUE_LONG = 300;

/** A value as one reads it: texts as they are, an entry by its name, anything else as JSON. Cut when it is long. */
export function valueText(value: Json): string {
  return cut(plain(value));
}

function plain(value: Json): string {
  if (typeof value === 'string') return value;
  if (isObject(value)) {
    const { name, en } = value;
    if (typeof name === 'string') return name;
    if (name !== undefined && isObject(name) && typeof name.en === 'string') return name.en;
    if (typeof en === 'string') return en;
  }
  return JSON.stringify(value);
}

function cut(text: string): string {
  if (text.length <= VALUE_LONG) return text;
  // Never half a character: the second part of a pair alone would be a sign of its own.
  const end = text.codePointAt(VALUE_LONG - 1) ?? 0;
  return `${text.slice(0, end > 0xffff ? VALUE_LONG - 1 : VALUE_LONG)} …`;
}
