import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, type Player, requireBuiltClient } from '../support/browser.ts';
import { axeViolations, cutTexts, sidewaysOverflow, smallTargets } from '../support/browser-access.ts';
import { playAsGuest } from '../support/browser-play.ts';
import { becomeBot, letBeAway, seedPlay } from '../support/browser-seed.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { PLAY_VIEWS, TITLE_VIEWS, type View, viewsFor } from '../support/browser-views.ts';

/** Four times thirty views, each looked at whole: minutes on a busy machine. */
const TOUR_TIMEOUT_MS = 420_000;
const AWAY_MS = 3 * 3_600_000;
/** WCAG 1.4.4: text at twice its size. */
const TEXT_ZOOM = 2;

const COMBINATIONS = (['desktop', 'phone'] as const).flatMap((size) =>
  (['en', 'fr'] as const).map((locale) => ({ size, locale })),
);

describe('access', () => {
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

  /** What is wrong with this view, in words; empty when nothing is. */
  const faultsOf = async (player: Player, name: string): Promise<string[]> => {
    const found = [
      ...(await axeViolations(player)),
      ...(await smallTargets(player)).map((target) => `smaller than 44 px: ${target}`),
      ...(await sidewaysOverflow(player)).map((wide) => `scrolls sideways: ${wide}`),
      ...(await cutTexts(player)).map((text) => `cut off: ${text}`),
    ];
    return found.map((fault) => `${name}: ${fault}`);
  };

  const walk = async (player: Player, views: readonly View[]): Promise<string[]> => {
    const found: string[] = [];
    for (const view of viewsFor(player, views)) {
      await view.open(player);
      found.push(...(await faultsOf(player, view.name)));
    }
    return found;
  };

  it.each(COMBINATIONS)(
    'every panel is clean, $size, $locale',
    { timeout: TOUR_TIMEOUT_MS },
    async ({ size, locale }) => {
      const player = await openPlayer(browser, server.url, { size, locale });
      const found = await walk(player, TITLE_VIEWS);
      await player.page.keyboard.press('Escape');
      await playAsGuest(player);
      found.push(...(await walk(player, PLAY_VIEWS)));
      expect(found).toEqual([]);
      expect(player.faults.list).toEqual([]);
      await player.close();
    },
  );

  it.each(['desktop', 'phone'] as const)(
    'texts at twice their size stay readable and reachable, %s',
    {
      timeout: TOUR_TIMEOUT_MS,
    },
    async (size) => {
      const player = await openPlayer(browser, server.url, { size, locale: 'fr' });
      await playAsGuest(player);
      const enlarge = () =>
        player.page.evaluate((zoom) => {
          document.documentElement.style.fontSize = `${zoom * 100}%`;
        }, TEXT_ZOOM);
      await enlarge();
      const found: string[] = [];
      for (const view of viewsFor(player, PLAY_VIEWS)) {
        await view.open(player);
        const wrong = [...(await sidewaysOverflow(player)), ...(await cutTexts(player))];
        found.push(...wrong.map((fault) => `${view.name}: ${fault}`));
      }
      expect(found).toEqual([]);
      await player.close();
    },
  );

  it('the report of what happened meanwhile', { timeout: TOUR_TIMEOUT_MS }, async () => {
    const [bot] = await seedPlay(server.url, 3, 8);
    if (bot === undefined) throw new Error('nobody could be seeded');
    await server.stop();
    letBeAway(server.dataDir, bot.me.id, AWAY_MS);
    await server.restart();
    const found: string[] = [];
    for (const { size, locale } of COMBINATIONS) {
      const player = await openPlayer(browser, server.url, { size, locale, path: '/robots.txt' });
      await becomeBot(player.context, server.url, bot);
      await player.page.goto('/?debug');
      await player.page.getByRole('button').filter({ hasText: bot.me.name }).first().click();
      await player.page.getByRole('dialog').waitFor();
      found.push(...(await faultsOf(player, `report ${size} ${locale}`)));
      await player.close();
    }
    expect(found).toEqual([]);
  });
});
