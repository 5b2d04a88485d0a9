import type { Content } from '@bloomvale/shared/content/content';
import type { JournalEntry } from './journal.ts';

/** What the bots' commands must have done to the world, by the answers they got. Minor units. */
export type Effects = {
  readonly lends: number;
  readonly lent: number;
  readonly purchases: number;
  readonly spent: number;
  readonly served: number;
  readonly paid: number;
  readonly experience: number;
};

/** Adds up the accepted commands of a journal. Complete only when no bot has a command without an answer. */
export function expectedEffects(entries: readonly JournalEntry[], content: Content): Effects {
  const sum = { lends: 0, lent: 0, purchases: 0, spent: 0, served: 0, paid: 0, experience: 0 };
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
    if (type === 'garden.harvest') sum.experience += harvestXp(value.harvested as { good: string }[], content);
  }
  return sum;
}

/** Every good of the seed catalogue is borne by one crop. */
const harvestXp = (harvested: readonly { readonly good: string }[], { crops }: Content): number =>
  harvested.reduce((sum, { good }) => sum + (crops.find((crop) => crop.good === good)?.xp ?? 0), 0);
