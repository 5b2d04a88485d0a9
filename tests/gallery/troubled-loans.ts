import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { mustPost } from '@bloomvale/server/application/bus/posting';
import { buildGame } from '@bloomvale/server/application/game';
import { GameCore } from '@bloomvale/server/application/game-core';
import { openSecrets } from '@bloomvale/server/config/secrets';
import { DATABASE_FILE } from '@bloomvale/server/persistence/open-database';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { earn } from '@bloomvale/shared/ledger/postings';
import { ok } from '@bloomvale/shared/result';
import { SIM_MONTH } from '@bloomvale/shared/time/sim-clock';
import type { Bot } from '../bots/bot.ts';
import type { BrowserServer } from '../support/browser-server.ts';

/** Nothing of what is due comes in any more. */
const NEVER = 1_000_000;
/** A default takes seven instalments missed: at this tempo half a minute. */
const FAST_MONTH = 4;
/** What is late stays so while it is looked at. */
const REAL_MONTH = 14_400;
const MOST_MS = 120_000;
/** Past the next instalment, and more than thirty days. */
const LATE_MONTHS = 2.5;
/** Nobody may lend more than 40 of 100 of one loan: three complete it. */
const LENDERS = 3;
const MOST_PART = 0.4;
const SHARE = 2_500;
const PURSE = 500_000;

/**
 * Lets the first bot have a loan that was lost and one that is late, so that their pages can be looked at. The game does both by itself;
 * only the lenders' purses and the borrowers' luck are ours.
 */
export async function troubleLoans(server: BrowserServer, bots: readonly Bot[]): Promise<void> {
  await server.stop();
  const [late, lost] = await fundTwo(server, bots);
  change(server, (database) => {
    setMonth(database, FAST_MONTH);
    letFail(database, lost);
  });
  await server.restart();
  await seen(() => change(server, (database) => stateOf(database, lost) === 'defaulted'));
  await server.stop();
  change(server, (database) => letFail(database, late));
  await server.restart();
  await new Promise((done) => setTimeout(done, LATE_MONTHS * FAST_MONTH * 1_000));
  await server.stop();
  change(server, (database) => setMonth(database, REAL_MONTH));
  await server.restart();
}

/** Completes the two longest loans of the first bot's hall. */
async function fundTwo({ dataDir }: BrowserServer, bots: readonly Bot[]): Promise<readonly [string, string]> {
  const store = openSqliteStore(dataDir, Date.now());
  const masterSecret = openSecrets(dataDir).season;
  const parts = await buildGame({ store, content: loadCatalogue(), masterSecret, monthSeconds: 30, timeScale: 120 });
  const game = new GameCore(parts);
  try {
    const found = await Promise.all(bots.slice(0, LENDERS).map((bot) => store.reader.playerByPublicId(bot.me.id)));
    const lenders = found.flatMap((row) => row?.id ?? []);
    for (const lender of lenders) {
      await parts.bus.system(
        {
          type: 'gallery.purse',
          needs: () => ({ account: [walletOf(lender), 'mint:ops'] }),
          decide: (_none: object, work) => {
            mustPost(work, earn('mint:ops', lender, 'gallery', PURSE, 'gallery'), null);
            return ok({});
          },
        },
        {},
      );
    }
    const hall = await game.hall(lenders[0] ?? '');
    const longest = (hall?.loans ?? [])
      .filter(({ starter, raised, intervalSimHours }) => !starter && raised === 0 && intervalSimHours === 720)
      .sort((a, b) => b.instalments - a.instalments);
    const [late, lost] = longest;
    if (late === undefined || lost === undefined) throw new Error('the hall has no two loans that nobody has lent to');
    for (const { id, amount } of [late, lost]) {
      let left = amount;
      for (const playerId of lenders) {
        const part = Math.min(left, Math.floor((amount * MOST_PART) / SHARE) * SHARE);
        const reply = await game.run({ playerId }, 'loan.lend', { commandId: randomUUID(), loanId: id, amount: part });
        left -= part;
        if (!reply.ok) throw new Error(`a loan could not be completed: ${reply.code}`);
      }
    }
    return [late.id, lost.id];
  } finally {
    await game.stop();
  }
}

function change<T>(server: BrowserServer, at: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(server.dataDir, DATABASE_FILE));
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    return at(database);
  } finally {
    database.close();
  }
}

const stateOf = (database: DatabaseSync, id: string): unknown =>
  database.prepare('SELECT state FROM loan WHERE id = ?').get(id)?.state;

function letFail(database: DatabaseSync, id: string): void {
  database
    .prepare(`UPDATE loan SET terms = json_set(terms, '$.hPpm', ?, '$.rollPpm', json(?)) WHERE id = ?`)
    .run(NEVER, JSON.stringify([NEVER, NEVER, NEVER, NEVER]), id);
}

/** From now on a simulated month takes so many real seconds. */
function setMonth(database: DatabaseSync, monthSeconds: number): void {
  const last = database.prepare('SELECT * FROM clock_segment ORDER BY real_from DESC LIMIT 1').get();
  const now = Date.now();
  const passed = ((now - Number(last?.real_from)) * (SIM_MONTH / 1_000)) / Number(last?.month_seconds);
  database
    .prepare('INSERT INTO clock_segment (real_from, sim_from, month_seconds, reason) VALUES (?, ?, ?, ?)')
    .run(now, Number(last?.sim_from) + Math.floor(passed), monthSeconds, 'gallery');
}

async function seen(test: () => boolean): Promise<void> {
  const deadline = Date.now() + MOST_MS;
  while (!test()) {
    if (Date.now() > deadline) throw new Error('no loan was lost in time');
    await new Promise((done) => setTimeout(done, 500));
  }
}
