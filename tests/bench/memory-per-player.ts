import { pause } from '../bots/bot-life.ts';
import { joinRoom } from '../bots/bot-room.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import type { ServerProcess } from '../bots/server-process.ts';
import { Tally } from '../bots/tally.ts';
import { joinBareRooms } from './bare-rooms.ts';
import { type BenchFigure, median, rounded, spread } from './bench-figure.ts';
import { withBare, withFolder, withGameOf } from './bench-servers.ts';
import { memoryOf } from './memory-report.ts';
import { residentBytes } from './process-usage.ts';

/**
 * Full rooms of 24. Whoever comes first pays for code that is compiled and for V8's young generation, which grows to its full size by
 * what joins leave behind, faster in the game than in bare Colyseus: after some 300 joins both are as large as they get.
 */
const FIRST = 336;
const STEP = 48;
const STEPS = 10;
const PLAYERS = FIRST + STEP * STEPS;
/** What is live is measured without chance: fewer players do. */
const LIVE_FIRST = 48;
const LIVE_PLAYERS = 240;
const SETTLE_MS = 1_000;
/** Each in a server of its own: when V8 asks the system for more is a matter of chance, a megabyte at a time. */
const RUNS = 3;
/** Issue "First playable", Numbers: twice bare Colyseus', for which 77 kB had been measured. */
const MOST_RATIO = 2;
const MOST_KILOBYTES = 154;
const KILOBYTE = 1_024;

/**
 * Memory that one more connected player costs, beside bare Colyseus. Both servers are treated alike: freshly started, 336 clients join
 * one after another, then ten times 48 more, each time with a second's rest and a look at the process from outside: what the system has
 * given it, and no garbage is collected for the occasion. The figure is the slope of a straight line through these looks, the middle one
 * of three servers each. The game's players have signed in before, on an earlier server over the same data: what an account costs to make
 * is not what a connection costs to hold; but every account, household and village is read anew. What is live after collecting garbage,
 * which no operator ever sees, is told as well.
 */
export async function measureMemory(): Promise<BenchFigure[]> {
  const bare: Growth[] = [];
  const game: Growth[] = [];
  const live = { bare: 0, game: 0 };
  await withFolder(async (folder) => {
    const players = await withGameOf(folder, ({ url }) => signIn(url));
    for (let run = 0; run < RUNS; run++) {
      bare.push(await withBare((server) => growth(server, joinBareRooms)));
      game.push(await withGameOf(folder, (server) => growth(server, joinGame(players))));
    }
    live.bare = await withBare((server) => liveGrowth(server, joinBareRooms));
    live.game = await withGameOf(folder, (server) => liveGrowth(server, joinGame(players)));
  });
  if ([...bare, ...game].some(({ perPlayer }) => Number.isNaN(perPlayer))) return [];
  const each = (runs: readonly Growth[]): number[] => runs.map(({ perPlayer }) => perPlayer / KILOBYTE);
  const inAll = (runs: readonly Growth[]): number => rounded(median(runs.map((run) => run.inAll)) / KILOBYTE ** 2, 0);
  return [
    {
      name: 'resident memory of a connected player against bare Colyseus',
      value: rounded(median(each(game)) / median(each(bare)), 2),
      unit: '',
      atMost: MOST_RATIO,
      note: `${spread(each(game), 1)} kB against ${spread(each(bare), 1)} kB; ${RUNS} servers each, ${FIRST} to ${PLAYERS} players; in all ${inAll(game)} against ${inAll(bare)} MB`,
    },
    {
      name: 'resident memory of a connected player',
      value: rounded(median(each(game)), 1),
      unit: 'kB',
      atMost: MOST_KILOBYTES,
    },
    {
      name: 'live memory of a connected player',
      value: rounded(live.game / KILOBYTE, 1),
      unit: 'kB',
      note: `bare Colyseus ${rounded(live.bare / KILOBYTE, 1)} kB`,
    },
  ];
}

/** Bytes: of one more player, and of the process with all of them. */
type Growth = { readonly perPlayer: number; readonly inAll: number };
/** Lets the next so many players in. */
type Join = (url: string, players: number) => Promise<unknown>;

async function growth(server: ServerProcess, join: Join): Promise<Growth> {
  await join(server.url, FIRST);
  const looks = [await look(server, FIRST)];
  for (let step = 1; step <= STEPS; step++) {
    await join(server.url, STEP);
    looks.push(await look(server, FIRST + step * STEP));
  }
  return { perPlayer: slope(looks), inAll: (looks.at(-1) as Look)[1] };
}

async function liveGrowth(server: ServerProcess, join: Join): Promise<number> {
  await join(server.url, LIVE_FIRST);
  const before = await memoryOf(server, 0);
  await join(server.url, LIVE_PLAYERS);
  return ((await memoryOf(server, 1)).live - before.live) / LIVE_PLAYERS;
}

type Look = readonly [players: number, bytes: number];

async function look(server: ServerProcess, players: number): Promise<Look> {
  await pause(SETTLE_MS);
  return [players, residentBytes(server.pid) ?? Number.NaN];
}

/** Least squares. */
function slope(looks: readonly Look[]): number {
  const mean = (of: 0 | 1): number => looks.reduce((sum, one) => sum + one[of], 0) / looks.length;
  const [players, bytes] = [mean(0), mean(1)];
  const sum = (of: (one: Look) => number): number => looks.reduce((total, one) => total + of(one), 0);
  return sum(([n, b]) => (n - players) * (b - bytes)) / sum(([n]) => (n - players) ** 2);
}

type Known = { readonly cookie: string; readonly id: string };

async function signIn(url: string): Promise<Known[]> {
  const bots = await gatherCrowd({ url, players: PLAYERS, seed: 1, tally: new Tally(), journal: new Journal() });
  return bots.map(({ guest, me }) => ({ cookie: guest.cookie, id: me.id }));
}

const joinGame = (players: readonly Known[]): Join => {
  let next = 0;
  return async (url, count) => {
    for (const { cookie, id } of players.slice(next, next + count))
      await joinRoom({ url, cookie, place: 'village', owner: id, opened: () => undefined });
    next += count;
  };
};
