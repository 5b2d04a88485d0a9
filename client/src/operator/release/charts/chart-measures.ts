/** Width of bold 13 px text, px a character, rounded up: axes make room by it before anything is drawn. */
const CHARACTER_PX = 8;

export const textPx = (text: string): number => text.length * CHARACTER_PX;
export const widestPx = (texts: readonly string[]): number => Math.max(0, ...texts.map(textPx));

/** Months between two ticks of an axis, so that at most `most` stand on it. */
export function monthStep(months: number, most: number): number {
  for (const step of [1, 2, 3, 6, 12, 24]) if (months / step <= most) return step;
  return 60;
}

/** Ticks of an axis of simulated months: 0 and every so many. */
export function monthTicks(months: number, most: number): number[] {
  const step = monthStep(months, most);
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, i) => i * step);
}
