import { z } from 'zod';
import { ContentIdSchema } from '../content/text.ts';

/**
 * The stored document of a household, version 1. Crops and goods are not checked against a catalogue here: catalogues change, and
 * `upgradeHousehold` settles what is gone. The counts are far above anything play can reach: they refuse damage, not players.
 */
const Count = z.int().min(0).max(4_294_967_295);
const Instant = z.int();
const Pieces = z.int().min(1).max(1_000_000);

export const HouseholdV1Schema = z.strictObject({
  v: z.literal(1),
  xp: Count,
  plots: z.record(z.string().regex(/^(0|[1-9]\d?)$/), z.strictObject({ crop: ContentIdSchema, plantedAt: Instant })),
  store: z.record(ContentIdSchema, Pieces),
  stall: z.strictObject({
    slots: z.array(z.strictObject({ good: ContentIdSchema, quantity: Pieces }).nullable()).max(20),
    settledAt: Instant,
    customers: Count,
    wishes: z.array(z.strictObject({ id: Count, good: ContentIdSchema, quantity: Pieces, since: Instant })).max(20),
    wishCount: Count,
    wishedAt: Instant,
    day: z.int(),
    earnedToday: z.int().min(0),
  }),
  hints: z.array(z.string().min(1).max(30)).max(60),
  since: z.strictObject({ at: Instant, sold: z.record(ContentIdSchema, Pieces), earned: z.int().min(0) }),
});
