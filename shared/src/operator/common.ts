import { z } from 'zod';

/** Epoch ms. */
export const InstantSchema = z.int().min(0);
/** Ids that the server gives: drafts, proposals, previews, operators. */
export const IdSchema = z.string().regex(/^[\w-]{1,64}$/);
/** Why somebody does something that others will want to understand. */
export const ReasonSchema = z.string().trim().min(4).max(500);
export const NothingSchema = z.strictObject({});
/** A person, as lists and the log show them. */
export const WhoSchema = z.strictObject({ id: z.string().max(64), name: z.string().max(120) });
export type Who = z.infer<typeof WhoSchema>;
/** Entries of one page of a list. */
export const PAGE = 50;
/** Where a page begins: the number of the line after which older ones follow. */
export const PageQuerySchema = z.strictObject({ before: z.coerce.number().int().min(0).optional() });
