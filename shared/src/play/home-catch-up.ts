import { readyBatches } from '../kitchen/kitchen-clock.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { Sales, WelcomeBack } from '../protocol/replies.ts';
import { cropOf } from './catalogue-lookup.ts';
import type { PlayContext, PlayRule } from './effects.ts';
import { isRipe } from './growth.ts';
import type { Household } from './household.ts';
import { played, settleFirst } from './play-rule.ts';

/** The homestead's part of the welcome-back report; loans add theirs (`WelcomeBack`). */
export type HomeReport = Pick<WelcomeBack, 'awayMs' | 'sold' | 'earned' | 'ripe' | 'ready' | 'gone'>;

/** What happened at home since the player last closed the report. Settle up to `now` first. */
export function homeReport(
  household: Household,
  { now, content, timeScale }: Pick<PlayContext, 'now' | 'content' | 'timeScale'>,
): HomeReport {
  const ripe = Object.values(household.plots).filter((plot) => {
    const crop = cropOf(content, plot.crop);
    return crop !== undefined && isRipe(plot, crop, now, timeScale);
  });
  const ready = Object.values(household.stations).reduce((sum, each) => sum + readyBatches(each, now).length, 0);
  return {
    awayMs: Math.max(0, now - household.since.at),
    sold: Object.entries(household.since.sold).map(([good, quantity]) => ({ good, quantity })),
    earned: household.since.earned,
    ripe: ripe.length,
    ...(ready > 0 ? { ready } : {}),
    ...(household.gone === undefined ? {} : { gone: household.gone }),
  };
}

/** Settles the stall up to now; with `seen`, closes the report and begins a new one. Never refused. */
export const catchUp: PlayRule<
  CommandPayload<'home.catch-up'>,
  { readonly sales: Sales; readonly report: HomeReport }
> = (household, { seen }, context) => {
  const ready = settleFirst(household, context);
  const { gone: _, ...told } = ready.household;
  const since = { at: Math.max(context.now, household.since.at), sold: {}, earned: 0 };
  return played(ready, {
    household: seen ? { ...told, since } : ready.household,
    value: { sales: ready.sales, report: homeReport(ready.household, context) },
  });
};
