import { z } from 'zod';
import { OwnLoanGrantSchema } from '../content/growing.ts';
import { ContentIdSchema } from '../content/text.ts';
import { LOAN_STATES } from '../lending/loan-state.ts';
import type { Borrower } from './borrower.ts';
import type { OwnLoan } from './own-loan.ts';

/** The stored documents of a borrower and of their loans. */
const Amount = z.int().min(0);
const Count = z.int().min(0).max(1_000_000);
const Sim = z.int();

const LifeSchema = z.strictObject({
  state: z.enum(LOAN_STATES),
  funding: z.enum(['fixed', 'flexible']),
  amount: Amount,
  raised: Amount,
  principal: Amount,
  repaid: Amount,
  writtenOff: Amount,
  recovered: Amount,
  forgiven: Amount,
  forgivenAfterDefault: Amount,
  fxLoss: Amount,
  refunded: Amount,
  rescheduledCount: Count,
  scheduleVersion: Count,
  windowEndsAt: Sim,
});

export const OwnLoanSchema: z.ZodType<OwnLoan> = z.strictObject({
  id: z.string().min(1).max(64),
  offer: ContentIdSchema,
  grant: OwnLoanGrantSchema,
  share: z.int().min(0).max(100),
  life: LifeSchema,
  cost: Amount,
  paidCost: Amount,
  waivedCost: Amount,
  writtenOffCost: Amount,
  rows: z
    .array(z.strictObject({ due: Sim, principal: Amount, cost: Amount, paidPrincipal: Amount, paidCost: Amount }))
    .min(1)
    .max(200),
  intervalSim: z.int().min(1),
  payments: Count,
  everLate: z.boolean(),
});

export const BorrowerSchema: z.ZodType<Borrower> = z.strictObject({
  time: z.strictObject({ activeSim: Sim, elapsed: Sim }),
  takings: z.array(z.strictObject({ month: Count, amount: Amount })).max(100),
  signed: Count,
  running: z.string().max(64).nullable(),
  starterTaken: z.boolean(),
  repaid: Count,
  rescheduled: Count,
  writtenOff: Count,
  percent: z.int().min(0).max(1_000),
  pausedUntil: Sim,
});
