import { z } from 'zod';
import { ContentIdSchema, LocalisedSchema } from './text.ts';

export const GoodSchema = z.strictObject({
  id: ContentIdSchema,
  name: LocalisedSchema,
  /** What the stall takes for one, in minor units, before a customer's wish. */
  price: z.int().min(1).max(1_000_000),
  /** Name of the icon in the asset manifest. */
  icon: z.string().min(1).max(60),
});
export type Good = z.infer<typeof GoodSchema>;

export const CropSchema = z.strictObject({
  id: ContentIdSchema,
  name: LocalisedSchema,
  /** Good it yields, and how many. */
  good: ContentIdSchema,
  yield: z.int().min(1).max(50),
  /** Real seconds from planting to ripe, before TIME_SCALE. */
  growSeconds: z
    .int()
    .min(5)
    .max(8 * 3600),
  /** Price of the seed in minor units; exactly one crop is free (lending.md 4, "never stuck"). */
  seedPrice: z.int().min(0).max(1_000_000),
  unlockLevel: z.int().min(1).max(100),
  /** Experience points for a harvest of one plot. */
  xp: z.int().min(0).max(1000),
});
export type Crop = z.infer<typeof CropSchema>;

export const EconomySchema = z.strictObject({
  welcomeGift: z.int().min(0),
  /** Experience needed to *reach* level i + 2, cumulative: index 0 is level 2. */
  levelXp: z.array(z.int().min(1)).min(5).max(60),
  /** Plots owned at level i + 1 without buying any. */
  plotsByLevel: z.array(z.int().min(1).max(36)).min(1).max(60),
  stall: z.strictObject({
    /** Slots at stall level 1. */
    slots: z.int().min(1).max(20),
    /** Most pieces of one good in a slot. */
    slotCapacity: z.int().min(1).max(999),
    /** Real seconds between two walk-in customers at level 1, before TIME_SCALE. */
    customerSeconds: z.int().min(1),
    /** Seconds fewer a player level, down to `minCustomerSeconds`. */
    customerSecondsPerLevel: z.number().min(0),
    minCustomerSeconds: z.int().min(1),
    /** A wish pays this many percent of the price (150 = half as much again). */
    wishPercent: z.int().min(100).max(500),
    /** Wishes waiting at most; real seconds between two new ones. */
    wishes: z.int().min(1).max(6),
    wishSeconds: z.int().min(1),
    /** Most minor units the stall earns in a real day, orders included: at level 1, and more a level; never above `stallDailyCap`. */
    dayBase: z.int().min(1),
    dayPerLevel: z.int().min(0),
    /** Experience for a served wish. */
    wishXp: z.int().min(0),
  }),
  /** Most minor units one player may earn from the stall in a real day (I17, faucet cap). */
  stallDailyCap: z.int().min(1),
  pool: z.strictObject({
    /** One-off endowment of the community pool (lending.md 2). */
    endowment: z.int().min(0),
    /** Most of a loan the pool may fund, percent. */
    maxPercent: z.int().min(0).max(100),
  }),
  lending: z.strictObject({
    /** A share in minor units. */
    share: z.int().min(100),
    /** Most of one loan a player may hold, percent; starter loans excepted. */
    playerCapPercent: z.int().min(1).max(100),
    /** Funding window in simulated hours. */
    windowSimHours: z.int().min(1),
    /** Open ordinary instances a village lists: fewest, most. */
    openMin: z.int().min(1),
    openMax: z.int().min(1),
    /** Starter projects open at any time for newcomers, and how many of them a player may fund. */
    starterOpen: z.int().min(3),
    starterPerPlayer: z.int().min(1),
    /** What the pool has already lent to a starter project when it opens, minor units. */
    starterMatched: z.int().min(0),
    /** The dialog warns when fewer minor units would remain. */
    lowPurse: z.int().min(0),
  }),
});
export type Economy = z.infer<typeof EconomySchema>;
