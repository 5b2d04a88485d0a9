import { z } from 'zod';
import { NEEDS } from '../play/household.ts';
import { ContentIdSchema, LocalisedSchema } from './text.ts';

/** Everything of the homestead that coins and goods can make better: kitchen, stall, plots, house, family. */

const Price = z.int().min(0).max(100_000_000);
const Xp = z.int().min(0).max(10_000);
const Level = z.int().min(1).max(100);
const Pieces = z.int().min(1).max(999);
const SomeGoods = z.array(z.strictObject({ good: ContentIdSchema, quantity: Pieces })).max(5);
export type GoodsPrice = z.infer<typeof SomeGoods>;

export const RecipeSchema = z.strictObject({
  id: ContentIdSchema,
  name: LocalisedSchema,
  /** Station it is made at. */
  station: ContentIdSchema,
  ingredients: SomeGoods.min(1),
  good: ContentIdSchema,
  quantity: Pieces,
  /** Real seconds a batch takes, before TIME_SCALE and the family's help. */
  seconds: z
    .int()
    .min(5)
    .max(8 * 3600),
  unlockLevel: Level,
  /** Experience for a batch, when it is collected. */
  xp: Xp,
});
export type Recipe = z.infer<typeof RecipeSchema>;

const StationSchema = z.strictObject({
  id: ContentIdSchema,
  name: LocalisedSchema,
  /** Index 0 is what one buys first. `queue`: batches that may stand in it, ready ones included. */
  levels: z
    .array(z.strictObject({ price: Price, queue: z.int().min(1).max(20), unlockLevel: Level }))
    .min(1)
    .max(10),
});
export type StationKind = z.infer<typeof StationSchema>;

const TierSchema = z.strictObject({
  price: Price,
  goods: SomeGoods,
  /** What the tier is useful for, in all (not on top of the tier before): thousandths, but pieces on a stall slot for `roof`. */
  bonus: z.int().min(0).max(2_000),
  xp: Xp,
});
export type NeedTier = z.infer<typeof TierSchema>;

const NeedSchema = z.strictObject({
  name: LocalisedSchema,
  /** What its tiers look like: by tier, 1 to 3. */
  looks: z.array(LocalisedSchema).length(3),
  /** What it is useful for, in words; the figure is `bonus`. */
  effect: LocalisedSchema,
  tiers: z.array(TierSchema).length(3),
});

const HouseSchema = z.strictObject({
  price: Price,
  goods: SomeGoods,
  /** How many needs must have reached the tier one below this level: house 2 asks for so many at tier 1. */
  needs: z.int().min(0).max(NEEDS.length),
  /** Queue places more at every station, in all. */
  places: z.int().min(0).max(10),
  xp: Xp,
});

export const HomesteadSchema = z.strictObject({
  stations: z.array(StationSchema).min(1).max(10),
  /** Stall levels 2 and up: what one has then in all. Level 1 stands in the economy. */
  stall: z
    .array(
      z.strictObject({
        price: Price,
        slots: z.int().min(1).max(20),
        capacity: z.int().min(1).max(999),
        unlockLevel: Level,
      }),
    )
    .max(10),
  /** Price of each plot beyond what levels grant. */
  plots: z.array(Price).max(20),
  needs: z.strictObject(
    Object.fromEntries(NEEDS.map((need) => [need, NeedSchema])) as Record<(typeof NEEDS)[number], typeof NeedSchema>,
  ),
  /** Houses 2 to 4. */
  houses: z.array(HouseSchema).length(3),
  orders: z.strictObject({
    /** Orders to choose from at most. */
    places: z.int().min(1).max(6),
    /** Real seconds between two new ones while a place is free, before TIME_SCALE; after one was put aside, this many. */
    everySeconds: z.int().min(1),
    skipSeconds: z.int().min(1),
    /** Worth of the goods asked for, minor units: at level 1, and more a level. */
    worth: z.int().min(1),
    worthPerLevel: z.int().min(0),
    /** Pays this many percent of what the goods are sold for. */
    payPercent: z.int().min(100).max(500),
    /** Experience for a delivery: at level 1, and more a level. */
    xp: Xp,
    xpPerLevel: Xp,
  }),
  /** Crops that take at least this many real seconds grow through the night (`light`). */
  nightSeconds: z.int().min(1),
  gift: z.strictObject({
    /** Minor units, once a real day at most; the first day begins with `economy.welcomeGift`. */
    coins: z.int().min(0).max(1_000_000),
  }),
  /** Experience for hearing a talk for the first time. */
  talkXp: Xp,
});
export type Homestead = z.infer<typeof HomesteadSchema>;

export const WHO = ['parent', 'partner', 'child'] as const;
export type FamilyMember = (typeof WHO)[number];

export const TalkSchema = z.strictObject({
  id: ContentIdSchema,
  who: z.enum(WHO),
  /** What it is about. `wish`: asks for this tier or house. `thanks`: it is there. `chat`: as long as the tier or house is this. */
  kind: z.enum(['wish', 'thanks', 'chat']),
  about: z.enum([...NEEDS, 'house']),
  level: z.int().min(0).max(4),
  text: LocalisedSchema,
});
export type Talk = z.infer<typeof TalkSchema>;
