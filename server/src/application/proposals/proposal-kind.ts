import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import type { PROPOSAL_KINDS } from '@bloomvale/shared/operator/release-api';
import type { Result } from '@bloomvale/shared/result';
import type { z } from 'zod';
import type { View } from '../bus/view.ts';
import type { Work } from '../bus/work.ts';
import type { Needs } from '../store/store.ts';
import type { Actor } from './operator.ts';

export type ProposalKindName = (typeof PROPOSAL_KINDS)[number];
export type Payload = { readonly [key: string]: Json };

/** Who lets it be done, and what it was asked for. */
export type Mandate = {
  /** The one who asked when nobody else was needed, else who approved; the game itself for what was scheduled. */
  readonly actor: Actor;
  readonly proposalId: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly approvedBy: string | null;
  readonly reason: string;
};

/**
 * How one kind of proposal is checked and carried out. `P` is what is stored of it, `R` what `prepare` makes ready outside of the bus; both
 * `check` and `carryOut` run inside one unit with everything that becomes of the proposal, so that it is done and told of, or neither.
 */
export type ProposalKind<P extends Payload, R> = {
  readonly kind: ProposalKindName;
  readonly payload: z.ZodType<P>;
  /** Least role that may ask. Whoever is no publisher always needs one to approve. */
  readonly askers: OperatorRole;
  /** As the audit trail names what it is about: `draft:d3`. */
  readonly subject: (payload: P) => string;
  /**
   * Reads and works out what takes long, before each of asking and carrying out. What it leans on may have changed by the time of `check`,
   * unless it can never change.
   */
  readonly prepare: (payload: P) => Promise<Result<R, OperatorRefusal>>;
  /** Rows of `check`, `carryOut` and the others; asked in stages. */
  readonly needs: (payload: P, ready: R, view: View) => Needs;
  /** Whether it can be done as things stand, and why a second person is needed: codes for the console, empty when none is. */
  readonly check: (payload: P, ready: R, work: Work) => Result<readonly string[], OperatorRefusal>;
  /** Does it, and writes its own line of the audit trail (`recordAudit`). Returns what came of it, for the console. */
  readonly carryOut: (payload: P, ready: R, mandate: Mandate, work: Work) => Result<Payload, OperatorRefusal>;
  /** It waits now, for a person or its time. */
  readonly asked?: (payload: P, work: Work) => void;
  /** It will not be done: refused, withdrawn, or no longer possible. */
  readonly dropped?: (payload: P, work: Work) => void;
  /** Rows of `dropped`. */
  readonly droppedNeeds?: (payload: P) => Needs;
  /** After the commit, in this process. What must not be lost belongs into `carryOut`. */
  readonly done?: (payload: P, outcome: Payload) => void | Promise<void>;
};

/** Keeps the types of a kind together while the desk holds all kinds in one table. */
export type AnyKind = ProposalKind<Payload, unknown>;
