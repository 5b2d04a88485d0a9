import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openPlayer, openTab, type Player, requireBuiltClient } from '../support/browser.ts';
import {
  allAnswered,
  arrived,
  barePlots,
  button,
  drawOverPlots,
  openByDock,
  playAsGuest,
  takeSeeds,
} from '../support/browser-play.ts';
import { BrowserServer } from '../support/browser-server.ts';
import { endOf, wordsOf } from '../support/browser-words.ts';
import { until } from '../support/browser-world.ts';

const EMAIL = 'ana@example.org';
const PASSWORD = 'seven green onions';
const GROWN_UP = '34';

describe('keeping a village', () => {
  let server: BrowserServer;
  let browser: Browser;
  let player: Player;
  const contexts: BrowserContext[] = [];

  const another = async (locale: 'en' | 'fr' = 'en'): Promise<Player> => {
    const opened = await openPlayer(browser, server.url, { locale });
    contexts.push(opened.context);
    return opened;
  };

  beforeAll(async () => {
    requireBuiltClient();
    server = await BrowserServer.start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });
  beforeEach(async () => {
    player = await another();
    await playAsGuest(player);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });

  const account = async (): Promise<void> => {
    await player.page.getByRole('button', { name: endOf(player.locale, 'hud.openAccount') }).click();
    await player.page.getByRole('dialog').waitFor();
  };
  const field = (of: Player, key: string) => of.page.getByLabel(wordsOf(of.locale, key));
  const who = async (of: Player) => {
    const { id, name, wallet } = await of.read('player');
    return { id, name, wallet };
  };

  async function linkAddress(email: string): Promise<void> {
    await account();
    await field(player, 'account.age').fill(GROWN_UP);
    await button(player, 'common.next').click();
    await field(player, 'signIn.email').fill(email);
    await field(player, 'signIn.password').fill(PASSWORD);
    await button(player, 'account.link').click();
    await until(async () => (await player.read('player')).email === email, 'the address is kept');
    await player.page.keyboard.press('Escape');
  }

  it('a reload keeps the session, and one press continues it', async () => {
    const before = await who(player);
    await player.page.reload();
    await button(player, 'title.continue', { name: before.name }).click();
    await arrived(player, 'homestead');
    expect(await who(player)).toEqual(before);
    expect(player.faults.list).toEqual([]);
  });

  it('an account made from a guest keeps everything, and signs in elsewhere', async () => {
    await takeSeeds(player, 'cabbage');
    await drawOverPlots(player, (await barePlots(player)).slice(0, 2));
    await allAnswered(player);
    const before = await who(player);
    const plots = (await player.read('room')).plots;
    await linkAddress(EMAIL);
    expect(await who(player)).toEqual(before);
    expect((await player.read('net')).status).toBe('online');
    expect((await player.read('room')).plots).toEqual(plots);

    const elsewhere = await another('fr');
    await button(elsewhere, 'title.signIn').click();
    await field(elsewhere, 'signIn.email').fill(EMAIL);
    await field(elsewhere, 'signIn.password').fill(PASSWORD);
    await button(elsewhere, 'signIn.enter').click();
    await arrived(elsewhere, 'homestead');
    expect(await who(elsewhere)).toEqual(before);
    expect((await elsewhere.read('room')).plots).toEqual(plots);
    expect(elsewhere.faults.list).toEqual([]);
    expect(player.faults.list).toEqual([]);
  });

  it('a wrong password is refused in words, and nothing of the guest is lost', async () => {
    await linkAddress('bruno@example.org');
    const elsewhere = await another();
    elsewhere.faults.expect(401, '/api/auth/sign-in/email');
    await button(elsewhere, 'title.signIn').click();
    await field(elsewhere, 'signIn.email').fill('bruno@example.org');
    await field(elsewhere, 'signIn.password').fill('seven red onions');
    await button(elsewhere, 'signIn.enter').click();
    await elsewhere.page.getByRole('alert').getByText(wordsOf('en', 'fault.WRONG_LOGIN')).waitFor();
    expect((await elsewhere.read('player')).phase).toBe('none');
    expect(elsewhere.faults.list).toEqual([]);
  });

  it('a second tab takes over, and the first says so and can take it back', async () => {
    const tab = await openTab(player.context);
    await button(tab, 'title.continue').click();
    await arrived(tab, 'homestead');
    const notice = player.page.getByRole('alertdialog', { name: wordsOf('en', 'stopped.taken-over.title') });
    await notice.waitFor();
    expect((await player.read('net')).stopped).toBe('taken-over');
    expect((await tab.read('player')).id).toBe((await player.read('player')).id);

    await notice.getByRole('button').click();
    await button(player, 'title.continue').click();
    await arrived(player, 'homestead');
    await tab.page.getByRole('alertdialog').waitFor();
    expect(player.faults.list).toEqual([]);
    expect(tab.faults.list).toEqual([]);
  });

  it('a one-time code opens the same village in another browser, once', async () => {
    await account();
    await button(player, 'account.makeCode').click();
    const code = (await player.page.getByRole('dialog').getByRole('status').first().textContent()) ?? '';
    const elsewhere = await another('fr');
    await button(elsewhere, 'title.signIn').click();
    await button(elsewhere, 'signIn.byCode').click();
    await field(elsewhere, 'signIn.code').fill(code.toLowerCase());
    await button(elsewhere, 'signIn.useCode').click();
    await arrived(elsewhere, 'homestead');
    expect((await elsewhere.read('player')).id).toBe((await player.read('player')).id);

    const third = await another();
    third.faults.expect(400, '/api/auth/transfer-code/redeem');
    await button(third, 'title.signIn').click();
    await button(third, 'signIn.byCode').click();
    await field(third, 'signIn.code').fill(code);
    await button(third, 'signIn.useCode').click();
    await third.page.getByRole('alert').getByText(wordsOf('en', 'fault.CODE_WRONG')).waitFor();
    for (const one of [player, elsewhere, third]) expect(one.faults.list).toEqual([]);
  });

  it('the language changes at once, everywhere, and is remembered', async () => {
    await openByDock(player, 'stall');
    await player.page.getByRole('heading', { name: wordsOf('en', 'stall.title') }).waitFor();
    await player.page.keyboard.press('Escape');
    await button(player, 'settings.open').click();
    await player.page.getByRole('button', { name: 'Français' }).click();
    await player.page.getByRole('heading', { name: wordsOf('fr', 'settings.title') }).waitFor();
    expect(await player.page.locator('html').getAttribute('lang')).toBe('fr');
    await player.page.reload();
    await player.page.getByRole('button', { name: wordsOf('fr', 'title.continue') }).waitFor();
    expect(player.faults.list).toEqual([]);
  });

  it('deleting the account asks first, ends in the title, and leaves no session', async () => {
    await account();
    await button(player, 'account.delete').click();
    await player.page.getByRole('alert').waitFor();
    await button(player, 'account.deleteConfirm').click();
    await button(player, 'title.guest').waitFor();
    await player.page.reload();
    await button(player, 'title.guest').waitFor();
    expect((await player.read('player')).phase).toBe('none');
    expect(player.faults.list).toEqual([]);
  });

  it('a player’s data can be taken along as a file', async () => {
    await account();
    const [download] = await Promise.all([
      player.page.waitForEvent('download'),
      button(player, 'account.download').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
    expect(await download.failure()).toBeNull();
    expect(player.faults.list).toEqual([]);
  });
});
