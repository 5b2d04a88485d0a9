import { z } from 'zod';

/** Why the console's API refused. Codes are stable; the console has a text in every language for each (`refusal.<CODE>`). */
export const OPERATOR_REFUSALS = [
  // shape, session, rate
  'BAD_SHAPE',
  'TOO_LARGE',
  'NOT_FOUND',
  'SLOW_DOWN',
  'SIGN_IN',
  'CSRF',
  'FORBIDDEN',
  'INTERNAL',
  'STORE_UNAVAILABLE',
  'STOPPING',
  'BUSY',
  // accounts
  'SIGN_IN_WRONG',
  'TOTP_NEEDED',
  'TOTP_WRONG',
  'TOTP_FIRST',
  'LOCKED',
  'INVITE_INVALID',
  'PASSWORD_TOO_SHORT',
  'EMAIL_TAKEN',
  'LAST_PUBLISHER',
  'UNKNOWN_OPERATOR',
  'TOO_MANY_TOKENS',
  // catalogue
  'UNKNOWN_VERSION',
  'UNKNOWN_DRAFT',
  'TOO_MANY_DRAFTS',
  'DRAFT_CLOSED',
  'DRAFT_CONFLICT',
  'DRAFT_TOO_LARGE',
  'DRAFT_INVALID',
  'DRAFT_EMPTY',
  'BASE_OUTDATED',
  'IMPORT_FAULTS',
  'NOT_UTF8',
  'NOT_JSON',
  // proposals
  'UNKNOWN_PROPOSAL',
  'PROPOSAL_CLOSED',
  'PROPOSAL_STALE',
  'SECOND_PERSON_NEEDED',
  'NOT_IN_FUTURE',
  'ALREADY_LIVE',
  // preview
  'UNKNOWN_PREVIEW',
  'PREVIEW_BUSY',
  // live, moderation
  'UNKNOWN_PLAYER',
  'UNKNOWN_REPORT',
  'REPORT_CLOSED',
  'UNKNOWN_SWITCH',
  'FUNDS',
  'LEND_UNKNOWN',
  'LOAN_WRONG_STATE',
] as const;
export const OperatorRefusalCodeSchema = z.enum(OPERATOR_REFUSALS);
export type OperatorRefusalCode = z.infer<typeof OperatorRefusalCodeSchema>;

/** Every answer that is not 2xx. `detail` has what its text needs, or what the console shows beside it (conflicts, faults by cell). */
export const OperatorRefusalSchema = z.strictObject({
  code: OperatorRefusalCodeSchema,
  detail: z.record(z.string(), z.unknown()).optional(),
});
export type OperatorRefusal = z.infer<typeof OperatorRefusalSchema>;
