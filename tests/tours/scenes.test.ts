import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeScenes,
  MOST_HEAP_GROWTH_PERCENT,
  NO_COMPILERS,
  SCENE_CHANGES,
} from '../bench/chromium/scene-changes.ts';
import { launchBrowser, openPlayer, type Player, requireBuiltClient } from '../support/browser.ts';
import { playAsGuest } from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { until, worldFigures } from '../support/browser-world.ts';

/** Long enough for a timer of any kind to show itself, far above the 50 ms of ambient life. */
const WATCHED_MS = 1_500;
/** Each change is a room left, another joined and drawn: a second on a busy machine. */
const CHANGES_TIMEOUT_MS = 480_000;

describe('the world is not wasteful', () => {
  let server: BrowserServer;
  let browser: Browser;

  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    browser = await launchBrowser(NO_COMPILERS);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const framesDrawn = async (player: Player): Promise<number> => {
    const before = (await worldFigures(player)).frames;
    await player.page.waitForTimeout(WATCHED_MS);
    return (await worldFigures(player)).frames - before;
  };

  it('draws no frame when nothing moves', async () => {
    const player = await openPlayer(browser, server.url, { calm: true });
    await playAsGuest(player);
    await until(async () => (await framesDrawn(player)) === 0, 'the world comes to rest');
    expect(await framesDrawn(player)).toBe(0);
    expect(player.faults.list).toEqual([]);
    await player.close();
  });

  it('draws no frame while the tab is hidden, and goes on when it is back', async () => {
    const player = await openPlayer(browser, server.url, { calm: false });
    await playAsGuest(player);
    expect(await framesDrawn(player)).toBeGreaterThan(0);
    await hide(player, true);
    expect(await framesDrawn(player)).toBe(0);
    await hide(player, false);
    expect(await framesDrawn(player)).toBeGreaterThan(0);
    expect(player.faults.list).toEqual([]);
    await player.close();
  });

  it(`can be entered and left ${SCENE_CHANGES} times without growth of listeners, textures or heap`, {
    timeout: CHANGES_TIMEOUT_MS,
  }, async () => {
    const player = await openPlayer(browser, server.url, { calm: true });
    await playAsGuest(player);
    const { before, after, heapGrowthPercent } = await changeScenes(player, SCENE_CHANGES);
    expect(after.world.textures).toEqual(before.world.textures);
    expect(after.world.labels).toBeLessThanOrEqual(before.world.labels);
    expect(after.world.counts).toEqual(before.world.counts);
    expect(after.page.JSEventListeners).toBeLessThanOrEqual(before.page.JSEventListeners);
    expect(after.page.Nodes).toBeLessThanOrEqual(before.page.Nodes * 1.05);
    expect(heapGrowthPercent).toBeLessThanOrEqual(MOST_HEAP_GROWTH_PERCENT);
    expect(player.faults.list).toEqual([]);
    await player.close();
  });
});

/** Headless Chromium never hides a page by itself: its word is taken out of its mouth. */
const hide = (player: Player, hidden: boolean): Promise<void> =>
  player.page.evaluate((away) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => away });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (away ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
