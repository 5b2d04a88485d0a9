import { firstVillage } from './0001-first-village.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order; append, never edit. */
export const MIGRATIONS: readonly Migration[] = [firstVillage];
