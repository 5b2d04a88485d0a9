import type { SummaryView } from '@bloomvale/shared/operator/preview-api';

type BandView = SummaryView['bands'][keyof SummaryView['bands']];

/** A simulated month of a band: nine runs of ten lie between low and high. */
export type BandPoint = {
  readonly month: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
};
export type MonthRow = { readonly month: number; readonly point: BandPoint | null };

const finite = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Month by month; null where it could not be measured (nothing lent yet, nobody there). */
export function monthRows(band: BandView | undefined): MonthRow[] {
  if (band === undefined) return [];
  return band.median.map((median, i) => {
    const [low, high] = [band.low[i], band.high[i]];
    const month = i + 1;
    const whole = finite(low) && finite(median) && finite(high);
    return { month, point: whole ? { month, low, median, high } : null };
  });
}

/** Stretches without a gap: a line never bridges months in which nothing was measured. */
export function stretches(rows: readonly MonthRow[]): BandPoint[][] {
  const found: BandPoint[][] = [];
  let open: BandPoint[] | null = null;
  for (const { point } of rows) {
    if (point === null) {
      open = null;
    } else if (open === null) {
      open = [point];
      found.push(open);
    } else {
      open.push(point);
    }
  }
  return found;
}

/** The last month that was measured: where the numbers stand beside the line. */
export const lastPoint = (rows: readonly MonthRow[]): BandPoint | null =>
  rows.findLast(({ point }) => point !== null)?.point ?? null;

export type Allowed = { readonly least: number | null; readonly most: number | null };

/**
 * From where to where the axis goes: all of both bands and, so that one sees on which side they are, the bounds. Null with nothing to draw.
 * Shares that are late or lost begin at 0: a band far above the floor would look worse than it is.
 */
export function valueDomain(
  series: readonly (readonly MonthRow[])[],
  allowed: Allowed | null,
  fromZero: boolean,
): readonly [low: number, high: number] | null {
  const points = series.flat().flatMap(({ point }) => (point === null ? [] : [point.low, point.high]));
  if (points.length === 0) return null;
  const bounds = [allowed?.least, allowed?.most].filter(finite);
  const all = [...points, ...bounds];
  const low = fromZero ? Math.min(0, ...all) : Math.min(...all);
  const high = Math.max(...all);
  if (high > low) return [low, high];
  // A flat line needs an axis of some height to lie on.
  const room = Math.abs(high) * 0.1 || 1;
  return [fromZero ? low : low - room, high + room];
}

/** Ends of two lines with their words beside them, px: apart by at least `gap`, in their order, as near to the lines as that allows. */
export function apart(first: number, second: number, gap: number): readonly [number, number] {
  const between = Math.abs(first - second);
  if (between >= gap) return [first, second];
  const push = (gap - between) / 2;
  return first <= second ? [first - push, second + push] : [first + push, second - push];
}
