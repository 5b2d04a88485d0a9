/** One measured number beside the bound that the issue sets for it. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost: number;
  /** What else was seen, in a few words. */
  readonly note?: string;
};

export const within = ({ value, atMost }: Figure): boolean => value <= atMost;

/** `script a frame: 1.8 ms (at most 4, ratio 0.45)` and so on, a line each. */
export const lineOf = (figure: Figure): string => {
  const { name, value, unit, atMost, note } = figure;
  const ratio = Math.round((value / atMost) * 100) / 100;
  const told = note === undefined ? '' : `; ${note}`;
  return `${within(figure) ? 'ok  ' : 'OVER'} ${name}: ${value} ${unit} (at most ${atMost}, ratio ${ratio})${told}`;
};

export const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** The value below which this share of the samples lies; 0 without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
