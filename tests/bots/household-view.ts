import type { Content } from '@bloomvale/shared/content/content';
import type { Batch, Household, Need, Order, Tier } from '@bloomvale/shared/play/household';
import { FIRST_HOME } from '@bloomvale/shared/play/household-new';
import type { BotRoom } from './bot-room.ts';
import type { GardenView } from './garden-mind.ts';

/** Instants come as deciseconds, rounded up; a bot waits one more, as for its plots. */
const DECISECOND_MS = 100;

/** The own household as far as the room shows it, in the form the shared rules take. What no client is told is zero. */
export function householdView({ state }: BotRoom, garden: GardenView, xp: number, content: Content): Household {
  const base = Number(state.base ?? 0);
  const instant = (deciseconds: number): number => base + (deciseconds + 1) * DECISECOND_MS;
  const stations: Record<string, Household['stations'][string]> = {};
  state.stations?.forEach(({ level, queue }, id) => {
    const batches: Batch[] = [];
    queue.forEach(({ recipe, startsAt, readyAt }, place) => {
      batches[Number(place)] = { recipe, startsAt: instant(startsAt), readyAt: instant(readyAt) };
    });
    stations[String(id)] = { level, queue: batches };
  });
  const waiting: Order[] = [];
  state.orders?.forEach(({ items, since }, id) => {
    const asked: { good: string; quantity: number }[] = [];
    items.forEach((quantity: number, good: string) => {
      asked.push({ good, quantity });
    });
    waiting.push({ id: Number(id), since: instant(since), items: asked });
  });
  const needs: Record<Need, Tier> = { ...FIRST_HOME.needs };
  state.needs?.forEach((tier: number, need: string) => {
    needs[need as Need] = tier as Tier;
  });
  return {
    v: 2,
    xp,
    plots: garden.plots,
    store: garden.store,
    stall: {
      slots: garden.slots,
      settledAt: 0,
      customers: 0,
      wishes: [],
      wishCount: 0,
      wishedAt: 0,
      day: 0,
      earnedToday: 0,
      level: state.stallLevel ?? 1,
      priceMilli: state.priceMilli ?? 0,
    },
    hints: [],
    since: { at: 0, sold: {}, earned: 0 },
    extraPlots: Math.max(0, garden.plotCount - (content.economy.plotsByLevel[garden.level - 1] ?? 0)),
    parts: {},
    stations,
    orders: { waiting, count: 0, at: 0 },
    home: { house: state.house ?? 1, needs, told: [] },
    skippedGoals: [],
    giftDay: 0,
  };
}
