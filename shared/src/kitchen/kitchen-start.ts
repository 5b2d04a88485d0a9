import type { Content } from '../content/content.ts';
import type { Recipe } from '../content/homestead.ts';
import type { PlayRefusal, PlayRule } from '../play/effects.ts';
import { countOf, withGood } from '../play/goods-count.ts';
import type { Batch, Household } from '../play/household.ts';
import { played, refuse, settleFirst } from '../play/play-rule.ts';
import { levelOf } from '../play/progress.ts';
import type { CommandPayload } from '../protocol/commands.ts';
import type { CommandValues } from '../protocol/replies.ts';
import { ok, type Result } from '../result.ts';
import { batchMs, recipeOf, startsAt, stationKind, stationOf, stationPlaces } from './kitchen-clock.ts';

export type StartPreview = { readonly recipe: Recipe; readonly times: number };

/**
 * How many of the batches asked for would be put in: as many as there are places and ingredients in the store. Refused: `UNKNOWN_STATION`,
 * `STATION_MISSING`, `UNKNOWN_RECIPE` (also one of another station), `RECIPE_LOCKED` {level}, `STATION_FULL` {places}, `GOODS_SHORT`
 * {good, needed, have} when there is not enough for a single one.
 */
export function startPreview(
  household: Household,
  asked: { readonly station: string; readonly recipe: string; readonly times: number },
  content: Content,
): Result<StartPreview, PlayRefusal> {
  if (stationKind(content, asked.station) === undefined) return refuse('UNKNOWN_STATION');
  const station = stationOf(household, asked.station);
  if (station === undefined) return refuse('STATION_MISSING');
  const recipe = recipeOf(content, asked.recipe);
  if (recipe === undefined || recipe.station !== asked.station) return refuse('UNKNOWN_RECIPE');
  if (levelOf(household.xp, content.economy) < recipe.unlockLevel) {
    return refuse('RECIPE_LOCKED', { level: recipe.unlockLevel });
  }
  const places = stationPlaces(household, asked.station, content);
  const free = places - station.queue.length;
  if (free < 1) return refuse('STATION_FULL', { places });
  const short = recipe.ingredients.find(({ good, quantity }) => countOf(household.store, good) < quantity);
  if (short !== undefined) {
    const have = countOf(household.store, short.good);
    return refuse('GOODS_SHORT', { good: short.good, needed: short.quantity, have });
  }
  const enoughFor = recipe.ingredients.map(({ good, quantity }) =>
    Math.floor(countOf(household.store, good) / quantity),
  );
  return ok({ recipe, times: Math.min(asked.times, free, ...enoughFor) });
}

/** Puts batches into a station, one after another. Their times are fixed now, so nothing that changes later moves them. See `startPreview`. */
export const startBatches: PlayRule<CommandPayload<'kitchen.start'>, CommandValues['kitchen.start']> = (
  household,
  command,
  context,
) => {
  const ready = settleFirst(household, context);
  const preview = startPreview(ready.household, command, context.content);
  if (!preview.ok) return preview;
  const { recipe, times } = preview.value;
  const station = ready.household.stations[command.station] as Household['stations'][string];
  const each = batchMs(recipe, ready.household, context.content, context.timeScale);
  const first = startsAt(station, context.now);
  const started: Batch[] = Array.from({ length: times }, (_, i) => ({
    recipe: recipe.id,
    startsAt: first + i * each,
    readyAt: first + (i + 1) * each,
  }));
  return played(ready, {
    household: {
      ...ready.household,
      store: recipe.ingredients.reduce(
        (store, { good, quantity }) => withGood(store, good, -quantity * times),
        ready.household.store,
      ),
      stations: {
        ...ready.household.stations,
        [command.station]: { ...station, queue: [...station.queue, ...started] },
      },
    },
    value: { station: command.station, recipe: recipe.id, started },
    goods: recipe.ingredients.map(({ good, quantity }) => ({
      good,
      quantity: quantity * times,
      from: 'store',
      to: 'kitchen',
    })),
  });
};
