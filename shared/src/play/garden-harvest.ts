import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { cropOf } from './catalogue-lookup.ts';
import type { PlayContext, PlayRefusal, PlayRule } from './effects.ts';
import { countOf, type GoodsCount, STORE_CAPACITY, withGood } from './goods-count.ts';
import { isRipe, readyAt } from './growth.ts';
import type { Plot } from './household.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { gainXp, progressBetween } from './progress.ts';

type Picked = { readonly plot: number; readonly good: string; readonly quantity: number };

/** What stands in the way of harvesting this plot, or what it bears and the experience it gives. */
function pickPlot(
  plot: Plot | undefined,
  store: GoodsCount,
  context: PlayContext,
): { readonly refusal: PlayRefusal } | { readonly good: string; readonly quantity: number; readonly xp: number } {
  if (plot === undefined) return { refusal: { code: 'PLOT_EMPTY' } };
  const crop = cropOf(context.content, plot.crop);
  // Removed from the catalogue: `upgradeHousehold` refunds it when the household is next read.
  if (crop === undefined) return { refusal: { code: 'UNKNOWN_CROP' } };
  if (!isRipe(plot, crop, context.now, context.timeScale)) {
    return { refusal: { code: 'NOT_RIPE', detail: { readyAt: readyAt(plot, crop, context.timeScale) } } };
  }
  if (countOf(store, crop.good) + crop.yield > STORE_CAPACITY) {
    return { refusal: { code: 'STORE_FULL', detail: { capacity: STORE_CAPACITY } } };
  }
  return { good: crop.good, quantity: crop.yield, xp: crop.xp };
}

/**
 * Harvests what is ripe among the plots, each once; the rest stays as it is. Refused only when nothing at all could be harvested, with
 * the reason of the first plot: `PLOT_EMPTY`, `NOT_RIPE` (detail `readyAt`), `STORE_FULL`, `UNKNOWN_CROP`.
 */
export const harvest: PlayRule<CommandPayload<'garden.harvest'>, CommandValues['garden.harvest']> = (
  household,
  command,
  context,
) => {
  // Experience may raise the level and with it the pace of customers, so what came before is settled at the old pace.
  const ready = settleFirst(household, context);
  const plots: Record<number, Plot> = { ...ready.household.plots };
  let { store, xp } = ready.household;
  let firstRefusal: PlayRefusal | null = null;
  const harvested: Picked[] = [];

  for (const plot of new Set(command.plots)) {
    const outcome = pickPlot(plots[plot], store, context);
    if ('refusal' in outcome) {
      firstRefusal ??= outcome.refusal;
      continue;
    }
    delete plots[plot];
    store = withGood(store, outcome.good, outcome.quantity);
    xp = gainXp(xp, outcome.xp);
    harvested.push({ plot, good: outcome.good, quantity: outcome.quantity });
  }
  if (harvested.length === 0) return refuse(firstRefusal?.code ?? 'PLOT_EMPTY', firstRefusal?.detail);

  return played(ready, {
    household: { ...ready.household, plots, store, xp },
    value: { harvested, ...progressBetween(household.xp, xp, context.content.economy) },
    goods: harvested.map(({ good, quantity }) => ({ good, quantity, from: 'garden', to: 'store' })),
  });
};
