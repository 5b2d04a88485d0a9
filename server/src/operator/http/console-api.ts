import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { Result } from '@bloomvale/shared/result';
import type { Operators } from '../../accounts/operators/operators.ts';
import { NotNowError } from '../../application/contract.ts';
import { StoreError } from '../../application/store/store-error.ts';
import { sendJson, sendText } from '../../http/http-refusal.ts';
import type { Logger } from '../../ops/logger.ts';
import { callerOf } from './caller.ts';
import { docsPage } from './docs-page.ts';
import { type FoundEndpoint, findEndpoint } from './endpoint-table.ts';
import type { Call, Caller, ConsoleHandlers, FileAnswer, Handler } from './handlers.ts';
import { openApi } from './open-api.ts';
import { readInput } from './request-input.ts';
import { STATUS } from './statuses.ts';

export type ConsoleApiOptions = {
  readonly operators: Operators;
  readonly handlers: ConsoleHandlers;
  readonly logger: Logger;
  /** Told after every answered request: what it noted of accounts can go into the trail. */
  readonly onAnswered: () => void;
};

const squeeze = promisify(gzip);
/** Bodies longer than this are held in memory by the dozen megabytes while they are worked on, so only a few at a time are. Bytes. */
const LARGE_FROM = 1024 * 1024;
const LARGE_MOST = 3;
/** Requests with a large body that are being worked on. */
type Crowd = { large: number };
/** Characters from which an answer is squeezed. */
const SQUEEZED_FROM = 256 * 1024;

/** Answers a request below `/operator/api`. Never rejects. */
export type ConsoleApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers are data: whatever a browser makes of one, nothing in it runs and nothing is loaded. */
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

/** Mounts the table of endpoints: one way in for everything the console does. */
export function consoleApi(options: ConsoleApiOptions): ConsoleApi {
  const { logger, onAnswered } = options;
  const description = JSON.stringify(openApi());
  const docs = docsPage();
  const crowd: Crowd = { large: 0 };
  return async (request, response) => {
    response.setHeader('content-security-policy', NOTHING_RUNS);
    const url = new URL(request.url ?? '/', 'http://console');
    const path = url.pathname.startsWith(OPERATOR_API_BASE) ? url.pathname.slice(OPERATOR_API_BASE.length) : '';
    if (request.method === 'GET' && path === '/openapi.json') return send(response, 'application/json', description);
    if (request.method === 'GET' && path === '/docs') {
      response.setHeader('content-security-policy', docs.policy);
      return send(response, 'text/html', docs.html);
    }
    try {
      const found = findEndpoint(request.method ?? '', path);
      if (found === null) return refused(response, { code: 'NOT_FOUND' }, 404);
      if (found === 'OTHER_METHOD') return refused(response, { code: 'NOT_FOUND' }, 405);
      await answer(request, response, found, url.searchParams, options, crowd);
    } catch (fault) {
      // Hung up in the middle of what they sent: nobody is there to be answered, and it is no fault of ours.
      if (request.destroyed && !request.complete) return;
      if (response.headersSent) return void response.destroy();
      const code = codeOf(fault);
      if (code === 'INTERNAL') logger.error({ err: fault, path }, 'a request of the console failed');
      refused(response, { code });
    } finally {
      onAnswered();
    }
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  found: FoundEndpoint,
  search: URLSearchParams,
  { operators, handlers }: ConsoleApiOptions,
  crowd: Crowd,
): Promise<void> {
  const caller = await callerOf(request, found.endpoint, operators);
  if (!caller.ok) return refused(response, caller.error);
  const large = Number(request.headers['content-length']) > LARGE_FROM;
  if (large && crowd.large >= LARGE_MOST) return refused(response, { code: 'BUSY' });
  crowd.large += large ? 1 : 0;
  try {
    await handle(request, response, found, search, caller.value, handlers);
  } finally {
    crowd.large -= large ? 1 : 0;
  }
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  found: FoundEndpoint,
  search: URLSearchParams,
  caller: Caller | null,
  handlers: ConsoleHandlers,
): Promise<void> {
  const input = await readInput(request, found, search);
  if (!input.ok) return refused(response, input.error);
  const handler = handlers[found.name] as Handler<FoundEndpoint['endpoint']>;
  const call = {
    ...input.value,
    caller,
    setCookies: (lines: readonly string[]) => response.setHeader('set-cookie', lines),
  };
  const done: Result<unknown, OperatorRefusal> = await handler(call as Call<FoundEndpoint['endpoint']>);
  if (!done.ok) refused(response, done.error);
  else if (found.endpoint.gives === 'file') sendFile(response, done.value as FileAnswer);
  else await sendAnswer(request, response, done.value);
}

/**
 * A catalogue of ten thousand entries is tens of megabytes of text: squeezed, beside this thread. Small answers never are: what they hold (a
 * token's secret) must not be guessed from their length.
 */
async function sendAnswer(request: IncomingMessage, response: ServerResponse, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  if (text.length < SQUEEZED_FROM || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    return sendText(response, 200, text);
  }
  const squeezed = await squeeze(text, { level: 5 });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': squeezed.byteLength,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  });
  response.end(squeezed);
}

function refused(response: ServerResponse, refusal: OperatorRefusal, status = STATUS[refusal.code]): void {
  sendJson(response, status, refusal);
}

function codeOf(fault: unknown): OperatorRefusal['code'] {
  if (fault instanceof NotNowError) return fault.code === 'STOPPING' ? 'STOPPING' : 'STORE_UNAVAILABLE';
  return fault instanceof StoreError ? 'STORE_UNAVAILABLE' : 'INTERNAL';
}

/** Saved under its name by every browser, never shown as a page of ours. */
function sendFile(response: ServerResponse, { name, type, content }: FileAnswer): void {
  response.setHeader('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`);
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', Buffer.byteLength(content));
  response.end(content);
}

/** What is the same for everybody until the next release. */
function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}
