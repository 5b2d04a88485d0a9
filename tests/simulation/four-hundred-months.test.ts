import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { withSource } from '@bloomvale/server/application/audit';
import type { LoanRow } from '@bloomvale/server/application/store/rows';
import { DATABASE_FILE } from '@bloomvale/server/persistence/open-database';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDice } from '../bots/dice.ts';
import { ROOT } from '../bots/server-process.ts';
import { readJournal } from './long-run/long-bots.ts';
import { LEFT_OUT, modelFigures } from './long-run/model-band.ts';

const SCRIPT = fileURLToPath(new URL('long-run/long-run-process.ts', import.meta.url));
const MONTHS = Number(process.env.LONG_MONTHS ?? 400);
const KILLS = Number(process.env.LONG_KILLS ?? 12);
const SEED = Number(process.env.LONG_SEED ?? 20_261_122);
const START = Date.UTC(2026, 4, 5, 12);
/** What the host clock shows after a kill: set back, at once, after a nap, and after an outage in which simulated time stands still. */
const AWAY_MS = [-20_000, 0, 4_000, 3 * 3_600_000] as const;
/** Loans and months before the portfolio has the ages of a steady state. */
const WARM_UP_MONTHS = 24;
/** Months a block of the Monte-Carlo error covers: about two lives of a loan, so that blocks hardly know each other. */
const BLOCK_MONTHS = 20;
const SIGMAS = 4;

const dice = createDice(SEED, 7);
let folder = '';
let loans: LoanRow[] = [];
let now = START;
let kills = 0;

function start(task: string): ChildProcess {
  const args = [SCRIPT, task, folder, String(now), String(MONTHS), String(SEED)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Plays on until the months are over or the kill comes; `killAt` is the month in which it does. */
async function play(killAt: number): Promise<'killed' | 'over'> {
  const child = start('play');
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    const [time, month] = (lines.at(-1) ?? '').split(' ').map(Number);
    if (time !== undefined && month !== undefined && lines.length > 0) {
      now = time;
      if (month >= killAt) child.kill('SIGKILL');
    }
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(`the long run ended with ${code}:\n${said}`);
  return 'over';
}

beforeAll(async () => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.cache', 'long-run-'));
  // Early enough that a busy machine still kills before the months are over.
  const deaths = Array.from({ length: KILLS }, () => 1 + dice.upTo(Math.ceil(MONTHS * 0.9))).sort((a, b) => a - b);
  for (const killAt of [...deaths, Number.POSITIVE_INFINITY]) {
    if ((await play(killAt)) === 'over') break;
    kills++;
    now += dice.pick(AWAY_MS) ?? 0;
  }
  const store = openSqliteStore(folder, now, { thread: false });
  loans = withSource(store, (source) => [...source.loans()]);
  await store.close();
}, 1_200_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe(`${MONTHS} simulated months of the whole catalogue, with kills, lost answers, clock jumps and a full disk`, () => {
  test('leave every invariant of the ledger unbroken', async () => {
    expect(kills).toBe(KILLS);
    const child = start('audit');
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await once(child, 'close');
    expect(JSON.parse(output)).toMatchObject({ violations: [] });
  });

  test('have the effects that lenders were answered for, once each', () => {
    const database = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
    const posted = new Set(
      database
        .prepare("SELECT key FROM batch WHERE key LIKE 'lend:%' AND actor LIKE 'player:%'")
        .all()
        .map(({ key }) => key),
    );
    database.close();
    const lines = readJournal(join(folder, 'commands.ndjson'));
    const answered = lines.flatMap((line) => ('answered' in line ? [line] : []));
    const lent = new Set(answered.filter(({ ok }) => ok).map(({ answered: id }) => `lend:${id}`));
    expect(lent.size).toBeGreaterThan(MONTHS * 10);
    expect(answered.some(({ ok }) => !ok)).toBe(true);
    expect(posted).toEqual(lent);
  });

  test('lend to everybody in the catalogue who may stand in a hall', () => {
    const people = new Set(loans.filter(({ principal }) => principal > 0).map(({ entrepreneur }) => entrepreneur));
    expect(people.size).toBeGreaterThan(50);
  });

  test('are repaid as the model says', () => {
    const begun = loans.filter(({ principal, starter }) => principal > 0 && starter === 0);
    const ended = begun.filter(({ closedAt }) => closedAt !== null);
    // Of the last loans only the quick ones are over; those disbursed earlier have all but ended.
    const cohort = ended.filter(({ disbursedSim }) => monthOf(disbursedSim) < MONTHS - 40);
    const { loss } = modelFigures(cohort);
    const share = (some: readonly LoanRow[]) =>
      sum(some, ({ writtenOff }) => writtenOff) / sum(some, ({ principal }) => principal);
    const blocks = blocksOf(cohort, ({ disbursedSim }) => monthOf(disbursedSim)).map(share);
    const band = bandOf(loss, blocks);
    const repaid = { model: 1 - band.model, from: 1 - band.to, to: 1 - band.from };
    report('repayment rate', 1 - share(cohort), repaid, `${cohort.length} loans`);
    expect(share(cohort)).toBeGreaterThanOrEqual(band.from);
    expect(share(cohort)).toBeLessThanOrEqual(band.to);
  });

  test('are late as the model says', () => {
    const begun = loans.filter(({ principal, starter }) => principal > 0 && starter === 0);
    const samples = readFileSync(join(folder, 'samples.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { month: number; glp: number; late: number });
    expect(samples.map(({ month }) => month)).toEqual(Array.from({ length: MONTHS }, (_, i) => i));
    const steady = samples.filter(({ month }) => month >= WARM_UP_MONTHS);
    const share = (some: typeof samples) => sum(some, ({ late }) => late) / sum(some, ({ glp }) => glp);
    const blocks = blocksOf(steady, ({ month }) => month).map(share);
    const band = bandOf(modelFigures(begun).par30, blocks);
    report('portfolio at risk over 30 days', share(steady), band, `${steady.length} month ends`);
    expect(share(steady)).toBeGreaterThanOrEqual(band.from);
    expect(share(steady)).toBeLessThanOrEqual(band.to);
  });
});

const monthOf = (sim: number | null): number => Math.floor((sim ?? 0) / 2_592_000);
const sum = <T>(rows: readonly T[], value: (row: T) => number): number =>
  rows.reduce((all, row) => all + value(row), 0);

function blocksOf<T>(rows: readonly T[], month: (row: T) => number): T[][] {
  const blocks = new Map<number, T[]>();
  for (const row of rows) {
    const block = Math.floor(month(row) / BLOCK_MONTHS);
    blocks.set(block, [...(blocks.get(block) ?? []), row]);
  }
  return [...blocks.values()];
}

type Band = { readonly model: number; readonly from: number; readonly to: number };

/** The model's figure, give or take what its closed form leaves out and four standard errors of a run this long. */
function bandOf(model: number, blocks: readonly number[]): Band {
  const mean = sum(blocks, (block) => block) / blocks.length;
  const variance = sum(blocks, (block) => (block - mean) ** 2) / (blocks.length - 1);
  const width = model * LEFT_OUT + SIGMAS * Math.sqrt(variance / blocks.length);
  return { model, from: Math.max(0, model - width), to: model + width };
}

function report(what: string, value: number, { model, from, to }: Band, of: string): void {
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  process.stderr.write(
    `${what}: ${percent(value)} over ${of}; model ${percent(model)}, band ${percent(from)} to ${percent(to)}\n`,
  );
}
