import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OPERATOR_REFUSALS } from '@bloomvale/shared/operator/operator-refusals';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its dotted key. */
const flat = (tree: unknown, prefix = ''): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree as Tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
};
const english = flat(en);
const french = flat(fr);

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}
const folder = (path: string): string => sources(fileURLToPath(new URL(path, import.meta.url)));
const code = folder('..');
/** Of the game's interface the console draws with, and its formats of times and figures. */
const borrowed = [
  'button',
  'field',
  'banner',
  'icon-button',
  'modal',
  'scroll-table',
  'segmented',
  'select',
  'slider',
  'switch',
]
  .map((part) => readFileSync(new URL(`../../ui/parts/${part}.tsx`, import.meta.url), 'utf8'))
  .concat(readFileSync(new URL('../../ui/account/copy-button.tsx', import.meta.url), 'utf8'))
  .concat(readFileSync(new URL('../../ui/lending/charts/chart-frame.tsx', import.meta.url), 'utf8'))
  .concat(readFileSync(new URL('../../i18n/texts.ts', import.meta.url), 'utf8'))
  .join('\n');
const all = code + borrowed;

/** Quoted texts, and templates as patterns: `refusal.${code}` uses every key that fits. */
const literals = new Set([...all.matchAll(/['"]([\w.-]+)['"]/g)].map((m) => m[1] ?? ''));
const templates = [...all.matchAll(/`([\w-]+\.[^`\n]*\$\{[^`\n]*)`/g)].map((m) => {
  const pattern = (m[1] ?? '').replace(/\$\{[^}]*\}/g, '\u0000').replace(/[.*+?^()|[\]\\]/g, '\\$&');
  return new RegExp(`^${pattern.replaceAll('\u0000', '[\\w-]+')}$`);
});
/** Fields are asked for by the catalogue's schema; `catalogue-texts.test.ts` holds one against the other. */
const isUsed = (key: string): boolean =>
  key.startsWith('field.') ||
  [key, key.replace(/_(one|other)$/, '')].some(
    (name) => literals.has(name) || templates.some((pattern) => pattern.test(name)),
  );
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();
const tags = (text: string): string[] => [...text.matchAll(/<\/?\w+>/g)].map((m) => m[0]).sort();

describe('keys of the console', () => {
  it('are the same in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });
  it('are all used', () => {
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
  it('that the code and the parts it borrows ask for exist', () => {
    const asked = [...all.matchAll(/\bt\(\s*'([\w.-]+)'/g), ...all.matchAll(/i18nKey="([\w.-]+)"/g)].map(
      (m) => m[1] ?? '',
    );
    expect(asked.length).toBeGreaterThan(60);
    expect(asked.filter((key) => !english.has(key) && !english.has(`${key}_other`))).toEqual([]);
  });
  it('come in pairs where they count', () => {
    for (const key of english.keys()) {
      if (key.endsWith('_one')) expect(english.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(english.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });
  it('cover every refusal', () => {
    for (const refusal of [...OPERATOR_REFUSALS, 'OFFLINE'])
      expect(english.has(`refusal.${refusal}`), refusal).toBe(true);
  });
});

describe('texts of the console', () => {
  it('have the same figures and marks in both languages', () => {
    for (const [key, text] of english) {
      const other = french.get(key) ?? '';
      const optional = key.endsWith('_one') ? ['count'] : [];
      const own = (t: string) => placeholders(t).filter((name) => !optional.includes(name));
      expect(own(other), key).toEqual(own(text));
      expect(tags(other), key).toEqual(tags(text));
    }
  });
  it('have no exclamation mark, no emoji, no forbidden word', () => {
    const forbidden = /\b(safe|guaranteed|invest|investment|lifted out of poverty|failed to pay|don.t miss)\b/i;
    const interdit = /\b(garanti|investir|investissement|sans risque)\b/i;
    for (const [key, text] of english) expect(text, key).not.toMatch(forbidden);
    for (const [key, text] of french) expect(text, key).not.toMatch(interdit);
    for (const [key, text] of [...english, ...french]) expect(text, key).not.toMatch(/!|\p{Extended_Pictographic}/u);
  });
  it('set French punctuation with no-break spaces, and never U+202F', () => {
    for (const [key, text] of french) {
      const plain = text
        .replace(/\{\{\w+\}\}/g, 'x')
        .replace(/<\/?\w+>/g, '')
        .replace(/https?:/g, '');
      expect(plain, key).not.toMatch(/\u202f/);
      expect(plain, key).not.toMatch(/[^\u00a0][:;?!%»]/);
      expect(plain, key).not.toMatch(/«[^\u00a0]/);
      expect(plain, key).not.toMatch(/\u00a0 | \u00a0/);
    }
  });
  it('address the French operator with "vous"', () => {
    for (const [key, text] of french) expect(text, key).not.toMatch(/(^|[\s’'])(tu|ton|ta|tes|toi)(?=[\s,.]|$)/i);
  });
});
