import type { Content } from '../content/content.ts';
import type { Crop } from '../content/play.ts';
import type { Minor } from '../money/coins.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { ok, type Result } from '../result.ts';
import { cropOf } from './catalogue-lookup.ts';
import type { PlayRefusal, PlayRule } from './effects.ts';
import type { Household, Plot } from './household.ts';
import { played, refuse, settleFirst } from './play-rule.ts';
import { plotBonus } from './plot-bonus.ts';
import { plotsOwned } from './plots-owned.ts';
import { levelOf, progressBetween } from './progress.ts';

export type PlantPreview = { readonly crop: Crop; readonly plots: readonly number[]; readonly cost: Minor };

/**
 * Which of the plots would be planted with the coins in `wallet` (minor units), and what it costs: bare ones in the order asked, each
 * once, as many as can be paid. Refused whole: `UNKNOWN_CROP`, `CROP_LOCKED`, `PLOT_LOCKED` (a plot not owned yet). Refused when
 * nothing is left to plant: `PLOT_TAKEN`, `FUNDS`.
 */
export function plantPreview(
  household: Household,
  asked: readonly number[],
  cropId: string,
  wallet: Minor,
  content: Content,
): Result<PlantPreview, PlayRefusal> {
  const crop = cropOf(content, cropId);
  if (crop === undefined) return refuse('UNKNOWN_CROP');
  const level = levelOf(household.xp, content.economy);
  if (level < crop.unlockLevel) return refuse('CROP_LOCKED', { level: crop.unlockLevel });
  const owned = plotsOwned(household, content);
  const locked = asked.find((plot) => plot >= owned);
  if (locked !== undefined) return refuse('PLOT_LOCKED', { plot: locked });

  const bare = [...new Set(asked)].filter((plot) => household.plots[plot] === undefined);
  if (bare.length === 0) return refuse('PLOT_TAKEN');
  const affordable = crop.seedPrice === 0 ? bare.length : Math.floor(wallet / crop.seedPrice);
  if (affordable < 1) return refuse('FUNDS', { needed: crop.seedPrice, have: wallet });
  const plots = bare.slice(0, affordable);
  return ok({ crop, plots, cost: plots.length * crop.seedPrice });
}

/** Sows a crop on bare plots; seeds are paid at once. See `plantPreview` for what is planted and what is refused. */
export const plant: PlayRule<CommandPayload<'garden.plant'>, CommandValues['garden.plant']> = (
  household,
  command,
  context,
) => {
  const ready = settleFirst(household, context);
  const preview = plantPreview(ready.household, command.plots, command.crop, ready.wallet, context.content);
  if (!preview.ok) return preview;
  const { crop, plots, cost } = preview.value;
  const sown = (plot: number): Plot => ({
    crop: crop.id,
    plantedAt: context.now,
    ...plotBonus(ready.household, plot, crop, context),
  });
  const { xp } = household;
  return played(ready, {
    household: {
      ...ready.household,
      plots: { ...ready.household.plots, ...Object.fromEntries(plots.map((plot) => [plot, sown(plot)])) },
    },
    value: { planted: plots, plantedAt: context.now, cost, ...progressBetween(xp, xp, context.content.economy) },
    coins: cost === 0 ? [] : [{ kind: 'spend', sink: 'shop', amount: cost, key: `seed:${context.commandId}` }],
  });
};
