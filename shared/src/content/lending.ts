import { z } from 'zod';
import { ContentIdSchema, LocalisedSchema } from './text.ts';

/** Kiva's 15 sectors (microfinance.md 4.1). */
export const SECTORS = [
  'agriculture',
  'food',
  'retail',
  'services',
  'personal',
  'education',
  'clothing',
  'housing',
  'transportation',
  'arts',
  'health',
  'construction',
  'manufacturing',
  'entertainment',
  'wholesale',
] as const;
export const SectorSchema = z.enum(SECTORS);
export type Sector = z.infer<typeof SectorSchema>;

export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export const GradeSchema = z.enum(GRADES);
/** Risk grade of a loan; its expected loss is fixed in `lending.md` section 5. */
export type Grade = z.infer<typeof GradeSchema>;

/** Drawing of a person in the kit: kept open here, the kit checks it (`assets/src/kit`). */
export const LookSchema = z.record(z.string().max(20), z.union([z.string().max(20), z.number(), z.boolean()]));
export type Look = z.infer<typeof LookSchema>;

export const PartnerSchema = z.strictObject({
  id: ContentIdSchema,
  name: z.string().min(3).max(60),
  countries: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .max(20),
  /** Field partner risk rating, 0.5 to 5 in halves; 5 is the lowest risk. */
  rating: z.number().min(0.5).max(5).multipleOf(0.5),
  since: z.int().min(1980).max(2030),
  about: LocalisedSchema,
  /** Where the borrower's cost goes, in words. */
  costUse: LocalisedSchema,
});
export type Partner = z.infer<typeof PartnerSchema>;

/** How a loan is repaid. `months` counts instalments of one simulated month unless `intervalSimHours` says otherwise. */
export const ProductSchema = z.strictObject({
  id: ContentIdSchema,
  name: LocalisedSchema,
  /** Number of instalments. */
  instalments: z.int().min(1).max(36),
  /** Interval between two instalments in simulated hours (720 = a month, 168 = a week, 6 = market day). */
  intervalSimHours: z.int().min(1).max(8_640),
  method: z.enum(['equal_instalments', 'equal_principal', 'flat', 'bullet']),
  /** Instalments at the start that carry interest but no principal. */
  graceOnPrincipal: z.int().min(0).max(12),
  funding: z.enum(['fixed', 'flexible']),
  /** Real-world style currency policy; who bears a devaluation. */
  currencyLoss: z.enum(['none', 'shared', 'partner']),
  /** A market-day loan for newcomers (lending.md 2). */
  starter: z.boolean(),
});
export type Product = z.infer<typeof ProductSchema>;

/** How her story goes on when she comes back after a loan that ended well (lending.md 2). */
export const ChapterSchema = z.strictObject({
  use: LocalisedSchema,
  /** 60 to 150 words a language, like the first part. */
  story: LocalisedSchema,
  quote: LocalisedSchema,
  letter: LocalisedSchema,
  /** Whole coins, at most 1.5 times the loan before it; the same as the first loan when left out. */
  amount: z.int().min(100).max(1000).multipleOf(25).optional(),
});
export type Chapter = z.infer<typeof ChapterSchema>;

export const EntrepreneurSchema = z.strictObject({
  id: ContentIdSchema,
  /** Given name and family name as the person uses them; a group has a group name. */
  name: z.string().min(2).max(60),
  /** What one calls her in a sentence. */
  shortName: z.string().min(2).max(30),
  group: z.strictObject({ members: z.int().min(3).max(20), men: z.int().min(0).max(20) }).nullable(),
  gender: z.enum(['woman', 'man', 'women_group', 'mixed_group', 'men_group']),
  country: z.string().regex(/^[a-z]{2}$/),
  town: z.string().min(2).max(40),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  sector: SectorSchema,
  /** The trade in two or three words. */
  activity: LocalisedSchema,
  /** What the money buys, one line that completes "A loan of n coins for …". */
  use: LocalisedSchema,
  /** First-person story about the work, 60 to 150 words a language. */
  story: LocalisedSchema,
  /** One sentence of hers, shown on the card. */
  quote: LocalisedSchema,
  /** What a share of 25 coins bought, in her words: the letter after disbursement. */
  letter: LocalisedSchema,
  look: LookSchema,
  partner: ContentIdSchema,
  loan: z.strictObject({
    product: ContentIdSchema,
    /** Whole coins, a multiple of 25 (lending.md 2: 100 to 1 000). */
    amount: z.int().min(100).max(1000).multipleOf(25),
    grade: GradeSchema,
    /** Cost to the borrower, fraction of the principal a year, shown wherever the loan is shown. */
    annualCost: z.number().min(0).max(0.6),
  }),
  /** Told one after another, one a loan that ended well; the last one goes on. */
  chapters: z.array(ChapterSchema).min(1).max(5).optional(),
});
export type Entrepreneur = z.infer<typeof EntrepreneurSchema>;
