import { z } from 'zod';

/**
 * Parameters of the repayment model that operators tune (lending.md 5; microfinance.md 5 is the evidence). The rules are in
 * `shared/lending`; they take these figures as an argument. A loan keeps the ones it was listed with (`lending/loan-terms.ts`), so this
 * schema also reads what was stored years ago: bounds are never narrowed, and a parameter that is added later has a default, the value
 * with which everything before it ran.
 *
 * Units, in `meta` for forms: `ppm` a share or a chance in millionths, `percent`, `milliProbit` a shift of a hazard in thousandths on the
 * normal scale (0.25 roughly halves or doubles a small chance), `milliLogit` the same on the odds, `months` simulated months, `periods`
 * ticks of a loan, `days` simulated days.
 */

const ppm = (least: number, most: number) => z.int().min(least).max(most).meta({ unit: 'ppm' });
const percent = (least: number, most: number) => z.int().min(least).max(most).meta({ unit: 'percent' });
const months = (least: number, most: number) => z.int().min(least).max(most).meta({ unit: 'months' });
const periods = (least: number, most: number) => z.int().min(least).max(most).meta({ unit: 'periods' });

/** A shift moves a chance of one in twenty at 1 to three in ten and at 3 to nine in ten: what lies beyond is certainty by another name. */
const SHIFT_MOST = 3_000;
const worse = z.int().min(0).max(SHIFT_MOST).meta({ unit: 'milliProbit' });
const better = z.int().min(-SHIFT_MOST).max(0).meta({ unit: 'milliProbit' });

/** A grade that expects to lose more than a quarter is no loan, and one that expects nothing has no hazard to solve for. */
const LossSchema = ppm(1_000, 250_000);
/** Chances to pay nothing; the solver must still be able to move them on the odds scale. */
const RollSchema = ppm(10_000, 900_000);

const rising = (values: readonly number[], strict: boolean): boolean =>
  values.every(
    (value, i) => i === 0 || (strict ? value > (values[i - 1] as number) : value >= (values[i - 1] as number)),
  );

/** Expected share of the principal lost, by grade; the grades keep their order (acceptance test T9). */
const LossByGradeSchema = z
  .strictObject({ A: LossSchema, B: LossSchema, C: LossSchema, D: LossSchema, E: LossSchema })
  .refine(({ A, B, C, D, E }) => rising([A, B, C, D, E], true), 'expected a loss that rises from grade A to grade E');

/** Of a borrower who pays something while late: exactly one instalment, two, or everything that is overdue. */
const CureSplitSchema = z
  .strictObject({ one: percent(0, 95), two: percent(0, 95), all: percent(5, 100) })
  .refine(({ one, two, all }) => one + two + all === 100, 'expected three shares that add up to 100');
export type CureSplit = z.infer<typeof CureSplitSchema>;

/** How a loan falls behind and catches up (microfinance.md 5.1); the hazard itself is solved from the grade's loss. */
const ChainSchema = z.strictObject({
  /** Depth of trouble once late, kappa: raises every chance to pay nothing. */
  depthMilli: z.int().min(-1_500).max(2_000).meta({ unit: 'milliLogit' }),
  /** A due date is missed with at most this many times the grade's expected loss; beyond it the depth is raised instead. */
  hazardPerLoss: z.int().min(2).max(20).meta({ unit: 'times' }),
  /** Chance to pay nothing in a tick when one, two, three, four or more instalments behind, at depth 0. */
  rollPpm: z
    .tuple([RollSchema, RollSchema, RollSchema, RollSchema])
    .refine((rolls) => rising(rolls, false), 'expected chances that do not fall as a loan gets later'),
  cure: CureSplitSchema,
});
export type ChainModel = z.infer<typeof ChainSchema>;

