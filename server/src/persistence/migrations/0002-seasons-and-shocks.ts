import type { Migration } from './migration.ts';

/**
 * Seasons publish the root of their region keys, and a loan keeps what its ticks leave behind for later ones. Loans that run already have
 * no place: they go on as plain chains. A season without a tree is followed by one that has it at the next start.
 */
export const seasonsAndShocks: Migration = {
  version: 2,
  name: 'seasons-and-shocks',
  statements: ({ int }) => [
    `ALTER TABLE season ADD COLUMN regions TEXT NOT NULL DEFAULT '[]'`,
    `ALTER TABLE season ADD COLUMN region_root TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE season ADD COLUMN region_first ${int} NOT NULL DEFAULT 0`,
    `ALTER TABLE season ADD COLUMN region_months ${int} NOT NULL DEFAULT 0`,
    `ALTER TABLE loan ADD COLUMN course TEXT NOT NULL DEFAULT ''`,
  ],
};
