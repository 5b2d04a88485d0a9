import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, type Player, requireBuiltClient } from '../support/browser.ts';
import { type FocusStop, focusShows, focusStop, press, pressTab, tabTo } from '../support/browser-keyboard.ts';
import { allAnswered, arrived } from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { stepsInOrder } from '../support/browser-steps.ts';
import { beginningOf, wordsOf } from '../support/browser-words.ts';
import { until } from '../support/browser-world.ts';

/** The page itself, and the guards that a dialog puts at its two ends. */
const NO_CONTROL = ['none', 'RootWebArea', 'generic'];

/**
 * The first session without pointer and without sight: every step by Tab, Enter, Escape and arrows, and every stop of the focus judged by
 * the role and name that Chromium gives to a screen reader.
 */
describe('the first session by keyboard alone', () => {
  let server: BrowserServer;
  let browser: Browser;
  let player: Player;
  const stops: FocusStop[] = [];

  const enter = async (role: string, name: RegExp): Promise<void> => {
    stops.push(...(await press(player, role, name)).stops);
  };
  const words = (key: string, values = {}): RegExp => wordsOf('en', key, values);
  const panel = async () => (await player.read('ui')).panel?.kind ?? null;

  stepsInOrder();
  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    browser = await launchBrowser();
    player = await openPlayer(browser, server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  it('begins on the title', async () => {
    await enter('button', words('title.guest'));
    await arrived(player, 'homestead');
  });

  it('plants: a bare plot asks for a crop, and the others are sown one by one', async () => {
    await enter('button', words('around.plotBare', { n: 1 }));
    await until(async () => (await panel()) === 'crops', 'the crops are offered');
    await until(async () => (await focusStop(player)).role === 'heading', 'its title has the focus');
    await enter('button', /^Spring greens/);
    await until(async () => (await panel()) === null, 'the tray is closed');
    expect(await focusStop(player)).not.toMatchObject({ role: 'none' });
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await enter('button', words('around.plotBare', { n }));
      await allAnswered(player);
    }
    // A stroke is sent a moment after the press: what it did is waited for, not looked up at once.
    await until(async () => Object.keys((await player.read('room')).plots).length === 6, 'six plots are sown');
  });

  it('harvests what the list calls ripe', async () => {
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await enter('button', words('around.plotRipe', { n }));
      await allAnswered(player);
    }
    await until(async () => Object.keys((await player.read('room')).plots).length === 0, 'six plots are harvested');
    expect((await player.read('room')).store.cabbage).toBeGreaterThan(0);
  });

  it('sells: the stall opens with the focus on its title, and gives it back', async () => {
    const before = (await player.read('player')).wallet;
    await enter('button', words('around.door.stall'));
    await until(async () => (await panel()) === 'stall', 'the stall is open');
    await until(async () => words('stall.title').test((await focusStop(player)).name), 'its title has the focus');
    expect(await focusStop(player)).toMatchObject({ role: 'heading' });
    await enter('button', beginningOf('en', 'stall.stock'));
    await until(async () => (await player.read('player')).wallet > before, 'somebody bought something');
    await player.page.keyboard.press('Escape');
    await until(async () => (await panel()) === null, 'the stall is closed');
    expect((await focusStop(player)).name).toMatch(words('around.door.stall'));
  });

  it('walks to the village and about it', async () => {
    await enter('button', words('around.door.village'));
    await arrived(player, 'village');
    const { id } = await player.read('player');
    const from = (await player.read('room')).avatars[id]?.to;
    await player.page.keyboard.press('Escape');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await player.page.keyboard.down(key);
      await player.page.waitForTimeout(250);
      await player.page.keyboard.up(key);
    }
    await until(async () => {
      const to = (await player.read('room')).avatars[id]?.to;
      return to !== undefined && (to[0] !== from?.[0] || to[1] !== from?.[1]);
    }, 'the avatar walks');
  });

  it('lends 25 coins to somebody, through a dialog that keeps the focus', async () => {
    await enter('button', words('around.door.hall'));
    await player.page.getByRole('heading', { level: 1, name: words('hall.title') }).waitFor();
    await until(async () => (await player.read('lending')).hall.status === 'ready', 'the hall is loaded');
    await until(async () => (await focusStop(player)).role === 'heading', 'its title has the focus');
    await enter('button', beginningOf('en', 'hall.lend', { amount: 25 }));
    await until(async () => (await panel()) === 'loan', 'a loan is open');
    await until(async () => (await player.read('lending')).page.status === 'ready', 'the loan is loaded');
    await until(async () => (await focusStop(player)).role === 'heading', 'its title has the focus');
    await enter('button', words('lend.act', { amount: 25 }));
    await player.page.getByRole('dialog').waitFor();
    await insideDialog();
    await enter('button', words('lend.act', { amount: 25 }));
    await player.page.getByRole('dialog').getByRole('status').waitFor();
    await enter('button', words('common.done'));
    await player.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focusStop(player)).not.toMatchObject({ role: 'none' });
  });

  it('reads in the portfolio what was lent, and finds every page by its key', async () => {
    await player.page.keyboard.press('p');
    await until(async () => (await panel()) === 'portfolio', 'the portfolio is open');
    await until(async () => ((await player.read('lending')).portfolio.value?.lent ?? 0) > 0, 'it is loaded');
    stops.push(...(await tabTo(player, 'link', /./)).stops);
    for (const [key, kind] of [
      ['?', 'help'],
      ['l', 'hall'],
      ['p', 'portfolio'],
    ] as const) {
      await player.page.keyboard.press(key);
      await until(async () => (await panel()) === kind, `${key} opens ${kind}`);
    }
    await player.page.keyboard.press('Escape');
    await until(async () => (await panel()) === null, 'Escape closes the page');
  });

  it('every stop of the focus had a role and a name', () => {
    expect(stops.filter(({ role, name }) => name.trim() === '' && !NO_CONTROL.includes(role))).toEqual([]);
  });

  it('the focus can be seen', async () => {
    const unseen: FocusStop[] = [];
    for (let count = 0; count < 12; count++) {
      const stop = await pressTab(player);
      if (stop.role !== 'none' && !(await focusShows(player))) unseen.push(stop);
    }
    expect(unseen).toEqual([]);
  });

  it('nothing went wrong in the browser', () => {
    expect(player.faults.list).toEqual([]);
  });

  async function insideDialog(): Promise<void> {
    const inside = () =>
      player.page.evaluate(() => (document.activeElement?.closest('[role="dialog"]') ?? null) !== null);
    await until(inside, 'the dialog has the focus');
    for (let count = 0; count < 12; count++) {
      const { role } = await pressTab(player);
      // Beyond its ends stands the browser itself, which is no part of the page.
      expect((await inside()) || role === 'none' || role === 'generic').toBe(true);
    }
  }
});
