import type { Content } from '@bloomvale/shared/content/content';
import type { Crop } from '@bloomvale/shared/content/play';
import { isGiftOpen } from '@bloomvale/shared/home/home-gift';
import { openTalks } from '@bloomvale/shared/home/talks';
import { readyBatches, stationPlaces } from '@bloomvale/shared/kitchen/kitchen-clock';
import { startPreview } from '@bloomvale/shared/kitchen/kitchen-start';
import { openOrders } from '@bloomvale/shared/orders/order-arrivals';
import { cropOf, freeCrop, goodOf } from '@bloomvale/shared/play/catalogue-lookup';
import { STORE_CAPACITY } from '@bloomvale/shared/play/goods-count';
import { isRipe } from '@bloomvale/shared/play/growth';
import type { Household } from '@bloomvale/shared/play/household';
import { plotsOwned } from '@bloomvale/shared/play/plots-owned';
import { levelOf } from '@bloomvale/shared/play/progress';
import { dayCap, dayOf } from '@bloomvale/shared/play/stall-clock';
import { atHand } from '@bloomvale/shared/play/stall-serve';
import { slotCapacity } from '@bloomvale/shared/play/stall-size';
import type { Move } from '../bots/garden-mind.ts';
import { keepFor, wantsOf } from './wants.ts';

export type Scene = {
  readonly household: Household;
  readonly wallet: number;
  readonly content: Content;
  readonly now: number;
  /** When this visit ends and the next one begins. */
  readonly until: number;
  readonly next: number;
  /** Coins never spent on wishes: seeds for the next visit. */
  readonly reserve: number;
  /** Coins not spent on seeds either: the first share to lend. */
  readonly keptBack: number;
};

/** A visit that still has this long is for quick crops; after that one sows for the way until the next. */
const QUICK_MS = 6 * 60_000;
/** The first session is all quick crops but for its last minute. */
const LAST_MS = 60_000;

/**
 * The next sensible thing to do by somebody who knows the game a little and follows the family's wishes; null when there is only waiting.
 * What was refused in this visit (`refused`, by type of command) is not asked for again: the market may be closed for today.
 */
export function nextMove(scene: Scene, first: boolean, refused: ReadonlySet<string>): Move | null {
  const kept = keepFor(scene.household, scene.content, scene.now);
  const ideas = [
    () => take(scene),
    () => deliver(scene),
    () => serve(scene, kept),
    () => fulfil(scene),
    () => cook(scene, kept),
    () => sow(scene, kept, first),
    () => stock(scene, kept),
    () => talk(scene),
  ];
  for (const idea of ideas) {
    const move = idea();
    if (move !== null && !refused.has(move.type)) return move;
  }
  return null;
}

/** What waits: the gift, ripe plots, ready batches. */
function take({ household, content, now }: Scene): Move | null {
  if (isGiftOpen(household, now, content)) return { type: 'home.gift', payload: {} };
  const ripe = ripePlots(household, content, now);
  if (ripe.length > 0) return { type: 'garden.harvest', payload: { plots: ripe } };
  const ready = Object.entries(household.stations).find(([, station]) => readyBatches(station, now).length > 0);
  return ready === undefined ? null : { type: 'kitchen.collect', payload: { station: ready[0] } };
}

export const ripePlots = (household: Household, content: Content, now: number): number[] =>
  Object.entries(household.plots).flatMap(([number, plot]) => {
    const crop = cropOf(content, plot.crop);
    if (crop === undefined || !isRipe(plot, crop, now, 1)) return [];
    return have(household, crop.good) + 2 * crop.yield <= STORE_CAPACITY ? [Number(number)] : [];
  });

function deliver({ household, now }: Scene): Move | null {
  const order = openOrders(household.orders, now).find(({ items }) =>
    items.every(({ good, quantity }) => atHand(household, good) >= quantity),
  );
  return order === undefined ? null : { type: 'order.deliver', payload: { order: order.id } };
}

