import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIRST_MODEL } from '@bloomvale/shared/lending/first-model';
import { makeTerms } from '@bloomvale/shared/lending/loan-terms';
import { modelDigest } from '@bloomvale/shared/lending/model-digest';
import { makeReplayFile } from '@bloomvale/shared/lending/replay';
import { REPLAY_FORMAT, type ReplayFile } from '@bloomvale/shared/lending/replay-file';
import { commitment, loanKey } from '@bloomvale/shared/random/keys';
import { afterAll, describe, expect, it, vi } from 'vitest';
import vectors from '../../../tests/vectors/loan-schedule-vectors.json' with { type: 'json' };

// Each case starts a process of its own: on a busy machine that may take a while.
vi.setConfig({ testTimeout: 60_000 });

const CLI = fileURLToPath(new URL('./lending-cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bloomvale-lending-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the command line as a script does, with `input` on its standard input. */
function lending(args: readonly string[], input: string | Buffer = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args]);
    const ran = { stdout: '', stderr: '' };
    child.stdout.on('data', (piece: Buffer) => {
      ran.stdout += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => {
      ran.stderr += piece.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...ran }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const ask = (command: string, input: unknown): Promise<Ran> => lending([command], JSON.stringify(input));
function answer(ran: Ran): unknown {
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout.endsWith('\n') && ran.stdout.indexOf('\n') === ran.stdout.length - 1).toBe(true);
  return JSON.parse(ran.stdout);
}
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A closed loan of a made-up season, without a place: its keys are enough. */
function replayFile(): ReplayFile {
  const product = {
    id: 'p',
    name: { en: 'P', fr: 'P' },
    instalments: 6,
    intervalSimHours: 720,
    method: 'equal_instalments',
    graceOnPrincipal: 0,
    funding: 'fixed',
    currencyLoss: 'none',
    starter: false,
  } as const;
  const key = loanKey('5c'.repeat(32), 'awa-v1-1');
  return makeReplayFile({
    format: REPLAY_FORMAT,
    loan: 'awa-v1-1',
    terms: makeTerms({ model: FIRST_MODEL, product, annualCost: 0.28, grade: 'C' }),
    principal: 20_000,
    disbursedAt: 500,
    contributions: [{ pseudonym: 'lender 1', amount: 20_000 }],
    clock: [{ realFrom: 0, simFrom: 0, monthSeconds: 14_400 }],
    events: [],
    farming: { lean: [], harvest: [], planting: 0 },
    help: [],
    forgiveness: [],
    recoveryMonths: 0,
    key,
    commitment: commitment(key),
    seasons: [],
    regionKeys: [],
  });
}

describe.concurrent('a wrong call', () => {
  it.each([
    ['without a command', []],
    ['with an unknown command', ['scedule']],
    ['with the name of something every object has', ['constructor']],
    ['with two files', ['metrics', 'a', 'b']],
    ['with an unknown option', ['schedule', '--principal', '5']],
    ['with an option of another command', ['schedule', '--root', 'aa']],
    ['with a file that is not there', ['metrics', join(folder, 'nothing.json')]],
  ])('%s ends with 2 and says how to call', async (_name, args) => {
    const ran = await lending(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^Usage: npm run|cannot be read/);
  });
  it('with bytes that are no text ends with 2', async () => {
    const ran = await lending(['schedule'], Buffer.from([0x7b, 0xff, 0xfe]));
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^standard input: cannot be read/);
  });
});

describe.concurrent('a wrong input ends with 1, names the field on standard error and says nothing on standard output', () => {
  const whole = vectors.vectors[0]?.inputs ?? {};
  it.each([
    ['schedule', '', /^\(input\): expected JSON/],
    ['schedule', '{"principal":', /^\(input\): expected JSON/],
    ['schedule', '[]', /^\(input\): /],
    ['schedule', JSON.stringify({ ...whole, principal: '12,50' }), /^principal: expected a plain decimal/],
    ['schedule', JSON.stringify({ ...whole, graceOnPrincipals: 3 }), /^graceOnPrincipals: /],
    ['schedule', JSON.stringify({ ...whole, numberOfRepayments: 0 }), /^numberOfRepayments: /],
    ['due-dates', '{"firstDueDate":"2023-02-29","count":3}', /^firstDueDate: expected an existing date/],
    ['metrics', '{"loans":[{"outstanding":-1,"daysPastDue":2}]}', /^loans\.0\.outstanding: /],
    ['replay', '{}', /^source: .*\(BAD_SHAPE\)/],
  ])('%s %s', async (command, input, message) => {
    const ran = await lending([command], input);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
  it('names every field, a line each', async () => {
    const ran = await ask('schedule', { ...whole, principal: 'x', numberOfRepayments: 1.5 });
    expect(
      ran.stderr
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['principal', 'numberOfRepayments']);
  });
  it('refuses a replay file with a word changed, or against another commitment', async () => {
    const { source, result, digest } = replayFile();
    const [first, ...rest] = result.ticks;
    const altered = { source, digest, result: { ...result, ticks: [{ ...first, word: 1 }, ...rest] } };
    const changed = await ask('replay', altered);
    expect(changed).toMatchObject({ code: 1, stdout: '' });
    expect(changed.stderr).toMatch(/^result\.ticks\.0\.word: .*\(MISMATCH\)/);
    const other = await lending(['replay', '--commitment', '00'.repeat(32)], JSON.stringify(replayFile()));
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toMatch(/^source\.commitment: .*\(KEY_COMMITMENT\)/);
  });
});

describe.concurrent('schedule prints the rows of every golden vector, to the cent', () => {
  type Vector = (typeof vectors.vectors)[number] & { referenceFullRowsMinor?: (number | null)[][] };
  it.each((vectors.vectors as Vector[]).map((one) => [one.id, one] as const))('%s', async (_id, vector) => {
    const { rowsMinor, ...more } = answer(await ask('schedule', vector.inputs)) as { rowsMinor: number[][] };
    expect(more).toEqual({});
    const listed = (vector.referenceFullRowsMinor ?? vector.rowsMinor) as (number | null)[][];
    // A vector that lists some rows only leaves out balances it does not know.
    expect(rowsMinor.map((row, i) => row.map((cell, k) => (listed[i]?.[k] === null ? null : cell)))).toEqual(listed);
    for (const row of vector.rowsMinor as (number | null)[][]) {
      expect(rowsMinor[(row[0] as number) - 1]?.slice(0, 4)).toEqual(row.slice(0, 4));
    }
  });
});

describe('the other commands', () => {
  it.each(vectors.dueDateVectors.map((one) => [one.id, one] as const))('due-dates of %s', async (_id, vector) => {
    const { firstDueDate, seedDay, unit, every, dueDates } = vector;
    const ran = await ask('due-dates', { firstDueDate, seedDay, unit, every, count: dueDates.length });
    expect(answer(ran)).toEqual({ dueDates });
  });
  it('metrics reads a file', async () => {
    const loans = [
      { outstanding: 7_500, daysPastDue: 0 },
      { outstanding: 2_500, daysPastDue: 31, overdue: 500 },
    ];
    const path = file('metrics.json', JSON.stringify({ loans, ended: [{ principal: 1_000, defaultLoss: 40 }] }));
    expect(answer(await lending(['metrics', path]))).toMatchObject({
      glp: 10_000,
      par30: 0.25,
      arrearsRate: 0.05,
      repaymentRate: 0.96,
    });
  });
  it('replay confirms an honest file, also against what was published', async () => {
    const replay = replayFile();
    const path = file('replay.json', JSON.stringify(replay));
    expect(answer(await lending(['replay', path, '--commitment', replay.source.commitment]))).toEqual({
      verified: true,
      loan: 'awa-v1-1',
      result: replay.result,
      model: modelDigest(FIRST_MODEL),
    });
  });
});
