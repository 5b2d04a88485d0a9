import { randomBytes } from 'node:crypto';
import { COMMAND_ID_BYTES, commandId } from '@bloomvale/shared/protocol/command-id';

/** A command id as the client mints it. */
export const mintCommandId = (now: number = Date.now()): string => commandId(now, randomBytes(COMMAND_ID_BYTES));
