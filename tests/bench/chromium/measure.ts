import { existsSync } from 'node:fs';
import { CHROMIUM, clientIsBuilt } from '../../support/browser.ts';
import { BrowserServer } from '../../support/browser-server.ts';
import type { BenchFigure } from '../bench-figure.ts';
import { measureFirstLoadSize, measureFirstLoadTime } from './first-load.ts';
import { measureSceneChanges } from './scene-changes.ts';
import { measureVillageFrames } from './village-frames.ts';

const MEASURES = [measureFirstLoadSize, measureFirstLoadTime, measureVillageFrames, measureSceneChanges];

/** Everything that is measured in Chromium, one after another, each on a real server of its own; empty without a Chromium or a built client. */
export async function measureInChromium(): Promise<BenchFigure[]> {
  if (!existsSync(CHROMIUM) || !clientIsBuilt()) return [];
  const figures: BenchFigure[] = [];
  for (const measure of MEASURES) {
    // Whoever was measured before lives in the village, and would take a lot from the crowd.
    const server = await BrowserServer.start();
    try {
      figures.push(...(await measure(server)));
    } finally {
      await server.dispose();
    }
  }
  return figures;
}