/** What an event does to the chance of missing an instalment (microfinance.md 5.4). A drought's size depends on the sector. */
const ShiftsSchema = z.strictObject({
  /** In the lean months of a region's farming year, and in its months of harvest, for sectors that follow the seasons. */
  leanSeason: worse,
  harvest: better,
  illness: worse,
  /** Suggested size of a fair or a boom that operators announce; each event carries its own. */
  marketBoom: better,
  /** For every member of a group in the period after many of them missed. */
  contagion: worse,
  /** The villagers' help for a late borrower: lowers also the chance to pay nothing while late. */
  coupDeMain: better,
});

/** Drawn once a year in each region with the key of its planting month. */
const DroughtSchema = z.strictObject({
  /** Chance a year; a region may have its own (`RegionSchema`). */
  chancePpm: ppm(0, 500_000),
  /** How many months it weighs from the planting month on. */
  months: months(1, 12),
});
export type DroughtModel = z.infer<typeof DroughtSchema>;

/** Drawn every month for every borrower. */
const IllnessSchema = z.strictObject({ chancePpm: ppm(0, 200_000), months: months(1, 12) });
export type IllnessModel = z.infer<typeof IllnessSchema>;

/** Joint-liability groups (microfinance.md 5.4). */
const GroupSchema = z.strictObject({
  /** Chance that the group covers a member's missed instalment. */
  coverPpm: ppm(0, 900_000),
  /** When this share of the members misses, everybody is under strain in the next period. */
  contagionPercent: percent(1, 100),
});
export type GroupModel = z.infer<typeof GroupSchema>;

/**
 * When a field partner gives a new schedule. The state machine of lending.md 3 allows it after more than 30 days past due and twice: the
 * rule may be stricter, never laxer.
 */
const RescheduleSchema = z.strictObject({
  /** More days past due than this. */
  afterDays: z.int().min(30).max(180).meta({ unit: 'days' }),
  most: z.int().min(0).max(2).meta({ unit: 'times' }),
  /** Periods for which a hardship speaks for a borrower; 0 gives no new schedules. */
  hardshipPeriods: periods(0, 12),
});
export type RescheduleModel = z.infer<typeof RescheduleSchema>;

/** What a defaulted borrower may still pay back, in monthly tries (T8). */
const RecoverySchema = z.strictObject({
  /** Tries, the first one a month after the default: how long the field partner goes on asking. */
  months: months(1, 24),
  chancePpm: ppm(0, 500_000),
  /** A try that succeeds brings this share of what is missing at least, and up to `spanPercent` more, evenly; never more than all. */
  leastPercent: percent(0, 100),
  spanPercent: percent(0, 200),
});
export type RecoveryModel = z.infer<typeof RecoverySchema>;

/** A region's currency: a monthly creep, evenly from nothing to its most, and a rare break. */
const CurrencySchema = z.strictObject({
  /** Depreciation that the borrower's side always bears; lenders share only what lies above it. */
  coveredPpm: ppm(0, 1_000_000),
  creepMostPpm: ppm(0, 50_000),
  /** Chance of a break a month, its least size, and how much larger it may be. */
  breakChancePpm: ppm(0, 100_000),
  breakLeastPpm: ppm(0, 400_000),
  breakSpanPpm: ppm(0, 400_000),
});
export type CurrencyModel = z.infer<typeof CurrencySchema>;

export const ModelSchema = z.strictObject({
  lossPpm: LossByGradeSchema,
  chain: ChainSchema,
  shifts: ShiftsSchema,
  drought: DroughtSchema,
  illness: IllnessSchema,
  group: GroupSchema,
  /** Periods that a coup de main works for. */
  help: z.strictObject({ periods: periods(1, 12) }),
  reschedule: RescheduleSchema,
  recovery: RecoverySchema,
  currency: CurrencySchema,
  /** How much of a region's good or bad luck is still there a month later. */
  region: z.strictObject({ memoryPercent: percent(0, 95) }),
  /** Part of a player's first loss that the guarantee fund returns (T7). */
  guarantee: z.strictObject({ firstLossPercent: percent(0, 100) }),
});
export type Model = z.infer<typeof ModelSchema>;
