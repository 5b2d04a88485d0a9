import { launchBrowser, openPlayer, type Player } from '../../support/browser.ts';
import { goTo, playAsGuest } from '../../support/browser-play.ts';
import type { BrowserServer } from '../../support/browser-server.ts';
import { type WorldFigures, worldFigures } from '../../support/browser-world.ts';
import { type BenchFigure, rounded } from '../bench-figure.ts';
import { type PageMetrics, settledMetrics } from './page-metrics.ts';

export const MOST_HEAP_GROWTH_PERCENT = 5;
export const SCENE_CHANGES = 100;
/** Changes before the first look: code is compiled, pictures of both places are there, caches are filled. */
const WARM_UP = 6;

export type SceneChanges = {
  readonly before: { readonly page: PageMetrics; readonly world: WorldFigures };
  readonly after: { readonly page: PageMetrics; readonly world: WorldFigures };
  readonly heapGrowthPercent: number;
};

/** Goes to and fro between village and homestead, as a player does, by the dock. Ends at home, where it begins. */
export async function changeScenes(player: Player, changes: number): Promise<SceneChanges> {
  await toAndFro(player, WARM_UP);
  const before = { page: await settledMetrics(player), world: await worldFigures(player) };
  await toAndFro(player, changes);
  const after = { page: await settledMetrics(player), world: await worldFigures(player) };
  const heapGrowthPercent = (after.page.JSHeapUsedSize / before.page.JSHeapUsedSize - 1) * 100;
  return { before, after, heapGrowthPercent };
}

async function toAndFro(player: Player, changes: number): Promise<void> {
  for (let change = 0; change < changes; change += 2) {
    await goTo(player, 'village');
    await goTo(player, 'home');
  }
}

export async function measureSceneChanges(server: BrowserServer): Promise<BenchFigure[]> {
  const browser = await launchBrowser();
  try {
    const player = await openPlayer(browser, server.url);
    await playAsGuest(player);
    const { before, after, heapGrowthPercent } = await changeScenes(player, SCENE_CHANGES);
    const megabytes = (bytes: number): number => rounded(bytes / 1_048_576, 2);
    return [
      {
        name: `heap growth after ${SCENE_CHANGES} scene changes`,
        value: rounded(heapGrowthPercent, 2),
        unit: '%',
        atMost: MOST_HEAP_GROWTH_PERCENT,
        note: `${megabytes(before.page.JSHeapUsedSize)} to ${megabytes(after.page.JSHeapUsedSize)} MB; listeners ${before.page.JSEventListeners} to ${after.page.JSEventListeners}; textures ${before.world.textures.length} to ${after.world.textures.length}`,
      },
    ];
  } finally {
    await browser.close();
  }
}
