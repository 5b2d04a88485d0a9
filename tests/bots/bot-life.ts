import { walkAlong } from '@bloomvale/shared/play/walk';
import { type Cell, type WalkGrid, walkGrid } from '@bloomvale/shared/play/walk-grid';
import { findPath } from '@bloomvale/shared/play/walk-path';
import { EMOTES, PHRASES } from '@bloomvale/shared/protocol/commands';
import { MAX_WALK_CELLS } from '@bloomvale/shared/protocol/limits';
import type { Hall } from '@bloomvale/shared/protocol/views';
import type { Bot } from './bot.ts';
import { type Move, nextGardenMove } from './garden-mind.ts';
import { nextHouseholdMove, talkMove } from './household-mind.ts';

/** Ends a life early; bots look at it between two acts. */
export type Until = { readonly at: number; readonly stopped: () => boolean };

const over = (until: Until): boolean => until.stopped() || Date.now() >= until.at;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** How a life is led: milliseconds between two acts, and how much is done in a place before the next one. */
export type Pace = {
  readonly least: number;
  readonly most: number;
  readonly actsAtHome: number;
  readonly walks: number;
  /** Nobody stands and waits longer than this for a walk to end, ms. */
  readonly mostWalkMs?: number;
};
const MOST_WALK_MS = 8_000;

/** A person taps about once a second; no bot at this pace exceeds the rate limit. */
export const HUMAN_PACE: Pace = { least: 400, most: 1_200, actsAtHome: 14, walks: 3 };

/** Crops a bot may wait for, in real seconds: it stays for minutes. */
const PATIENCE_SECONDS = 150;

/** Every so many acts at home, kitchen and family come first; of those, one in so many is a talk. */
const HOUSEHOLD_EVERY = 3;
const TALKS_EVERY = 6;

type Breath = Pick<Pace, 'least' | 'most' | 'mostWalkMs'>;
const breathe = (bot: Bot, { least, most }: Breath): Promise<void> => pause(least + bot.dice.upTo(most - least + 1));

/** The whole loop, again and again: garden and stall at home, a walk over the square, the Lending Hall. */
export async function live(bot: Bot, until: Until, pace: Pace = HUMAN_PACE): Promise<void> {
  while (!over(until)) {
    try {
      await spendTimeAtHome(bot, until, pace);
      await spendTimeInVillage(bot, until, pace);
    } catch {
      // The server is away or the room closed: as a person would, wait a little and come back.
      await breathe(bot, pace);
    }
  }
}

/** Whether the bot may act: connected, and nothing waiting for its answer. */
async function ready(bot: Bot): Promise<boolean> {
  if (!bot.connected) throw new Error('the socket is gone');
  if (!bot.hasPending) return true;
  if (bot.pendingAtHome && bot.place !== 'homestead') return false;
  return (await bot.resend()) !== null;
}

async function spendTimeAtHome(bot: Bot, until: Until, pace: Pace): Promise<void> {
  await bot.enter('homestead');
  if (await ready(bot)) await bot.do({ type: 'home.catch-up', payload: { seen: bot.dice.upTo(3) === 0 } });
  for (let act = 0; act < pace.actsAtHome && !over(until); act++) {
    await breathe(bot, pace);
    if (!(await ready(bot))) continue;
    const view = bot.view();
    if (view === null) continue;
    const { content, temper, me } = bot;
    const family = act % HOUSEHOLD_EVERY === 1 ? householdMove(bot) : null;
    if (family !== null) {
      await bot.do(family);
      continue;
    }
    const move = nextGardenMove(view, { content, temper, timeScale: me.timeScale, patienceSeconds: PATIENCE_SECONDS });
    // With nothing to do, time is let pass; now and then the stall is settled, as an open client does.
    if (move !== null) await bot.do(move);
    else if (act % 4 === 3) await bot.do({ type: 'home.catch-up', payload: { seen: false } });
  }
}

/** Kitchen, orders and the family; now and then somebody has something to say. */
function householdMove(bot: Bot): Move | null {
  const household = bot.household();
  const wallet = bot.view()?.wallet;
  if (household === null || wallet === undefined) return null;
  if (bot.dice.upTo(TALKS_EVERY) === 0) return talkMove(household, bot.content);
  return nextHouseholdMove(household, { content: bot.content, wallet, now: bot.serverNow() });
}

async function spendTimeInVillage(bot: Bot, until: Until, pace: Pace): Promise<void> {
  if (over(until)) return;
  await bot.enter('village');
  await wander(bot, until, pace, pace.walks);
  await bot.gesture('emote', { emote: bot.dice.pick(EMOTES) ?? 'wave' });
  await bot.gesture('say', { phrase: bot.dice.pick(PHRASES) ?? 'hello' });
  if (over(until)) return;
  const hall = await bot.guest.hall();
  const wish = chooseLoan(hall, bot);
  if (wish !== null && (await ready(bot))) await bot.do({ type: 'loan.lend', payload: wish });
}

/** Walks between the places where villagers stroll, each time to the end. */
export async function wander(bot: Bot, until: Until, pace: Breath, walks: number): Promise<void> {
  const map = bot.content.maps.find(({ id }) => id === 'village');
  if (map === undefined) return;
  const grid = gridOf(map);
  const spots = [...map.spots.strolls, ...map.spots.spawn];
  for (let walk = 0; walk < walks && !over(until) && bot.connected; walk++) {
    const [x, y] = bot.dice.pick(spots) ?? [0, 0];
    const [cx, cy] = grid.cellOf(x, y);
    const reply = await bot.gesture('walk', { to: [cx, cy] });
    if (reply?.ok)
      await pause(Math.min(pace.mostWalkMs ?? MOST_WALK_MS, until.at - Date.now(), walkMs(grid, reply.value)));
    await breathe(bot, pace);
  }
}

/** How long the walk takes that the server sent us on; the path follows from its ends. */
function walkMs(grid: WalkGrid, { from, to }: { readonly from: Cell; readonly to: Cell }): number {
  const cells = findPath(grid, from, to, MAX_WALK_CELLS);
  return cells === null ? 0 : walkAlong(grid, cells).durationMs;
}

const grids = new WeakMap<object, WalkGrid>();
function gridOf(map: Parameters<typeof walkGrid>[0]): WalkGrid {
  const grid = grids.get(map) ?? walkGrid(map);
  grids.set(map, grid);
  return grid;
}

/** A share for somebody, starter projects first while the player may still fund one; null when there are too few coins. */
export function chooseLoan({ loans, wallet }: Hall, bot: Bot): { loanId: string; amount: number } | null {
  const { share, lowPurse, playerCapPercent } = bot.content.economy.lending;
  if (wallet < share + (bot.temper === 'thrifty' ? lowPurse : 0)) return null;
  const open = loans.filter((loan) => {
    const left = loan.amount - loan.raised;
    const capped = !loan.starter && loan.mine + Math.min(share, left) > (loan.amount * playerCapPercent) / 100;
    return loan.state === 'fundraising' && left > 0 && !capped && (!loan.starter || bot.me.starterLeft > 0);
  });
  const loan = bot.dice.pick(open.some(({ starter }) => starter) ? open.filter(({ starter }) => starter) : open);
  return loan === undefined ? null : { loanId: loan.id, amount: Math.min(share, loan.amount - loan.raised) };
}
