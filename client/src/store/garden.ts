import type { Content } from '@bloomvale/shared/content/content';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { cropById } from './content.ts';
import type { PlotView } from './room.ts';

/** 0 seeds, 1 sprout, 2 young, 3 flowering, 4 ripe: the frames of the atlas. */
export type GrowthStage = 0 | 1 | 2 | 3 | 4;
export type Growth = {
  readonly stage: GrowthStage;
  readonly ripe: boolean;
  /** 0 to 1. */
  readonly progress: number;
  /** Epoch milliseconds at which it is ripe. */
  readonly ripeAt: Instant;
};

/** When a plot is ripe. An unknown crop (older content) counts as ripe: nothing may be stuck. `now` by the server's clock. */
export function growthOf(plot: PlotView, content: Content | null, timeScale: number, now: Instant): Growth {
  const crop = cropById(content, plot.crop);
  const span = crop === undefined ? 0 : (crop.growSeconds * 1000) / timeScale;
  const ripeAt = plot.plantedAt + span;
  const progress = span === 0 ? 1 : Math.min(1, Math.max(0, (now - plot.plantedAt) / span));
  const ripe = now >= ripeAt;
  return { ripe, ripeAt, progress, stage: ripe ? 4 : (Math.min(3, Math.floor(progress * 4)) as GrowthStage) };
}
