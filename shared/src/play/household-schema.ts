import { z } from 'zod';
import { ContentIdSchema } from '../content/text.ts';
import { NEEDS } from './household.ts';

/**
 * The stored documents of a household. Crops, goods, recipes and stations are not checked against a catalogue here: catalogues change, and
 * `upgradeHousehold` settles what is gone. The counts are far above anything play can reach: they refuse damage, not players.
 */
const Count = z.int().min(0).max(4_294_967_295);
const Instant = z.int();
const Pieces = z.int().min(1).max(1_000_000);
/** A bonus: at most ten times as much. */
const Milli = z.int().min(0).max(10_000);
const PlotNumber = z.string().regex(/^(0|[1-9]\d?)$/);

const PlotV1 = z.strictObject({ crop: ContentIdSchema, plantedAt: Instant });

const StallV1 = z.strictObject({
  slots: z.array(z.strictObject({ good: ContentIdSchema, quantity: Pieces }).nullable()).max(20),
  settledAt: Instant,
  customers: Count,
  wishes: z.array(z.strictObject({ id: Count, good: ContentIdSchema, quantity: Pieces, since: Instant })).max(20),
  wishCount: Count,
  wishedAt: Instant,
  day: z.int(),
  earnedToday: z.int().min(0),
});

export const HouseholdV1Schema = z.strictObject({
  v: z.literal(1),
  xp: Count,
  plots: z.record(PlotNumber, PlotV1),
  store: z.record(ContentIdSchema, Pieces),
  stall: StallV1,
  hints: z.array(z.string().min(1).max(30)).max(60),
  since: z.strictObject({ at: Instant, sold: z.record(ContentIdSchema, Pieces), earned: z.int().min(0) }),
});

const Batch = z.strictObject({ recipe: ContentIdSchema, startsAt: Instant, readyAt: Instant });
const Order = z.strictObject({
  id: Count,
  items: z
    .array(z.strictObject({ good: ContentIdSchema, quantity: Pieces }))
    .min(1)
    .max(10),
  since: Instant,
});
const Tier = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

export const HouseholdV2Schema = HouseholdV1Schema.extend({
  v: z.literal(2),
  plots: z.record(PlotNumber, PlotV1.extend({ speedMilli: Milli.optional(), yieldMilli: Milli.optional() })),
  stall: StallV1.extend({ level: z.int().min(1).max(20), priceMilli: Milli }),
  extraPlots: z.int().min(0).max(36),
  parts: z.record(ContentIdSchema, z.int().min(1).max(999)),
  stations: z.record(ContentIdSchema, z.strictObject({ level: z.int().min(1).max(20), queue: z.array(Batch).max(40) })),
  orders: z.strictObject({ waiting: z.array(Order).max(20), count: Count, at: Instant }),
  home: z.strictObject({
    house: z.int().min(1).max(4),
    needs: z.strictObject(
      Object.fromEntries(NEEDS.map((need) => [need, Tier])) as Record<(typeof NEEDS)[number], typeof Tier>,
    ),
    told: z.array(z.string().min(1).max(60)).max(500),
  }),
  skippedGoals: z.array(z.string().min(1).max(60)).max(60),
  giftDay: z.int(),
  gone: z
    .array(
      z.strictObject({
        kind: z.enum(['crop', 'good', 'station', 'batch']),
        id: ContentIdSchema,
        quantity: Pieces,
        refund: z.int().min(0),
      }),
    )
    .max(200)
    .optional(),
});
