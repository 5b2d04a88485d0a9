import { useLayoutEffect } from 'react';

const kept = new Map<string, number>();

/** Long lists come back where they were left; every other page begins at its top. */
export function useKeepScroll(key: string): void {
  useLayoutEffect(() => {
    scrollTo({ top: kept.get(key) ?? 0, behavior: 'instant' });
    let last = window.scrollY;
    const note = (): void => {
      last = window.scrollY;
    };
    addEventListener('scroll', note, { passive: true });
    return () => {
      removeEventListener('scroll', note);
      kept.set(key, last);
    };
  }, [key]);
}

export function useFromTop(): void {
  useLayoutEffect(() => {
    // A block: newer browsers return a promise, which React would take for a clean-up.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
}
