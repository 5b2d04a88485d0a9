import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Bot } from '../bots/bot.ts';
import { ROOT } from '../bots/server-process.ts';
import {
  type Locale,
  launchBrowser,
  openPlayer,
  type Player,
  requireBuiltClient,
  type Size,
} from '../support/browser.ts';
import { settled } from '../support/browser-access.ts';
import { Operator } from '../support/browser-console.ts';
import { arrived, backToWorld, playAsGuest } from '../support/browser-play.ts';
import { becomeBot, letBeAway, letLiveAt, seedPlay } from '../support/browser-seed.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { closeDialog, PLAY_VIEWS, TITLE_VIEWS, type View, viewsFor } from '../support/browser-views.ts';
import { beginningOf } from '../support/browser-words.ts';
import { clearDraft, consoleViews, DOOR_VIEWS, stageDraft } from './console-views.ts';
import { STATES } from './states.ts';
import { troubleLoans } from './troubled-loans.ts';

/** A month in half a minute: in the seeded minutes loans run, end, fall late and are lost. */
const SPEED = { MONTH_SECONDS: '30', TIME_SCALE: '120' };
const BOTS = 16;
const AWAY_MS = 7 * 3_600_000;
/** The tour pulls the plug itself to show what a player sees then. */
const UNPLUGGED = 'ERR_INTERNET_DISCONNECTED';

export type GalleryOptions = {
  readonly folder?: string;
  readonly sizes?: readonly Size[];
  readonly locales?: readonly Locale[];
  /** Seconds for which bots play before anything is looked at. */
  readonly seedSeconds?: number;
  /** Only views whose name begins with this. */
  readonly only?: string;
  readonly told?: (line: string) => void;
};

/** Takes a picture of every scene and panel, played on the real server, as `<folder>/<size>-<locale>/<name>.png`. */
export async function takeGallery(options: GalleryOptions = {}): Promise<readonly string[]> {
  const { sizes = ['desktop', 'phone'], locales = ['en', 'fr'], seedSeconds = 90, told = () => undefined } = options;
  const folder = options.folder ?? join(ROOT, 'shots');
  requireBuiltClient();
  const server = await BrowserServer.start(SPEED);
  const browser = await launchBrowser();
  const faults: string[] = [];
  try {
    told(`${BOTS} bots play for ${seedSeconds} s`);
    const bots = await seedPlay(server.url, BOTS, seedSeconds);
    const [hero] = bots;
    if (hero === undefined) throw new Error('nobody could be seeded');
    told('one loan is lost, another falls late');
    await troubleLoans(server, bots);
    for (const size of sizes) {
      for (const locale of locales) {
        const tour = new Tour({ browser, server, hero, size, locale, folder, only: options.only ?? '', told });
        faults.push(...(await tour.take()));
      }
    }
  } finally {
    await browser.close();
    await server.dispose();
  }
  return faults;
}

type TourOptions = {
  readonly browser: Browser;
  readonly server: BrowserServer;
  readonly hero: Bot;
  readonly size: Size;
  readonly locale: Locale;
  readonly folder: string;
  readonly only: string;
  readonly told: (line: string) => void;
};

/** One size in one language: a newcomer's empty pages, an old hand's full ones, and what goes wrong. */
class Tour {
  readonly #options: TourOptions;
  readonly #folder: string;
  readonly #faults: string[] = [];

  constructor(options: TourOptions) {
    this.#options = options;
    this.#folder = join(options.folder, `${options.size}-${options.locale}`);
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
  }

  async take(): Promise<readonly string[]> {
    const { size, locale, told } = this.#options;
    told(`${size}, ${locale}`);
    await this.#newcomer();
    await this.#oldHand();
    await this.#report();
    await this.#homes();
    await this.#console();
    return this.#faults;
  }

