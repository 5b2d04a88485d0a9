import { z } from 'zod';
import { SectorSchema } from '../content/lending.ts';
import { LoanTermsSchema } from './loan-terms.ts';

/** What `format` says; a change of meaning gets a new number. */
export const REPLAY_FORMAT = 'bloomvale-replay/1';

/** Bounds on a hostile file: far above any loan of ours (36 instalments, 40 shares, two reschedules). */
const TICKS_MAX = 600;
const LIST_MAX = 2_000;

const hex32 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');
const minor = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const period = z.int().min(0).max(TICKS_MAX);
const sim = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const instant = z.int().min(0).max(8.64e15);
const name = z.string().min(1).max(64);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(LIST_MAX);

/** A contribution by pseudonym: lenders see their own line, nobody sees whose the others are. */
const ContributionSchema = z.strictObject({ pseudonym: name, amount: minor });

const EventSchema = z.strictObject({
  id: name,
  from: sim,
  to: sim,
  regions: list(z.string().max(20)).nullable(),
  sectors: list(SectorSchema).nullable(),
  shiftMilli: z.int().min(-4_000).max(4_000),
  boom: z.boolean(),
});

const months = z.array(z.int().min(0).max(11)).max(12);

/** Everything a loan's fate follows from, and the proofs that it was fixed beforehand. */
export const ReplaySourceSchema = z.strictObject({
  format: z.literal(REPLAY_FORMAT),
  loan: name,
  /** Terms as listed; they carry the model's version. */
  terms: LoanTermsSchema,
  principal: minor,
  /** Simulated instant of disbursal. */
  disbursedAt: sim,
  contributions: list(ContributionSchema).min(1),
  clock: z
    .array(z.strictObject({ realFrom: instant, simFrom: sim, monthSeconds: z.int().min(0).max(1e9) }))
    .min(1)
    .max(LIST_MAX),
  events: list(EventSchema),
  farming: z.strictObject({ lean: months, harvest: months, planting: z.int().min(0).max(11) }),
  /** Periods after which villagers gave a coup de main. */
  help: list(period),
  forgiveness: list(z.strictObject({ after: period, contribution: z.int().min(0).max(LIST_MAX), amount: minor })),
  reschedules: z.array(z.strictObject({ after: period, at: sim, instalments: z.int().min(1).max(120) })).max(9),
  recoveries: list(z.strictObject({ sequence: z.int().min(1).max(LIST_MAX), amount: minor })),
  /** The loan's key, and what was published of it when the loan opened. */
  key: hex32,
  commitment: hex32,
  /** Root and size of the season's tree of region keys, published when the season opened. */
  season: z.strictObject({ root: hex32, size: z.int().min(1).max(1e7) }).nullable(),
  /** Keys of the loan's region for the months it needs, with their proofs. */
  regionKeys: z
    .array(
      z.strictObject({
        period: z.int().min(0).max(1e6),
        key: hex32,
        index: z.int().min(0).max(1e7),
        proof: z.array(hex32).max(32),
      }),
    )
    .max(LIST_MAX),
});
export type ReplaySource = z.infer<typeof ReplaySourceSchema>;

const ReplayTickSchema = z.strictObject({
  period,
  at: sim,
  /** By the clock segments; null while the clock stands still before it. */
  realAt: instant.nullable(),
  word: z.int().min(0).max(0xffffffff),
  /** Hazard in force, shocks included. */
  hPpm: z.int().min(0).max(1e6),
  causes: list(name),
  event: z.enum(['paid', 'missed', 'still_late', 'paid_some', 'caught_up']),
  missed: z.int().min(0).max(200),
  repaid: minor,
  fxLoss: minor,
  /** What each contribution received. */
  parts: list(minor),
  groupMissing: z.int().min(0).max(100).nullable(),
});
export type ReplayTick = z.infer<typeof ReplayTickSchema>;

export const ReplayResultSchema = z.strictObject({
  ticks: z.array(ReplayTickSchema).max(TICKS_MAX),
  recoveries: list(z.strictObject({ sequence: z.int(), parts: list(minor) })),
  state: z.enum(['in_repayment', 'ended', 'ended_with_loss', 'defaulted']),
  repaid: minor,
  forgiven: minor,
  fxLoss: minor,
  writtenOff: minor,
  recovered: minor,
});
export type ReplayResult = z.infer<typeof ReplayResultSchema>;

export const ReplayFileSchema = z.strictObject({
  source: ReplaySourceSchema,
  result: ReplayResultSchema,
  /** SHA-256 of the canonical JSON of source and result. */
  digest: hex32,
});
export type ReplayFile = z.infer<typeof ReplayFileSchema>;
