import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type BenchFigure, benchLine } from './bench-figure.ts';
import { measureCatalogue } from './catalogue-work.ts';
import { measureCatalogueScroll } from './chromium/catalogue-scroll.ts';
import { measureInChromium } from './chromium/measure.ts';
import { measureClient } from './client-size.ts';
import { measureHall } from './hall-query.ts';
import { measureLends } from './lends-per-second.ts';
import { measureLoanClock } from './loan-clock-speed.ts';
import { measureMemory } from './memory-per-player.ts';
import { measurePreview } from './preview-seconds.ts';
import { measureSchedules } from './schedules-per-second.ts';
import { measureVillage } from './village-bytes.ts';

/**
 * `npm run bench`: numbers of this machine, each beside the bound an issue sets. Ratios are of one run on one machine, so they mean
 * something elsewhere too. It never fails because of a number. With `--json FILE` the figures are also written there.
 */
const PARTS: Readonly<Record<string, () => Promise<BenchFigure[]> | BenchFigure[]>> = {
  schedules: measureSchedules,
  hall: measureHall,
  preview: measurePreview,
  catalogue: measureCatalogue,
  client: () => measureClient(),
  village: measureVillage,
  memory: measureMemory,
  lends: measureLends,
  clock: measureLoanClock,
  chromium: measureInChromium,
  console: measureCatalogueScroll,
};

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const figures: BenchFigure[] = [];
for (const [part, measure] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== part) continue;
  process.stderr.write(`measuring: ${part}\n`);
  const measured = await measure();
  if (measured.length === 0) process.stdout.write(`     ${part}: cannot be measured here\n`);
  for (const figure of measured) process.stdout.write(`${benchLine(figure)}\n`);
  figures.push(...measured);
}
if (values.json !== undefined) {
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', memory: totalmem(), node: process.version };
  writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`);
}
