import { auditAll, withSource } from '@bloomvale/server/application/audit';
import { LoanClock } from '@bloomvale/server/application/jobs/loan-clock';
import { openSqliteStore } from '@bloomvale/server/persistence/sqlite-store';
import { processorSeconds } from '../process-usage.ts';
import { clockWorld, DISBURSED_AT, PERIOD_OVER_AT } from './clock-world.ts';
import { countedStore, type RowCounts } from './counted-store.ts';
import { seedLoans } from './seed-loans.ts';

/**
 * A process of its own for each step, so that each can be killed and measured: `seed FOLDER LOANS` makes the loans, `run FOLDER` does what
 * fell due in one period, `audit FOLDER` checks every invariant. The last line of standard output is the result as JSON.
 */
const [step = '', folder = '', loans = '0'] = process.argv.slice(2);
const MEGABYTE = 1_048_576;
const resident = (): number => process.memoryUsage.rss();

const STEPS: Readonly<Record<string, () => Promise<object>>> = {
  async seed() {
    const store = openSqliteStore(folder, DISBURSED_AT);
    const parts = await clockWorld(store, () => DISBURSED_AT);
    await seedLoans(parts, Number(loans));
    // Follow-ups of the last loans, then a seal: the start of the next step audits only what comes after.
    await parts.jobs.runDue();
    await parts.jobs.stop();
    await parts.bus.drain();
    await store.sealer.seal(DISBURSED_AT);
    await store.close();
    return {};
  },

  async run() {
    let now = DISBURSED_AT;
    const counts: RowCounts = {};
    let commits = 0;
    let peak = 0;
    const store = countedStore(openSqliteStore(folder, DISBURSED_AT), counts, () => {
      commits++;
      peak = Math.max(peak, resident());
    });
    const parts = await clockWorld(store, () => now);
    // The clock alone: letters and listings are other jobs, with rounds of their own.
    const clock = new LoanClock(parts.bus, store.reader, parts.rules, parts.clock, parts.log);
    // After a kill the game's time is where it was: what was left of the period is done here.
    const left = await clock.catchUp();
    for (const table of Object.keys(counts)) delete counts[table];
    commits = 0;
    globalThis.gc?.();
    const before = resident();
    peak = before;
    process.stdout.write('running\n');
    now = PERIOD_OVER_AT;
    const start = performance.now();
    const processor = processorSeconds(process.pid);
    const steps = await clock.catchUp();
    const seconds = (performance.now() - start) / 1_000;
    const used = (processorSeconds(process.pid) ?? 0) - (processor ?? 0);
    await parts.jobs.stop();
    await parts.bus.drain();
    await store.close();
    return { steps: left + steps, seconds, processor: used, commits, counts, megabytes: (peak - before) / MEGABYTE };
  },

  async audit() {
    const store = openSqliteStore(folder, PERIOD_OVER_AT, { thread: false });
    const { rules } = await clockWorld(store, () => PERIOD_OVER_AT);
    const violations = withSource(store, (source) => auditAll(source, rules.content));
    await store.close();
    return { violations };
  },
};

const work = STEPS[step];
if (work === undefined) throw new Error(`no such step: ${step}`);
process.stdout.write(`${JSON.stringify(await work())}\n`);
process.exit(0);
