import { spawnSync } from 'node:child_process';
import { fail, say } from './console.mjs';
import { ROOT } from './paths.mjs';
import { hashOf, isStamped, stamp } from './stamps.mjs';
import { SHELL, withPnpm } from './toolchain.mjs';

const INPUTS = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  ...['shared', 'server', 'client', 'assets', 'tests'].map((name) => `${name}/package.json`),
];

/** Installs the dependencies, when the lock file is another one than last time. */
export function install(env) {
  const hash = hashOf(INPUTS);
  if (isStamped('install', hash)) return;
  say('installing dependencies');
  const args = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
  const options = { cwd: ROOT, env: withPnpm(env), stdio: ['ignore', 2, 2], shell: SHELL };
  if (spawnSync('pnpm', args, options).status !== 0) fail('the dependencies could not be installed');
  stamp('install', hash);
}
