/** A number as people type it: blanks between thousands, comma or point, a real minus. Null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Shown values are stored ones times `scale` (0.27 is 27%): rounded to what the stored figure can mean, or 0.29 * 100 would be 28.999…. */
export const toShown = (stored: number, scale: number): number => Number((stored * scale).toPrecision(12));
export const toStored = (shown: number, scale: number): number => Number((shown / scale).toPrecision(12));
