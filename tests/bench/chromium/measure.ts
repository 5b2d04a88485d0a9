import { existsSync } from 'node:fs';
import { CHROMIUM, clientIsBuilt } from '../../support/browser.ts';
import { BrowserServer } from '../../support/browser-server.ts';
import type { BenchFigure } from '../bench-figure.ts';
import { measureFirstLoadSize, measureFirstLoadTime } from './first-load.ts';
import { measureSceneChanges } from './scene-changes.ts';
import { measureVillageFrames } from './village-frames.ts';

const MEASURES = [measureFirstLoadSize, measureFirstLoadTime, measureVillageFrames, measureSceneChanges];

/** Everything that is measured in Chromium, one after another on one real server; empty without a Chromium or a built client. */
export async function measureInChromium(): Promise<BenchFigure[]> {
  if (!existsSync(CHROMIUM) || !clientIsBuilt()) return [];
  const server = await BrowserServer.start();
  try {
    const figures: BenchFigure[] = [];
    for (const measure of MEASURES) figures.push(...(await measure(server)));
    return figures;
  } finally {
    await server.dispose();
  }
}
