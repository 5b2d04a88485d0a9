import type { StatementLine } from '@bloomvale/shared/protocol/views';
import type { Player } from './browser.ts';
import { backToWorld, button, openByDock } from './browser-play.ts';
import { beginningOf, wordsOf } from './browser-words.ts';
import { until } from './browser-world.ts';

/** By the dock to the list, to the person, through the lend box and its last word; closes what it opened. Amount in minor units. */
export async function lendTo(player: Player, loanId: string, amount: number): Promise<void> {
  await openByDock(player, 'lend');
  await until(async () => (await player.read('lending')).hall.loans[loanId] !== undefined, 'the loan is listed');
  const name = (await player.read('lending')).hall.loans[loanId]?.name ?? '';
  await player.page.getByRole('link', { name, exact: true }).click();
  const coins = amount / 100;
  await player.page.getByRole('radio', { name: String(coins), exact: true }).check({ force: true });
  await button(player, 'lend.act', { amount: coins }).click();
  const dialog = player.page.getByRole('dialog');
  await dialog.getByRole('button', { name: wordsOf(player.locale, 'lend.act', { amount: coins }) }).click();
  await dialog.getByRole('button', { name: wordsOf(player.locale, 'common.done') }).click();
  await backToWorld(player);
}

/** Opens the wallet statement and turns its pages to the end. Newest first. */
export async function openStatement(player: Player): Promise<readonly StatementLine[]> {
  await openByDock(player, 'portfolio');
  await player.page.getByRole('link', { name: wordsOf(player.locale, 'hall.tab.statement') }).click();
  for (;;) {
    await until(async () => (await player.read('lending')).statement.status === 'ready', 'a page of the statement');
    const { before, lines } = (await player.read('lending')).statement;
    if (before === null) return lines;
    await player.page.getByRole('button', { name: beginningOf(player.locale, 'statement.more') }).click();
    await until(async () => (await player.read('lending')).statement.lines.length > lines.length, 'older lines');
  }
}
