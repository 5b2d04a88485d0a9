#!/usr/bin/env node
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../bots/server-process.ts';
import type { Locale, Size } from '../support/browser.ts';
import { takeGallery } from './gallery.ts';
import { takeShops } from './shops.ts';

/** `npm run gallery -- [--size phone] [--locale fr] [--only hall] [--seed SECONDS] [--folder shots]`. Faults of the pages go to stderr. */
const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    locale: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string' },
    folder: { type: 'string' },
  },
});
const told = (line: string): void => void process.stderr.write(`gallery: ${line}\n`);
const asked = (name: string): boolean => name.startsWith(values.only ?? '');
if (asked('shops')) await takeShops(values.folder ?? join(ROOT, 'shots'), told);
const faults = await takeGallery({
  ...(values.size === undefined ? {} : { sizes: [values.size as Size] }),
  ...(values.locale === undefined ? {} : { locales: [values.locale as Locale] }),
  ...(values.only === undefined ? {} : { only: values.only }),
  ...(values.folder === undefined ? {} : { folder: values.folder }),
  ...(values.seed === undefined ? {} : { seedSeconds: Number(values.seed) }),
  told,
});
for (const fault of faults) process.stderr.write(`gallery: ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
