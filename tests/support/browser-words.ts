import { readFileSync } from 'node:fs';
import type { Locale } from './browser.ts';

type Node = { readonly [key: string]: Node | string };
const texts = new Map<Locale, Node>();

/** Folders of `client/src/i18n` in which keys lie: those of the title, and those of areas that are fetched when first opened. */
const FILES = ['', 'growing/', 'lending/'];
const textsIn = (folder: string, locale: Locale): Node =>
  JSON.parse(readFileSync(new URL(`../../client/src/i18n/${folder}${locale}.json`, import.meta.url), 'utf8')) as Node;

function textsOf(locale: Locale): Node {
  const known = texts.get(locale);
  if (known !== undefined) return known;
  const read: Node = Object.assign({}, ...FILES.map((folder) => textsIn(folder, locale)));
  texts.set(locale, read);
  return read;
}

type Values = Readonly<Record<string, string | number>>;

/** What stands on screen for a key, with its figures left open: what a player looks for to find a button. Whole names only. */
export const wordsOf = (locale: Locale, key: string, values: Values = {}): RegExp =>
  new RegExp(`^\\s*${patternOf(locale, key, values)}\\s*$`);

/** The same where more may follow: a button that also says how many wait. */
export const beginningOf = (locale: Locale, key: string, values: Values = {}): RegExp =>
  new RegExp(`^\\s*${patternOf(locale, key, values)}`);

/** The same where something comes before: a button that first says whose it is. */
export const endOf = (locale: Locale, key: string, values: Values = {}): RegExp =>
  new RegExp(`${patternOf(locale, key, values)}\\s*$`);

/** The same for the operators' console, which has texts of its own. */
export const consoleWords = (locale: Locale, key: string, values: Values = {}): RegExp =>
  new RegExp(`^\\s*${patternIn(textsIn('../operator/i18n/', locale), key, values)}\\s*$`);

function patternOf(locale: Locale, key: string, values: Values): string {
  const pattern = patternIn(textsOf(locale), key, values);
  return locale === 'fr' ? joined(pattern) : pattern;
}

function patternIn(texts: Node, key: string, values: Values): string {
  const found = key.split('.').reduce<Node | string | undefined>((at, part) => (at as Node | undefined)?.[part], texts);
  if (typeof found !== 'string') throw new Error(`there is no text "${key}"`);
  return found
    .split(/(\{\{.+?\}\})/)
    .map((part) => {
      const name = /^\{\{\s*(\w+)/.exec(part)?.[1];
      if (name === undefined) return quoted(part.replace(/<\/?\w+\/?>/g, ''));
      return name in values ? quoted(String(values[name])) : '.+?';
    })
    .join('');
}

/** Before a name that begins with a vowel the client writes "d’" for "de". */
const joined = (pattern: string): string => pattern.replace(/\b([Dd]|[Qq]u)e(\[\\s\\u00a0\]\+)/g, '$1(?:e$2|’)');

const quoted = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s\u00a0]+/g, '[\\s\\u00a0]+');
