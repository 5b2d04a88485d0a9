import type { Migration } from './migration.ts';

/** Finds who has been away longest among those who have a lot, without passing all who were stored before them. */
export const absentHouseholds: Migration = {
  version: 3,
  name: 'absent-households',
  statements: () => ['CREATE INDEX player_absent ON player (seen_at, id) WHERE lot >= 0 AND deleted_at IS NULL'],
};
