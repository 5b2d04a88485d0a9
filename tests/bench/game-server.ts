import { laterPictures } from '@bloomvale/assets/later-pictures';
import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { openAccounts } from '@bloomvale/server/accounts/accounts';
import { createApp } from '@bloomvale/server/app';
import { createGame } from '@bloomvale/server/application/game';
import { roomyContent } from '@bloomvale/server/application/testing/roomy-content';
import { ownDataFolder } from '@bloomvale/server/config/data-folder';
import { readConfig } from '@bloomvale/server/config/env';
import { openSecrets } from '@bloomvale/server/config/secrets';
import type { Lifecycle } from '@bloomvale/server/http/health';
import { originRule } from '@bloomvale/server/http/origin';
import { createLogger } from '@bloomvale/server/ops/logger';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import type { Content } from '@bloomvale/shared/content/content';
import { answerMemory } from './memory-report.ts';

/**
 * The real server, put together as `main.ts` does it. With OPEN_LOANS its catalogue has so many open loans in every village, and purses
 * that do not run out within a measurement; without, it is the catalogue that ships.
 */
const openLoans = Number(process.env.OPEN_LOANS ?? 0);
/** A loan is funded after some hundred lends, so that what is measured is lending, and disbursing and listing anew stay a part of it. */
const LOAN_COINS = 10_000;
const withLargeLoans = (content: Content): Content => ({
  ...content,
  entrepreneurs: content.entrepreneurs.map((person) =>
    person.id.startsWith('load-') ? { ...person, loan: { ...person.loan, amount: LOAN_COINS } } : person,
  ),
});

const config = readConfig();
const logger = createLogger(config.logLevel);
const lifecycle: Lifecycle = { phase: 'starting' };
const folder = await ownDataFolder(config.dataDir, () => process.exit(1));
const secrets = openSecrets(folder.path);
const accounts = await openAccounts({
  folder: folder.path,
  secret: secrets.session,
  operatorSecret: 'b'.repeat(64),
  baseUrl: 'http://localhost',
  originAllowed: originRule(config.publicUrl),
  perMinute: config.authPerMinute,
  minAge: config.minAge,
  logger,
});
const game = await createGame({
  store: openSqliteStore(folder.path, Date.now()),
  content: openLoans > 0 ? withLargeLoans(roomyContent(loadCatalogue(), openLoans)) : loadCatalogue(),
  masterSecret: secrets.season,
  monthSeconds: config.monthSeconds,
  timeScale: config.timeScale,
  log: logger,
});
const app = createApp({ config, game, pictureOf: laterPictures(game.content), accounts, lifecycle, logger });
await app.listen();
await game.start();
lifecycle.phase = 'ready';
answerMemory();
process.once('SIGTERM', async () => {
  lifecycle.phase = 'stopping';
  await app.close();
  await game.stop();
  await accounts.close();
  await folder.release();
  process.exit(0);
});
