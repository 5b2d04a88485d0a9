import { z } from 'zod';
import { SectorSchema } from './lending.ts';
import { ContentIdSchema, LocalisedSchema } from './text.ts';

/** Numbers and words of what borrowing and funding grow: the player's own loan, shops on the square, pollination, letters. */

const Percent = z.int().min(0).max(1_000);
const Milli = z.int().min(0).max(5_000);
const Amount = z.int().min(1).max(10_000_000);

/** What a loan of the village fund pays for: in kind, or coins for whatever the player likes. */
export const OwnLoanGrantSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plots'), plots: z.int().min(1).max(6) }),
  z.strictObject({ kind: z.literal('station'), station: ContentIdSchema }),
  z.strictObject({ kind: z.literal('coins') }),
]);
export type OwnLoanGrant = z.infer<typeof OwnLoanGrantSchema>;

export const OwnLoanOfferSchema = z.strictObject({
  id: ContentIdSchema,
  name: LocalisedSchema,
  about: LocalisedSchema,
  grant: OwnLoanGrantSchema,
  /** The first loan of all: at a fixed sum, without a look at takings, one of them once (lending.md 4). */
  starter: z.boolean(),
  /** Offered from this level of the stall on. */
  stallLevel: z.int().min(1).max(20),
  /** Principal in minor units, before the history of repayments raises or lowers it. */
  amount: Amount,
  instalments: z.int().min(1).max(24),
  /** Simulated hours of loan time between two instalments; 720 is a month. */
  intervalSimHours: z.int().min(1).max(8_640),
  method: z.enum(['equal_instalments', 'equal_principal', 'flat']),
  /** Cost, fraction of the principal a year; goes to the community pool (T15). */
  annualCost: z.number().min(0).max(0.6),
});
export type OwnLoanOffer = z.infer<typeof OwnLoanOfferSchema>;

export const OwnLoanRulesSchema = z.strictObject({
  offers: z.array(OwnLoanOfferSchema).min(1).max(20),
  /** Instalments never take the last of a purse below this, minor units (lending.md 4). */
  reserve: z.int().min(0).max(1_000_000),
  /** Loan time goes on for this long after the borrower was last about, then stands still until they are back. */
  awaySimHours: z.int().min(1).max(8_640),
  /** Instalments above this share of the takings are warned about, above the limit refused. */
  cautionPercent: Percent,
  limitPercent: Percent,
  /** Months of takings that count, the newest ones. */
  takingsMonths: z.int().min(1).max(12),
  /** Coin loans: least sum and step, minor units. */
  least: Amount,
  step: Amount,
  /** What a closed loan does to the size of the next offer, percent of the size before; and its bounds, percent of the offer. */
  history: z.strictObject({
    clean: Percent,
    late: Percent,
    rescheduled: Percent,
    writtenOff: Percent,
    least: Percent,
    most: Percent,
  }),
  /** Instalments added by a reschedule. */
  rescheduleAdds: z.int().min(0).max(12),
  /** Days past due (loan time) at which a loan that was rescheduled as often as possible is written off. */
  writeOffDays: z.int().min(31).max(3_600),
  /** Months of loan time without an offer after a write-off. */
  pauseMonths: z.int().min(0).max(60),
  /** Shares of the takings a player may choose to set aside for instalments. */
  shares: z.array(z.int().min(1).max(100)).min(1).max(10),
});
export type OwnLoanRules = z.infer<typeof OwnLoanRulesSchema>;

/** One line of a shop's board: a good it sells to villagers or buys from them, by percent of the good's price. */
export const ShopDealSchema = z.strictObject({
  good: ContentIdSchema,
  percent: z.int().min(1).max(500),
  /** Pieces a player may trade a real day, at an open shop of the middle tier. */
  perDay: z.int().min(1).max(999),
});
export type ShopDeal = z.infer<typeof ShopDealSchema>;

/** What stays when somebody whose loan failed has left. */
export const KeepsakeSchema = z.strictObject({
  id: ContentIdSchema,
  kind: z.enum(['recipe', 'bench', 'tool', 'sign', 'book', 'toy']),
  name: LocalisedSchema,
  about: LocalisedSchema,
});
export type Keepsake = z.infer<typeof KeepsakeSchema>;