/** Customers get what nobody keeps for something better. */
function serve({ household }: Scene, kept: ReadonlyMap<string, number>): Move | null {
  const wish = household.stall.wishes.find(
    ({ good, quantity }) =>
      atHand(household, good) - quantity >= Math.min(kept.get(good) ?? 0, household.store[good] ?? 0),
  );
  return wish === undefined ? null : { type: 'stall.serve', payload: { wish: wish.id } };
}

function talk({ household, content }: Scene): Move | null {
  const said = openTalks(household.home, content).find(({ id }) => !household.home.told.includes(id));
  return said === undefined ? null : { type: 'home.talk', payload: { talk: said.id } };
}

/** The cheapest wish that can be met leaves a reserve for seeds. */
function fulfil({ household, wallet, content, reserve }: Scene): Move | null {
  const want = wantsOf(household, content).find(
    ({ price, goods }) =>
      wallet >= price + reserve && goods.every(({ good, quantity }) => (household.store[good] ?? 0) >= quantity),
  );
  return want?.move ?? null;
}

const have = (household: Household, good: string): number => household.store[good] ?? 0;

/** Pieces of a good that are being made already. */
const making = ({ stations }: Household, good: string, { recipes }: Content): number =>
  Object.values(stations)
    .flatMap(({ queue }) => queue)
    .reduce((sum, { recipe }) => {
      const made = recipes.find(({ id }) => id === recipe);
      return sum + (made?.good === good ? made.quantity : 0);
    }, 0);

/** What is kept for something first; then whatever is worth most more than what goes into it. */
function cook({ household, content }: Scene, kept: ReadonlyMap<string, number>): Move | null {
  for (const [station, { queue }] of Object.entries(household.stations)) {
    const free = stationPlaces(household, station, content) - queue.length;
    if (free < 1) continue;
    const options = content.recipes.flatMap((recipe) => {
      if (recipe.station !== station) return [];
      const missing =
        (kept.get(recipe.good) ?? 0) - have(household, recipe.good) - making(household, recipe.good, content);
      // What is kept for something else is not cooked away for the stall.
      const spare = recipe.ingredients.every(
        ({ good, quantity }) => have(household, good) - quantity >= (kept.get(good) ?? 0),
      );
      const times = Math.min(free, missing > 0 ? Math.ceil(missing / recipe.quantity) : free);
      if (missing <= 0 && !spare) return [];
      if (!startPreview(household, { station, recipe: recipe.id, times }, content).ok) return [];
      const worth = (goodOf(content, recipe.good)?.price ?? 0) * recipe.quantity;
      const cost = recipe.ingredients.reduce(
        (sum, { good, quantity }) => sum + (goodOf(content, good)?.price ?? 0) * quantity,
        0,
      );
      return [{ recipe: recipe.id, times: missing > 0 ? times : 1, rank: (missing > 0 ? 1e9 : 0) + worth - cost }];
    });
    const best = options.sort((a, b) => b.rank - a.rank)[0];
    if (best !== undefined)
      return { type: 'kitchen.start', payload: { station, recipe: best.recipe, times: best.times } };
  }
  return null;
}

const growing = (household: Household, crop: Crop): number =>
  Object.values(household.plots).filter((plot) => plot.crop === crop.id).length * crop.yield;

/** Plots that will not be ripe by then. */
const slowPlots = (household: Household, content: Content, by: number): number =>
  Object.keys(household.plots).length - ripePlots(household, content, by).length;

/** Nobody minds a cheaper seed on the last plots. */
const SOWN_AT_ONCE = 6;

/** Whether the stall has earned nearly all it can today. */
function isClosed({ household, content, now }: Scene): boolean {
  const { day, earnedToday } = household.stall;
  return (
    dayOf(now) === day && earnedToday * 100 >= dayCap(levelOf(household.xp, content.economy), content.economy) * 97
  );
}

/** A store that has this many of a good needs no more of it just to sell, as long as there is less of another. */
const PLENTY = 150;
const FAR_TOO_MANY = 9_000;

