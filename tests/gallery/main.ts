#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { Locale, Size } from '../support/browser.ts';
import { takeGallery } from './gallery.ts';

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
const faults = await takeGallery({
  ...(values.size === undefined ? {} : { sizes: [values.size as Size] }),
  ...(values.locale === undefined ? {} : { locales: [values.locale as Locale] }),
  ...(values.only === undefined ? {} : { only: values.only }),
  ...(values.folder === undefined ? {} : { folder: values.folder }),
  ...(values.seed === undefined ? {} : { seedSeconds: Number(values.seed) }),
  told: (line) => process.stderr.write(`gallery: ${line}\n`),
});
for (const fault of faults) process.stderr.write(`gallery: ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
