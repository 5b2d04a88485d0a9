import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { MAX_COMMAND_BYTES } from '@bloomvale/shared/protocol/limits';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import type { Logger } from '../ops/logger.ts';
import { stampAddress } from './address.ts';
import type { Lifecycle } from './health.ts';
import { type HttpCode, sendRefusal } from './http-refusal.ts';
import type { OriginRule } from './origin.ts';
import type { RateLimits } from './rate-limits.ts';
import { setSecurityHeaders } from './security-headers.ts';

export type FrontDoorOptions = {
  readonly originAllowed: OriginRule;
  readonly limits: RateLimits;
  readonly trustProxy: number;
  readonly https: boolean;
  readonly lifecycle: Lifecycle;
  readonly logger: Logger;
  /** Largest body of a path that takes more than a command is long, bytes; null for all others. */
  readonly largerBody: (path: string) => number | null;
};

type Refusal = readonly [status: number, code: HttpCode];

/** A client that names the protocol it speaks must speak ours; it is told to reload. */
export const VERSION_HEADER = 'x-bloomvale-version';
/** The only matchmaking a client does: never `create` or `joinById`, by which it could choose rooms. */
const MATCHMAKING = /^\/matchmake\/(joinOrCreate|reconnect)\/[\w-]{1,64}$/;
/** What needs the game; pages and /health are served in any phase. */
const ACTS = /^\/(api|matchmake|operator\/api)\//;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
/** Time for headers, then for the whole request: nobody holds a connection open by dripping bytes into it. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

/**
 * Stands before Colyseus, Express and better-auth and sees every request first: whatever one of them would trip over, or would believe,
 * ends here. (Colyseus answers its own routes before Express, builds URLs from unchecked Host headers, and reads bodies without a limit.)
 * Call it when the server listens, that is when all other listeners stand.
 */
export function installFrontDoor(server: Server, options: FrontDoorOptions): void {
  const behind = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    admit(request, response, options)
      .then((admitted) => {
        if (!admitted) return;
        for (const listener of behind) listener.call(server, request, response);
      })
      .catch((cause: unknown) => {
        options.logger.error({ err: cause, path: request.url?.split('?')[0] }, 'a request failed');
        if (response.headersSent) response.destroy();
        else sendRefusal(response, 500, 'INTERNAL');
      });
  });
  server.prependListener('upgrade', (request) => stampAddress(request, options.trustProxy));
}

async function admit(request: IncomingMessage, response: ServerResponse, options: FrontDoorOptions): Promise<boolean> {
  const address = stampAddress(request, options.trustProxy);
  setSecurityHeaders(response, options.https);
  const path = (request.url ?? '').split('?')[0] as string;
  const refusal = misshapen(request, path, options) ?? unwanted(request, path, options);
  if (refusal !== null) {
    sendRefusal(response, ...refusal);
    return false;
  }
  const wait = await options.limits.take(address, request.method as string, path);
  if (wait === null) return true;
  options.logger.debug({ from: address, path }, 'rate limit');
  response.setHeader('retry-after', wait);
  sendRefusal(response, 429, 'SLOW_DOWN');
  return false;
}

function misshapen(request: IncomingMessage, path: string, { largerBody }: FrontDoorOptions): Refusal | null {
  const { method = '', headers } = request;
  if (!METHODS.has(method)) return [405, 'BAD_METHOD'];
  if (!path.startsWith('/') || URL.parse(`http://${headers.host ?? ''}${path}`) === null) return [400, 'BAD_SHAPE'];
  if (method !== 'POST') return null;
  const length = headers['content-length'];
  // Everything we take is a document, for players a small one, and every client knows its length beforehand.
  if (length === undefined || headers['transfer-encoding'] !== undefined) return [411, 'LENGTH_NEEDED'];
  return Number(length) <= (largerBody(path) ?? MAX_COMMAND_BYTES) ? null : [413, 'TOO_LARGE'];
}

function unwanted(request: IncomingMessage, path: string, options: FrontDoorOptions): Refusal | null {
  const { method, headers } = request;
  const matchmaking = path.startsWith('/matchmake');
  if (matchmaking && method !== 'OPTIONS' && (method !== 'POST' || !MATCHMAKING.test(path))) return [404, 'NOT_FOUND'];
  const origin = headers.origin ?? null;
  // CORS keeps a foreign page from reading an answer, not from causing something with a cookie.
  if (method === 'POST' && !options.originAllowed(origin, headers.host ?? null)) return [403, 'FORBIDDEN'];
  const { phase } = options.lifecycle;
  if (phase !== 'ready' && ACTS.test(path)) return [503, phase === 'stopping' ? 'STOPPING' : 'BUSY'];
  const version = headers[VERSION_HEADER];
  if (version !== undefined && version !== String(PROTOCOL_VERSION)) return [426, 'WRONG_VERSION'];
  return null;
}
