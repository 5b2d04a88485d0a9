import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NEEDS } from '@bloomvale/shared/play/household';
import type { BrowserContext } from 'playwright-core';
import type { Bot } from '../bots/bot.ts';
import { live, type Pace } from '../bots/bot-life.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { Journal } from '../bots/journal.ts';
import { Tally } from '../bots/tally.ts';

const HURRIED: Pace = { least: 60, most: 160, actsAtHome: 20, walks: 1, mostWalkMs: 400 };
const SEED = 7;

/** Bots that have played the whole loop for a while, by the real SDK; the first of them is the one to look over the shoulder of. */
export async function seedPlay(url: string, players: number, seconds: number): Promise<Bot[]> {
  const bots = await gatherCrowd({ url, players, seed: SEED, tally: new Tally(), journal: new Journal() });
  const until = { at: Date.now() + seconds * 1_000, stopped: () => false };
  await Promise.all(bots.map((bot) => live(bot, until, HURRIED)));
  await Promise.all(bots.map((bot) => bot.leave()));
  return bots;
}

/** The browser goes on as this bot. */
export async function becomeBot(context: BrowserContext, url: string, bot: Bot): Promise<void> {
  const cookies = bot.guest.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
  await context.addCookies(cookies);
}

/** Lets a player have been away: what the report counts from lies this much earlier. The server must be stopped. */
export function letBeAway(folder: string, publicId: string, ms: number): void {
  rewriteHousehold(folder, publicId, "json_set(doc, '$.since.at', json_extract(doc, '$.since.at') - ?)", [ms]);
}

/** Lets a family have every need at this tier, the house that goes with it, and both stations built. The server must be stopped. */
export function letLiveAt(folder: string, publicId: string, tier: 0 | 1 | 2 | 3): void {
  const needs = JSON.stringify(Object.fromEntries(NEEDS.map((need) => [need, tier])));
  const station = JSON.stringify({ level: 1, queue: [] });
  rewriteHousehold(
    folder,
    publicId,
    `json_set(doc, '$.home.house', ?, '$.home.needs', json(?), '$.stations', json(?), '$.stall.level', ?)`,
    [tier + 1, needs, `{"oven":${station},"press":${station}}`, Math.min(5, tier + 2)],
  );
}

function rewriteHousehold(folder: string, publicId: string, doc: string, values: readonly (string | number)[]): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.db'))) {
    const database = new DatabaseSync(join(folder, file));
    try {
      const table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'household'";
      if (database.prepare(table).get() === undefined) continue;
      database
        .prepare(`UPDATE household SET doc = ${doc} WHERE player_id = (SELECT id FROM player WHERE public_id = ?)`)
        .run(...values, publicId);
    } finally {
      database.close();
    }
  }
}
