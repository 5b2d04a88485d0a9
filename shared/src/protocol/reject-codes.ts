import { z } from 'zod';

/** Why a command was refused. Codes are stable; the client has a text in every language for each (`reject.<CODE>`). */
export const REJECT_CODES = [
  // shape, session, rate
  'BAD_SHAPE',
  'TOO_LARGE',
  'SLOW_DOWN',
  'SIGN_IN',
  'FORBIDDEN',
  'WRONG_VERSION',
  'COMMAND_ID_REUSED',
  'BUSY',
  'INTERNAL',
  'STORE_UNAVAILABLE',
  'STOPPING',
  // garden and stall
  'PLOT_LOCKED',
  'PLOT_TAKEN',
  'PLOT_EMPTY',
  'NOT_RIPE',
  'UNKNOWN_CROP',
  'CROP_LOCKED',
  'FUNDS',
  'UNKNOWN_GOOD',
  'GOODS_SHORT',
  'SLOT_LOCKED',
  'SLOT_TAKEN',
  'SLOT_EMPTY',
  'SLOT_FULL',
  'UNKNOWN_WISH',
  'NOT_YOURS',
  'STORE_FULL',
  'STALL_CAP',
  // lending
  'LEND_UNKNOWN',
  'LEND_CLOSED',
  'LEND_FUNDS',
  'LEND_LIMIT',
  'LEND_EXPIRED',
  'LEND_BELOW_SHARE',
  'LEND_STEP',
  'LEND_OVER',
  'LEND_STARTER_DONE',
  // people
  'UNKNOWN_PLAYER',
  'SELF_TARGET',
  'BLOCK_LIMIT',
  'REPORT_LIMIT',
  'NAME_BAD',
  'UNKNOWN_LOOK',
  'UNREACHABLE',
] as const;
export const RejectCodeSchema = z.enum(REJECT_CODES);
export type RejectCode = z.infer<typeof RejectCodeSchema>;