  async #newcomer(): Promise<void> {
    const { browser, server, size, locale } = this.#options;
    const player = await openPlayer(browser, server.url, { size, locale, calm: false });
    await this.#walk(player, TITLE_VIEWS, '1-');
    await closeDialog(player);
    await playAsGuest(player);
    const empty = ['homestead', 'stall', 'portfolio', 'statement'];
    await this.#walk(
      player,
      PLAY_VIEWS.filter(({ name }) => empty.includes(name)),
      '2-new-',
    );
    await this.#leave(player);
  }

  async #oldHand(): Promise<void> {
    const player = await this.#asHero();
    await arrived(player, 'homestead');
    await closeDialog(player);
    await this.#walk(player, PLAY_VIEWS, '3-');
    await closeDialog(player);
    await backToWorld(player);
    await this.#walk(player, STATES, '4-');
    await this.#leave(player);
  }

  async #report(): Promise<void> {
    const { server, hero } = this.#options;
    await server.stop();
    letBeAway(server.dataDir, hero.me.id, AWAY_MS);
    await server.restart();
    const player = await this.#asHero();
    await arrived(player, 'homestead');
    await this.#walk(
      player,
      [{ name: 'welcome-back', open: async () => player.page.getByRole('dialog').waitFor() }],
      '5-',
    );
    await this.#leave(player);
  }

  /** The house at each of its levels, outside and inside, with every need at the tier that goes with it. */
  async #homes(): Promise<void> {
    const { server, hero } = this.#options;
    for (const tier of [0, 1, 2, 3] as const) {
      await server.stop();
      letLiveAt(server.dataDir, hero.me.id, tier);
      await server.restart();
      const player = await this.#asHero();
      await arrived(player, 'homestead');
      await closeDialog(player);
      const views = PLAY_VIEWS.filter(({ name }) => ['homestead', 'family', 'kitchen'].includes(name));
      await this.#walk(player, views, `6-tier-${tier}-`);
      await this.#leave(player);
    }
  }

  /** The operators' console, by somebody with a draft that has been previewed. */
  async #console(): Promise<void> {
    const { browser, server, size, locale } = this.#options;
    const visitor = await openPlayer(browser, server.url, { size, locale, path: '/robots.txt' });
    await this.#walk(visitor, DOOR_VIEWS, '7-console-');
    await this.#leave(visitor);
    const email = `ada.${size}.${locale}@example.org`;
    const operator = await Operator.join(browser, server, { email, name: 'Ada Moreau', size, locale });
    const { person } = await stageDraft(operator);
    await operator.player.page.reload();
    await operator.inside();
    await this.#walk(operator.player, consoleViews(person), '7-console-');
    await clearDraft(operator);
    await this.#leave(operator.player);
  }

  async #asHero(): Promise<Player> {
    const { browser, server, size, locale, hero } = this.#options;
    const player = await openPlayer(browser, server.url, { size, locale, calm: false, path: '/robots.txt' });
    await becomeBot(player.context, server.url, hero);
    await player.page.goto('/?debug');
    await player.page.getByRole('button', { name: beginningOf(locale, 'title.continue') }).click();
    return player;
  }

  async #walk(player: Player, views: readonly View[], prefix: string): Promise<void> {
    for (const { name, open } of viewsFor(player, views)) {
      const { only, size, locale } = this.#options;
      try {
        await open(player);
        if (!name.startsWith(only)) continue;
        await settled(player);
        const path = join(this.#folder, `${prefix}${name}.png`);
        await player.page.screenshot({ path, fullPage: await scrolls(player) });
      } catch (cause) {
        this.#faults.push(
          `${size} ${locale} ${name}: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`,
        );
        // What stood there instead says more than the message.
        await player.page
          .screenshot({ path: join(this.#folder, `${prefix}${name}.FAILED.png`) })
          .catch(() => undefined);
        await closeDialog(player);
      }
    }
  }

  async #leave(player: Player): Promise<void> {
    const { size, locale } = this.#options;
    const faults = player.faults.list.filter((fault) => !fault.includes(UNPLUGGED));
    this.#faults.push(...faults.map((fault) => `${size} ${locale}: ${fault}`));
    await player.close();
  }
}

/** A page is shown whole; the world has no more than the window. */
const scrolls = (player: Player): Promise<boolean> =>
  player.page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight + 4);
