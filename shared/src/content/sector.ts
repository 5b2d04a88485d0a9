import { z } from 'zod';
import { SECTORS, SectorSchema } from './lending.ts';
import { LocalisedSchema } from './text.ts';

/** How much of the world's luck reaches a borrower of a sector (microfinance.md 5.4). */
export const SectorFactorsSchema = z.strictObject({
  /** Share of a loan's luck that it has in common with its region (asset correlation; Basel's retail range is 0.03 to 0.16). */
  correlationPpm: z.int().min(0).max(500_000).meta({ unit: 'ppm' }),
  /** Whether the lean and the harvest months of the region move it: a farming season. */
  seasonal: z.boolean(),
  /** What a drought does to the chance of missing an instalment; 0 when it does not feel one. */
  droughtShiftMilli: z.int().min(0).max(3_000).meta({ unit: 'milliProbit' }),
});
export type SectorFactors = z.infer<typeof SectorFactorsSchema>;

/** One of the 15 sectors. Which there are is fixed: shops, pictures and stored loans know them by id. */
export const SectorEntrySchema = z.strictObject({
  id: SectorSchema,
  name: LocalisedSchema,
  ...SectorFactorsSchema.shape,
});
export type SectorEntry = z.infer<typeof SectorEntrySchema>;

export const SectorsSchema = z
  .array(SectorEntrySchema)
  .length(SECTORS.length)
  .refine((sectors) => new Set(sectors.map(({ id }) => id)).size === SECTORS.length, 'expected every sector once');

/** What a loan keeps of its sector. */
export const factorsOf = ({ correlationPpm, seasonal, droughtShiftMilli }: SectorFactors): SectorFactors => ({
  correlationPpm,
  seasonal,
  droughtShiftMilli,
});
