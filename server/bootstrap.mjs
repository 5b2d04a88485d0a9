#!/usr/bin/env node
// The door of every root script: `npm start`, `npm test` and the rest work on a machine that has nothing but Node 20 and npm.
// Plain JavaScript, because it runs before there is a Node that understands anything else. stdout belongs to the task.
import { buildAssets, buildClient } from './bootstrap/build.mjs';
import { findChromium } from './bootstrap/chromium.mjs';
import { fail, say } from './bootstrap/console.mjs';
import { install } from './bootstrap/install.mjs';
import { atRoot } from './bootstrap/paths.mjs';
import { runAll, runToEnd, together } from './bootstrap/run.mjs';
import { toolchain } from './bootstrap/toolchain.mjs';

const PACKAGES = ['shared', 'server', 'client', 'assets', 'tests'];
const bin = (name) => atRoot('node_modules', name);
const BIOME = bin('@biomejs/biome/bin/biome');
const TSC = bin('typescript/bin/tsc');
const VITEST = bin('vitest/vitest.mjs');
const VITE = atRoot('client/node_modules/vite/bin/vite.js');

const types = () => PACKAGES.map((name) => ({ title: `types: ${name}`, args: [TSC, '-p', atRoot(name)] }));
const lint = (...args) => ({ title: 'lint and format', args: [BIOME, 'check', ...args] });
const script = (path) => (env, args) => runToEnd(env, [atRoot(path), ...args]);
const withChromium = (run) => (env, args) => run({ ...env, CHROMIUM: findChromium(env) ?? '' }, args);

/** Task name: what it needs built, and what it runs. `run` resolves to the exit code. */
const TASKS = {
  start: { build: ['assets', 'client'], run: script('server/src/main.ts') },
  dev: { build: ['assets'], run: dev },
  test: { build: ['assets', 'client'], run: test },
  'test:long': { build: ['assets', 'client'], run: testLong },
  check: { build: [], run: (env) => runAll(env, [...types(), lint()]) },
  format: { build: [], run: (env) => runAll(env, [lint('--write')]) },
  bots: { build: [], run: script('tests/bots/main.ts') },
  audit: { build: [], run: script('server/src/ops/audit-cli.ts') },
  backup: { build: [], run: script('server/src/ops/backup-cli.ts') },
  restore: { build: [], run: script('server/src/ops/restore-cli.ts') },
  'operator:create': { build: [], run: script('server/src/ops/operator-cli.ts') },
  lending: { build: [], run: script('server/src/ops/lending-cli.ts') },
  balance: { build: [], run: script('tests/balance/main.ts') },
  bench: { build: ['assets', 'client'], run: withChromium(script('tests/bench/main.ts')) },
  gallery: { build: ['assets', 'client'], run: withChromium(script('tests/gallery/main.ts')) },
};

/** The client with hot reload on :5173, the server behind it started again on every change; the end of one is the end of both. */
function dev(env, args) {
  const game = { GAME_URL: `http://127.0.0.1:${env.PORT || 2567}`, ...env };
  return together([
    runToEnd(env, ['--watch', '--watch-preserve-output', atRoot('server/src/main.ts'), ...args]),
    runToEnd(game, [VITE], { cwd: atRoot('client') }),
  ]);
}

/** The test runner comes last: what it says at the end is what stands at the end. */
async function test(env, args) {
  const chromium = findChromium(env);
  const before = await runAll(env, [...types(), lint()]);
  const tests = await vitest(env, chromium, ['unit', 'rooms'], 'e2e', args);
  return tests || before;
}

function testLong(env, args) {
  return vitest(env, findChromium(env), ['long'], 'tours', args);
}

/** Runs projects, and one more where there is a Chromium; where there must be one, a missing one is a failure. */
async function vitest(env, chromium, projects, inBrowser, args) {
  if (chromium === null)
    say('NO CHROMIUM FOUND: THE BROWSER TESTS ARE SKIPPED. Install one, for example: apt-get install chromium');
  const names = [...projects, ...(chromium === null ? [] : [inBrowser])].flatMap((name) => ['--project', name]);
  const code = await runToEnd({ ...env, CHROMIUM: chromium ?? '' }, [VITEST, 'run', ...names, ...args]);
  const missing = chromium === null && env.BLOOMVALE_REQUIRE_CHROMIUM === '1' ? 1 : 0;
  return code || missing;
}

const [name = 'start', ...args] = process.argv.slice(2);
const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
if (task === undefined) fail(`there is no task "${name}"; there are: ${Object.keys(TASKS).join(', ')}`);
const env = toolchain();
install(env);
if (task.build.includes('assets')) buildAssets(env);
if (task.build.includes('client')) buildClient(env);
process.exitCode = await task.run(env, args[0] === '--' ? args.slice(1) : args);
