import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';

/** Why something over HTTP did not happen; `fault.<CODE>` has its text. The game's own refusals are `reject.<CODE>`. */
export const FAULTS = [
  'OFFLINE',
  'SERVER',
  'TOO_MANY',
  'WRONG_VERSION',
  'SIGNED_OUT',
  'COOKIES_REFUSED',
  'NOT_FOUND',
  'NEWCOMERS_PAUSED',
  'WRONG_LOGIN',
  'WRONG_PASSWORD',
  'EMAIL_TAKEN',
  'EMAIL_BAD',
  'PASSWORD_SHORT',
  'PASSWORD_LONG',
  'CODE_WRONG',
  'AGE_NEEDED',
  'AGE_TOO_LOW',
  'GUEST_LEFT_BEHIND',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A refusal as the interface shows it. */
export type Refusal =
  | { readonly from: 'fault'; readonly code: Fault }
  | {
      readonly from: 'game';
      readonly code: RejectCode;
      readonly detail?: Readonly<Record<string, string | number>> | undefined;
    };
