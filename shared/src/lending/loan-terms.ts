import { z } from 'zod';
import { type Grade, GradeSchema, type Product, ProductSchema, SectorSchema } from '../content/lending.ts';
import { type Model, ModelSchema } from '../content/model.ts';
import { type SectorFactors, SectorFactorsSchema } from '../content/sector.ts';
import type { Minor } from '../money/coins.ts';
import { PPM } from '../random/philox.ts';
import { invariant } from '../result.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';
import { type SolvedRisk, solveRisk } from './calibration.ts';
import { canonicalJson } from './canonical-json.ts';
import { FIRST_MODEL, firstFactors } from './first-model.ts';
import { gameSchedule, type ScheduleProduct } from './game-schedule.ts';
import { MODEL_VERSION, type RepaymentChain, type TickPlan } from './repayment-model.ts';

const PpmSchema = z.int().min(0).max(PPM);

/** Where and what a borrower is: chooses the luck shared with a region and a sector, and the group. */
export const BorrowerPlaceSchema = z.strictObject({
  /** Region of the season's keys: a country code. */
  region: z.string().regex(/^[a-z0-9-]{1,20}$/),
  sector: SectorSchema,
  /** 1 for a single borrower. */
  members: z.int().min(1).max(100),
  /** What of the sector weighs; `firstFactors` when left out. */
  factors: SectorFactorsSchema.optional(),
  /** The region's own chance of a drought a year; the model's when left out. */
  droughtPpm: z.int().min(0).max(500_000).optional(),
});
export type BorrowerPlace = z.infer<typeof BorrowerPlaceSchema>;

/**
 * What a loan was made with, fixed when it is listed: later catalogue versions do not touch it. Stored as JSON; enough, with a key and
 * a principal, to recompute every instalment. Ask `modelOf` and `sectorOf` for its parameters, never the catalogue.
 */
export const LoanTermsSchema = z.strictObject({
  modelVersion: z.literal(MODEL_VERSION),
  grade: GradeSchema,
  product: ProductSchema.pick({
    instalments: true,
    intervalSimHours: true,
    method: true,
    graceOnPrincipal: true,
    currencyLoss: true,
  }),
  /** Fraction of the principal a year; shown, not posted. */
  annualCost: z.number().min(0).max(0.6),
  hPpm: PpmSchema,
  rollPpm: z.tuple([PpmSchema, PpmSchema, PpmSchema, PpmSchema]),
  kappaMilli: z.int(),
  lossPpm: PpmSchema,
  /** Null keeps shocks, groups and currency out: the plain chain. */
  place: BorrowerPlaceSchema.nullable().default(null),
  /** Parameters of the model; those it was first published with (`FIRST_MODEL`) when left out. */
  model: ModelSchema.optional(),
});
export type LoanTerms = z.infer<typeof LoanTermsSchema>;

/** The parameters a loan runs on, as they were when it was listed. */
export const modelOf = ({ model }: Pick<LoanTerms, 'model'>): Model => model ?? FIRST_MODEL;
/** The same of its sector. */
export const sectorOf = ({ factors, sector }: BorrowerPlace): SectorFactors => factors ?? firstFactors(sector);

/** A schedule version in force: written at disbursal, and anew at each reschedule. */
export const LoanPlanSchema = z.strictObject({
  version: z.int().min(1).max(9),
  /** Simulated instant the ticks count from: disbursal or reschedule. */
  startsAt: z.int().min(0),
  /** Periods used by earlier versions: keys of postings and draws never repeat. */
  firstPeriod: z.int().min(0).max(10_000),
  intervalSim: z.int().min(1),
  ticksPerInstalment: z.int().min(1).max(60),
  /** Principal and shown interest of each instalment, minor units, oldest first. */
  principalRows: z.array(z.int().min(0)).min(1).max(120),
  interestRows: z.array(z.int().min(0)).min(1).max(120),
});
export type LoanPlan = z.infer<typeof LoanPlanSchema>;

export type TermsInput = {
  readonly product: Product;
  readonly annualCost: number;
  readonly grade: Grade;
  /** The model in force: `content.model`. */
  readonly model: Model;
  readonly place?: BorrowerPlace;
};

/** Principal that risk is solved with, so that it depends on (grade, product) only and can be memoised; 1 000 coins. */
const REFERENCE_PRINCIPAL = 100_000;
/** Interest changes how fast principal comes back under equal instalments; one reference cost keeps the solved h per (grade, product). */
const REFERENCE_COST = 0.28;

