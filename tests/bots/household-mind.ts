import type { Content } from '@bloomvale/shared/content/content';
import { nextTier } from '@bloomvale/shared/home/home-cost';
import { openTalks } from '@bloomvale/shared/home/talks';
import { readyBatches, stationOf } from '@bloomvale/shared/kitchen/kitchen-clock';
import { startPreview } from '@bloomvale/shared/kitchen/kitchen-start';
import { openOrders } from '@bloomvale/shared/orders/order-arrivals';
import { orderPay } from '@bloomvale/shared/orders/order-pay';
import { quote } from '@bloomvale/shared/own-loan/quote';
import { countOf } from '@bloomvale/shared/play/goods-count';
import { type Household, NEEDS } from '@bloomvale/shared/play/household';
import { plotsOwned } from '@bloomvale/shared/play/plots-owned';
import { levelOf } from '@bloomvale/shared/play/progress';
import { dayCap } from '@bloomvale/shared/play/stall-clock';
import type { Move } from './garden-mind.ts';

export type HouseholdMind = { readonly content: Content; readonly wallet: number; readonly now: number };

/** The next sensible thing to do in the kitchen, at the order board and in the house, or null. It asks for nothing the rules refuse. */
export const nextHouseholdMove = (household: Household, mind: HouseholdMind): Move | null =>
  collectMove(household, mind) ??
  deliverMove(household, mind) ??
  fulfilMove(household, mind) ??
  borrowMove(household, mind) ??
  cookMove(household, mind) ??
  sowMove(household, mind);

/** Somebody of the family who has something to say; hearing it again is as welcome. */
export const talkMove = (household: Household, content: Content): Move | null => {
  const [talk] = openTalks(household.home, content);
  return talk === undefined ? null : { type: 'home.talk', payload: { talk: talk.id } };
};

function collectMove({ stations }: Household, { now }: HouseholdMind): Move | null {
  const ready = Object.entries(stations).find(([, station]) => readyBatches(station, now).length > 0);
  return ready === undefined ? null : { type: 'kitchen.collect', payload: { station: ready[0] } };
}

/** Out of the store alone, for the stall sells meanwhile; and only while the day's cap is far away, for clients are not told what was earned. */
function deliverMove(household: Household, { content, now }: HouseholdMind): Move | null {
  const cap = dayCap(levelOf(household.xp, content.economy), content.economy);
  const order = openOrders(household.orders, now).find(
    (each) =>
      (orderPay(each, household, content) ?? cap) * 4 < cap &&
      each.items.every(({ good, quantity }) => countOf(household.store, good) >= quantity),
  );
  return order === undefined ? null : { type: 'order.deliver', payload: { order: order.id } };
}

function fulfilMove({ home, store }: Household, { content, wallet }: HouseholdMind): Move | null {
  for (const need of NEEDS) {
    const next = nextTier(home, need, content);
    if (next === null || home.house < next.house || wallet < next.price) continue;
    if (next.goods.some(({ good, quantity }) => (store[good] ?? 0) < quantity)) continue;
    return { type: 'home.fulfil', payload: { need } };
  }
  return null;
}

/** The starter loan in kind pays for the first oven; whoever has it has signed. */
function borrowMove(household: Household, { content }: HouseholdMind): Move | null {
  const offer = content.growing.ownLoan.offers.find(
    ({ starter, grant }) => starter && grant.kind === 'station' && stationOf(household, grant.station) === undefined,
  );
  if (offer === undefined) return null;
  const { amount } = offer;
  const { instalment } = quote(offer, amount);
  return { type: 'own-loan.sign', payload: { offer: offer.id, amount, instalment, share: 0 } };
}

function cookMove(household: Household, { content }: HouseholdMind): Move | null {
  for (const { id, station } of content.recipes) {
    if (startPreview(household, { station, recipe: id, times: 1 }, content).ok) {
      return { type: 'kitchen.start', payload: { station, recipe: id, times: 1 } };
    }
  }
  return null;
}

/** Sows what the first recipe of a station that stands idle is short of. */
function sowMove(household: Household, { content, wallet }: HouseholdMind): Move | null {
  const level = levelOf(household.xp, content.economy);
  const recipe = content.recipes.find(
    ({ station, unlockLevel }) => stationOf(household, station)?.queue.length === 0 && unlockLevel <= level,
  );
  const bare = Array.from({ length: plotsOwned(household, content) }, (_, plot) => plot).filter(
    (plot) => household.plots[plot] === undefined,
  );
  if (recipe === undefined || bare.length === 0) return null;
  for (const { good, quantity } of recipe.ingredients) {
    const crop = content.crops.find((each) => each.good === good && each.unlockLevel <= level);
    if (crop === undefined || countOf(household.store, good) >= quantity || wallet < crop.seedPrice) continue;
    if (Object.values(household.plots).some((plot) => plot.crop === crop.id)) continue;
    return { type: 'garden.plant', payload: { plots: bare.slice(0, Math.ceil(quantity / crop.yield)), crop: crop.id } };
  }
  return null;
}
