import type { Locator } from 'playwright-core';
import type { Player } from './browser.ts';
import { beginningOf, wordsOf } from './browser-words.ts';
import { plotPoints, stroke, until, worldShows } from './browser-world.ts';

export type DockPlace = 'home' | 'family' | 'stall' | 'village' | 'lend' | 'portfolio';

/** A button found as a screen reader names it, by the key of its text. */
export const button = (player: Player, key: string, values = {}): Locator =>
  player.page.getByRole('button', { name: wordsOf(player.locale, key, values) });

/** From the title to the own homestead, in one press. */
export async function playAsGuest(player: Player): Promise<void> {
  await button(player, 'title.guest').click();
  await arrived(player, 'homestead');
}

/** Online, and the place is drawn. */
export async function arrived(player: Player, kind: 'village' | 'homestead'): Promise<void> {
  await until(async () => {
    const [net, room] = [await player.read('net'), await player.read('room')];
    return net.status === 'online' && room.kind === kind && !room.moving;
  }, `${kind} is entered`);
  await worldShows(player, kind);
}

export const dock = (player: Player, place: DockPlace): Locator =>
  player.page
    .getByRole('navigation', { name: wordsOf(player.locale, 'dock.label') })
    .getByRole('button', { name: beginningOf(player.locale, `dock.${place}`) });

/** Closes whatever lies over the world, by the key for it. */
export async function backToWorld(player: Player): Promise<void> {
  await until(async () => {
    if ((await player.read('ui')).panel === null) return true;
    await player.page.keyboard.press('Escape');
    return false;
  }, 'every panel is closed');
}

/** A press on the dock; pages cover it, so they are closed first. */
export async function openByDock(player: Player, place: DockPlace): Promise<void> {
  await backToWorld(player);
  await dock(player, place).click();
}

export async function goTo(player: Player, place: 'home' | 'village'): Promise<void> {
  await openByDock(player, place);
  await arrived(player, place === 'home' ? 'homestead' : 'village');
}

/** Everything that was asked has its answer. */
export const allAnswered = (player: Player): Promise<void> =>
  until(async () => (await player.read('pending')).commands.length === 0, 'every command is answered');

/** Takes seeds in hand: a press on bare ground asks which. */
export async function takeSeeds(player: Player, crop: string): Promise<void> {
  const { tool } = await player.read('ui');
  if (tool.kind === 'plant' && tool.crop === crop) return;
  await worldShows(player, 'homestead');
  const bare = await barePlots(player);
  await stroke(player, await plotPoints(player, bare.slice(0, 1)));
  const { content } = await player.read('content');
  const name = content?.crops.find(({ id }) => id === crop)?.name[player.locale];
  if (name === undefined) throw new Error(`there is no crop ${crop}`);
  await player.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

export async function barePlots(player: Player): Promise<number[]> {
  const { plots, plotCount } = await player.read('room');
  return Array.from({ length: plotCount }, (_, plot) => plot).filter((plot) => plots[plot] === undefined);
}

/** Draws over these plots on the canvas: with seeds in hand bare ones are planted, ripe ones are harvested. */
export async function drawOverPlots(player: Player, plots: readonly number[]): Promise<void> {
  await worldShows(player, 'homestead');
  await stroke(player, await plotPoints(player, plots));
}
