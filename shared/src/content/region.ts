import { z } from 'zod';

/** A month of the year, 0 is January: month 0 of the world begins one (lending.md 1). */
const MonthSchema = z.int().min(0).max(11);
const MonthsSchema = z.array(MonthSchema).min(1).max(6);

/**
 * Where loans share their luck: a country. Its farming year says when farms earn little, when they earn much, and with which month's key
 * a drought is drawn (`lending/region.ts`). One staple stands for all; the catalogue's notes say how the months were chosen.
 */
export const RegionSchema = z.strictObject({
  /** ISO 3166 alpha-2 in lower case. */
  id: z.string().regex(/^[a-z]{2}$/),
  farming: z.strictObject({ lean: MonthsSchema, harvest: MonthsSchema, planting: MonthSchema }),
  /** Chance of a drought a year where it is not `model.drought.chancePpm`. How long and how hard it is, model and sectors say. */
  droughtPpm: z.int().min(0).max(500_000).meta({ unit: 'ppm' }).optional(),
});
export type Region = z.infer<typeof RegionSchema>;
