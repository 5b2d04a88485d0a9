import { launchBrowser, openPlayer, type Player } from '../../support/browser.ts';
import { goTo, playAsGuest } from '../../support/browser-play.ts';
import type { BrowserServer } from '../../support/browser-server.ts';
import { until, type WorldFigures, worldFigures } from '../../support/browser-world.ts';
import { type BenchFigure, rounded } from '../bench-figure.ts';
import { type PageMetrics, settledMetrics } from './page-metrics.ts';

export const MOST_HEAP_GROWTH_PERCENT = 5;
export const SCENE_CHANGES = 100;
/**
 * V8 makes machine code of what runs often for as long as one plays, and keeps it in the same heap: over sixty changes half a megabyte,
 * beside 13 kB of everything else (heap snapshots). Without its compilers the heap is what the page itself holds.
 */
export const NO_COMPILERS = ['--js-flags=--no-sparkplug --no-maglev --no-turbofan'];
/** Changes before the first look: code is compiled, pictures of both places are there, caches are filled. */
const WARM_UP = 10;
/** Collections after which what still hangs on an element is counted as kept. */
const MOST_LOOKS = 10;

type Held = { readonly page: PageMetrics; readonly world: WorldFigures };
export type SceneChanges = {
  readonly before: Held;
  readonly after: Held;
  readonly heapGrowthPercent: number;
};

/** Goes to and fro between village and homestead, as a player does, by the dock. Ends at home, where it begins. */
export async function changeScenes(player: Player, changes: number): Promise<SceneChanges> {
  await toAndFro(player, WARM_UP);
  const before = await held(player, Number.POSITIVE_INFINITY);
  await toAndFro(player, changes);
  const after = await held(player, before.page.JSEventListeners);
  const heapGrowthPercent = (after.page.JSHeapUsedSize / before.page.JSHeapUsedSize - 1) * 100;
  return { before, after, heapGrowthPercent };
}

/** What is held at rest: the own avatar stands there, and listeners of elements that are gone were collected, or never will be. */
async function held(player: Player, listeners: number): Promise<Held> {
  await until(async () => ((await worldFigures(player)).counts.players ?? 0) > 0, 'the own avatar stands there');
  let page = await settledMetrics(player);
  for (let look = 0; look < MOST_LOOKS && page.JSEventListeners > listeners; look++)
    page = await settledMetrics(player);
  return { page, world: await worldFigures(player) };
}

async function toAndFro(player: Player, changes: number): Promise<void> {
  for (let change = 0; change < changes; change += 2) {
    await goTo(player, 'village');
    await goTo(player, 'home');
  }
}

export async function measureSceneChanges(server: BrowserServer): Promise<BenchFigure[]> {
  const browser = await launchBrowser(NO_COMPILERS);
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
        note: `machine code of the browser's compilers left out; ${megabytes(before.page.JSHeapUsedSize)} to ${megabytes(after.page.JSHeapUsedSize)} MB; listeners ${before.page.JSEventListeners} to ${after.page.JSEventListeners}; textures ${before.world.textures.length} to ${after.world.textures.length}`,
      },
    ];
  } finally {
    await browser.close();
  }
}
