import type { Bot } from './bot.ts';
import { HUMAN_PACE, pause, type Until, wander } from './bot-life.ts';

/** Joining sends whole states; what is measured begins when they have arrived. */
const SETTLE_MS = 1_500;

const received = (bots: readonly Bot[]): number => bots.reduce((sum, { traffic }) => sum + traffic.bytes, 0);

/** Bytes a second that each bot receives while `work` goes on for `ms` milliseconds, one decimal. */
async function rate(bots: readonly Bot[], ms: number, work: () => Promise<unknown>): Promise<number> {
  const before = received(bots);
  const began = performance.now();
  await Promise.all([work(), pause(ms)]);
  const seconds = (performance.now() - began) / 1_000;
  return Math.round(((received(bots) - before) / bots.length / seconds) * 10) / 10;
}

export type VillageTraffic = { readonly idle: number; readonly walking: number };

/** Everyone in the village: first nobody stirs, then everybody walks. Bytes a second and player; null when nobody got in. */
export async function measureVillage(bots: readonly Bot[], ms: number, until: Until): Promise<VillageTraffic | null> {
  await Promise.all(bots.map((bot) => bot.enter('village').catch(() => undefined)));
  const there = bots.filter(({ connected }) => connected);
  if (there.length === 0) return null;
  await pause(SETTLE_MS);
  const idle = await rate(there, ms, async () => undefined);
  const end: Until = { at: Math.min(until.at, Date.now() + ms), stopped: until.stopped };
  const walking = await rate(there, ms, () =>
    Promise.all(there.map((bot) => wander(bot, end, HUMAN_PACE, Number.POSITIVE_INFINITY))),
  );
  return { idle, walking };
}
