import { PATIENCE_MS, type Player } from './browser.ts';

/** What has the keyboard, as a screen reader is told it. */
export type FocusStop = { readonly role: string; readonly name: string };

/** Far more stops than any page of ours has before the last of its controls. */
const MOST_STOPS = 160;
/** Stops that a failure tells of: the last ones show whether the page was still empty or its round was complete. */
const TOLD_STOPS = 40;

/** The element with the focus by Chromium's accessibility tree; role `none` when the focus is on nothing. */
export async function focusStop(player: Player): Promise<FocusStop> {
  const cdp = await player.cdp();
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const onNothing = await player.page.evaluate(
    () => document.activeElement === null || document.activeElement === document.body,
  );
  if (onNothing || result.objectId === undefined) return { role: 'none', name: '' };
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  return { role: String(nodes[0]?.role?.value ?? ''), name: String(nodes[0]?.name?.value ?? '') };
}

/** Whether what has the focus shows it: an outline or a shadow that it does not have without. */
export const focusShows = (player: Player): Promise<boolean> =>
  player.page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement)) return false;
    const shown = (element: Element): string => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
      return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor].join(' ');
    };
    // A radio's mark may be drawn by its neighbour, a card's link by its card.
    const around = [active, active.nextElementSibling, active.closest('label'), active.closest('li')].filter(
      (element): element is Element => element !== null,
    );
    const focused = around.map(shown);
    active.blur();
    const plain = around.map(shown);
    active.focus({ preventScroll: true });
    return focused.some((look, i) => look !== plain[i]);
  });

/** Presses Tab as a person does: a dialog sends the focus back in with the next frame, and nobody is quicker than that. */
export async function pressTab(player: Player): Promise<FocusStop> {
  await player.page.keyboard.press('Tab');
  await player.page.evaluate(async () => {
    if (document.querySelector('[role="dialog"]') === null) return;
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
  });
  return focusStop(player);
}

export type TabWay = { readonly stops: readonly FocusStop[] };

/**
 * Presses Tab until something of this role and name has the focus: a person on a slow machine goes round again when a page was not all
 * there yet, so it gives up only after more stops than any page has, and after the patience of every other wait.
 * @throws with the last stops on the way when it never has.
 */
export async function tabTo(player: Player, role: string, name: RegExp): Promise<TabWay> {
  const stops: FocusStop[] = [];
  const patience = performance.now() + PATIENCE_MS;
  while (stops.length < MOST_STOPS || performance.now() < patience) {
    const stop = await pressTab(player);
    stops.push(stop);
    if (stop.role === role && name.test(stop.name)) return { stops };
  }
  const way = stops.slice(-TOLD_STOPS).map((stop) => `${stop.role} "${stop.name}"`);
  throw new Error(`Tab never reached ${role} ${name} in ${stops.length} stops; at last it went\n${way.join('\n')}`);
}

/** Tab to it, and press it by keyboard. */
export async function press(player: Player, role: string, name: RegExp): Promise<TabWay> {
  const way = await tabTo(player, role, name);
  await player.page.keyboard.press('Enter');
  return way;
}
