import { type RefObject, useEffect } from 'react';

/** Headings of what lies under a dialog, the topmost layer first. */
const PAGE_HEADINGS = ['.side__head h2', '.room-head h1', 'main h1'];

/** The heading of the page or card on screen, made able to take the focus. */
export function pageHeading(): HTMLElement | null {
  for (const selector of PAGE_HEADINGS) {
    const heading = document.querySelector<HTMLElement>(selector);
    if (heading === null) continue;
    heading.tabIndex = -1;
    return heading;
  }
  return null;
}

/** When what had the focus is gone: the heading on screen, so that the keyboard never starts again at the top of the document. */
export function focusSomewhere(): void {
  const title = document.querySelector<HTMLElement>('.dialog__title');
  (title ?? pageHeading())?.focus({ preventScroll: true });
}

/** After a press that takes its own button away: looks once the page shows what is left. */
export function keepFocus(): void {
  // Two frames: the room's patch may come one after the reply.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusSomewhere();
    }),
  );
}

/** Focus starts on `heading` and goes back to what opened it; when that is gone, to whatever is on screen then. */
export function useFocusHome(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      // After this commit: only then does it show what is left.
      queueMicrotask(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return;
        if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
          before.focus({ preventScroll: true });
        } else focusSomewhere();
      });
    };
  }, [heading]);
}
