import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { audit, progress, run, runKilled, seed } from '../bench/loan-clock/clock-steps.ts';

/** Several batches of the clock, so that the kill falls between or within them; the bench does the same with 100 000. */
const LOANS = 1_000;
const KILLED_AFTER = 300;

const folder = mkdtempSync(join(tmpdir(), 'bloomvale-clock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a loan clock killed in the middle of a period goes on where it was: no loan twice, none left out', async () => {
  await seed(folder, LOANS);
  const done = await runKilled(folder, KILLED_AFTER);
  expect(done).toBeGreaterThanOrEqual(KILLED_AFTER);
  expect(done).toBeLessThan(LOANS);

  const rest = await run(folder);
  expect(rest.steps).toBeGreaterThanOrEqual(LOANS - done);
  expect(progress(folder)).toEqual({ ticked: LOANS, most: 1 });
  expect(await audit(folder)).toEqual({ violations: [] });

  await run(folder);
  expect(progress(folder)).toEqual({ ticked: LOANS, most: 1 });
}, 120_000);
