import type { Player } from '../support/browser.ts';
import { arrived, backToWorld, button, goTo, openByDock } from '../support/browser-play.ts';
import { closeDialog, type View } from '../support/browser-views.ts';
import { until } from '../support/browser-world.ts';

/** As long as a name may be, of the widest letters. */
const LONG_NAME = 'Wilhelmina-Maximiliana W';
const HALL = '**/api/hall';
const NEVER_MS = 60_000;

/** The same hall with every name as long as the catalogue allows. */
async function longNames(player: Player): Promise<void> {
  await player.page.route(HALL, async (route) => {
    const response = await route.fetch();
    const hall = (await response.json()) as { loans: Record<string, unknown>[] };
    const loans = hall.loans.map((loan) => ({
      ...loan,
      name: 'Bienvenue-Marie-Thérèse Ravololoniaina-Andrianampoinimerina',
      shortName: 'Bienvenue-Marie-Thérèse',
      town: 'Saint-Laurent-du-Maroni-sur-Oyapock',
    }));
    await route.fulfill({ response, json: { ...hall, loans } });
  });
}

/** Light states: what a page shows while it waits, when it fails, when words are long, and when the connection is gone. */
export const STATES: readonly View[] = [
  {
    name: 'goals',
    open: async (player) => {
      await goTo(player, 'home');
      const dismiss = button(player, 'hint.dismiss');
      while ((await dismiss.count()) > 0) {
        await dismiss.click();
        await player.page.waitForTimeout(1_200);
      }
      await player.page.locator('.goals').waitFor();
    },
  },
  {
    name: 'goals-all',
    only: 'phone',
    open: async (player) => player.page.locator('.goals__fold').click(),
  },
  {
    name: 'hall-loading',
    open: async (player) => {
      await player.page.reload();
      await player.page.getByRole('button').filter({ hasText: /./ }).first().waitFor();
      await player.page.route(HALL, async (route) => {
        await new Promise((done) => setTimeout(done, NEVER_MS));
        await route.abort();
      });
      await goOn(player);
      await openByDock(player, 'lend');
      await player.page.waitForTimeout(900);
    },
  },
  {
    name: 'hall-error',
    open: async (player) => {
      await reset(player);
      player.faults.expect(500, '/api/hall');
      await player.page.route(HALL, (route) => route.fulfill({ status: 500, json: { code: 'INTERNAL' } }));
      await goOn(player);
      await openByDock(player, 'lend');
      await player.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'hall-empty',
    open: async (player) => {
      await reset(player);
      await player.page.route(HALL, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...((await response.json()) as object), loans: [] } });
      });
      await goOn(player);
      await openByDock(player, 'lend');
      await until(async () => (await player.read('lending')).hall.status === 'ready', 'the hall is loaded');
    },
  },
  {
    name: 'hall-long-names',
    open: async (player) => {
      await reset(player);
      await longNames(player);
      await goOn(player);
      await openByDock(player, 'lend');
      await until(async () => (await player.read('lending')).hall.status === 'ready', 'the hall is loaded');
    },
  },
  {
    name: 'long-own-name',
    open: async (player) => {
      await reset(player);
      await goOn(player);
      await player.page.evaluate(() => {
        location.hash = '#/account';
      });
      await player.page.getByRole('dialog').getByRole('textbox').first().fill(LONG_NAME);
      await button(player, 'account.save').click();
      await until(async () => (await player.read('player')).name === LONG_NAME, 'the name is taken');
      await player.page.keyboard.press('Escape');
      await backToWorld(player);
    },
  },
  {
    name: 'offline',
    open: async (player) => {
      await player.faults.duringOutage(async () => {
        await player.context.setOffline(true);
        await player.page.waitForTimeout(2_500);
      });
    },
  },
  {
    name: 'online-again',
    open: async (player) => {
      await player.faults.duringOutage(async () => {
        await player.context.setOffline(false);
        await until(async () => (await player.read('net')).status === 'online', 'it is back');
      });
    },
  },
  {
    name: 'taken-over',
    open: async (player) => {
      const tab = await player.context.newPage();
      await tab.goto('/?debug');
      await tab.getByRole('button').filter({ hasText: LONG_NAME }).first().click();
      await player.page.getByRole('alertdialog').waitFor();
      await tab.close();
    },
  },
];

/** Plays on, past the report of what happened meanwhile. */
async function goOn(player: Player): Promise<void> {
  await button(player, 'title.continue').click();
  await arrived(player, 'homestead');
  await closeDialog(player);
}

/** A fresh page on which the next state is staged. */
async function reset(player: Player): Promise<void> {
  await player.page.unrouteAll({ behavior: 'ignoreErrors' });
  await player.page.goto('about:blank');
  await player.page.goto('/?debug');
  await button(player, 'title.continue').waitFor();
}
