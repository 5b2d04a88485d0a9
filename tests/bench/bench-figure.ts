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
