import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReplayFile } from '@bloomvale/shared/lending/replay-file';
import type { LoanCard, Statement } from '@bloomvale/shared/protocol/views';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, type Player, requireBuiltClient } from '../support/browser.ts';
import { axeViolations, sidewaysOverflow, smallTargets } from '../support/browser-access.ts';
import { lendTo } from '../support/browser-lending.ts';
import { allAnswered, button, openByDock, playAsGuest } from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { stepsInOrder } from '../support/browser-steps.ts';
import { beginningOf, wordsOf } from '../support/browser-words.ts';
import { until } from '../support/browser-world.ts';

const SHARE = 2_500;

/** The Lending Hall in full, as one player meets it on a desktop: from choosing to a loan that was repaid and computed again. */
describe('the Lending Hall in full', () => {
  let server: BrowserServer;
  let browser: Browser;
  let ana: Player;
  let starter: LoanCard;
  const folder = mkdtempSync(join(tmpdir(), 'bloomvale-replay-'));

  const open = async (hash: string, heading: RegExp): Promise<void> => {
    await ana.page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await ana.page.getByRole('heading', { name: heading }).first().waitFor();
  };
  const words = (key: string, values = {}) => wordsOf(ana.locale, key, values);

  stepsInOrder();
  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    browser = await launchBrowser();
    ana = await openPlayer(browser, server.url);
    await playAsGuest(ana);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('narrows the list, says what nothing matches, and widens it in one press', async () => {
    await openByDock(ana, 'lend');
    await until(async () => (await ana.read('lending')).hall.status === 'ready', 'the hall is listed');
    const { hall } = await ana.read('lending');
    const cheapest = Math.min(...Object.values(hall.loans).map(({ annualCost }) => annualCost));
    expect(cheapest).toBeGreaterThan(0.05);
    await open('#/portfolio', words('portfolio.none'));
    await open('#/hall?cost=5', beginningOf('en', 'hall.noMatch'));
    await ana.page.getByRole('button', { name: beginningOf('en', 'hall.showThese_other') }).click();
    await until(async () => (await ana.page.locator('.loan').count()) === hall.order.length, 'every loan is back');
  });

  it('keeps the filters on this device', async () => {
    const { hall } = await ana.read('lending');
    const first = hall.loans[hall.order[0] ?? ''] as LoanCard;
    await ana.page.getByRole('searchbox').fill(first.town);
    await until(async () => (await ana.page.locator('.loan').count()) < hall.order.length, 'the list is narrower');
    const shown = await ana.page.locator('.loan').count();
    await openByDock(ana, 'portfolio');
    await openByDock(ana, 'lend');
    await until(async () => (await ana.page.locator('.loan').count()) === shown, 'the same loans again');
    await ana.page.getByRole('button', { name: beginningOf('en', 'hall.chip.remove') }).click();
    await until(async () => (await ana.page.locator('.loan').count()) > shown, 'the filter is gone');
  });

  it('shows the same loans on a map, by mouse and by arrow key', async () => {
    await open('#/map', beginningOf('en', 'hall.count_other'));
    const pins = ana.page.locator('.map-pin');
    await until(async () => (await pins.count()) > 3, 'pins stand on the map');
    await pins.first().click();
    await ana.page
      .getByRole('complementary', { name: words('map.chosen') })
      .getByRole('heading')
      .or(ana.page.locator('.map-card__many'))
      .first()
      .waitFor();
    await pins.first().focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) await ana.page.keyboard.press(key);
    expect(await ana.page.evaluate(() => document.activeElement?.classList.contains('map-pin'))).toBe(true);
    expect(await axeViolations(ana)).toEqual([]);
    expect(await smallTargets(ana)).toEqual([]);
  });

  it('takes a lend back within ten seconds, to the coin', async () => {
    const { hall } = await ana.read('lending');
    const loan = Object.values(hall.loans).find(
      ({ starter: quick, amount, raised }) => !quick && amount - raised > 2 * SHARE,
    );
    if (loan === undefined) throw new Error('no ordinary loan is open');
    const before = (await ana.read('player')).wallet;
    // Ten seconds are a person's measure: on a busy machine the test's own presses may take longer, so a quick hand waits in the page.
    const label = words('toast.takeBack');
    await ana.page.evaluate(
      ([source, flags]) => {
        const isIt = new RegExp(source as string, flags);
        const press = (): void => {
          const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
            isIt.test(textContent ?? ''),
          );
          if (button === undefined) return;
          watch.disconnect();
          button.click();
        };
        const watch = new MutationObserver(press);
        watch.observe(document.body, { childList: true, subtree: true });
      },
      [label.source, label.flags],
    );
    await lendTo(ana, loan.id, SHARE);
    await until(async () => (await ana.read('player')).wallet === before, 'the coins are back');
    await allAnswered(ana);
    const { lines } = (await (await ana.page.request.get('/api/statement')).json()) as Statement;
    const moved = lines.map(({ amount }) => amount).filter((amount) => Math.abs(amount) === SHARE);
    expect(moved).toEqual([SHARE, -SHARE]);
    expect((await ana.read('lending')).hall.loans[loan.id]?.mine).toBe(0);
  });

  it('lends to a starter project, which begins at once and is repaid', async () => {
    const { hall } = await ana.read('lending');
    starter = Object.values(hall.loans).find(({ starter: quick }) => quick) as LoanCard;
    await lendTo(ana, starter.id, SHARE);
    await until(async () => {
      const { portfolio } = await ana.read('lending');
      const line = portfolio.value?.loans.find(({ id }) => id === starter.id);
      if (line === undefined) await openByDock(ana, 'portfolio');
      return line !== undefined && ['ended', 'defaulted'].includes(line.state);
    }, 'the loan is closed');
  }, 120_000);

  it('tells it in her journal, row by row, and computes it again in the browser', async () => {
    await open(`#/loan/${starter.id}`, words('verify.title'));
    expect(await ana.page.locator('.journal li').count()).toBeGreaterThan(3);
    await button(ana, 'verify.act').click();
    await ana.page.getByText(words('verify.ok')).waitFor();
    expect(await axeViolations(ana)).toEqual([]);
    expect(await smallTargets(ana)).toEqual([]);
    expect(await sidewaysOverflow(ana)).toEqual([]);
  });

  it('names the field that was altered in a file', async () => {
    const answer = await ana.page.request.get(`/api/loans/${starter.id}/replay`);
    const file = (await answer.json()) as ReplayFile;
    const altered = { ...file, result: { ...file.result, repaid: file.result.repaid + 1 } };
    const path = join(folder, 'altered.json');
    writeFileSync(path, JSON.stringify(altered));
    await ana.page.locator('.file-btn input').setInputFiles(path);
    await ana.page.getByText(words('verify.refused')).waitFor();
    expect(await ana.page.locator('.banner--error code').textContent()).toBe('result.repaid');
  });

  it('adds up in the portfolio, and turns auto-lend on and off', async () => {
    await open('#/portfolio', words('auto.title'));
    const { sums } = await (await ana.page.request.get('/api/portfolio/report')).json();
    const parts = ['repaid', 'recovered', 'refunded', 'forgiven', 'raising', 'outstanding', 'lost'];
    expect(parts.reduce((sum, part) => sum + sums[part], 0)).toBe(sums.lent);
    await ana.page.getByText(beginningOf('en', 'calibration.tooFew')).waitFor();
    await button(ana, 'auto.setUp').click();
    await button(ana, 'auto.turnOn').click();
    await ana.page.getByText(words('auto.on')).waitFor();
    await button(ana, 'auto.stop').click();
    await ana.page.getByText(words('auto.off')).waitFor();
    expect(await axeViolations(ana)).toEqual([]);
    expect(ana.faults.list).toEqual([]);
  });
});
