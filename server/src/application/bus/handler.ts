import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { Result } from '@bloomvale/shared/result';
import type { Needs } from '../store/store.ts';
import type { View } from './view.ts';
import type { Work } from './work.ts';

/** Why a command is refused: a named code and the figures of its text. */
export type Refusal = { readonly code: RejectCode; readonly detail?: Readonly<Record<string, string | number>> };
export type Decision<V> = Result<V, Refusal>;

/**
 * One kind of command. Both functions are synchronous and pure but for the `Work` they are given, so that between a check and its
 * write nothing else can happen.
 */
export type Handler<C, V> = {
  /** For logs and stored replies: `loan.lend`, `loan.tick`. */
  readonly type: string;
  /** Rows to load. When `staged`, by what has been loaded already. */
  readonly needs: (command: C, view: View) => Needs;
  /** `needs` is asked again until it wants nothing new (a loan, then its contributions, then their wallets); otherwise once. */
  readonly staged?: true;
  readonly decide: (command: C, work: Work) => Decision<V>;
};

/** Ends the run of `needs`: deeper chains than this are a fault. */
export const MAX_LOAD_STAGES = 5;
