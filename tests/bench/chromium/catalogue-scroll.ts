import { existsSync } from 'node:fs';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Content } from '@bloomvale/shared/content/content';
import type { Page } from 'playwright-core';
import { CHROMIUM, clientIsBuilt, launchBrowser, SIZES } from '../../support/browser.ts';
import { FakeOperatorApi } from '../../support/fake-operator-api.ts';
import { type BenchFigure, rounded } from '../bench-figure.ts';

/** Issue "The operator's console", Numbers. */
const ENTRIES = 10_000;
const LONGEST_TASK_MS = 50;
/** Wheel turns a second apart by a frame or two, the list once down in big steps and once back in small ones. */
const TURNS = 120;

/** The shipped people again and again, with names and amounts of their own. */
function manyPeople(content: Content): Json {
  const entrepreneurs = Array.from({ length: ENTRIES }, (_, i) => {
    const person = content.entrepreneurs[i % content.entrepreneurs.length] as Content['entrepreneurs'][number];
    const id = `person-${i}`;
    return { ...person, id, name: `${person.name} ${i}`, loan: { ...person.loan, amount: 100 + 25 * (i % 36) } };
  });
  return { ...content, entrepreneurs } as unknown as Json;
}

type Tasks = { readonly longest: number; readonly count: number };
/** Tasks over 50 ms while `doing`, as the browser's own observer tells them, and the longest step between two frames. */
async function longTasks(page: Page, doing: () => Promise<void>): Promise<Tasks> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: 'longtask' });
    Object.assign(window, { __tasks: tasks, __observer: observer });
  });
  await doing();
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(() => {
    const { __tasks, __observer } = window as unknown as { __tasks: number[]; __observer: PerformanceObserver };
    const left = __observer.takeRecords().map(({ duration }) => duration);
    __observer.disconnect();
    return [...__tasks, ...left];
  });
  return { longest: Math.max(0, ...tasks), count: tasks.length };
}

/** Scrolls the catalogue's table of ten thousand entries by wheel and by keyboard in the built console; empty without it or a Chromium. */
export async function measureCatalogueScroll(): Promise<BenchFigure[]> {
  if (!existsSync(CHROMIUM) || !clientIsBuilt()) return [];
  const api = new FakeOperatorApi(manyPeople(loadCatalogue()));
  const origin = await api.start();
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: SIZES.desktop.viewport, locale: 'en-GB' })).newPage();
    await page.goto(`${origin}/operator#/catalogue/entrepreneurs`);
    await page.locator('.entries tbody tr td').first().waitFor();
    // What it takes to open the catalogue, and to judge it beside the page, is not scrolling.
    await page.waitForTimeout(6_000);
    await page.mouse.move(500, 400);
    const wheel = await longTasks(page, async () => {
      for (let turn = 0; turn < TURNS; turn++) {
        await page.mouse.wheel(0, turn % 2 === 0 ? 2_400 : 900);
        await page.waitForTimeout(30);
      }
      for (let turn = 0; turn < TURNS; turn++) {
        await page.mouse.wheel(0, -300);
        await page.waitForTimeout(15);
      }
    });
    const keys = await longTasks(page, async () => {
      for (let press = 0; press < 40; press++) await page.keyboard.press('j');
    });
    return [
      {
        name: `longest task while ${ENTRIES} entries scroll`,
        value: rounded(wheel.longest, 0),
        unit: 'ms',
        atMost: LONGEST_TASK_MS,
        note: `${wheel.count} tasks over 50 ms in ${2 * TURNS} turns of the wheel; 0 stands for none. Opening 40 of them one after another: longest ${rounded(keys.longest, 0)}`,
      },
    ];
  } finally {
    await browser.close();
    await api.stop();
  }
}
