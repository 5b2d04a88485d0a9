import { pause } from '../bots/bot-life.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import type { ServerProcess } from '../bots/server-process.ts';
import { Tally } from '../bots/tally.ts';
import { joinBareRooms } from './bare-rooms.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';
import { withBare, withGame } from './bench-servers.ts';
import { type Memory, memoryOf } from './memory-report.ts';

/** Ten full rooms: enough for the growth to stand out from what garbage leaves behind. */
const PLAYERS = 240;
/** Whoever comes first pays for code that is compiled and caches that are filled. */
const FIRST = 48;
const SETTLE_MS = 1_500;
/** Issue "First playable", Numbers: twice bare Colyseus', for which 77 kB had been measured. */
const MOST_RATIO = 2;
const MOST_KILOBYTES = 154;
const KILOBYTE = 1_024;

/**
 * Memory that one more connected player costs, beside bare Colyseus: what the system gave, which holds free heap as well, and what is
 * live after collecting garbage. A player of the game also has an account, a household and a place in a village.
 */
export async function measureMemory(): Promise<BenchFigure[]> {
  const bare = await withBare((server) => growth(server, joinBare));
  const game = await withGame((server) => growth(server, joinGame));
  const figure = (name: string, kind: keyof Memory): BenchFigure => ({
    name: `${name} of a connected player against bare Colyseus`,
    value: rounded(game[kind] / bare[kind], 2),
    unit: '',
    atMost: MOST_RATIO,
    note: `${rounded(game[kind] / KILOBYTE, 1)} kB against ${rounded(bare[kind] / KILOBYTE, 1)} kB, ${PLAYERS} players`,
  });
  return [
    figure('resident memory', 'resident'),
    figure('live memory', 'live'),
    {
      name: 'resident memory of a connected player',
      value: rounded(game.resident / KILOBYTE, 1),
      unit: 'kB',
      atMost: MOST_KILOBYTES,
    },
  ];
}

/** Joins so many players and gives back what ends them. */
type Join = (url: string, players: number) => Promise<() => Promise<void>>;

async function growth(server: ServerProcess, join: Join): Promise<Memory> {
  const leave = await join(server.url, FIRST);
  const before = await settled(server, 0);
  const leaveAll = await join(server.url, PLAYERS);
  const after = await settled(server, 1);
  await Promise.all([leave(), leaveAll()]);
  return {
    resident: (after.resident - before.resident) / PLAYERS,
    live: (after.live - before.live) / PLAYERS,
  };
}

async function settled(server: ServerProcess, asked: number): Promise<Memory> {
  await pause(SETTLE_MS);
  return memoryOf(server, asked);
}

const joinBare: Join = async (url, players) => {
  const rooms = await joinBareRooms(url, players);
  return async () => void (await Promise.all(rooms.map((room) => room.leave(true))));
};

const joinGame: Join = async (url, players) => {
  const bots = await gatherCrowd({ url, players, seed: players, tally: new Tally(), journal: new Journal() });
  for (const bot of bots) await bot.enter('village');
  return async () => void (await Promise.all(bots.map((bot) => bot.leave())));
};
