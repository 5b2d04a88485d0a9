import { z } from 'zod';
import { GrowingSchema } from './growing.ts';
import { HomesteadSchema, RecipeSchema, TalkSchema } from './homestead.ts';
import { EntrepreneurSchema, PartnerSchema, ProductSchema } from './lending.ts';
import { MapSchema } from './map.ts';
import { ModelSchema } from './model.ts';
import { CropSchema, EconomySchema, GoodSchema } from './play.ts';
import { RegionSchema } from './region.ts';
import { SectorsSchema } from './sector.ts';

/**
 * Everything that can be tuned without a release. Rules take it as an argument and never import it.
 * The server hashes it; clients fetch `/content/<hash>.json`.
 */
export const ContentSchema = z.strictObject({
  goods: z.array(GoodSchema).min(1).max(200),
  crops: z.array(CropSchema).min(1).max(100),
  recipes: z.array(RecipeSchema).max(100),
  homestead: HomesteadSchema,
  /** What the family says; a wish or thanks for each tier. */
  talks: z.array(TalkSchema).max(400),
  economy: EconomySchema,
  growing: GrowingSchema,
  partners: z.array(PartnerSchema).min(1).max(200),
  products: z.array(ProductSchema).min(1).max(100),
  regions: z.array(RegionSchema).min(1).max(300),
  sectors: SectorsSchema,
  /** Parameters of the repayment model and of the guarantee fund; loans keep those they were listed with. */
  model: ModelSchema,
  entrepreneurs: z.array(EntrepreneurSchema).min(1).max(10_000),
  maps: z.array(MapSchema).min(2).max(10),
});
export type Content = z.infer<typeof ContentSchema>;
