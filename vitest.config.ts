import { defineConfig } from 'vitest/config';

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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'tours',
          include: ['tests/tours/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/{crash,simulation}/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 1_500_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
