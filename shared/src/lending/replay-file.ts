import { z } from 'zod';
import { SectorSchema } from '../content/lending.ts';
import { LoanTermsSchema } from './loan-terms.ts';
import { RECOVERY_MONTHS_MAX } from './recovery.ts';

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
  /** Terms as listed. They name the model's parameters; a file without them is older, and means those first published. */
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
  /** By period; tries after a default go on counting where the periods ended. */
  forgiveness: list(z.strictObject({ after: period, contribution: z.int().min(0).max(LIST_MAX), amount: minor })),
  /** Tries to recover something after a default that are over; 0 for a loan that did not fail. */
  recoveryMonths: z.int().min(0).max(RECOVERY_MONTHS_MAX),
  /** The loan's key, and what was published of it when the loan opened. */
  key: hex32,
  commitment: hex32,
  /**
   * Seasons whose region keys are used, oldest first: what each published of its tree when it opened. A tree holds `months` keys a region
   * from the key number `first` on; a later season takes over from its own `first`.
   */
  seasons: z
    .array(
      z.strictObject({
        id: z.int().min(1).max(1e6),
        root: hex32,
        size: z.int().min(1).max(1e7),
        first: z.int().min(0).max(1e6),
        months: z.int().min(1).max(1e6),
      }),
    )
    .max(50),
  /** Keys of the loan's region for the months it needs, with the season (its place in `seasons`) and their proofs. */
  regionKeys: z
    .array(
      z.strictObject({
        period: z.int().min(0).max(1e6),
        key: hex32,
        season: z.int().min(0).max(49),
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
  /** When the field partner's rule gave a new schedule: after which period, over how many instalments. */
  reschedules: list(z.strictObject({ after: period, at: sim, instalments: z.int().min(1).max(120) })),
  /** What came back after a default, by the number of the try. */
  recoveries: list(
    z.strictObject({ sequence: z.int().min(1).max(RECOVERY_MONTHS_MAX), amount: minor, parts: list(minor) }),
  ),
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
