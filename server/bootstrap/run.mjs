import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { say } from './console.mjs';
import { ROOT, STAMPS } from './paths.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How often we look whether our parent is still there. */
const PARENT_MS = 500;
/** Compiled and type-stripped modules, kept between runs: the second start of the server takes about half as long. */
const CACHE = { NODE_COMPILE_CACHE: join(STAMPS, 'compiled') };
const running = new Set();

/** Runs node with these arguments and hands over its exit code; it inherits stdin, stdout and stderr. */
export function runToEnd(env, args, { cwd = ROOT } = {}) {
  watchParent();
  return new Promise((resolve) => {
    const child = spawn('node', args, { env: { ...CACHE, ...env }, cwd, stdio: 'inherit' });
    running.add(child);
    child.on('error', (cause) => {
      say(`cannot run ${args[0]}: ${cause.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      running.delete(child);
      // As a shell says it: 128 + the signal's number.
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** Runs steps one after another, all of them even when one fails: one look shows everything that is wrong. */
export async function runAll(env, steps) {
  let worst = 0;
  for (const { title, args } of steps) {
    say(title);
    const code = await runToEnd(env, args);
    if (code !== 0) say(`${title}: FAILED`);
    worst ||= code;
  }
  return worst;
}

/** Ends all when the first one ends. */
export async function together(runs) {
  const code = await Promise.race(runs);
  pass('SIGTERM');
  await Promise.all(runs);
  return code;
}

function pass(signal) {
  for (const child of running) child.kill(signal);
}

for (const signal of SIGNALS) process.on(signal, () => pass(signal));

let watching = false;

/**
 * npm ends at once on SIGTERM and passes nothing on: without this the server would live on as an orphan and keep its port
 * (stack-facts 4). A parent that is gone means the same as the signal.
 */
function watchParent() {
  if (watching) return;
  watching = true;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) pass('SIGTERM');
  }, PARENT_MS).unref();
}
