import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { ContentSchema } from '@bloomvale/shared/content/content';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pause } from '../bots/bot-life.ts';
import { createDice } from '../bots/dice.ts';
import { ROOT } from '../bots/server-process.ts';

/**
 * Publishing under `kill -9`: the old or the new version, whole, with its line of the trail, its draft and its proposal; every version that
 * was acknowledged is there, and the ledger passes the audit.
 */
const KILLS = Number(process.env.PUBLISH_KILLS ?? 25);
/** Milliseconds between the first version that is said and the kill, at most: some dozens are published in it. */
const MOST_MS = 1_200;
const READY_WITHIN_MS = 30_000;

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const dice = createDice(seed, 0);
let folder = '';
beforeAll(() => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  // Not under /tmp, which may be memory: what is tested is a disk.
  folder = mkdtempSync(join(ROOT, '.cache', 'publishing-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One life of the game. @returns the last version that was acknowledged. */
async function liveAndDie(): Promise<number> {
  const child = spawn(process.execPath, ['tests/crash/publishing-process.ts', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, faults] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (faults += chunk.toString()));
  for (let waited = 0; !said.includes('\n'); waited += 20) {
    if (waited > READY_WITHIN_MS || child.exitCode !== null) throw new Error(`the game did not begin: ${faults}`);
    await pause(20);
  }
  await pause(dice.upTo(MOST_MS));
  expect(child.exitCode, faults).toBeNull();
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}

type Row = Readonly<Record<string, string | number | null>>;

/** What the file says, without any code of the server. */
function inFile<T>(look: (all: (text: string) => Row[]) => T): T {
  const database = new DatabaseSync(join(folder, 'bloomvale.db'), { readOnly: true });
  try {
    return look((text) => database.prepare(text).all() as Row[]);
  } finally {
    database.close();
  }
}

describe(`publishing under kill -9 (CRASH_SEED=${seed})`, () => {
  test(
    `leaves the old or the new version whole, ${KILLS} times over`,
    async () => {
      for (let round = 1; round <= KILLS; round++) {
        const acknowledged = await liveAndDie();
        const live = inFile((all) => checkedLive(all, `round ${round}`));
        expect(live, `round ${round}`).toBeGreaterThanOrEqual(acknowledged);
        // One publication at a time is under way: more than the next cannot have been kept.
        expect(live, `round ${round}`).toBeLessThanOrEqual(acknowledged + 1);
      }
      expect(
        inFile((all) => checkedLive(all, 'at the end')),
        'something was published',
      ).toBeGreaterThan(1);
    },
    KILLS * 30_000,
  );

  test('leaves a ledger that passes the audit', async () => {
    const env = { ...process.env, DATA_DIR: folder };
    const audit = promisify(execFile)(process.execPath, ['server/src/ops/audit-cli.ts'], { cwd: ROOT, env });
    await expect(audit).resolves.toBeDefined();
  }, 120_000);
});

/** @returns the number of the live version, which everything agrees upon. */
function checkedLive(all: (text: string) => Row[], what: string): number {
  const live = Number(all(`SELECT value FROM meta WHERE key = 'catalogue.live'`)[0]?.value);
  const versions = all('SELECT number, hash, content, parent FROM catalogue_version ORDER BY number');
  expect(
    versions.map(({ number }) => number),
    what,
  ).toEqual(Array.from({ length: live }, (_, i) => i + 1));
  for (const { number, hash, content, parent } of versions.slice(-3)) {
    expect(createHash('sha256').update(String(content)).digest('hex'), `${what}, version ${number}`).toBe(hash);
    expect(ContentSchema.safeParse(JSON.parse(String(content))).success, `${what}, version ${number}`).toBe(true);
    expect(parent, `${what}, version ${number}`).toBe(number === 1 ? null : Number(number) - 1);
  }
  const after = versions.slice(1).map(({ number }) => number);
  const lines = all(
    `SELECT subject FROM audit_line WHERE action IN ('catalogue.publish', 'catalogue.rollback') ORDER BY id`,
  );
  expect(
    lines.map(({ subject }) => subject),
    what,
  ).toEqual(after.map((number) => `version:${number}`));
  const done = all(`SELECT json_extract(outcome, '$.version') AS number FROM proposal WHERE state = 'done' ORDER BY 1`);
  expect(
    done.map(({ number }) => number),
    what,
  ).toEqual(after);
  const published = all(`SELECT published_as AS number FROM catalogue_draft WHERE state = 'published' ORDER BY 1`);
  const byDraft = all(`SELECT number FROM catalogue_version WHERE origin = 'publish' ORDER BY 1`);
  expect(published, what).toEqual(byDraft);
  return live;
}
