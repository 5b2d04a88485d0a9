import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '@bloomvale/server/persistence/open-database';
import { ROOT } from '../bots/server-process.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';
import { audit, type ClockRun, progress, run, runKilled, seed } from './loan-clock/clock-steps.ts';
import { type RawInto, rawRowsPerSecond } from './loan-clock/raw-rows.ts';
import { LENDERS } from './loan-clock/seed-loans.ts';

/** Issue "Lending in full", Numbers. */
const LOANS = Number(process.env.CLOCK_LOANS ?? 100_000);
const LEAST_RATIO = 0.12;
/** Killed when so much of the period is done. */
const KILLED_AT = 0.4;
/** A third of what the rows of the period take on disk: what is bounded does not grow with the number of loans. */
const MOST_MEGABYTES = 768;
const RAW_RUNS = 3;
const THOUSAND = 1_000;

/**
 * One period for 100 000 running loans of twelve lenders each, by the game's own loan clock: drawn, posted, split, journalled and
 * announced as in play, over the same store; beside inserting as many rows raw. Then the same again with a SIGKILL in the middle.
 */
export async function measureLoanClock(): Promise<BenchFigure[]> {
  const data = join(ROOT, 'data');
  mkdirSync(data, { recursive: true });
  const folder = mkdtempSync(join(data, 'bench-clock-'));
  try {
    const [whole, killed, raw] = ['whole', 'killed', 'raw'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await seed(whole, LOANS);
    cpSync(whole, killed, { recursive: true });
    const beside = rawRuns(raw, whole, await run(whole));
    return [...speed(beside), await resumed(killed)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Beside = {
  readonly clock: ClockRun;
  readonly rows: number;
  readonly same: readonly number[];
  readonly bare: number;
};

function rawRuns(folder: string, whole: string, clock: ClockRun): Beside {
  const rows = Object.values(clock.counts).reduce((sum, n) => sum + n, 0);
  const raw = (into: RawInto): number => rawRowsPerSecond(folder, databaseFile(whole), clock.counts, into);
  const same = Array.from({ length: RAW_RUNS }, () => raw('the same tables')).sort((a, b) => a - b);
  return { clock, rows, same, bare: raw('bare tables') };
}

const thousands = (value: number): string => `${rounded(value / THOUSAND, 0)} k`;

function speed({ clock, rows, same, bare }: Beside): BenchFigure[] {
  const perSecond = rows / clock.seconds;
  return [
    {
      name: `loan clock against raw inserts of as many rows into the same tables (${LOANS} loans, ${LENDERS} lenders each)`,
      value: rounded(perSecond / (same[same.length >> 1] as number), 3),
      unit: '',
      atLeast: LEAST_RATIO,
      note: `${rounded(clock.seconds, 1)} s for ${clock.steps} loans, ${thousands(rows)} rows in ${clock.commits} commits: ${thousands(perSecond)} rows/s (${rounded(clock.processor, 1)} s of processor); raw ${same.map(thousands).join(', ')} rows/s`,
    },
    {
      name: 'loan clock against raw inserts of as many rows into tables without keys, indexes and checks',
      value: rounded(perSecond / bare, 3),
      unit: '',
      note: `raw ${thousands(bare)} rows/s`,
    },
    {
      name: 'memory the loan clock takes for it',
      value: rounded(clock.megabytes, 0),
      unit: 'MB',
      atMost: MOST_MEGABYTES,
      note: 'most resident memory beyond the idle game',
    },
  ];
}

async function resumed(folder: string): Promise<BenchFigure> {
  const done = await runKilled(folder, LOANS * KILLED_AT);
  const rest = await run(folder);
  const { ticked, most } = progress(folder);
  const { violations } = await audit(folder);
  const sound = done < LOANS && ticked === LOANS && most === 1 && violations.length === 0;
  return {
    name: 'periods lost or done twice after a kill in the middle',
    value: sound ? 0 : LOANS - ticked + (most - 1) + violations.length,
    unit: '',
    atMost: 0,
    note: `killed after ${done} loans, resumed with the other ${rest.steps}; every invariant checked over the whole history, ${violations.length} breaches`,
  };
}
