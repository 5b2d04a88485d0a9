/** One measured number, with the bound that an issue sets for it, if any. A bound is printed, never enforced: machines differ. */
export type BenchFigure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** How it was measured, or what else was seen, in a few words. */
  readonly note?: string;
};

export const isWithin = ({ value, atMost, atLeast }: BenchFigure): boolean =>
  value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY);

/** `ok   durable lends against echo: 0.31 (at least 0.25); …`: one line, for people. */
export function benchLine(figure: BenchFigure): string {
  const { name, value, unit, atMost, atLeast, note } = figure;
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  const mark = bounds.length === 0 ? '    ' : isWithin(figure) ? 'ok  ' : 'OVER';
  const bound = bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
  return `${mark} ${name}: ${value}${unit === '' ? '' : ` ${unit}`}${bound}${note === undefined ? '' : `; ${note}`}`;
}

export const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(half)] ?? Number.NaN, sorted[Math.ceil(half)] ?? Number.NaN];
  return (low + high) / 2;
}

/** `12 to 15, median 13`: how far several runs lie apart. */
export const spread = (values: readonly number[], digits = 0): string =>
  `${rounded(Math.min(...values), digits)} to ${rounded(Math.max(...values), digits)}, median ${rounded(median(values), digits)}`;
