import { firstVillage } from './0001-first-village.ts';
import { seasonsAndShocks } from './0002-seasons-and-shocks.ts';
import { absentHouseholds } from './0003-absent-households.ts';
import { lendingInFull } from './0004-lending-in-full.ts';
import { ownLoans } from './0005-own-loans.ts';
import { lettersAndVisits } from './0006-letters-and-visits.ts';
import { catalogueVersions } from './0007-catalogue-versions.ts';
import { moderationAndLive } from './0008-moderation-and-live.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order; append, never edit. */
export const MIGRATIONS: readonly Migration[] = [
  firstVillage,
  seasonsAndShocks,
  absentHouseholds,
  lendingInFull,
  ownLoans,
  lettersAndVisits,
  catalogueVersions,
  moderationAndLive,
];
