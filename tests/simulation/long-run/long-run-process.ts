import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { auditAll, withSource } from '@bloomvale/server/application/audit';
import { buildGame } from '@bloomvale/server/application/game';
import { GameCore } from '@bloomvale/server/application/game-core';
import type { Store } from '@bloomvale/server/application/store/store';
import { StoreError } from '@bloomvale/server/application/store/store-error';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import { coins } from '@bloomvale/shared/money/coins';
import { SIM_MONTH } from '@bloomvale/shared/time/sim-clock';
import { createDice } from '../../bots/dice.ts';
import { committingStore } from '../../support/committing-store.ts';
import { LongBots } from './long-bots.ts';
import { positionOf } from './model-band.ts';

/**
 * The game over a file, in a process of its own that may be killed at any moment: bots lend, simulated months pass, commits fail as on a full
 * disk, the host clock jumps. `play FOLDER NOW MONTHS SEED` goes on until so many months are over; `audit FOLDER NOW` checks everything.
 */
const [task = '', folder = '', from = '0', months = '0', seed = '1'] = process.argv.slice(2);

/** A simulated month in 30 real seconds, looked at every two simulated days. */
const MONTH_SECONDS = 30;
const STEP_MS = 2_000;
const PLAYERS = 14;
/** Enough for four hundred months of losses; nothing else of the catalogue is touched. */
const PURSE = coins(150_000);
/** Lends a step, at most: about twenty loans are funded a month. */
const LENDS = 30;
/** Chances in a thousand, a step or a commit. */
const FULL_DISK = 8;
const JUMPS = 4;
/** The host clock jumps back, or forward by up to a month: an hour put right, a machine that slept. */
const JUMP_MS = [-60_000, -5_000, 8_000, 25_000] as const;

let now = Number(from);
const dice = createDice(Number(seed), Math.floor(now / STEP_MS) % 1_000_000);
let diskFails = false;

const filling = (store: Store): Store =>
  committingStore(store, async (unit, set) => {
    if (!diskFails || dice.upTo(1_000) >= FULL_DISK) return unit.commit(set);
    await unit.rollback();
    throw new StoreError('DISK_FULL', 'The simulated disk is full.');
  });

const catalogue = loadCatalogue();
const content = { ...catalogue, economy: { ...catalogue.economy, welcomeGift: PURSE } };
const store = filling(openSqliteStore(folder, now));
const parts = await buildGame({
  store,
  content,
  masterSecret: 'c3'.repeat(32),
  monthSeconds: MONTH_SECONDS,
  timeScale: 1,
  hostClock: () => now,
});
const game = new GameCore(parts);

if (task === 'audit') {
  const violations = withSource(store, (source) => auditAll(source, content));
  await game.stop();
  process.stdout.write(`${JSON.stringify({ violations, rules: content.entrepreneurs.length })}\n`);
  process.exit(0);
}

const players = Array.from({ length: PLAYERS }, (_, n) => `p${n}`);
for (const playerId of players) await game.enter({ playerId, guest: true, locale: 'en' });
const bots = new LongBots(game, join(folder, 'commands.ndjson'), dice, players);
const samples = join(folder, 'samples.ndjson');
const sampled = existsSync(samples) ? readFileSync(samples, 'utf8').split('\n').length - 1 : 0;
let month = Math.max(sampled, 0);
diskFails = true;
while (month < Number(months)) {
  now += STEP_MS + (dice.upTo(1_000) < JUMPS ? (dice.pick(JUMP_MS) ?? 0) : 0);
  await bots.act(now, dice.upTo(LENDS + 1));
  await step();
  for (; month < Math.floor(parts.clock.simNow() / SIM_MONTH) && month < Number(months); month++) await sample(month);
  process.stdout.write(`${now} ${month}\n`);
}
// A good disk at last: everything that was ever sent gets its answer.
diskFails = false;
for (let i = 0; i < 100 && bots.waiting > 0; i++) await bots.act(now, 0);
await step();
await game.stop();
process.stdout.write(`${now} ${month}\n`);
process.exit(bots.waiting === 0 ? 0 : 2);

/** What timers do in play. What a full disk did not take is due again at the next step. */
async function step(): Promise<void> {
  try {
    await parts.jobs.runDue();
  } catch (fault) {
    if (!(fault instanceof StoreError) && !String(fault).includes('STORE_UNAVAILABLE')) throw fault;
  }
}

/** Portfolio at the end of a month. */
async function sample(which: number): Promise<void> {
  const sim = parts.clock.simNow();
  let glp = 0;
  let late = 0;
  for (const village of await store.reader.villages()) {
    for (const loan of await store.reader.loansOfVillage(village.id, ['in_repayment'])) {
      const { outstanding, daysPastDue } = positionOf(loan, sim);
      glp += outstanding;
      if (daysPastDue > 30) late += outstanding;
    }
  }
  appendFileSync(samples, `${JSON.stringify({ month: which, glp, late })}\n`);
}
