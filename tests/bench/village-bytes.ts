import { VILLAGE_SEATS } from '@bloomvale/shared/protocol/limits';
import type { Bot } from '../bots/bot.ts';
import { HUMAN_PACE, pause, wander } from '../bots/bot-life.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import { Tally } from '../bots/tally.ts';

export type VillageBytes = {
  readonly players: number;
  /** Bytes a second that each of them receives while nobody stirs, from one second after the last join. */
  readonly idle: number;
  /** Bytes a second that each onlooker receives because of one person who walks without a pause. */
  readonly walker: number;
  /** The first state of a joining player, bytes. */
  readonly join: number;
};

const FIRST_SECOND_MS = 1_000;
const MEASURED_MS = 10_000;
const seed = 1;

/** A full village over real sockets. Bytes are payload and frame headers; pings are not counted. */
export async function villageBytes(url: string): Promise<VillageBytes> {
  const bots = await gatherCrowd({ url, players: VILLAGE_SEATS, seed, tally: new Tally(), journal: new Journal() });
  for (const bot of bots) await bot.enter('village');
  await pause(FIRST_SECOND_MS);
  const idle = await bytesOf(bots, () => pause(MEASURED_MS));
  const [walker, ...onlookers] = bots;
  if (walker === undefined) throw new Error('nobody could sign in');
  const until = { at: Date.now() + MEASURED_MS, stopped: () => false };
  const walking = await bytesOf(onlookers, () => wander(walker, until, HUMAN_PACE, Number.POSITIVE_INFINITY));
  await walker.leave();
  await pause(FIRST_SECOND_MS);
  const before = walker.traffic.bytes;
  await walker.enter('village');
  const join = walker.traffic.bytes - before;
  await Promise.all(bots.map((bot) => bot.leave()));
  return { players: bots.length, idle, walker: walking, join };
}

async function bytesOf(bots: readonly Bot[], work: () => Promise<void>): Promise<number> {
  const sum = (): number => bots.reduce((total, { traffic }) => total + traffic.bytes, 0);
  const before = sum();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  return Math.round(((sum() - before) / bots.length / seconds) * 10) / 10;
}
