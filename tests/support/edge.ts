import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laterPictures } from '@bloomvale/assets/later-pictures';
import { openAccounts } from '@bloomvale/server/accounts/accounts';
import { createApp, type GameServer } from '@bloomvale/server/app';
import type { Game } from '@bloomvale/server/application/contract';
import { type Config, readConfig } from '@bloomvale/server/config/env';
import type { Lifecycle } from '@bloomvale/server/http/health';
import { originRule } from '@bloomvale/server/http/origin';
import { createLogger } from '@bloomvale/server/ops/logger';
import { Client } from '@colyseus/sdk';
import { FakeGame } from './fake-game.ts';

/** The whole edge in this process, on a free port, over a fake game: one a test file, for the matchmaker is one a process. */
export const openEdge = (overrides: Partial<Config> = {}, game = new FakeGame()) => openEdgeOf(game, overrides);

/** The same over any game. */
export async function openEdgeOf<G extends Game>(game: G, overrides: Partial<Config> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bloomvale-edge-'));
  const config: Config = {
    ...readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      GUESTS_PER_HOUR: '1000000',
      AUTH_PER_MINUTE: '1000000',
      OPERATOR_SIGN_INS_PER_MINUTE: '1000000',
    }),
    dataDir: folder,
    ...overrides,
  };
  const logger = createLogger(config.logLevel);
  const lifecycle: Lifecycle = { phase: 'ready' };
  const accounts = await openAccounts({
    folder,
    secret: 'a'.repeat(64),
    operatorSecret: 'b'.repeat(64),
    baseUrl: config.publicUrl ?? 'http://localhost',
    originAllowed: originRule(config.publicUrl),
    perMinute: config.authPerMinute,
    minAge: config.minAge,
    logger,
  });
  const app = createApp({ config, game, pictureOf: laterPictures(game.content), accounts, lifecycle, logger });
  const url = `http://127.0.0.1:${await app.listen()}`;
  const close = async () => {
    await app.close();
    await accounts.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, game, accounts, lifecycle, folder, app, close };
}
export type Edge = Awaited<ReturnType<typeof openEdge>>;

/** Cookies as a browser keeps them: name to value. */
export const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

export const post = (
  url: string,
  path: string,
  body: unknown = {},
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export const get = (url: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url + path, { headers });

/** A new guest: the cookie, and an SDK client that carries it. */
export async function guest(url: string) {
  const response = await post(url, '/api/auth/sign-in/anonymous');
  if (response.status !== 200) throw new Error(`no guest: ${response.status} ${await response.text()}`);
  const cookie = cookieOf(response);
  return { cookie, sdk: client(url, cookie) };
}

export const client = (url: string, cookie: string) => new Client<GameServer>(url, { headers: { cookie } });

/** Waits until `read` gives something, for at most fifteen seconds: the machine may be busy. */
export async function until<T>(read: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
