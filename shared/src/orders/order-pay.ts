import type { Content } from '../content/content.ts';
import { homeBonus } from '../home/home-bonus.ts';
import { assertMinor, type Minor } from '../money/coins.ts';
import { withBonus } from '../play/bonus.ts';
import { goodOf } from '../play/catalogue-lookup.ts';
import type { Household, Order } from '../play/household.ts';
import { levelOf } from '../play/progress.ts';

/**
 * What an order pays, minor units, rounded down: `payPercent` of what its goods are sold for, with what the child's neat bills (`school`)
 * and the shops around (the stall's bonus) add. Null when a good of it has left the catalogue.
 */
export function orderPay({ items }: Pick<Order, 'items'>, household: Household, content: Content): Minor | null {
  let worth = 0;
  for (const { good, quantity } of items) {
    const price = goodOf(content, good)?.price;
    if (price === undefined) return null;
    worth = assertMinor(worth + price * quantity);
  }
  const plain = Math.floor(assertMinor(worth * content.homestead.orders.payPercent) / 100);
  return withBonus(plain, homeBonus(household.home, content).orderPayMilli + household.stall.priceMilli);
}

/** Experience for delivering an order now. */
export const orderXp = ({ xp }: Pick<Household, 'xp'>, { homestead: { orders }, economy }: Content): number =>
  orders.xp + orders.xpPerLevel * (levelOf(xp, economy) - 1);
