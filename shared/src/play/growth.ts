import type { Crop } from '../content/play.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { Plot } from './household.ts';

/** A ripe plant; 0 to 3 are the growing stages one sees before it. */
export const RIPE = 4;

/** Real milliseconds from planting to ripe; at least one, whatever the time scale. `speedMilli`: the plot's bonus, 100 grows 1.1 times as fast. */
export const growMs = (crop: Crop, timeScale: number, speedMilli = 0): number =>
  Math.max(1, Math.round((crop.growSeconds * 1_000_000) / ((1_000 + speedMilli) * timeScale)));

/** Instant from which the plot may be harvested. Nothing withers: it may be so for ever. */
export const readyAt = (plot: Plot, crop: Crop, timeScale: number): Instant =>
  plot.plantedAt + growMs(crop, timeScale, plot.speedMilli);

export const isRipe = (plot: Plot, crop: Crop, now: Instant, timeScale: number): boolean =>
  now >= readyAt(plot, crop, timeScale);

/** What the plot looks like: 0 (just sown) to 4 (ripe), equal shares of the growing time. A clock before planting shows 0. */
export function stageOf(plot: Plot, crop: Crop, now: Instant, timeScale: number): 0 | 1 | 2 | 3 | 4 {
  const grown = Math.floor((RIPE * (now - plot.plantedAt)) / growMs(crop, timeScale, plot.speedMilli));
  return Math.min(RIPE, Math.max(0, grown)) as 0 | 1 | 2 | 3 | 4;
}

/** When `stageOf` changes next, so that a display can sleep until then; null when ripe. */
export function nextStageAt(plot: Plot, crop: Crop, now: Instant, timeScale: number): Instant | null {
  const stage = stageOf(plot, crop, now, timeScale);
  return stage === RIPE
    ? null
    : plot.plantedAt + Math.ceil(((stage + 1) * growMs(crop, timeScale, plot.speedMilli)) / RIPE);
}
