import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Player } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2, levels A and AA, and what the field agrees on beyond them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** A finger covers about this many CSS pixels (art direction, section 5). */
const LEAST_TARGET = 44;
/** Half a pixel of rounding is no fault. */
const ROUNDING = 0.5;

/** What axe finds wrong with the page as it stands: rule, element, and how to mend it. Empty when it is clean. */
export async function axeViolations(player: Player): Promise<string[]> {
  await settled(player);
  await player.page.evaluate(AXE);
  const results = (await player.page.evaluate(
    (values) =>
      (window as unknown as { axe: { run(context: unknown, options: unknown): Promise<unknown> } }).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    TAGS,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`),
  );
}

/** Nothing fades or slides any more: half-way through, a contrast is nobody's contrast. */
export async function settled(player: Player): Promise<void> {
  await player.page.evaluate(async () => {
    const running = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.race([
      Promise.allSettled(running.map((animation) => animation.finished)),
      new Promise((done) => setTimeout(done, 2_000)),
    ]);
  });
}

/**
 * Controls smaller than a finger. As WCAG 2.5.8 has it, links inside a sentence are left out; so are the marks of a choice whose words are
 * the target, and what only assistive technology finds.
 */
export async function smallTargets(player: Player): Promise<string[]> {
  await settled(player);
  return player.page.evaluate(
    ({ least, rounding }) => {
      const controls =
        'a[href], button, input, select, textarea, summary, [role="button"], [role="switch"], [role="slider"]';
      const hidden = (element: Element): boolean => {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const tiny = box.width <= 1 || box.height <= 1;
        const away = element.closest('[inert], [aria-hidden="true"]') !== null;
        return style.visibility === 'hidden' || tiny || away || clippedAway(element);
      };
      // The list of what is around stands whole on the page and is cut down to a point until the keyboard reaches it.
      const clippedAway = (element: Element | null): boolean =>
        element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || clippedAway(element.parentElement));
      const inSentence = (element: Element): boolean =>
        getComputedStyle(element).display === 'inline' &&
        (element.parentElement?.textContent ?? '') !== element.textContent;
      // A label is pressed instead of its mark; a control may be stretched over its card.
      const targetOf = (element: Element): DOMRect[] => [
        element.getBoundingClientRect(),
        ...labelsOf(element).map((label) => label.getBoundingClientRect()),
        ...stretched(element),
      ];
      const labelsOf = (element: Element): Element[] => [
        ...((element as HTMLInputElement).labels ?? []),
        ...[element.closest('label')].filter((label) => label !== null),
      ];
      const stretched = (element: Element): DOMRect[] => {
        const after = getComputedStyle(element, '::after');
        if (after.content === 'none' || after.position !== 'absolute') return [];
        const around = element.parentElement?.closest('li, article, label') ?? null;
        const inset = [after.top, after.right, after.bottom, after.left].map(Number.parseFloat);
        if (inset.every((side) => side === 0) && around !== null) return [around.getBoundingClientRect()];
        const box = element.getBoundingClientRect();
        const [top = 0, right = 0, bottom = 0, left = 0] = inset;
        return [new DOMRect(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom)];
      };
      return [...document.querySelectorAll(controls)]
        .filter((element) => !hidden(element) && !inSentence(element))
        .filter(
          (element) =>
            !targetOf(element).some((box) => box.width >= least - rounding && box.height >= least - rounding),
        )
        .map((element) => {
          const { width, height } = element.getBoundingClientRect();
          const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
          return `${element.tagName.toLowerCase()}.${element.className} "${name}" ${Math.round(width)} x ${Math.round(height)}`;
        });
    },
    { least: LEAST_TARGET, rounding: ROUNDING },
  );
}

/** What sticks out of the window at the side: elements, by how much. Empty when nothing has to be scrolled sideways. */
export async function sidewaysOverflow(player: Player): Promise<string[]> {
  return player.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`the page is ${scrollWidth} wide in a window of ${clientWidth}`, ...out.slice(0, 5)];
  });
}

/** Texts that are cut off: boxes that hide what does not fit into them. */
export async function cutTexts(player: Player): Promise<string[]> {
  return player.page.evaluate(() =>
    [...document.querySelectorAll('button, a, h1, h2, h3, p, dt, dd, label, legend, th, td, li')]
      .filter((element) => {
        const style = getComputedStyle(element);
        if (element.textContent?.trim() === '' || style.visibility === 'hidden' || style.clipPath !== 'none')
          return false;
        const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
        const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
        const box = element.getBoundingClientRect();
        if (box.width <= 1 || !hides || scrolls) return false;
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2;
      })
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 50)}"`,
      ),
  );
}
