import type { PortfolioLoan } from '@bloomvale/shared/protocol/views';
import type { Player } from './browser.ts';
import { backToWorld, button, dock, goTo } from './browser-play.ts';
import { beginningOf, wordsOf } from './browser-words.ts';
import { until, worldShows } from './browser-world.ts';

/** One thing there is to see: how to get there from the world, and what must be there before one looks. */
export type View = {
  readonly name: string;
  readonly open: (player: Player) => Promise<void>;
  /** Only these sizes have it. */
  readonly only?: Player['size'];
};

const address = (path: string) => async (player: Player) => {
  await backToWorld(player);
  await player.page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${path}`);
  await ready(player);
};

/** A room of the Lending Hall or a document, a card beside the world, a dialog or the tray: whatever a panel stands in. */
const PANEL = '.room, .side, [role="dialog"], .tray';

/** The panel is there, and everything it asked for; pictures too. */
async function ready(player: Player): Promise<void> {
  await player.page.locator(PANEL).first().waitFor();
  await player.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await player.page.evaluate(() =>
    Promise.all(
      [...document.images]
        .filter((image) => image.loading !== 'lazy')
        .map((image) => image.decode().catch(() => undefined)),
    ),
  );
}

/** A loan of the hall that this test is about. */
async function loanId(player: Player, pick: 'starter' | 'ordinary' | 'mine'): Promise<string> {
  await address('hall')(player);
  await until(async () => (await player.read('lending')).hall.status === 'ready', 'the hall is loaded');
  const { loans, order } = (await player.read('lending')).hall;
  const all = order.map((id) => loans[id]).filter((loan) => loan !== undefined);
  const wanted = all.find((loan) =>
    pick === 'mine'
      ? loan.mine > 0
      : loan.starter === (pick === 'starter') && loan.mine === 0 && loan.raised < loan.amount,
  );
  return (wanted ?? all[0])?.id ?? '';
}

const loan = (pick: 'starter' | 'ordinary' | 'mine') => async (player: Player) =>
  address(`loan/${await loanId(player, pick)}`)(player);

/** A loan of one's own that has come so far; when none has, the newest. */
const myLoan = (fits: (line: PortfolioLoan) => boolean) => async (player: Player) => {
  await address('portfolio')(player);
  await until(async () => (await player.read('lending')).portfolio.value !== null, 'the portfolio is loaded');
  const loans = (await player.read('lending')).portfolio.value?.loans ?? [];
  const id = (loans.find(fits) ?? loans[0])?.id;
  if (id !== undefined) await address(`loan/${id}`)(player);
};

/** Before one plays: nothing of these needs a session. */
export const TITLE_VIEWS: readonly View[] = [
  { name: 'title', open: async (player) => void (await button(player, 'title.guest').waitFor()) },
  {
    name: 'sign-in',
    open: async (player) => {
      await button(player, 'title.signIn').click();
      await player.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'sign-in-code',
    open: async (player) => {
      await button(player, 'signIn.byCode').click();
      await player.page.getByLabel(wordsOf(player.locale, 'signIn.code')).waitFor();
    },
  },
  {
    name: 'sign-in-recovery',
    open: async (player) => {
      await button(player, 'signIn.byRecovery').click();
      await player.page.getByLabel(wordsOf(player.locale, 'signIn.recovery')).waitFor();
    },
  },
];

/** Every place and panel while one plays. */
export const PLAY_VIEWS: readonly View[] = [
  { name: 'homestead', open: (player) => goTo(player, 'home') },
  {
    name: 'around',
    only: 'desktop',
    open: async (player) => {
      await player.page
        .getByRole('navigation', { name: wordsOf(player.locale, 'around.title') })
        .getByRole('button')
        .first()
        .focus();
    },
  },
  {
    name: 'crops',
    open: async (player) => {
      await address('crops')(player);
      await player.page.getByRole('heading', { name: wordsOf(player.locale, 'crops.title') }).waitFor();
    },
  },
  {
    name: 'stall',
    open: async (player) => {
      await backToWorld(player);
      await dock(player, 'stall').click();
      await player.page.getByRole('heading', { name: wordsOf(player.locale, 'stall.title') }).waitFor();
      await worldShows(player, 'homestead');
    },
  },
  { name: 'stall-kitchen', open: address('stall/kitchen') },
  { name: 'stall-orders', open: address('stall/orders') },
  ...(['family', 'borrow', 'letters', 'album', 'pollination'] as const).map((name) => ({ name, open: address(name) })),
  { name: 'village', open: (player) => goTo(player, 'village') },
  {
    name: 'phrases',
    open: async (player) => {
      await backToWorld(player);
      await button(player, 'people.talk').click();
      await button(player, 'phrase.hello').waitFor();
    },
  },
  {
    name: 'hall',
    open: async (player) => {
      await player.page.keyboard.press('Escape');
      await loanId(player, 'starter');
    },
  },
  {
    name: 'hall-filters',
    only: 'phone',
    open: async (player) => {
      await player.page.getByRole('button', { name: beginningOf(player.locale, 'hall.filters') }).click();
      await player.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'hall-no-match',
    open: async (player) => {
      await closeDialog(player);
      await address('hall?q=zzzz')(player);
    },
  },
  { name: 'map', open: address('map') },
  { name: 'loan-starter', open: loan('starter') },
  { name: 'loan-raising', open: loan('ordinary') },
  {
    name: 'loan-glossary',
    open: async (player) => {
      await player.page.locator('button.gloss').first().click();
      await player.page.locator('.bubble').waitFor();
    },
  },
  {
    name: 'lend-confirm',
    open: async (player) => {
      await player.page.keyboard.press('Escape');
      await loan('starter')(player);
      await player.page
        .getByRole('button', { name: beginningOf(player.locale, 'lend.act') })
        .first()
        .click();
      await player.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'portfolio',
    open: async (player) => {
      await closeDialog(player);
      await address('portfolio')(player);
    },
  },
  {
    name: 'auto-lend',
    open: async (player) => {
      // Who never lent has nothing to lend again.
      if ((await button(player, 'auto.setUp').count()) === 0) return;
      await button(player, 'auto.setUp').click();
      await player.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'loan-repaid',
    open: async (player) => {
      await closeDialog(player);
      await myLoan((line) => line.state === 'ended')(player);
    },
  },
  { name: 'loan-running', open: myLoan((line) => line.state === 'in_repayment') },
  { name: 'loan-late', open: myLoan((line) => line.state === 'in_repayment' && line.daysPastDue > 0) },
  { name: 'loan-lost', open: myLoan((line) => line.state === 'defaulted') },
  { name: 'statement', open: address('statement') },
  { name: 'computed', open: address('computed') },
  { name: 'glossary', open: address('glossary') },
  { name: 'settings', open: address('settings') },
  { name: 'account', open: address('account') },
  {
    name: 'account-delete',
    open: async (player) => {
      await button(player, 'account.delete').click();
      await player.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'help',
    open: async (player) => {
      await closeDialog(player);
      await address('help')(player);
    },
  },
  { name: 'credits', open: address('credits') },
  { name: 'privacy', open: address('privacy') },
  { name: 'terms', open: address('terms') },
];

export async function closeDialog(player: Player): Promise<void> {
  const dialog = player.page.getByRole('dialog');
  while ((await dialog.count()) > 0) {
    await player.page.keyboard.press('Escape');
    await player.page.waitForTimeout(120);
  }
}

export const viewsFor = (player: Player, views: readonly View[]): readonly View[] =>
  views.filter(({ only }) => only === undefined || only === player.size);
