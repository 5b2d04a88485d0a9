import { Client, type Room } from '@colyseus/sdk';
import { pause } from '../bots/bot-life.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import type { ServerProcess } from '../bots/server-process.ts';
import { Tally } from '../bots/tally.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';
import { withBare, withRoomyGame } from './bench-servers.ts';
import { residentBytes } from './resident-memory.ts';

/** Ten full rooms: enough for the growth to stand out from what garbage leaves behind. */
const PLAYERS = 240;
/** Whoever comes first pays for code that is compiled and caches that are filled. */
const FIRST = 24;
const SETTLE_MS = 1_500;
const MOST_RATIO = 2;
const KILOBYTE = 1_024;

/** Resident memory that one connected player adds, beside bare Colyseus. Empty where the system does not tell. */
export async function measureMemory(): Promise<BenchFigure[]> {
  const bare = await withBare((server) => growth(server, joinBare));
  const game = await withRoomyGame((server) => growth(server, joinGame));
  if (bare === null || game === null) return [];
  return [
    {
      name: 'resident memory of a connected player against bare Colyseus',
      value: rounded(game / bare, 2),
      unit: '',
      atMost: MOST_RATIO,
      note: `${rounded(game / KILOBYTE, 0)} kB against ${rounded(bare / KILOBYTE, 0)} kB, ${PLAYERS} players`,
    },
  ];
}

/** Joins so many players and gives back what ends them. */
type Join = (url: string, players: number) => Promise<() => Promise<void>>;

async function growth(server: ServerProcess, join: Join): Promise<number | null> {
  const leave = await join(server.url, FIRST);
  const before = await settled(server);
  const leaveAll = await join(server.url, PLAYERS);
  const after = await settled(server);
  await Promise.all([leave(), leaveAll()]);
  return before === null || after === null ? null : (after - before) / PLAYERS;
}

async function settled(server: ServerProcess): Promise<number | null> {
  await pause(SETTLE_MS);
  process.kill(server.pid, 'SIGUSR2');
  await pause(SETTLE_MS);
  return residentBytes(server.pid);
}

const joinBare: Join = async (url, players) => {
  const rooms: Room[] = [];
  for (let i = 0; i < players; i++) rooms.push((await new Client(url).joinOrCreate('echo')) as unknown as Room);
  return async () => void (await Promise.all(rooms.map((room) => room.leave(true))));
};

const joinGame: Join = async (url, players) => {
  const bots = await gatherCrowd({ url, players, seed: players, tally: new Tally(), journal: new Journal() });
  for (const bot of bots) await bot.enter('village');
  return async () => void (await Promise.all(bots.map((bot) => bot.leave())));
};
