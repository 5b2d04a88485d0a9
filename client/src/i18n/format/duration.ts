/** A span of time cut to the two units that matter. */
export type Span =
  | { readonly unit: 's'; readonly s: number }
  | { readonly unit: 'min'; readonly min: number }
  | { readonly unit: 'h'; readonly h: number; readonly min: number }
  | { readonly unit: 'd'; readonly d: number; readonly h: number };

/**
 * Real time as people say it: seconds under two minutes, then minutes, then hours with minutes, then days with hours.
 * Rounded up, so that what is said to be over is over. `ms` below zero counts as zero.
 */
export function spanOf(ms: number): Span {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 120) return { unit: 's', s: seconds };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return { unit: 'min', min: minutes };
  if (minutes < 48 * 60) return { unit: 'h', h: Math.floor(minutes / 60), min: minutes % 60 };
  const hours = Math.round(minutes / 60);
  return { unit: 'd', d: Math.floor(hours / 24), h: hours % 24 };
}

/** A simulated length in its largest whole unit. */
export type SimSpan = { readonly unit: 'month' | 'week' | 'day' | 'hour'; readonly count: number };

const HOURS = { month: 720, week: 168, day: 24, hour: 1 } as const;

/** Calendar of 12 months of 30 days (lending.md 1); weeks only when a loan counts in weeks, days before hours. */
export function simSpanOf(simHours: number): SimSpan {
  for (const unit of ['month', 'week', 'day'] as const) {
    if (simHours >= HOURS[unit] && simHours % HOURS[unit] === 0) return { unit, count: simHours / HOURS[unit] };
  }
  return { unit: 'hour', count: simHours };
}

/** Real milliseconds of simulated hours, a simulated month taking `monthSeconds` real seconds. */
export const realMsOf = (simHours: number, monthSeconds: number): number =>
  (simHours / HOURS.month) * monthSeconds * 1000;
