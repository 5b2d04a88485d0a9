import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, openTab, type Player, requireBuiltClient } from '../support/browser.ts';
import { arrived, button } from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { endOf } from '../support/browser-words.ts';

/** What a page finds when its visitor has blocked all site data: no cookies, and storage that throws on every touch. */
function blockSiteData(): void {
  Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  }
}

/** The answer arrives without its cookie. */
async function loseCookies(context: BrowserContext): Promise<void> {
  await context.route('**/api/auth/**', async (route) => {
    const response = await route.fetch();
    const { 'set-cookie': _, ...headers } = response.headers();
    await context.clearCookies();
    await route.fulfill({ response, headers });
    await context.clearCookies();
  });
}

describe('a browser that refuses cookies', () => {
  let server: BrowserServer;
  let browser: Browser;
  let player: Player | null = null;
  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });
  afterEach(async () => {
    await player?.close();
    player = null;
  });

  const isTold = async (of: Player): Promise<void> => {
    const alert = of.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(endOf(of.locale, 'fault.COOKIES_REFUSED'));
  };

  it.each(['en', 'fr'] as const)('is told so, and leaves no guest behind (%s)', async (locale) => {
    const { context } = await openPlayer(browser, server.url, { locale, path: '/favicon.ico' });
    await context.addInitScript(blockSiteData);
    let asked = 0;
    await context.route('**/api/auth/sign-in/anonymous', (route) => {
      asked += 1;
      return route.continue();
    });
    player = await openTab(context, { locale });
    for (let press = 0; press < 2; press++) {
      await button(player, 'title.guest').click();
      await isTold(player);
    }
    expect(asked).toBe(0);
    expect(player.faults.list).toEqual([]);
  });

  it('is told the same when it says it takes them and keeps none, and plays once it does', async () => {
    player = await openPlayer(browser, server.url);
    player.faults.expect(401, '/api/me');
    await loseCookies(player.context);
    await button(player, 'title.guest').click();
    await isTold(player);
    await player.context.unroute('**/api/auth/**');
    await button(player, 'title.guest').click();
    await arrived(player, 'homestead');
  });

  it('lets a guest go on whose session the page could not ask about at first', async () => {
    player = await openPlayer(browser, server.url);
    await button(player, 'title.guest').click();
    await arrived(player, 'homestead');
    const { id } = await player.read('player');
    await player.context.route('**/api/auth/get-session', (route) => route.abort());
    await player.page.reload();
    await button(player, 'title.guest').waitFor();
    await player.context.unroute('**/api/auth/get-session');
    await button(player, 'title.guest').click();
    await arrived(player, 'homestead');
    expect((await player.read('player')).id).toBe(id);
  });
});
