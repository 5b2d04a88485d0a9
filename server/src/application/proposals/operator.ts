import type { Who } from '@bloomvale/shared/operator/common';
import type { OperatorRefusal, OperatorRefusalCode } from '@bloomvale/shared/operator/operator-refusals';
import { mayAct, type OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import { err, ok, type Result } from '@bloomvale/shared/result';

/** Who acts: taken from a session or token that was read afresh for this very request, never from its payload. */
export type Operator = {
  readonly operatorId: string;
  readonly name: string;
  readonly role: OperatorRole;
  /** Id of the API token they act by. The person stays the same: a token is no second pair of eyes. */
  readonly token?: string;
};

/** The game itself: the first version, a release's draft, what was scheduled. */
export type Actor = Operator | 'system';

export const SYSTEM_NAME = 'Bloomvale';

export const whoOf = (actor: Actor): Who =>
  actor === 'system' ? { id: 'system', name: SYSTEM_NAME } : { id: actor.operatorId, name: actor.name };

/** As the audit trail and the journal name them. */
export const actorText = (actor: Actor): string => {
  if (actor === 'system') return 'system';
  return actor.token === undefined ? `operator:${actor.operatorId}` : `token:${actor.token}`;
};

export const refused = (
  code: OperatorRefusalCode,
  detail?: OperatorRefusal['detail'],
): Result<never, OperatorRefusal> => err(detail === undefined ? { code } : { code, detail });

/** FORBIDDEN below the needed role. */
export const allowed = (actor: Actor, needed: OperatorRole): Result<null, OperatorRefusal> =>
  actor === 'system' || mayAct(actor.role, needed) ? ok(null) : refused('FORBIDDEN');
