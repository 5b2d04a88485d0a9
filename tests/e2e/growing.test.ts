import type { OwnLoanPage } from '@bloomvale/shared/protocol/growing-views';
import type { Hall, Portfolio } from '@bloomvale/shared/protocol/views';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, type Player, requireBuiltClient } from '../support/browser.ts';
import { lendTo } from '../support/browser-lending.ts';
import {
  allAnswered,
  backToWorld,
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
import { until } from '../support/browser-world.ts';

const FREE_CROP = 'cabbage';

const open = (player: Player, hash: string): Promise<void> =>
  player.page.evaluate((to) => {
    location.hash = to;
  }, hash);
const getJson = <T>(player: Player, path: string): Promise<T> =>
  player.page.evaluate(async (from) => (await (await fetch(from)).json()) as never, path);

/** The first seven minutes of issue "Growing", at a faster clock: borrow, grow, hear the family, lend, and be repaid. */
describe.each([
  ['desktop', 'en'],
  ['phone', 'fr'],
] as const)('growing, on a %s in %s', (size, locale) => {
  let server: BrowserServer;
  let browser: Browser;
  let player: Player;
  const words = (key: string, values = {}): RegExp => wordsOf(locale, key, values);
  const wallet = async (): Promise<number> => (await player.read('player')).wallet;

  stepsInOrder();
  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    browser = await launchBrowser();
    player = await openPlayer(browser, server.url, { size, locale });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('plays, sows and harvests', async () => {
    await playAsGuest(player);
    await takeSeeds(player, FREE_CROP);
    const bare = await barePlots(player);
    await drawOverPlots(player, bare);
    await until(async () => (await barePlots(player)).length === 0, 'every plot is sown');
    await until(async () => {
      await drawOverPlots(player, bare);
      await allAnswered(player);
      return ((await player.read('room')).store[FREE_CROP] ?? 0) >= 6;
    }, 'enough is harvested');
    await backToWorld(player);
  });

  it('borrows two plots: the schedule and the cost stand there before it signs, and the plots are there at once', async () => {
    const plots = (await player.read('room')).plotCount;
    const before = await wallet();
    await open(player, '#/borrow');
    const { offers } = await getJson<OwnLoanPage>(player, '/api/own-loan');
    const offer = offers.find(({ grant, starter }) => starter && grant.kind === 'plots');
    expect(offer).toMatchObject({ amount: 16_000, total: 16_800, cost: 800, instalment: 4_200, instalments: 4 });
    await player.page.getByRole('button', { name: new RegExp(offer?.name[locale] ?? '') }).click();
    await player.page.getByRole('table', { name: words('borrow.schedule') }).waitFor();
    await player.page.getByRole('button', { name: beginningOf(locale, 'borrow.sign', { amount: 160 }) }).click();
    await until(async () => (await player.read('player')).owed === 16_800, 'something is owed');
    await backToWorld(player);
    await until(async () => (await player.read('room')).plotCount === plots + 2, 'two plots more are there');
    expect(await wallet()).toBe(before);
    // What is owed is never shown as lent.
    expect((await player.read('player')).lent).toBe(0);
  });

  it('hears the family, and does what it asks for first', async () => {
    await openByDock(player, 'family');
    await player.page.getByRole('heading', { level: 1, name: words('family.title') }).waitFor();
    await player.page.getByRole('img', { name: beginningOf(locale, 'family.picture') }).waitFor();
    await button(player, 'family.listen').click();
    await until(async () => (await player.read('player')).told.length === 1, 'it was heard');
    await backToWorld(player);
  });

  it('lends a share to somebody of the village, and the first repayment comes home', async () => {
    const { loans } = await getJson<Hall>(player, '/api/hall');
    const starter = loans.find((loan) => loan.starter);
    expect(starter).toBeDefined();
    await lendTo(player, starter?.id ?? '', 2_500);
    const repaid = async (): Promise<number> => (await getJson<Portfolio>(player, '/api/portfolio')).repaid;
    await until(async () => (await repaid()) > 0, 'the first repayment is there');
  });

  it('pays a part of the first instalment by hand, never the last ten coins', async () => {
    await open(player, '#/borrow');
    const spare = (await getJson<OwnLoanPage>(player, '/api/own-loan')).wallet - 1_000;
    expect(spare).toBeGreaterThan(0);
    await player.page
      .getByRole('button', { name: beginningOf(locale, 'borrow.pay') })
      .first()
      .click();
    await until(async () => (await player.read('player')).owed < 16_800, 'a part is paid');
    const { loan, wallet: left } = await getJson<OwnLoanPage>(player, '/api/own-loan');
    const paid = 16_800 - (loan?.owed ?? 0);
    expect(paid).toBe(loan?.paid);
    expect(paid).toBeGreaterThanOrEqual(Math.min(spare, 4_200));
    expect(left).toBeGreaterThanOrEqual(1_000);
    expect(loan?.schedule[0]).toMatchObject({ status: paid === 4_200 ? 'paid' : 'partly', paid });
    await backToWorld(player);
  });

  it('finds her letter, and her shop on the square', async () => {
    await until(async () => (await player.read('player')).letters > 0, 'a letter has come');
    await open(player, '#/letters');
    await player.page.getByRole('article').first().waitFor();
    await until(async () => (await player.read('player')).letters === 0, 'opened is read');
    await backToWorld(player);
    await goTo(player, 'village');
    await until(async () => Object.keys((await player.read('room')).shops).length > 0, 'a shop stands on the square');
    const [shop] = Object.values((await player.read('room')).shops);
    await open(player, `#/shop/${shop?.loanId}`);
    await player.page.getByRole('heading', { name: words('shop.deals') }).waitFor();
    await backToWorld(player);
  });

  it('nothing went wrong in the browser', () => {
    expect(player.faults.list).toEqual([]);
  });
});
