import { VILLAGE_SEATS } from '@bloomvale/shared/protocol/limits';
import type { Bot } from '../bots/bot.ts';
import { HUMAN_PACE, pause, wander } from '../bots/bot-life.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import { Tally } from '../bots/tally.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';
import { withGame } from './bench-servers.ts';

/** Issue "First playable", Numbers. */
const MOST_WALKER = 12;
const FIRST_SECOND_MS = 1_000;
const MEASURED_MS = 20_000;

/** A full village over real sockets, with the real catalogue. Bytes are payload and frame headers; pings are not counted. */
export const measureVillage = (): Promise<BenchFigure[]> =>
  withGame(async ({ url }) => {
    const bots = await gatherCrowd({
      url,
      players: VILLAGE_SEATS,
      seed: 1,
      tally: new Tally(),
      journal: new Journal(),
    });
    for (const bot of bots) await bot.enter('village');
    await pause(FIRST_SECOND_MS);
    const idle = await bytesOf(bots, () => pause(MEASURED_MS));
    const [walker, ...onlookers] = bots;
    if (walker === undefined) throw new Error('nobody could sign in');
    const until = { at: Date.now() + MEASURED_MS, stopped: () => false };
    const walking = await bytesOf(onlookers, () => wander(walker, until, HUMAN_PACE, Number.POSITIVE_INFINITY));
    const join = await joinBytes(walker);
    await Promise.all(bots.map((bot) => bot.leave()));
    const note = `${bots.length} players, ${MEASURED_MS / 1_000} s`;
    return [
      { name: 'idle village, received by each player', value: idle, unit: 'bytes a second', atMost: 0, note },
      {
        name: 'a walker, received by each onlooker',
        value: walking,
        unit: 'bytes a second',
        atMost: MOST_WALKER,
        note,
      },
      { name: 'joining a full village', value: join, unit: 'bytes' },
    ];
  });

async function joinBytes(bot: Bot): Promise<number> {
  await bot.leave();
  await pause(FIRST_SECOND_MS);
  const before = bot.traffic.bytes;
  await bot.enter('village');
  return bot.traffic.bytes - before;
}

/** Bytes a second that each of them receives while the work lasts. */
async function bytesOf(bots: readonly Bot[], work: () => Promise<void>): Promise<number> {
  const sum = (): number => bots.reduce((total, { traffic }) => total + traffic.bytes, 0);
  const before = sum();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  return rounded((sum() - before) / bots.length / seconds, 1);
}
