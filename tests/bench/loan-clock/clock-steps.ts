import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { databaseFile, openReadOnly } from '@bloomvale/server/persistence/open-database';
import { SIM_MONTH } from '@bloomvale/shared/time/sim-clock';
import type { RowCounts } from './counted-store.ts';

const SCRIPT = fileURLToPath(new URL('clock-process.ts', import.meta.url));
const POLL_MS = 20;

export type ClockRun = {
  /** Steps that loans took, and how long that was: seconds of the wall, and of the processor (all threads). */
  readonly steps: number;
  readonly seconds: number;
  readonly processor: number;
  readonly commits: number;
  /** Rows written, by table. */
  readonly counts: RowCounts;
  /** Most resident memory beyond that of the idle game. */
  readonly megabytes: number;
};

const started = (step: string, folder: string, more: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--expose-gc', SCRIPT, step, folder, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });

async function finished<T>(step: string, folder: string, ...more: readonly string[]): Promise<T> {
  const child = started(step, folder, more);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${step} of the loan clock's bench ended with ${code}`);
  return JSON.parse(output.trim().split('\n').at(-1) as string) as T;
}

/** So many running loans in a folder, twelve players in each. */
export const seed = (folder: string, loans: number): Promise<object> => finished('seed', folder, String(loans));
/** What fell due in one period, to its end. */
export const run = (folder: string): Promise<ClockRun> => finished('run', folder);
/** Breaches of any invariant over the whole history. */
export const audit = (folder: string): Promise<{ readonly violations: readonly object[] }> => finished('audit', folder);

/** The same, but killed with SIGKILL once so many loans have been through their period. Returns how many had, as committed. */
export async function runKilled(folder: string, after: number): Promise<number> {
  const child = started('run', folder, []);
  const gone = once(child, 'close');
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  while (progress(folder).ticked < after) {
    if (child.exitCode !== null) throw new Error('the clock was through before it could be killed');
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  child.kill('SIGKILL');
  await gone;
  return progress(folder).ticked;
}

export type Progress = {
  /** Loans whose first period has been decided, and payments on record in it. */
  readonly ticked: number;
  /** Most decisions on record for one loan and period: more than one is a period done twice. */
  readonly most: number;
};

const TICKS = `('paid', 'missed', 'still_late', 'paid_some', 'caught_up')`;

export function progress(folder: string): Progress {
  const database = openReadOnly(databaseFile(folder));
  try {
    const [row] = database
      .prepare(
        `SELECT count(*) AS ticked, coalesce(max(n), 0) AS most FROM
          (SELECT count(*) AS n FROM loan_event WHERE kind IN ${TICKS} AND sim <= ? GROUP BY loan_id)`,
      )
      .all(Math.ceil(SIM_MONTH * 1.5));
    return row as Progress;
  } finally {
    database.close();
  }
}
