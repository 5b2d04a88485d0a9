import type { z } from 'zod';
import type { Household } from './household.ts';
import { FIRST_HOME } from './household-new.ts';
import type { HouseholdV1Schema } from './household-schema.ts';

/**
 * A household of the first release in today's shape: nothing is lost, and what is new begins as everybody's did. The order board has been
 * waiting since the stall was last settled, so that there is something on it at once; the welcome gift is open from the next visit on.
 */
export const fromV1 = (old: z.infer<typeof HouseholdV1Schema>): Household => ({
  ...old,
  v: 2,
  stall: { ...old.stall, level: 1, priceMilli: 0 },
  extraPlots: 0,
  parts: {},
  stations: {},
  orders: { waiting: [], count: 0, at: old.stall.settledAt },
  home: FIRST_HOME,
  skippedGoals: [],
  giftDay: old.stall.day,
});