/** Sows what is kept for something and missing, else what brings most by the time one looks again. */
function sow(scene: Scene, kept: ReadonlyMap<string, number>, first: boolean): Move | null {
  const { household, content, wallet, keptBack, now, until, next } = scene;
  const bare = Array.from({ length: plotsOwned(household, content) }, (_, plot) => plot).filter(
    (plot) => household.plots[plot] === undefined,
  );
  if (bare.length === 0) return null;
  // One tries the game with what is ready in a moment.
  if (household.xp === 0) return { type: 'garden.plant', payload: { plots: bare, crop: freeCrop(content).id } };
  const left = until - now;
  const horizon = (first ? left > LAST_MS : left > QUICK_MS) ? left - 10_000 : next - now;
  const level = levelOf(household.xp, content.economy);
  // The same few coins buy seeds for the other plots too, and for the next visit.
  const forSeeds = Math.max(0, wallet - keptBack) / 2;
  const known = content.crops.filter(
    ({ unlockLevel, seedPrice }) => unlockLevel <= level && seedPrice * Math.min(bare.length, SOWN_AT_ONCE) <= forSeeds,
  );
  const net = (crop: Crop): number => crop.yield * (goodOf(content, crop.good)?.price ?? 0) - crop.seedPrice;
  const missing = (crop: Crop): number =>
    (kept.get(crop.good) ?? 0) - have(household, crop.good) - growing(household, crop);
  // A wish is worth waiting for; in the first session one does not know that yet.
  const wanted = known
    .filter((crop) => missing(crop) > 0 && (!first || crop.growSeconds * 1_000 <= horizon))
    .sort((a, b) => b.growSeconds - a.growSeconds)[0];
  if (wanted !== undefined) {
    // Half of the garden goes on with what is ripe at the next visit.
    const slow = wanted.growSeconds * 1_000 > horizon;
    const busy = slow ? slowPlots(household, content, next) : 0;
    const room = slow ? Math.max(0, Math.ceil(plotsOwned(household, content) / 2) - busy) : bare.length;
    const plots = bare.slice(0, Math.min(room, Math.ceil(missing(wanted) / wanted.yield)));
    if (plots.length > 0) return { type: 'garden.plant', payload: { plots, crop: wanted.id } };
  }
  // A market that is closed for today buys nothing: only what is left over goes into seeds then.
  const closed = isClosed(scene);
  const open = known.filter(
    ({ growSeconds, seedPrice }) =>
      growSeconds * 1_000 <= horizon &&
      (seedPrice === 0 || !closed || wallet >= scene.reserve + seedPrice * bare.length),
  );
  const short = open.filter(({ good }) => have(household, good) < PLENTY).sort((a, b) => net(b) - net(a))[0];
  const rarest = open.sort((a, b) => have(household, a.good) - have(household, b.good))[0];
  const crop = short ?? rarest ?? freeCrop(content);
  // Bare ground is worth more than the thousandth cabbage.
  if (have(household, crop.good) + growing(household, crop) > FAR_TOO_MANY) return null;
  return { type: 'garden.plant', payload: { plots: bare, crop: crop.id } };
}

/** Fills the stall with the dearest goods that nobody keeps. */
function stock({ household, content }: Scene, kept: ReadonlyMap<string, number>): Move | null {
  const { slots } = household.stall;
  const capacity = slotCapacity(household, content);
  const spare = Object.entries(household.store)
    .map(([good, quantity]) => ({
      good,
      quantity: quantity - (kept.get(good) ?? 0),
      price: goodOf(content, good)?.price ?? 0,
    }))
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => b.price - a.price);
  for (const { good, quantity } of spare) {
    const same = slots.findIndex((slot) => slot?.good === good && slot.quantity < capacity);
    const slot = same >= 0 ? same : slots.indexOf(null);
    if (slot < 0) continue;
    const room = capacity - (slots[slot]?.quantity ?? 0);
    return { type: 'stall.stock', payload: { slot, good, quantity: Math.min(quantity, room) } };
  }
  return null;
}
