import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { ExposedStores } from '../../client/src/store/expose-stores.ts';
import { ROOT } from '../bots/server-process.ts';
import { BrowserFaults } from './browser-faults.ts';

/** The two sizes of the design (ui.md 3): a desktop window, and a phone with touch and two device pixels a CSS pixel. */
export const SIZES = {
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, hasTouch: false, isMobile: false },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;
export type Size = keyof typeof SIZES;
export type Locale = 'en' | 'fr';

const REGIONS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };
/** WebGL in software, wherever the machine has no graphics card; no traffic of the browser's own (art direction, section 8). */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
/** The bootstrap looks for one on the PATH and names it; by hand it is where Debian puts it. */
export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
/** A machine with two busy cores draws the first world in several seconds. */
export const PATIENCE_MS = 30_000;

/** A browser of its own with a fresh profile. @throws when there is no Chromium: whoever runs the browser tests needs one. */
export function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}; name one in the variable CHROMIUM`);
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: [...FLAGS, ...extraFlags] });
}

export type PlayerOptions = {
  readonly size?: Size;
  readonly locale?: Locale;
  /** The device asks for little motion: the world draws far fewer frames. */
  readonly calm?: boolean;
  /** Where the page begins, after the origin. */
  readonly path?: string;
};

/** Somebody at a browser: a page with a profile of its own, and everything that went wrong in it. */
export class Player {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: BrowserFaults;
  readonly size: Size;
  readonly locale: Locale;
  #cdp: Promise<CDPSession> | null = null;

  constructor(page: Page, faults: BrowserFaults, size: Size, locale: Locale) {
    this.page = page;
    this.context = page.context();
    this.faults = faults;
    this.size = size;
    this.locale = locale;
    page.setDefaultTimeout(PATIENCE_MS);
  }

  /** What the client knows now. Plain data, copied out of the page. */
  read<N extends keyof ExposedStores>(store: N): Promise<ReturnType<ExposedStores[N]>> {
    return this.page.evaluate(
      (name) => (window as unknown as { __bloomvale: ExposedStores }).__bloomvale[name](),
      store,
    ) as Promise<ReturnType<ExposedStores[N]>>;
  }

  /** Chromium's own protocol, for what Playwright has no word for. */
  cdp(): Promise<CDPSession> {
    this.#cdp ??= this.context.newCDPSession(this.page);
    return this.#cdp;
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Opens the game as somebody who was never here. */
export async function openPlayer(browser: Browser, url: string, options: PlayerOptions = {}): Promise<Player> {
  const { size = 'desktop', locale = 'en', calm = true, path = '/?debug' } = options;
  const context = await browser.newContext({
    ...SIZES[size],
    locale: REGIONS[locale],
    baseURL: url,
    reducedMotion: calm ? 'reduce' : 'no-preference',
  });
  return openTab(context, { size, locale, path });
}

/** Another tab of the same browser: same cookies, same storage. */
export async function openTab(
  context: BrowserContext,
  { size = 'desktop', locale = 'en', path = '/?debug' }: PlayerOptions = {},
): Promise<Player> {
  const page = await context.newPage();
  const player = new Player(page, new BrowserFaults(page), size, locale);
  await page.goto(path);
  return player;
}

/** @throws when the client is not built: the tests look at what players get, not at a development server. */
export function requireBuiltClient(): void {
  if (!clientIsBuilt()) throw new Error('client/dist is missing: npm test builds it before it runs the browser tests');
}

export const clientIsBuilt = (): boolean => existsSync(join(ROOT, 'client/dist/index.html'));
