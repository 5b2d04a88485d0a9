import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REJECT_CODES } from '@bloomvale/shared/protocol/reject-codes';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../store/fault.ts';
import en from './en.json' with { type: 'json' };
import { withMany } from './format/with-many.ts';
import fr from './fr.json' with { type: 'json' };
import growingEn from './growing/en.json' with { type: 'json' };
import growingFr from './growing/fr.json' with { type: 'json' };
import legalEn from './legal/en.json' with { type: 'json' };
import legalFr from './legal/fr.json' with { type: 'json' };
import lendingEn from './lending/en.json' with { type: 'json' };
import lendingFr from './lending/fr.json' with { type: 'json' };

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

const english = flat({ ...en, ...growingEn, ...lendingEn });
const french = flat({ ...fr, ...growingFr, ...lendingFr });
const everyFrench = new Map([...french, ...flat(legalFr, 'legal.')]);
const everyEnglish = new Map([...english, ...flat(legalEn, 'legal.')]);

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();
const tags = (text: string): string[] => [...text.matchAll(/<\/?\w+>/g)].map((m) => m[0]).sort();

const PLURAL = /_(one|other)$/;

/** Neither has texts of the game: the world has none, the console its own. */
const OTHERS = new Set(['game', 'operator', 'node_modules']);
/** All source files of the client but tests, joined: where keys are used. */
function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return OTHERS.has(entry.name) ? '' : sources(path);
      return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}
const code = sources(fileURLToPath(new URL('..', import.meta.url)));
/** Quoted texts, and templates as patterns: `reject.${code}` uses every key that fits. */
const literals = new Set([...code.matchAll(/['"]([\w.-]+)['"]/g)].map((m) => m[1] ?? ''));
const templates = [...code.matchAll(/`([\w-]+\.[^`\n]*\$\{[^`\n]*)`/g)].map((m) => {
  const [text = ''] = m.slice(1);
  const pattern = text.replace(/\$\{[^}]*\}/g, '\u0000').replace(/[.*+?^()|[\]\\]/g, '\\$&');
  return new RegExp(`^${pattern.replaceAll('\u0000', '[\\w-]+')}$`);
});
const isUsed = (key: string): boolean => {
  const base = key.replace(PLURAL, '');
  return [key, base].some((name) => literals.has(name) || templates.some((pattern) => pattern.test(name)));
};

describe('keys', () => {
  it('of an area that is fetched later do not hide others', () => {
    expect(Object.keys(en).filter((key) => Object.hasOwn(lendingEn, key) || Object.hasOwn(growingEn, key))).toEqual([]);
  });
  it('are the same in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
    expect(flat(legalFr).size).toBe(flat(legalEn).size);
  });
  it('are all used', () => {
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
  it('that the code asks for exist', () => {
    const asked = [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g), ...code.matchAll(/i18nKey="([\w.-]+)"/g)].map(
      (m) => m[1] ?? '',
    );
    const known = (key: string) => english.has(key) || english.has(`${key}_other`);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !known(key))).toEqual([]);
  });
  it('come in pairs where they count', () => {
    for (const key of english.keys()) {
      if (key.endsWith('_one')) expect(english.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(english.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });
  it('cover every refusal and every fault', () => {
    for (const code of REJECT_CODES) expect(english.has(`reject.${code}`), code).toBe(true);
    for (const fault of FAULTS) expect(english.has(`fault.${fault}`), fault).toBe(true);
  });
});

describe('texts', () => {
  it('have the same figures and marks in both languages', () => {
    for (const [key, text] of english) {
      const other = french.get(key) ?? '';
      // "My loan" needs no number where a single one is meant.
      const optional = key.endsWith('_one') ? ['count'] : [];
      const own = (t: string) => placeholders(t).filter((name) => !optional.includes(name));
      expect(own(other), key).toEqual(own(text));
      expect(tags(other), key).toEqual(tags(text));
    }
  });
  it('have no exclamation mark, no emoji, no forbidden word', () => {
    const forbidden = /\b(safe|guaranteed|invest|investment|lifted out of poverty|failed to pay|don.t miss)\b/i;
    const interdit = /\b(garanti|investir|investissement|sortir de la pauvreté|sans risque)\b/i;
    for (const [key, text] of everyEnglish) expect(text, key).not.toMatch(forbidden);
    for (const [key, text] of everyFrench) expect(text, key).not.toMatch(interdit);
    for (const [key, text] of [...everyEnglish, ...everyFrench]) {
      expect(text, key).not.toMatch(/!|\p{Extended_Pictographic}/u);
    }
  });
  it('set French punctuation with no-break spaces, and never U+202F', () => {
    for (const [key, text] of everyFrench) {
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
  it('address the French player with "vous"', () => {
    for (const [key, text] of everyFrench) expect(text, key).not.toMatch(/(^|[\s’'])(tu|ton|ta|tes|toi)(?=[\s,.]|$)/i);
  });
});

describe('withMany', () => {
  it('gives French its third plural form', () => {
    expect(withMany({ a: { b_one: '1', b_other: 'n' } })).toEqual({ a: { b_one: '1', b_other: 'n', b_many: 'n' } });
  });
  it('keeps a form of its own', () => {
    expect(withMany({ b_many: 'm', b_other: 'n' })).toEqual({ b_many: 'm', b_other: 'n' });
  });
});
