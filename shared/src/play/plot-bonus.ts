import type { Crop } from '../content/play.ts';
import type { PlayContext } from './effects.ts';
import type { Household, Plot } from './household.ts';

/** What a plant gets when it is sown on this plot now: recorded with it, so that its growth stays a function of the record. */
export function plotBonus(
  _household: Household,
  plot: number,
  _crop: Crop,
  { pollination }: Pick<PlayContext, 'content' | 'pollination'>,
): Pick<Plot, 'speedMilli' | 'yieldMilli'> {
  const shops = pollination?.plots[plot];
  const speedMilli = shops?.speedMilli ?? 0;
  const yieldMilli = shops?.yieldMilli ?? 0;
  return { ...(speedMilli > 0 ? { speedMilli } : {}), ...(yieldMilli > 0 ? { yieldMilli } : {}) };
}
