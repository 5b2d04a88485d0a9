import type { Content } from '@bloomvale/shared/content/content';
import { growMs, stageOf } from '@bloomvale/shared/play/growth';
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

/** How far a plot is, by the server's own rule. A crop this client does not know (older content) counts as ripe: nothing may be stuck. */
export function growthOf(plot: PlotView, content: Content | null, timeScale: number, now: Instant): Growth {
  const crop = cropById(content, plot.crop);
  if (crop === undefined) return { stage: 4, ripe: true, progress: 1, ripeAt: plot.plantedAt };
  const span = growMs(crop, timeScale, plot.speedMilli);
  const stage = stageOf(plot, crop, now, timeScale);
  const progress = Math.min(1, Math.max(0, (now - plot.plantedAt) / span));
  return { stage, ripe: stage === 4, progress, ripeAt: plot.plantedAt + span };
}
