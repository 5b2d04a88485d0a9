#!/usr/bin/env node
import { lineOf } from './figure.ts';
import { measureInChromium } from './measure.ts';

/** The figures of the running client alone: `node tests/bench/chromium/main.ts`. `npm run bench` prints them with all the others. */
await measureInChromium((figure) => process.stdout.write(`${lineOf(figure)}\n`));
