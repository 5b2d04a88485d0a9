import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SHOP_STATES } from '@bloomvale/shared/content/growing';
import type { Browser } from 'playwright-core';
import { freePort } from '../bots/free-port.ts';
import { ROOT } from '../bots/server-process.ts';
import { launchBrowser } from '../support/browser.ts';

/** The whole square at once. */
const VIEW = { width: 2_560, height: 1_600 };
/** Sectors that begin on the first spot: between both pictures every sector has had one. */
const FIRST = [0, 7];
const START_MS = 60_000;
const DRAWN_MS = 6_000;

/** Pictures of every sector's shop in each of its states, drawn by the world without a server, as `<folder>/shops/<state>-<n>.png`. */
export async function takeShops(folder: string, told: (line: string) => void): Promise<void> {
  const into = join(folder, 'shops');
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const port = await freePort();
  const client = join(ROOT, 'client');
  const vite = join(dirname(createRequire(join(client, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');
  const pages = spawn(process.execPath, [vite, '--port', String(port), '--strictPort'], {
    cwd: client,
    stdio: 'ignore',
  });
  let browser: Browser | null = null;
  try {
    const url = `http://localhost:${port}/src/game/harness/`;
    await answers(url);
    browser = await launchBrowser();
    for (const state of SHOP_STATES) {
      for (const first of FIRST) {
        const page = await browser.newPage({ viewport: VIEW });
        await page.goto(`${url}?place=village&players=2&shops=${state}&first=${first}&hour=13&debug`);
        await page.waitForFunction(() => '__bloomvaleWorld' in window, undefined, { timeout: START_MS });
        await page.waitForTimeout(DRAWN_MS);
        await page.screenshot({ path: join(into, `${state}-${first}.png`) });
        await page.close();
        told(`shops, ${state}, from sector ${first}`);
      }
    }
  } finally {
    await browser?.close();
    pages.kill();
  }
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (Date.now() > deadline) throw new Error(`no page at ${url}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}
