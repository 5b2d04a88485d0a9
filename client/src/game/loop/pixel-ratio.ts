import type { Disposables } from './disposables.ts';

/** More device pixels a CSS pixel are not seen, but drawn and paid for. */
const MOST_PIXEL_RATIO = 2;

/** Device pixels a CSS pixel that the canvas is drawn with, at most 2. */
export const pixelRatioNow = (): number => Math.min(window.devicePixelRatio || 1, MOST_PIXEL_RATIO);

/**
 * Tells when the ratio changes: the window went to another screen, or the page was zoomed. A media query knows only whether one ratio
 * holds, so each change asks about the next one.
 * @returns looks now: not every browser tells of every change, and whoever draws anyway may as well ask.
 */
export function watchPixelRatio(changed: (ratio: number) => void, owned: Disposables): () => void {
  let known = pixelRatioNow();
  let stop: () => void = () => undefined;
  const look = (): void => {
    const ratio = pixelRatioNow();
    if (owned.disposed || ratio === known) return;
    known = ratio;
    stop();
    changed(ratio);
    ask();
  };
  const ask = (): void => {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
    // Beyond the most that is drawn nothing changes here, but the next change must be heard of.
    const answer = (): void => {
      look();
      stop();
      ask();
    };
    query.addEventListener('change', answer);
    stop = owned.add(() => query.removeEventListener('change', answer));
  };
  ask();
  owned.listen(window, 'resize', look);
  return look;
}
