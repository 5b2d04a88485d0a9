import type { Content } from '../content/content.ts';
import type { Good } from '../content/play.ts';
import { freeCrop } from '../play/catalogue-lookup.ts';
import type { Household, Order, OrderBoard } from '../play/household.ts';
import { levelOf } from '../play/progress.ts';
import { drawWords, pick, type StreamKey } from '../play/random-streams.ts';
import type { Instant } from '../time/sim-clock.ts';
import { orderMs } from './order-clock.ts';

/** Kinds of goods in one order at most; pieces of one kind at most: what a few plots and an evening's baking bring. */
const KINDS_MAX = 3;
const PIECES_MAX = 24;
/** Whole steps of a word's bits that stretch an order's worth from three quarters to five quarters of its level's. */
const WORTH_STEPS = 3;

type Maker = Pick<Household, 'xp' | 'stations'>;

/** What this household can make by itself: the crops of its level, and the recipes of its stations. In the catalogue's order, so that draws stay. */
export function makeable({ xp, stations }: Maker, content: Content): readonly Good[] {
  const level = levelOf(xp, content.economy);
  const grown = content.crops.filter(({ unlockLevel }) => unlockLevel <= level).map(({ good }) => good);
  const made = content.recipes
    .filter(({ station, unlockLevel }) => unlockLevel <= level && Object.hasOwn(stations, station))
    .filter(({ ingredients }) =>
      ingredients.every(({ good }) => grown.includes(good) || madeHere(good, stations, content)),
    )
    .map(({ good }) => good);
  return content.goods.filter(({ id }) => grown.includes(id) || made.includes(id));
}

const madeHere = (good: string, stations: Household['stations'], { recipes }: Content): boolean =>
  recipes.some((recipe) => recipe.good === good && Object.hasOwn(stations, recipe.station));

/** Worth of the goods of an order at this level, minor units, before chance stretches it. */
const worthAt = (level: number, { homestead: { orders } }: Content): number =>
  orders.worth + (level - 1) * orders.worthPerLevel;

/**
 * The order with this number: it depends on the player's key, the number, and what the household can make when it arrives, never on when
 * one looks. One to three kinds of goods, in quantities that are together worth about what the level allows.
 */
export function drawOrder(id: number, since: Instant, maker: Maker, content: Content, key: StreamKey): Order {
  const words = drawWords(key, 'order', id);
  const left = [...makeable(maker, content)];
  const kinds = Math.min(1 + pick(words[0], KINDS_MAX), left.length);
  const level = levelOf(maker.xp, content.economy);
  const worth = (worthAt(level, content) * (WORTH_STEPS + pick(words[1], WORTH_STEPS))) / (WORTH_STEPS + 1);
  const items: Order['items'][number][] = [];
  for (let kind = 0; kind < kinds; kind++) {
    const [good] = left.splice(pick(words[kind % 2 === 0 ? 2 : 3], left.length), 1);
    if (good === undefined) break;
    const quantity = Math.round(worth / kinds / good.price);
    items.push({ good: good.id, quantity: Math.min(PIECES_MAX, Math.max(1, quantity)) });
  }
  return { id, since, items: items.length > 0 ? items : [{ good: freeCrop(content).good, quantity: 5 }] };
}

/**
 * Orders that arrived up to `now`: one an interval while a place is free, at most as many steps as there are places. A full board stands
 * still; whoever takes an order off it starts the wait (`withoutOrder`).
 */
export function arriveOrders(
  board: OrderBoard,
  now: Instant,
  maker: Maker,
  content: Content,
  timeScale: number,
  key: StreamKey,
): OrderBoard {
  const every = orderMs(content, timeScale);
  const waiting = [...board.waiting];
  let { count, at } = board;
  while (waiting.length < content.homestead.orders.places && at + every <= now) {
    at += every;
    waiting.push(drawOrder(count, at, maker, content, key));
    count++;
  }
  return count === board.count ? board : { waiting, count, at };
}

/** The board a household begins with: full, so that there is something to choose from at once. */
export function firstBoard(now: Instant, maker: Maker, content: Content, key: StreamKey): OrderBoard {
  const { places } = content.homestead.orders;
  const waiting = Array.from({ length: places }, (_, id) => drawOrder(id, now, maker, content, key));
  return { waiting, count: places, at: now };
}

/** Orders one can see and deliver at `now`: what replaces one that was put aside comes a little later. */
export const openOrders = ({ waiting }: OrderBoard, now: Instant): readonly Order[] =>
  waiting.filter(({ since }) => since <= now);

/** The board after an order was delivered at `now`. If all places were taken, the wait for the next one begins now. */
export const withoutOrder = (board: OrderBoard, id: number, now: Instant, places: number): OrderBoard => ({
  ...board,
  waiting: board.waiting.filter((order) => order.id !== id),
  at: board.waiting.length >= places ? Math.max(board.at, now) : board.at,
});
