import type { Content } from '../content/content.ts';
import { MAX_PLOTS_PER_COMMAND } from '../protocol/limits.ts';
import type { Household } from './household.ts';
import { levelOf, plotCount } from './progress.ts';

/** Plots this household may plant: what its level grants and what it bought, as many as the homestead has room for. */
export function plotsOwned({ xp, extraPlots }: Pick<Household, 'xp' | 'extraPlots'>, content: Content): number {
  const room = content.maps.find(({ id }) => id === 'homestead')?.spots.plots.length ?? MAX_PLOTS_PER_COMMAND;
  return Math.min(room, plotCount(levelOf(xp, content.economy), content.economy) + extraPlots);
}
