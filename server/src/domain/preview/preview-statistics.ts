/** Value below which a share `q` of the numbers lies, by linear interpolation (Hyndman and Fan 1996, type 7). NaN when there are none. */
export const quantileOf = (values: readonly number[], q: number): number =>
  quantileOfRising(Float64Array.from(values).sort(), q);

/** The same of numbers in rising order: several quantiles of the same numbers. */
export function quantileOfRising(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * q;
  const low = Math.floor(place);
  const lower = sorted[low] as number;
  const upper = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return lower + (upper - lower) * (place - low);
}

/** Gini coefficient of amounts at or above zero: 0 when all have the same, near 1 when one has everything; 0 when nobody has anything. */
export function giniOf(values: readonly number[] | Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  let weighted = 0;
  const n = sorted.length;
  for (let i = 0; i < n; i++) {
    const value = sorted[i] as number;
    sum += value;
    weighted += (i + 1) * value;
  }
  return sum === 0 ? 0 : (2 * weighted) / (n * sum) - (n + 1) / n;
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of a mean: sample standard deviation / sqrt(n). 0 with fewer than two values. */
export function standardErrorOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/**
 * Mean of a ratio over runs of different weight, sum of parts / sum of weights, with its standard error by the linearised (delta) method:
 * the residuals part - ratio x weight (Cochran 1977, section 6.3).
 */
export function ratioOf(
  parts: readonly number[],
  weights: readonly number[],
): { readonly ratio: number; readonly error: number } {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return { ratio: Number.NaN, error: 0 };
  const ratio = parts.reduce((sum, part) => sum + part, 0) / all;
  const residuals = parts.map((part, i) => part - ratio * (weights[i] as number));
  return { ratio, error: (standardErrorOf(residuals) * parts.length) / all };
}
