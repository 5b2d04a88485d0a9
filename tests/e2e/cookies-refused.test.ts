import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, launchBrowser, openPlayer, requireBuiltClient } from '../support/browser.ts';
import { arrived, button } from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { wordsOf } from '../support/browser-words.ts';

const BLOCK = 2;

describe('a browser that refuses cookies', () => {
  let server: BrowserServer;
  let profile: string;
  let context: BrowserContext | null = null;
  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
  });
  afterAll(() => server?.dispose());
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'bloomvale-profile-'));
  });
  afterEach(async () => {
    await context?.close();
    context = null;
    rmSync(profile, { recursive: true, force: true });
  });

  it.each(['en', 'fr'] as const)('is told so in one sentence, and the page works (%s)', async (locale) => {
    mkdirSync(join(profile, 'Default'));
    const preferences = { profile: { default_content_setting_values: { cookies: BLOCK } } };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--use-angle=swiftshader'],
      locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(String(fault)));
    await page.goto(server.url);
    expect(await page.evaluate(() => navigator.cookieEnabled)).toBe(false);
    for (let press = 0; press < 2; press++) {
      await page.getByRole('button', { name: wordsOf(locale, 'title.guest') }).click();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toContain(wordsOf(locale, 'fault.COOKIES_REFUSED'));
    }
    const { players } = (await (await fetch(`${server.url}/health`)).json()) as { players: number };
    expect(players).toBe(0);
    expect(faults).toEqual([]);
  });

  it('or takes them and keeps none, is told the same', async () => {
    const browser = await launchBrowser();
    const player = await openPlayer(browser, server.url);
    ({ context } = player);
    await context.route('**/api/auth/**', async (route) => {
      const response = await route.fetch();
      const { 'set-cookie': _, ...headers } = response.headers();
      await context?.clearCookies();
      await route.fulfill({ response, headers });
      await context?.clearCookies();
    });
    await button(player, 'title.guest').click();
    const alert = player.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain(wordsOf('en', 'fault.COOKIES_REFUSED'));
    await context.unroute('**/api/auth/**');
    await button(player, 'title.guest').click();
    await arrived(player, 'homestead');
    await browser.close();
  });

  it('lets a guest go on whose session the page could not ask about at first', async () => {
    const browser = await launchBrowser();
    const player = await openPlayer(browser, server.url);
    ({ context } = player);
    await button(player, 'title.guest').click();
    await arrived(player, 'homestead');
    const { id } = await player.read('player');
    await context.route('**/api/auth/get-session', (route) => route.abort());
    await player.page.reload();
    const play = button(player, 'title.guest');
    await play.waitFor();
    await context.unroute('**/api/auth/get-session');
    await play.click();
    await arrived(player, 'homestead');
    expect((await player.read('player')).id).toBe(id);
    await browser.close();
  });
});
