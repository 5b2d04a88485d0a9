import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, type Player, requireBuiltClient } from '../support/browser.ts';
import { axeViolations, smallTargets } from '../support/browser-access.ts';
import { button, playAsGuest } from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { until } from '../support/browser-world.ts';
import { ReleaseProxy } from '../support/release-proxy.ts';

/** A panel that is fetched when it is opened: after an update its file is gone from the server. */
const LATE_CHUNK = 'settings-panel';

describe('installed', () => {
  let server: BrowserServer;
  let browser: Browser;

  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  const isFormer = (player: Player): Promise<boolean> =>
    player.page.evaluate(() => document.querySelector('meta[name="release"]') !== null);
  const keptPages = (player: Player): Promise<string[]> => player.page.evaluate(() => caches.keys());
  const workerActive = (player: Player): Promise<unknown> =>
    player.page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null);

  it('can be put on a home screen', async () => {
    const player = await openPlayer(browser, server.url);
    const cdp = await player.cdp();
    const manifest = await cdp.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    expect(manifest.url).toContain('/manifest.webmanifest');
    const { icons } = JSON.parse(manifest.data ?? '{}') as { icons: { src: string; sizes: string }[] };
    for (const { src, sizes } of icons) {
      const size = await player.page.evaluate(async (path) => {
        const image = new Image();
        image.src = path;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      expect(size, src).toBe(sizes);
    }
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    expect(player.faults.list).toEqual([]);
    await player.close();
  });

  it('never shows old code after an update, and loses nothing', async () => {
    const { proxy, formerName } = await ReleaseProxy.start(server.url, LATE_CHUNK);
    const player = await openPlayer(browser, proxy.url);
    await workerActive(player);
    await playAsGuest(player);
    const { name } = await player.read('player');
    expect(await isFormer(player)).toBe(true);
    await until(
      async () => (await keptPages(player)).every((kept) => kept.includes('former')),
      'the former page is kept',
    );
    expect(await keptPages(player)).toHaveLength(1);

    proxy.update();
    player.faults.expect(404, `/assets/${formerName}`);
    await player.faults.duringOutage(async () => {
      // The panel of the page that is open is gone: the page is loaded anew by itself, once.
      await button(player, 'settings.open').click();
      await until(async () => !(await isFormer(player).catch(() => true)), 'the new page is there');
    });
    await player.page.getByRole('button').filter({ hasText: name }).first().waitFor();
    await workerActive(player);
    await until(
      async () => !(await keptPages(player)).some((kept) => kept.includes('former')),
      "the former worker's page is dropped",
    );
    await player.page.reload();
    await until(async () => !(await isFormer(player).catch(() => true)), 'the page is still the new one');
    expect(player.faults.list).toEqual([]);
    await player.close();
    await proxy.dispose();
  });

  it.each(['en', 'fr'] as const)('says that there is no connection, and comes back, %s', async (locale) => {
    const { proxy } = await ReleaseProxy.start(server.url, LATE_CHUNK);
    proxy.update();
    const player = await openPlayer(browser, proxy.url, { size: 'phone', locale });
    await button(player, 'title.guest').waitFor();
    await workerActive(player);
    await player.faults.duringOutage(async () => {
      await proxy.close();
      await player.page.goto('/?debug');
      const words = locale === 'en' ? ['No connection', 'Try again'] : ['Pas de connexion', 'Réessayer'];
      await player.page.getByRole('heading', { name: words[0] as string }).waitFor();
      expect(await player.page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192);
      expect(await axeViolations(player)).toEqual([]);
      expect(await smallTargets(player)).toEqual([]);
      await proxy.open();
      await player.page.getByRole('link', { name: words[1] as string }).click();
      await button(player, 'title.guest').waitFor();
    });
    expect(player.faults.list).toEqual([]);
    await player.close();
    await proxy.dispose();
  });
});
