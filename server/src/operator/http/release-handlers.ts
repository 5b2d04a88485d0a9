import type { RELEASE_API } from '@bloomvale/shared/operator/release-api';
import { ok } from '@bloomvale/shared/result';
import type { Game } from '../../application/contract.ts';
import type { HandlersOf } from './handlers.ts';

type All = HandlersOf<typeof RELEASE_API>;
type Proposals = 'proposals' | 'approve' | 'refuse' | 'withdraw';

/** What waits for a second person. */
export function proposalHandlers({ proposals }: Pick<Game, 'proposals'>): Pick<All, Proposals> {
  return {
    proposals: async () => ok({ proposals: await proposals.list() }),
    approve: ({ caller, params }) => proposals.approve(caller.operator, params.id),
    refuse: ({ caller, params, body }) => proposals.refuse(caller.operator, params.id, body.reason),
    withdraw: ({ caller, params }) => proposals.withdraw(caller.operator, params.id),
  };
}
