import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const file = (name: string): string => readFileSync(new URL(`../../public/${name}`, import.meta.url), 'utf8');

describe('the kept page', () => {
  it('is fetched anew when it changed: the cache is named after its contents', () => {
    const digest = createHash('sha256').update(file('offline.html')).digest('hex').slice(0, 10);
    expect(file('sw.js')).toContain(`'bloomvale-offline-${digest}'`);
  });

  it('has no script: the policy of the game would refuse it', () => {
    expect(file('offline.html')).not.toMatch(/<script|\son\w+=/);
  });

  it('asks for nothing but its picture, which is kept with it', () => {
    const asked = [...file('offline.html').matchAll(/(?:src|url\()=?["'(]?([^"')\s]+)/g)].map((match) => match[1]);
    expect(asked).toEqual(['/generated/icon-192.png']);
    expect(file('sw.js')).toContain("'/generated/icon-192.png'");
  });

  it('speaks both languages', () => {
    expect(file('offline.html')).toMatch(/<html lang="en">/);
    expect(file('offline.html')).toMatch(/<section lang="fr">/);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(file('manifest.webmanifest')) as {
    icons: { src: string; sizes: string; purpose: string }[];
    start_url: string;
    scope: string;
  };

  it('has what an installation asks for', () => {
    expect(manifest.icons.filter(({ purpose }) => purpose === 'any').map(({ sizes }) => sizes)).toEqual([
      '192x192',
      '512x512',
    ]);
    expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    expect(manifest.start_url.startsWith(manifest.scope)).toBe(true);
  });
});
