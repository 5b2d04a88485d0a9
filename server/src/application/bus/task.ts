import type { Reply } from '@bloomvale/shared/protocol/replies';
import type { Handler } from './handler.ts';

/** Under which a player's command is remembered. System commands have none: their effects carry keys of their own. */
export type CommandIdentity = {
  readonly id: string;
  readonly playerId: string;
  readonly type: string;
  /** Hash of type and payload: the same id with another payload is refused. */
  readonly hash: string;
};

/** One command on its way through the bus. */
export type Task = {
  readonly handler: Handler<unknown, unknown>;
  readonly command: unknown;
  readonly identity: CommandIdentity | null;
  readonly settle: (reply: Reply<unknown>) => void;
  /** Times it was put back because its needs were incomplete. */
  attempts: number;
};
