import type { LoanCard } from '@bloomvale/shared/protocol/views';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, type Player, requireBuiltClient } from '../support/browser.ts';
import { readBooks } from '../support/browser-ledger.ts';
import { lendTo, openStatement } from '../support/browser-lending.ts';
import {
  allAnswered,
  barePlots,
  button,
  drawOverPlots,
  goTo,
  openByDock,
  playAsGuest,
  takeSeeds,
} from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { stepsInOrder } from '../support/browser-steps.ts';
import { beginningOf, wordsOf } from '../support/browser-words.ts';
import { tilePoint, until, worldShows } from '../support/browser-world.ts';

/** What the free crop is, and what it gives: every figure below follows from the catalogue. */
const FREE_CROP = 'cabbage';
const CLOSED = ['ended', 'ended_with_loss', 'defaulted'];

/**
 * The whole loop with two people in two browsers, as issue "First playable" has it shown: one plays in English on a desktop, the other in
 * French on a phone. The steps build upon each other, as in life.
 */
describe('first playable', () => {
  let server: BrowserServer;
  const browsers: Browser[] = [];
  let ana: Player;
  let bruno: Player;
  let starter: LoanCard;

  stepsInOrder();
  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    for (let count = 0; count < 2; count++) browsers.push(await launchBrowser());
    ana = await openPlayer(browsers[0] as Browser, server.url, { size: 'desktop', locale: 'en' });
    bruno = await openPlayer(browsers[1] as Browser, server.url, { size: 'phone', locale: 'fr' });
    // Survives as long as the page does: proves later that nothing was reloaded.
    await ana.page.evaluate(() => Object.assign(window, { sameTab: true }));
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server?.dispose();
  });

  it('both play as guests in one press, each in their own language', async () => {
    await Promise.all([playAsGuest(ana), playAsGuest(bruno)]);
    const [a, b] = [await ana.read('player'), await bruno.read('player')];
    expect(a.id).not.toBe(b.id);
    expect(a.name).not.toBe('');
    expect(a.village?.id).toBe(b.village?.id);
    expect(await ana.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await bruno.page.locator('html').getAttribute('lang')).toBe('fr');
    expect(a.wallet).toBe((await ana.read('content')).content?.economy.welcomeGift);
  });

  it('Ana plants by drawing over her plots, and what she drew over is sown', async () => {
    await takeSeeds(ana, FREE_CROP);
    const bare = await barePlots(ana);
    expect(bare.length).toBeGreaterThanOrEqual(6);
    await drawOverPlots(ana, bare);
    await until(async () => (await barePlots(ana)).length === 0, 'every plot is sown');
    const { plots } = await ana.read('room');
    expect(Object.values(plots).map(({ crop }) => crop)).toEqual(bare.map(() => FREE_CROP));
  });

  it('harvests what is ripe by drawing over it again', async () => {
    const sown = Object.keys((await ana.read('room')).plots).map(Number);
    await ripe(ana);
    await drawOverPlots(ana, sown);
    await until(async () => (await barePlots(ana)).length === sown.length, 'every plot is harvested');
    const { content } = await ana.read('content');
    const crop = content?.crops.find(({ id }) => id === FREE_CROP);
    const { store } = await ana.read('room');
    expect(store[crop?.good ?? '']).toBe(sown.length * (crop?.yield ?? 0));
  });

  it('stocks her stall, and customers buy', async () => {
    const before = (await ana.read('player')).wallet;
    await openByDock(ana, 'stall');
    await ana.page
      .getByRole('button', { name: beginningOf('en', 'stall.stock') })
      .first()
      .click();
    await until(async () => Object.keys((await ana.read('room')).slots).length > 0, 'goods lie on the stall');
    await until(async () => (await ana.read('player')).wallet > before, 'somebody bought something');
    await button(ana, 'common.close').first().click();
  });

  it('both walk in the village, and each sees where the other goes', async () => {
    await Promise.all([goTo(ana, 'village'), goTo(bruno, 'village')]);
    const [a, b] = [(await ana.read('player')).id, (await bruno.read('player')).id];
    await until(async () => {
      const [seenByAna, seenByBruno] = [await ana.read('room'), await bruno.read('room')];
      return seenByAna.avatars[b]?.here === true && seenByBruno.avatars[a]?.here === true;
    }, 'they see each other');

    const from = (await ana.read('room')).avatars[a]?.to;
    await walkSomewhere(ana);
    await until(async () => {
      const to = (await ana.read('room')).avatars[a]?.to;
      return to !== undefined && (to[0] !== from?.[0] || to[1] !== from?.[1]);
    }, 'Ana walks');
    const hers = (await ana.read('room')).avatars[a];
    await until(async () => {
      const seen = (await bruno.read('room')).avatars[a];
      return (
        JSON.stringify([seen?.from, seen?.to, seen?.departAt]) ===
        JSON.stringify([hers?.from, hers?.to, hers?.departAt])
      );
    }, 'Bruno sees the same walk');
  });

  it('Ana lends; Bruno, who looks at the Lending Hall, sees the bar move', async () => {
    await openByDock(bruno, 'lend');
    await bruno.page.getByRole('heading', { level: 1, name: wordsOf('fr', 'hall.title') }).waitFor();
    await until(async () => (await bruno.read('lending')).hall.status === 'ready', 'the hall is loaded');
    const { loans, order } = (await bruno.read('lending')).hall;
    const open = order.map((id) => loans[id]).find((loan) => loan?.starter === true && loan.state === 'fundraising');
    if (open === undefined) throw new Error('there is no starter project to lend to');
    starter = open;
    const bar = bruno.page.getByRole('listitem').filter({ hasText: starter.name }).getByRole('progressbar');
    const percent = (raised: number): string => String(Math.round((raised / starter.amount) * 100));
    expect(await bar.getAttribute('aria-valuenow')).toBe(percent(starter.raised));
    // A funded loan leaves the list after a moment, so whatever the bar shows is noted in the page itself.
    const shown = await bar.evaluateHandle((element) => {
      const values: (string | null)[] = [];
      const note = (): void => void values.push(element.getAttribute('aria-valuenow'));
      new MutationObserver(note).observe(element, { attributeFilter: ['aria-valuenow'] });
      return values;
    });
    await lendTo(ana, starter.id, starter.amount - starter.raised);
    await until(async () => (await shown.jsonValue()).includes('100'), 'the bar fills in the other browser');
    await bruno.page.getByRole('link', { name: starter.name }).waitFor({ state: 'detached' });
  });

  it('survives a power cut: what was asked meanwhile is done afterwards, without a reload', async () => {
    await goTo(ana, 'home');
    const plots = await barePlots(ana);
    await takeSeeds(ana, FREE_CROP);
    await ana.faults.duringOutage(() =>
      bruno.faults.duringOutage(async () => {
        await server.kill();
        await until(async () => (await ana.read('net')).status !== 'online', 'Ana notices');
        await drawOverPlots(ana, plots);
        await until(async () => (await ana.read('pending')).commands.length > 0, 'what she sowed waits');
        await server.restart();
        for (const player of [ana, bruno])
          await until(async () => (await player.read('net')).status === 'online', 'both are back', 60_000);
      }),
    );
    await allAnswered(ana);
    expect(
      Object.keys((await ana.read('room')).plots)
        .map(Number)
        .sort(),
    ).toEqual([...plots].sort());
    expect(await ana.page.evaluate(() => (window as unknown as { sameTab?: boolean }).sameTab)).toBe(true);
    await ripe(ana);
    await drawOverPlots(ana, plots);
    await until(async () => (await barePlots(ana)).length === plots.length, 'play goes on');
    await allAnswered(ana);
  });

  it('the loan pays back, and her portfolio says what came', async () => {
    await openByDock(ana, 'portfolio');
    const mine = async () => (await ana.read('lending')).portfolio.value?.loans.find(({ id }) => id === starter.id);
    // Her page hears of each repayment by itself.
    await until(async () => CLOSED.includes((await mine())?.state ?? ''), 'the loan is over', 60_000);
    const loan = await mine();
    expect(loan?.mine).toBe(starter.amount - starter.raised);
    expect((loan?.received ?? 0) + (loan?.lost ?? 0)).toBe(loan?.mine);
    expect(loan?.received).toBeGreaterThan(0);
    await ana.page.getByRole('link', { name: starter.name }).first().waitFor();
  });

  it('purse, statement and portfolio agree with the ledger to the unit', async () => {
    await soldOut(ana);
    const statement = await openStatement(ana);
    const [player, { portfolio }] = [await ana.read('player'), await ana.read('lending')];
    await server.stop();
    const books = readBooks(server.dataDir, player.id);

    expect(player.wallet).toBe(books.wallet);
    expect(statement.map(({ amount, balance }) => ({ amount, balance })).reverse()).toEqual(books.lines);
    expect(books.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(books.wallet);
    const sum = (of: 'amount' | 'received' | 'refunded' | 'lost'): number =>
      books.contributions.reduce((total, each) => total + each[of], 0);
    expect(portfolio.value).toMatchObject({
      lent: sum('amount'),
      repaid: sum('received'),
      refunded: sum('refunded'),
      lost: sum('lost'),
      outstanding: sum('amount') - sum('received') - sum('refunded') - sum('lost'),
    });
  });

  it('nothing went wrong in either browser', () => {
    expect(ana.faults.list).toEqual([]);
    expect(bruno.faults.list).toEqual([]);
  });
});

