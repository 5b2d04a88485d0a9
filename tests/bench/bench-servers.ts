import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../bots/free-port.ts';
import { ROOT, ServerProcess } from '../bots/server-process.ts';

/** Limits are on, but so high that one machine full of clients stays below them. */
const ENV = {
  LOG_LEVEL: 'error',
  GUESTS_PER_HOUR: '1000000',
  AUTH_PER_MINUTE: '1000000',
  API_PER_MINUTE: '10000000',
  COMMANDS_PER_SECOND: '1000000',
  FLOOD_PER_SECOND: '1000000',
};

/** For whoever wants to know why: `BENCH_FLAGS="--cpu-prof --cpu-prof-dir=/tmp" npm run bench -- --only lends`. */
const EXTRA_FLAGS = process.env.BENCH_FLAGS?.split(' ') ?? [];

/** Runs work beside a server of its own and a data folder of its own, on the disk that real data would lie on. */
export const withServer = <T>(
  script: string,
  work: (server: ServerProcess) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> => withFolder((folder) => serveFrom(folder, script, work, env));

/** A data folder that may outlive a server. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serveFrom<T>(
  folder: string,
  script: string,
  work: (server: ServerProcess) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const server = new ServerProcess({
    script,
    port: await freePort(),
    nodeFlags: ['--expose-gc', ...EXTRA_FLAGS],
    env: { ...ENV, ...env, DATA_DIR: folder },
  });
  try {
    await server.ready();
    return await work(server);
  } finally {
    await server.stop();
  }
}

export const withBare = <T>(work: (server: ServerProcess) => Promise<T>): Promise<T> =>
  withServer('tests/bench/bare-server.ts', work);
const GAME = 'tests/bench/game-server.ts';
/** The real server over the catalogue that ships. */
export const withGame = <T>(work: (server: ServerProcess) => Promise<T>): Promise<T> => withServer(GAME, work);
/** The same over a data folder that is there already. */
export const withGameOf = <T>(folder: string, work: (server: ServerProcess) => Promise<T>): Promise<T> =>
  serveFrom(folder, GAME, work);
/** Open loans of a village, 400 shares each: enough for the best machine to lend at full speed through a run of some seconds. */
const OPEN_LOANS = '120';
/** The real server over a catalogue with endless loans and purses. */
export const withRoomyGame = <T>(work: (server: ServerProcess) => Promise<T>): Promise<T> =>
  withServer(GAME, work, { OPEN_LOANS });
