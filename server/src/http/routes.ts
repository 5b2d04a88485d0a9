import { OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import { MAX_COMMAND_BYTES } from '@bloomvale/shared/protocol/limits';
import express, { type Application, type ErrorRequestHandler } from 'express';
import type { Accounts } from '../accounts/accounts.ts';
import { type Game, NotNowError, PlayerGoneError } from '../application/contract.ts';
import { StoreError } from '../application/store/store-error.ts';
import type { ConsoleApi } from '../operator/http/console-api.ts';
import type { Logger } from '../ops/logger.ts';
import { mountAuth } from './auth-routes.ts';
import { contentRoute } from './content-route.ts';
import { health, type Lifecycle } from './health.ts';
import { type HttpCode, HttpRefusal, sendRefusal } from './http-refusal.ts';
import { lendingRoutes } from './lending-routes.ts';
import { type MetricsOptions, metricsRoute } from './metrics-route.ts';
import { type PictureOf, personPicture } from './person-picture.ts';
import { playerRoutes } from './player-routes.ts';
import { staticClient } from './static-client.ts';

export type RouteOptions = {
  readonly accounts: Accounts;
  readonly game: Game;
  readonly lifecycle: Lifecycle;
  readonly players: () => number;
  readonly clientDir: string;
  readonly pictureOf: PictureOf;
  readonly logger: Logger;
  /** Answers `/operator/api`; unknown paths below it too. */
  readonly consoleApi: ConsoleApi;
  /** Answers `/metrics`. */
  readonly metrics: MetricsOptions;
};

/** Every route, in the order in which they are tried. Security headers, origin, size and rate are the front door's. */
export function mountRoutes(app: Application, options: RouteOptions): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.get('/health', health(options.lifecycle, performance.now(), options.players));
  mountAuth(app, options.accounts);
  app.use('/api', express.json({ limit: MAX_COMMAND_BYTES }), playerRoutes(options), lendingRoutes(options));
  app.use(OPERATOR_API_BASE, (request, response) => {
    // Express has cut off what it mounted by.
    request.url = request.originalUrl;
    return options.consoleApi(request, response);
  });
  app.get('/metrics', metricsRoute(options.metrics));
  app.get('/content/:file', contentRoute(options.game));
  app.get('/generated/people/:file', personPicture(options.game, options.pictureOf));
  app.use(staticClient(options.clientDir, () => options.game.contentHash));
  app.use((_request, response) => sendRefusal(response, 404, 'NOT_FOUND'));
  app.use(answerFault(options.logger));
}

function answerFault(logger: Logger): ErrorRequestHandler {
  return (fault, request, response, next) => {
    if (response.headersSent) return next(fault);
    const [status, code] = refusalOf(fault);
    if (status === 500) logger.error({ err: fault, path: request.path }, 'a request failed');
    sendRefusal(response, status, code);
  };
}

function refusalOf(fault: unknown): readonly [number, HttpCode] {
  if (fault instanceof HttpRefusal) return [fault.status, fault.code];
  // Closed between the look at the session and here: the session is gone, too.
  if (fault instanceof PlayerGoneError) return [401, 'SIGN_IN'];
  if (fault instanceof NotNowError) return [503, fault.code];
  if (fault instanceof StoreError) return [503, 'STORE_UNAVAILABLE'];
  // What Express and its body parser throw: a malformed address or body.
  const status = (fault as { status?: unknown }).status;
  if (status === 413) return [413, 'TOO_LARGE'];
  if (typeof status === 'number' && status >= 400 && status < 500) return [400, 'BAD_SHAPE'];
  return [500, 'INTERNAL'];
}
