import type { Content } from '@bloomvale/shared/content/content';
import type { Need } from '@bloomvale/shared/play/household';
import type { JournalEntry } from './journal.ts';

/** What the bots' commands must have done to the world, by the answers they got. Minor units. */
export type Effects = {
  readonly lends: number;
  readonly lent: number;
  readonly purchases: number;
  readonly spent: number;
  readonly served: number;
  readonly paid: number;
  readonly orders: number;
  readonly orderPaid: number;
  readonly experience: number;
};

/** Adds up the accepted commands of a journal. Complete only when no bot has a command without an answer. */
export function expectedEffects(entries: readonly JournalEntry[], content: Content): Effects {
  const sum = { lends: 0, lent: 0, purchases: 0, spent: 0, served: 0, paid: 0, orders: 0, orderPaid: 0, experience: 0 };
  for (const { type, payload, reply } of entries) {
    if (reply === null || !reply.ok) continue;
    const value = reply.value as Record<string, unknown>;
    if (type === 'loan.lend') {
      sum.lends++;
      sum.lent += Number(payload.amount);
    }
    if (type === 'garden.plant' && Number(value.cost) > 0) {
      sum.purchases++;
      sum.spent += Number(value.cost);
    }
    if (type === 'stall.serve') {
      sum.served++;
      sum.paid += Number(value.paid);
      sum.experience += content.economy.stall.wishXp;
    }
    if (type === 'home.fulfil' && Number(value.paid) > 0) {
      sum.purchases++;
      sum.spent += Number(value.paid);
    }
    if (type === 'order.deliver') {
      sum.orders++;
      sum.orderPaid += Number(value.paid);
    }
    sum.experience += homeXp(type, value, content);
    if (type === 'garden.harvest') sum.experience += harvestXp(value.harvested as { good: string }[], content);
  }
  return sum;
}

/** Every good of the seed catalogue is borne by one crop. */
const harvestXp = (harvested: readonly { readonly good: string }[], { crops }: Content): number =>
  harvested.reduce((sum, { good }) => sum + (crops.find((crop) => crop.good === good)?.xp ?? 0), 0);

/** Experience of kitchen, orders and family, by what their answers say. */
function homeXp(type: string, value: Record<string, unknown>, { homestead, recipes }: Content): number {
  if (type === 'home.fulfil') return homestead.needs[value.need as Need].tiers[Number(value.tier) - 1]?.xp ?? 0;
  if (type === 'home.talk') return value.first === true ? homestead.talkXp : 0;
  if (type === 'order.deliver') {
    // A level at most is gained by one delivery, and what it gives is of the level before.
    const before = Number(value.level) - (value.levelUp === true ? 1 : 0);
    return homestead.orders.xp + homestead.orders.xpPerLevel * (before - 1);
  }
  if (type !== 'kitchen.collect') return 0;
  return (value.collected as { good: string; quantity: number }[]).reduce((sum, { good, quantity }) => {
    const recipe = recipes.find((each) => each.good === good);
    return sum + (recipe === undefined ? 0 : (recipe.xp * quantity) / recipe.quantity);
  }, 0);
}
