import type { Content } from '../content/content.ts';
import type { Recipe, StationKind } from '../content/homestead.ts';
import { homeBonus } from '../home/home-bonus.ts';
import { hastened } from '../play/bonus.ts';
import type { Batch, Household, Station } from '../play/household.ts';
import type { Instant } from '../time/sim-clock.ts';

export const stationKind = ({ homestead }: Content, id: string): StationKind | undefined =>
  homestead.stations.find((kind) => kind.id === id);

export const recipeOf = ({ recipes }: Content, id: string): Recipe | undefined =>
  recipes.find((recipe) => recipe.id === id);

/** The station, if it is owned. */
export const stationOf = ({ stations }: Household, id: string): Station | undefined =>
  Object.hasOwn(stations, id) ? stations[id] : undefined;

/** Batches that may stand in a station, ready ones included: by its level, and a bigger house has a bigger kitchen. 0 when it is not owned. */
export function stationPlaces(household: Household, id: string, content: Content): number {
  const station = stationOf(household, id);
  const levels = stationKind(content, id)?.levels ?? [];
  const level = station === undefined ? undefined : levels[Math.min(station.level, levels.length) - 1];
  if (level === undefined) return 0;
  return level.queue + (content.homestead.houses[household.home.house - 2]?.places ?? 0);
}

/** Real milliseconds one batch takes in this kitchen. */
export const batchMs = (
  recipe: Recipe,
  { home }: Pick<Household, 'home'>,
  content: Content,
  timeScale: number,
): number => hastened((recipe.seconds * 1_000) / timeScale, homeBonus(home, content).cookSpeedMilli);

/** Batches that may be collected: the first ones of the queue, for they run one after another. */
export const readyBatches = ({ queue }: Station, now: Instant): readonly Batch[] =>
  queue.filter(({ readyAt }) => readyAt <= now);

/** When the next batch is ready; null when nothing is being made. */
export const nextReadyAt = ({ queue }: Station, now: Instant): Instant | null =>
  queue.find(({ readyAt }) => readyAt > now)?.readyAt ?? null;

/** When a batch put in now would begin: at once, or after what is in already. A clock that stepped back makes nobody wait twice. */
export const startsAt = ({ queue }: Station, now: Instant): Instant => Math.max(now, queue.at(-1)?.readyAt ?? now);
