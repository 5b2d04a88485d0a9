import { z } from 'zod';
import { GradeSchema, SectorSchema } from '../content/lending.ts';

/** Commands of the Lending Hall besides `loan.lend`. Amounts in minor units (1 coin = 100). */

const CommandId = z.uuid();
/** As long as an account may be named after it. */
const LoanId = z.string().regex(/^[a-z0-9-]{1,64}$/);
const Amount = z.int().min(1).max(100_000_000);
const CountryId = z.string().regex(/^[a-z]{2}$/);

/** How long a lend may be taken back, by the server's clock: long enough for a slip of the finger, too short to plan with. */
export const TAKE_BACK_MS = 10_000;
/** Loans one player follows at a time: more than anybody reads, few enough to load whole. */
export const MAX_FOLLOWS = 200;
/** Real days after which auto-lend stops by itself when its player does not come (lending.md 4). */
export const AUTO_LEND_ABSENCE_DAYS = 3;

/** To which loans auto-lend may lend, how much, and when it stops. */
export const AutoLendRulesSchema = z.strictObject({
  /** Null: every sector. */
  sectors: z.array(SectorSchema).min(1).max(15).nullable(),
  /** Null: every country. */
  countries: z.array(CountryId).min(1).max(100).nullable(),
  grades: z.array(GradeSchema).min(1).max(5),
  /** Lowest risk rating of a field partner, 0.5 to 5 in halves (5 is the lowest risk). */
  minRating: z.number().min(0.5).max(5).multipleOf(0.5),
  /** Highest cost to the borrower, fraction of the principal a year. */
  maxAnnualCost: z.number().min(0).max(0.6),
  /** Longest loan, in simulated months from disbursal to the last due date. */
  maxMonths: z.int().min(1).max(36),
  /** Most lent to one loan, whole shares. */
  perLoan: Amount,
  /** Most lent in one real day (UTC). */
  perDay: Amount,
  /** What stays in the wallet whatever comes. */
  reserve: z.int().min(0).max(100_000_000),
  /** Stops when losses since it was turned on reach this. */
  stopAtLoss: Amount,
});
export type AutoLendRules = z.infer<typeof AutoLendRulesSchema>;

export const LENDING_COMMANDS = {
  /** Lets go of a part of what the borrower owes the player. Preview: `GET /api/loans/:id/forgiveness?amount=`. */
  'loan.forgive': z.strictObject({ commandId: CommandId, loanId: LoanId, amount: Amount }),
  'loan.follow': z.strictObject({ commandId: CommandId, loanId: LoanId, follow: z.boolean() }),
  /** Takes the player's latest lend to a loan back; `lendId` is the command id of that `loan.lend`. */
  'loan.take-back': z.strictObject({ commandId: CommandId, loanId: LoanId, lendId: CommandId }),
  /** Turns auto-lend on (with rules) or off (`rules: null` keeps those that were saved). */
  'lend.auto': z.strictObject({ commandId: CommandId, on: z.boolean(), rules: AutoLendRulesSchema.nullable() }),
} as const;
