import { laterPictures } from '@bloomvale/assets/later-pictures';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { openAccounts } from './accounts/accounts.ts';
import { createApp } from './app.ts';
import { createGame } from './application/game.ts';
import { ownDataFolder } from './config/data-folder.ts';
import { type Config, readConfig } from './config/env.ts';
import { EXIT } from './config/exit-codes.ts';
import { openSecrets, operatorSecret } from './config/secrets.ts';
import type { Lifecycle } from './http/health.ts';
import { originRule } from './http/origin.ts';
import { finishClosings } from './http/player-routes.ts';
import { CatalogueChecker } from './ops/catalogue-checker.ts';
import { FaultLog } from './ops/fault-log.ts';
import { Inspection } from './ops/inspection.ts';
import { createLogger } from './ops/logger.ts';
import { catchStrayFaults, stopOnSignals } from './ops/process-signals.ts';
import { endWith } from './ops/startup-faults.ts';
import { databaseFile } from './persistence/open-database.ts';
import { openSqliteStore } from './persistence/sqlite-store.ts';

/**
 * From configuration to a listening server. The port is taken before the game catches up, so that a second server fails early and
 * /health can say that this one is on its way.
 */
async function main(config: Config): Promise<void> {
  const faults = new FaultLog();
  const logger = createLogger(config.logLevel, faults);
  const lifecycle: Lifecycle = { phase: 'starting' };
  // Put away in the opposite order in which it was opened.
  const open: (() => Promise<unknown>)[] = [];
  const end = stopOnSignals(logger, async () => {
    lifecycle.phase = 'stopping';
    for (const close of open.reverse()) await close();
  });
  catchStrayFaults(logger, end);

  const folder = await ownDataFolder(config.dataDir, (cause) => {
    logger.fatal({ err: cause }, 'another process took over the data folder');
    process.exit(EXIT.OWNED);
  });
  open.push(() => folder.release());
  const secrets = openSecrets(folder.path);
  const accounts = await openAccounts({
    folder: folder.path,
    secret: secrets.session,
    operatorSecret: operatorSecret(secrets),
    baseUrl: config.publicUrl ?? 'http://localhost',
    originAllowed: originRule(config.publicUrl),
    perMinute: config.authPerMinute,
    minAge: config.minAge,
    logger,
  });
  open.push(() => accounts.close());
  const content = loadCatalogue();
  const checker = new CatalogueChecker(content);
  open.push(() => checker.end());
  const game = await createGame({
    store: openSqliteStore(folder.path, Date.now()),
    content,
    check: checker.check,
    masterSecret: secrets.season,
    monthSeconds: config.monthSeconds,
    timeScale: config.timeScale,
    guests: accounts.guests,
    inspector: new Inspection(databaseFile(folder.path)),
    log: logger,
  });
  open.push(() => game.stop());
  const app = createApp({ config, game, pictureOf: laterPictures(content), accounts, lifecycle, logger, faults });
  const port = await app.listen();
  open.push(() => app.close());
  await game.start();
  const closed = await finishClosings(accounts, game);
  if (closed > 0) logger.info({ closed }, 'finished deletions that were interrupted');
  lifecycle.phase = 'ready';
  logger.info({ port, pid: process.pid }, 'ready');
  process.stdout.write(`Bloomvale is ready: ${config.publicUrl ?? `http://localhost:${port}`}\n`);
}

try {
  await main(readConfig());
} catch (fault) {
  endWith(fault);
}
