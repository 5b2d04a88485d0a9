import { defineConfig } from 'vitest/config';

/** What needs no browser shares every core, after the browsers have had the machine for themselves. */
const EVERY_CORE = { maxWorkers: '100%', sequence: { groupOrder: 1 } } as const;
const ALONE = { fileParallelism: false, sequence: { groupOrder: 0 } } as const;

/** One project a kind of test; `test` runs the first three, `test:long` the others. See README, "Tests". */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,server,client,assets}/src/**/*.test.{ts,tsx}',
            'tests/{architecture,scenarios}/**/*.test.ts',
          ],
          ...EVERY_CORE,
          // No test is about time; on a busy machine one may wait for its turn.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'rooms',
          include: ['tests/{rooms,contract}/**/*.test.ts'],
          pool: 'forks',
          ...EVERY_CORE,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          ...ALONE,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'tours',
          include: ['tests/tours/**/*.test.ts'],
          pool: 'forks',
          ...ALONE,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/{crash,simulation}/**/*.test.ts'],
          pool: 'forks',
          ...ALONE,
          testTimeout: 1_500_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