/** Every plot that is sown is ripe, by the clock of the server. */
const ripe = (player: Player): Promise<void> =>
  until(async () => {
    const [{ plots }, { content }] = [await player.read('room'), await player.read('content')];
    const [{ timeScale }, { clockOffset }] = [await player.read('player'), await player.read('net')];
    return Object.values(plots).every(({ crop, plantedAt }) => {
      const seconds = content?.crops.find(({ id }) => id === crop)?.growSeconds ?? 0;
      return Date.now() + clockOffset >= plantedAt + (seconds * 1_000) / timeScale + 200;
    });
  }, 'everything is ripe');

/** Taps the ground where villagers stroll, until somewhere that is on screen and free of people. */
async function walkSomewhere(player: Player): Promise<void> {
  await worldShows(player, 'village');
  const { content } = await player.read('content');
  const { viewport } = { viewport: player.page.viewportSize() };
  const strolls = content?.maps.find(({ id }) => id === 'village')?.spots.strolls ?? [];
  for (const [x, y] of strolls) {
    const point = await tilePoint(player, [x, y]);
    const inside =
      point.x > 120 &&
      point.y > 200 &&
      point.x < (viewport?.width ?? 0) - 120 &&
      point.y < (viewport?.height ?? 0) - 180;
    if (!inside) continue;
    const before = JSON.stringify((await player.read('room')).avatars);
    await player.page.mouse.click(point.x, point.y);
    await player.page.waitForTimeout(400);
    if (JSON.stringify((await player.read('room')).avatars) !== before) return;
    await player.page.keyboard.press('Escape');
  }
  throw new Error('no place to walk to is on screen');
}

/** Nothing is left that could still change the purse. */
async function soldOut(player: Player): Promise<void> {
  await openByDock(player, 'home');
  await until(async () => Object.keys((await player.read('room')).slots).length === 0, 'the stall is sold out', 60_000);
  await allAnswered(player);
}
