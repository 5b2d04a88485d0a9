import type { Crop } from '../content/play.ts';
import { homeBonus } from '../home/home-bonus.ts';
import type { PlayContext } from './effects.ts';
import type { Household, Plot } from './household.ts';

/** What a plant gets when it is sown on this plot now: recorded with it, so that its growth stays a function of the record. */
export function plotBonus(
  { home }: Pick<Household, 'home'>,
  plot: number,
  crop: Crop,
  { content, pollination }: Pick<PlayContext, 'content' | 'pollination'>,
): Pick<Plot, 'speedMilli' | 'yieldMilli'> {
  const shops = pollination?.plots[plot];
  const { growSpeedMilli, nightYieldMilli } = homeBonus(home, content);
  const night = crop.growSeconds >= content.homestead.nightSeconds;
  const speedMilli = (shops?.speedMilli ?? 0) + growSpeedMilli;
  const yieldMilli = (shops?.yieldMilli ?? 0) + (night ? nightYieldMilli : 0);
  return { ...(speedMilli > 0 ? { speedMilli } : {}), ...(yieldMilli > 0 ? { yieldMilli } : {}) };
}
