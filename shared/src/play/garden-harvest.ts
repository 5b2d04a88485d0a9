import type { Crop } from '../content/play.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { cropOf } from './catalogue-lookup.ts';
import type { PlayContext, PlayRefusal, PlayRule } from './effects.ts';
import { countOf, type GoodsCount, STORE_CAPACITY, withGood } from './goods-count.ts';
import { isRipe, readyAt } from './growth.ts';
import type { Household, Plot } from './household.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { gainXp, progressBetween } from './progress.ts';

/** Pieces a plot bears with its bonus, and what is left over for the next harvest of the same good: no part of a piece is lost. */
export function bears(plot: Plot, crop: Crop, parts: GoodsCount): { readonly quantity: number; readonly left: number } {
  const thousandths = crop.yield * (1_000 + (plot.yieldMilli ?? 0)) + countOf(parts, crop.good);
  const quantity = Math.floor(thousandths / 1_000);
  return { quantity, left: thousandths - quantity * 1_000 };
}

type Picked = { readonly plot: number; readonly good: string; readonly quantity: number };

/** What stands in the way of harvesting this plot, or what it bears and the experience it gives. */
function pickPlot(
  plot: Plot | undefined,
  { store, parts }: Pick<Household, 'store' | 'parts'>,
  context: PlayContext,
): { readonly refusal: PlayRefusal } | (Omit<Picked, 'plot'> & { readonly xp: number; readonly left: number }) {
  if (plot === undefined) return { refusal: { code: 'PLOT_EMPTY' } };
  const crop = cropOf(context.content, plot.crop);
  // Removed from the catalogue: `upgradeHousehold` refunds it when the household is next read.
  if (crop === undefined) return { refusal: { code: 'UNKNOWN_CROP' } };
  if (!isRipe(plot, crop, context.now, context.timeScale)) {
    return { refusal: { code: 'NOT_RIPE', detail: { readyAt: readyAt(plot, crop, context.timeScale) } } };
  }
  const borne = bears(plot, crop, parts);
  if (countOf(store, crop.good) + borne.quantity > STORE_CAPACITY) {
    return { refusal: { code: 'STORE_FULL', detail: { capacity: STORE_CAPACITY } } };
  }
  return { good: crop.good, ...borne, xp: crop.xp };
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
  let { store, parts, xp } = ready.household;
  let firstRefusal: PlayRefusal | null = null;
  const harvested: Picked[] = [];

  for (const plot of new Set(command.plots)) {
    const outcome = pickPlot(plots[plot], { store, parts }, context);
    if ('refusal' in outcome) {
      firstRefusal ??= outcome.refusal;
      continue;
    }
    delete plots[plot];
    store = withGood(store, outcome.good, outcome.quantity);
    parts = withGood(parts, outcome.good, outcome.left - countOf(parts, outcome.good));
    xp = gainXp(xp, outcome.xp);
    harvested.push({ plot, good: outcome.good, quantity: outcome.quantity });
  }
  if (harvested.length === 0) return refuse(firstRefusal?.code ?? 'PLOT_EMPTY', firstRefusal?.detail);

  return played(ready, {
    household: { ...ready.household, plots, store, parts, xp },
    value: { harvested, ...progressBetween(household.xp, xp, context.content.economy) },
    goods: harvested.map(({ good, quantity }) => ({ good, quantity, from: 'garden', to: 'store' })),
  });
};