/** What `solvedRisk` depends on: callers memoise by this text. */
export const riskKey = (product: ScheduleProduct, grade: Grade, { lossPpm, chain }: Model): string =>
  [
    ...[MODEL_VERSION, lossPpm[grade], JSON.stringify(chain)],
    ...[product.method, product.instalments, product.intervalSimHours, product.graceOnPrincipal],
  ].join(':');

/** The chain's parameters for a product and grade (lending.md 5); a few milliseconds. */
export function solvedRisk(product: ScheduleProduct, grade: Grade, model: Model): SolvedRisk {
  const rows = gameSchedule({ principalMinor: REFERENCE_PRINCIPAL, product, annualCost: REFERENCE_COST });
  const plan = tickPlan(rows.rows.length, rows.intervalSim);
  return solveRisk(
    plan,
    rows.rows.map((row) => row.principal),
    model.lossPpm[grade] / PPM,
    model.chain,
  );
}

/** Ticks of a product: one an instalment, but at least one a simulated month. */
export const tickPlan = (instalments: number, intervalSim: SimSeconds): TickPlan => ({
  instalments,
  ticksPerInstalment: Math.max(1, Math.ceil(intervalSim / SIM_MONTH)),
});

const isFirst = (value: unknown, first: unknown): boolean => canonicalJson(value) === canonicalJson(first);
/** A catalogue has one model, and every loan asks whether it is the first. */
const firstModels = new WeakMap<Model, boolean>();
function isFirstModel(model: Model): boolean {
  const known = firstModels.get(model);
  if (known !== undefined) return known;
  const first = isFirst(model, FIRST_MODEL);
  firstModels.set(model, first);
  return first;
}

/** A place without what is as it first was. */
function shortPlace({ factors, ...place }: BorrowerPlace): BorrowerPlace {
  return factors === undefined || isFirst(factors, firstFactors(place.sector)) ? place : { ...place, factors };
}

/**
 * Terms of a new loan. Pass a memoised `risk` when many loans share product and grade. Parameters that are as they were first published are
 * left out: a catalogue nobody tuned makes the terms it always made.
 */
export function makeTerms(
  { product, annualCost, grade, place, model }: TermsInput,
  risk = solvedRisk(product, grade, model),
): LoanTerms {
  const { instalments, intervalSimHours, method, graceOnPrincipal, currencyLoss } = product;
  return {
    modelVersion: MODEL_VERSION,
    grade,
    product: { instalments, intervalSimHours, method, graceOnPrincipal, currencyLoss },
    annualCost,
    hPpm: risk.hPpm,
    rollPpm: [...risk.rollPpm],
    kappaMilli: risk.kappaMilli,
    lossPpm: risk.lossPpm,
    place: place === undefined ? null : shortPlace(place),
    ...(isFirstModel(model) ? {} : { model }),
  };
}

/** The same terms with every parameter they run on, for a replay file: it must not be needed to know what the first ones were. */
export const spelledOut = (terms: LoanTerms): LoanTerms => ({
  ...terms,
  place: terms.place === null ? null : { ...terms.place, factors: sectorOf(terms.place) },
  model: modelOf(terms),
});

/** First schedule version of a loan: its rows for what was really raised. `startsAt` is the simulated instant of disbursal. */
export function makePlan(terms: LoanTerms, principal: Minor, startsAt: SimSeconds): LoanPlan {
  const schedule = gameSchedule({ principalMinor: principal, product: terms.product, annualCost: terms.annualCost });
  return {
    version: 1,
    startsAt,
    firstPeriod: 0,
    intervalSim: schedule.intervalSim,
    ticksPerInstalment: tickPlan(schedule.rows.length, schedule.intervalSim).ticksPerInstalment,
    principalRows: schedule.rows.map((row) => row.principal),
    interestRows: schedule.rows.map((row) => row.interest),
  };
}

/** The chain a plan runs on. */
export function chainOf(terms: LoanTerms, plan: LoanPlan): RepaymentChain {
  invariant(
    plan.principalRows.length === plan.interestRows.length,
    'a plan has as many interest rows as principal rows',
  );
  return {
    instalments: plan.principalRows.length,
    ticksPerInstalment: plan.ticksPerInstalment,
    hPpm: terms.hPpm,
    rollPpm: terms.rollPpm,
    cure: modelOf(terms).chain.cure,
  };
}

/** Simulated instant of a tick; derived from the start, never chained. */
export const tickAt = (plan: LoanPlan, tick: number): SimSeconds =>
  plan.startsAt + Math.floor((tick * plan.intervalSim) / plan.ticksPerInstalment);

/** Simulated instant at which instalment k (1-based) falls due. */
export const instalmentDueAt = (plan: LoanPlan, k: number): SimSeconds => plan.startsAt + k * plan.intervalSim;