export const SHOP_STATES = ['construction', 'open', 'late', 'blooming'] as const;
export type ShopState = (typeof SHOP_STATES)[number];
const ByState = <T extends z.ZodType>(value: T) =>
  z.strictObject({ construction: value, open: value, late: value, blooming: value });

export const ShopRulesSchema = z.strictObject({
  /** Simulated hours from disbursal until the shop opens. */
  buildSimHours: z.int().min(0).max(720),
  sells: z.record(SectorSchema, z.array(ShopDealSchema).max(8)),
  buys: z.record(SectorSchema, z.array(ShopDealSchema).max(8)),
  keepsakes: z.record(SectorSchema, KeepsakeSchema),
  /** Share of the daily pieces by the state of the shop. */
  statePercent: ByState(Percent),
  /** Share of the daily pieces and of the pollination by tier: small, middle, large. */
  tierPercent: z.tuple([Percent, Percent, Percent]),
  /** Principal from which a shop is of the middle and the large tier, minor units. */
  tierFrom: z.tuple([Amount, Amount]),
});
export type ShopRules = z.infer<typeof ShopRulesSchema>;

export const POLLINATION_FIGURES = ['yield', 'speed', 'price'] as const;
export type PollinationFigure = (typeof POLLINATION_FIGURES)[number];

export const PollinationRulesSchema = z.strictObject({
  /** What a shop of each sector raises, and by how much at full strength, thousandths. */
  sectors: z.record(SectorSchema, z.strictObject({ figure: z.enum(POLLINATION_FIGURES), milli: Milli })),
  /** Most that all shops together can add, thousandths. */
  caps: z.strictObject({ yield: Milli, speed: Milli, price: Milli }),
  statePercent: ByState(Percent),
  /** Strength by what somebody is to the shop: one of her lenders, or only next door. */
  relationPercent: z.strictObject({ lender: Percent, neighbour: Percent }),
  /** Plots of a homestead that one shop pollinates. */
  plotsPerShop: z.int().min(1).max(24),
  /** Shops that pollinate a lender's home at most: those funded last. */
  lenderShops: z.int().min(1).max(60),
  /** Household lots that border one spot of the square. */
  lotsPerSpot: z.int().min(1).max(24),
  /** Shops on the square nearer than this (tiles) border each other and raise each other's daily pieces, thousandths each and at most. */
  square: z.strictObject({ tiles: z.number().min(0).max(32), milli: Milli, cap: Milli }),
});
export type PollinationRules = z.infer<typeof PollinationRulesSchema>;

export const LETTER_KINDS = [
  'disbursed',
  'first_repayment',
  'late',
  'caught_up',
  'repaid',
  'currency_loss',
  'farewell',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Causes a borrower can give for being late: the model's own (`lending/why-late`). */
export const LATE_CAUSES = [
  'usual',
  'region',
  'lean_season',
  'harvest',
  'drought',
  'illness',
  'market_boom',
  'operator_event',
  'contagion',
  'coup_de_main',
] as const;

export const LetterTextsSchema = z.strictObject({
  /** With places `{player}`, `{amount}`, `{cause}`, `{keepsake}`; a disbursal's letter is the person's own. */
  kinds: z.record(z.enum(LETTER_KINDS), LocalisedSchema),
  causes: z.record(z.enum(LATE_CAUSES), LocalisedSchema),
  /** What she says at her door, by the state of her shop and what the visitor is to her. */
  greetings: ByState(z.strictObject({ lender: LocalisedSchema, visitor: LocalisedSchema })),
});
export type LetterTexts = z.infer<typeof LetterTextsSchema>;

export const GrowingSchema = z.strictObject({
  ownLoan: OwnLoanRulesSchema,
  shops: ShopRulesSchema,
  pollination: PollinationRulesSchema,
  letters: LetterTextsSchema,
});
export type Growing = z.infer<typeof GrowingSchema>;
