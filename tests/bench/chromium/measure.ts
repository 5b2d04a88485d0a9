import { requireBuiltClient } from '../../support/browser.ts';
import { BrowserServer } from '../../support/browser-server.ts';
import type { Figure } from './figure.ts';
import { measureFirstLoadSize, measureFirstLoadTime } from './first-load.ts';
import { measureSceneChanges } from './scene-changes.ts';
import { measureVillageFrames } from './village-frames.ts';

const MEASURES = [measureFirstLoadSize, measureFirstLoadTime, measureVillageFrames, measureSceneChanges];

/** Everything that is measured in Chromium, one after another on one real server. `told` hears each figure as it comes. */
export async function measureInChromium(told: (figure: Figure) => void = () => undefined): Promise<Figure[]> {
  requireBuiltClient();
  const server = await BrowserServer.start();
  const figures: Figure[] = [];
  try {
    for (const measure of MEASURES) {
      for (const figure of await measure(server)) {
        figures.push(figure);
        told(figure);
      }
    }
  } finally {
    await server.dispose();
  }
  return figures;
}
