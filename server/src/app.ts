import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { MAX_FRAME_BYTES } from '@bloomvale/shared/protocol/limits';
import { ROOM_HOMESTEAD, ROOM_VILLAGE } from '@bloomvale/shared/protocol/rooms';
import { defineRoom, defineServer, LocalDriver, LocalPresence, matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Accounts } from './accounts/accounts.ts';
import type { Game } from './application/contract.ts';
import type { Config } from './config/env.ts';
import { installFrontDoor } from './http/front-door.ts';
import type { Lifecycle } from './http/health.ts';
import { type OriginRule, originRule } from './http/origin.ts';
import type { PictureOf } from './http/person-picture.ts';
import { rateLimits } from './http/rate-limits.ts';
import { mountRoutes } from './http/routes.ts';
import { openConsole } from './operator/console.ts';
import { consoleBodyLimit } from './operator/http/endpoint-table.ts';
import { prometheus } from './operator/live/prometheus.ts';
import { FaultLog } from './ops/fault-log.ts';
import { colyseusLog, type Logger } from './ops/logger.ts';
import { RoomMetrics } from './ops/room-metrics.ts';
import { EventRelay } from './rooms/event-relay.ts';
import { HomesteadRoom } from './rooms/homestead-room.ts';
import { InFlight, provideRoomServices } from './rooms/room-services.ts';
import { Seats } from './rooms/seats.ts';
import { VillageRoom } from './rooms/village-room.ts';

/** A dropped phone is noticed after at most this long: pings that nobody answers. */
const PING_MS = 5_000;
const PINGS_LOST = 3;
/** Where a room's socket connects: /<process id>/<room id>. Nothing else is upgraded. */
const SOCKET_PATH = /^\/[\w-]{9}\/[\w-]{9}$/;

export type AppOptions = {
  readonly config: Config;
  readonly game: Game;
  readonly pictureOf: PictureOf;
  readonly accounts: Accounts;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  /** The latest faults of ours, as the logger saw them. */
  readonly faults?: FaultLog;
};

export type App = {
  /** @returns the port that was free. @throws the error of `listen`, such as EADDRINUSE. */
  listen(): Promise<number>;
  /** Waits for the replies of commands under way, then closes rooms and sockets. */
  close(): Promise<void>;
};

/** The rooms, as the client's SDK is typed by them (`new Client<GameServer>()`, type import only). */
const rooms = () => ({
  // The filters are made at the door (rooms/join): no client chooses a room by them.
  [ROOM_VILLAGE]: defineRoom(VillageRoom).filterBy(['villageId']),
  [ROOM_HOMESTEAD]: defineRoom(HomesteadRoom).filterBy(['ownerId']),
});
const define = (options: Omit<Parameters<typeof defineServer>[0], 'rooms'>) =>
  defineServer({ ...options, rooms: rooms() });
export type GameServer = ReturnType<typeof define>;

/** Puts the server together: one port for pages, API and rooms. The only place that knows Express, Colyseus and the game at once. */
export function createApp(options: AppOptions): App {
  const { config, game, pictureOf, accounts, lifecycle, logger, faults = new FaultLog() } = options;
  const originAllowed = originRule(config.publicUrl);
  const seats = new Seats(config.commandsPerSecond);
  const relay = new EventRelay(seats, logger);
  const inFlight = new InFlight();
  const metrics = new RoomMetrics();
  provideRoomServices({
    game,
    accounts,
    seats,
    relay,
    originAllowed,
    logger,
    metrics,
    inFlight,
    timeScale: config.timeScale,
    floodPerSecond: config.floodPerSecond,
    stopping: () => lifecycle.phase !== 'ready',
  });
  game.watchPresence(() => seats.players());
  const disconnect = relay.connect(game, accounts);
  const http = createHttpServer();
  const console = openConsole({
    operators: accounts.operators,
    game,
    logger,
    publicUrl: config.publicUrl,
    live: { metrics, faults, isGuest: (playerId) => accounts.isGuest(playerId) },
  });
  narrowMatchmaking();
  const server = define({
    greet: false,
    gracefullyShutdown: false,
    logger: colyseusLog(logger),
    presence: new LocalPresence(),
    driver: new LocalDriver(),
    transport: new WebSocketTransport({
      server: http,
      maxPayload: MAX_FRAME_BYTES,
      pingInterval: PING_MS,
      pingMaxRetries: PINGS_LOST,
      beforeUpgrade: (request, { headers }) => refuseUpgrade(request.url, headers, originAllowed),
    }),
    express: (app) =>
      mountRoutes(app, {
        accounts,
        game,
        lifecycle,
        logger,
        clientDir: config.clientDir,
        pictureOf,
        players: () => seats.size,
        consoleApi: console.api,
        metrics: {
          exposition: prometheus({ game, metrics, faults }),
          operators: accounts.operators,
          access: config.metrics,
        },
      }),
  });
  return {
    async listen() {
      await listenOrThrow(http, logger, () => server.listen(config.port, config.host));
      installFrontDoor(http, {
        originAllowed,
        limits: rateLimits(config),
        trustProxy: config.trustProxy,
        https: config.publicUrl?.startsWith('https:') === true,
        lifecycle,
        logger,
        largerBody: consoleBodyLimit,
      });
      const address = http.address();
      return typeof address === 'object' && address !== null ? address.port : config.port;
    },
    async close() {
      await inFlight.drained();
      disconnect();
      await console.close();
      await server.gracefullyShutdown(false);
      http.closeAllConnections();
    },
  };
}

/** A port that cannot be had is our caller's to explain: Colyseus' own listener would print a stack beside the sentence. */
async function listenOrThrow(http: HttpServer, logger: Logger, listen: () => Promise<unknown>): Promise<void> {
  http.removeAllListeners('error');
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    listen().then(() => resolve(), reject);
  });
  http.removeAllListeners('error');
  http.on('error', (cause) => logger.error({ err: cause }, 'the HTTP server failed'));
}

/** Joining and coming back is all a client does; no page of another origin is ever given leave (stack-facts 5). */
function narrowMatchmaking(): void {
  matchMaker.controller.exposedMethods = ['joinOrCreate', 'reconnect'];
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: { Vary: 'Origin' }, getCorsHeaders: () => ({}) });
}

function refuseUpgrade(url: string, headers: Headers, originAllowed: OriginRule): Response | undefined {
  if (!originAllowed(headers.get('origin'), headers.get('host'))) return new Response('origin', { status: 403 });
  const { pathname, searchParams } = new URL(url);
  const room = pathname.slice(pathname.lastIndexOf('/') + 1);
  const known =
    SOCKET_PATH.test(pathname) && searchParams.has('sessionId') && matchMaker.getLocalRoomById(room) instanceof Object;
  return known ? undefined : new Response('no such room', { status: 404 });
}
