import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, say } from './console.mjs';
import { STAMPS } from './paths.mjs';

const NODE = 24;
const PNPM = 12;
const KEPT_PATH = 'path';
/** On Windows npm's programs are .cmd files, which only a shell can start. */
export const SHELL = process.platform === 'win32';

const major = (program, env) => {
  const result = spawnSync(program, ['--version'], { env, encoding: 'utf8', shell: SHELL });
  return result.status === 0 ? Number.parseInt(result.stdout.trim().replace(/^v/, ''), 10) : 0;
};

/**
 * The environment in which everything runs: its PATH begins with a Node that runs TypeScript. When this one does, nothing changes; else
 * npx fetches one, once, and is asked only for the PATH (nesting it would cost a process and break `tsc`).
 */
export function toolchain() {
  if (Number.parseInt(process.versions.node, 10) >= NODE) return { ...process.env };
  const kept = keptPath();
  const env = kept === null ? null : withPath(kept);
  // The npm cache may have been cleared since.
  if (env !== null && major('node', env) >= NODE) return env;
  return fetchToolchain();
}

/** The same with a pnpm as well: needed only to install. */
export function withPnpm(env) {
  return major('pnpm', env) >= PNPM ? env : fetchToolchain();
}

function fetchToolchain() {
  say(`finding Node ${NODE} and pnpm ${PNPM} (the first time they are downloaded)`);
  const args = [
    '-y',
    '--prefer-offline',
    '-p',
    `node@${NODE}`,
    '-p',
    `pnpm@${PNPM}`,
    '-c',
    'node -p "process.env.PATH"',
  ];
  const result = spawnSync('npx', args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', shell: SHELL });
  const path = result.status === 0 ? result.stdout.trim().split('\n').at(-1) : '';
  if (!path) fail(`npx could not provide Node ${NODE} and pnpm ${PNPM}; is the network there?`);
  keep(path);
  return withPath(path);
}

function withPath(path) {
  const env = { ...process.env };
  // Windows spells it "Path"; two spellings at once would leave the choice to chance.
  for (const name of Object.keys(env)) if (name.toUpperCase() === 'PATH') delete env[name];
  return { ...env, PATH: path };
}

function keptPath() {
  try {
    return readFileSync(join(STAMPS, KEPT_PATH), 'utf8');
  } catch {
    return null;
  }
}

function keep(path) {
  try {
    mkdirSync(STAMPS, { recursive: true });
    writeFileSync(join(STAMPS, KEPT_PATH), path);
  } catch {
    // A folder that cannot be written is the installation's problem, and it says so.
  }
}
