import { mayAct, type OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import type { Proposal } from '@bloomvale/shared/operator/release-api';

/** Who looks at a proposal. */
export type Looker = { readonly id: string; readonly role: OperatorRole };

/** Accounts are named with and without their kind: `operator:ab12` and `ab12` are one person. */
const bare = (id: string): string => id.replace(/^operator:/, '');
export const samePerson = (a: string, b: string): boolean => bare(a) === bare(b);

export type ProposalActs = {
  readonly approve: boolean;
  /** Why it cannot be approved by whoever looks; null when it can, or when it is decided. */
  readonly because: 'own' | 'role' | null;
  readonly refuse: boolean;
  readonly withdraw: boolean;
};

/** What somebody may do with a proposal. The server decides again, by the role of that moment. */
export function proposalActs(
  { state, fourEyes, askedBy }: Pick<Proposal, 'state' | 'fourEyes' | 'askedBy'>,
  me: Looker,
): ProposalActs {
  const own = samePerson(askedBy.id, me.id);
  const publisher = mayAct(me.role, 'publisher');
  const waiting = state === 'waiting';
  const because = !waiting ? null : !publisher ? 'role' : own && fourEyes ? 'own' : null;
  return {
    approve: waiting && because === null,
    because,
    refuse: waiting && publisher && !own,
    withdraw: (waiting && own) || (state === 'scheduled' && (own || publisher)),
  };
}

/** Still to come: what waits for a person, then what waits for its time, soonest first. */
export const pendingOf = (proposals: readonly Proposal[]): Proposal[] => {
  const waiting = proposals.filter(({ state }) => state === 'waiting');
  const scheduled = proposals.filter(({ state }) => state === 'scheduled');
  return [
    ...waiting.toSorted((a, b) => a.askedAt - b.askedAt),
    ...scheduled.toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)),
  ];
};

/** What was asked about a draft and is not yet decided or carried out. */
export const proposalOfDraft = (proposals: readonly Proposal[], draft: string): Proposal | null =>
  pendingOf(proposals).find(({ kind, payload }) => kind === 'publish' && payload.draft === draft) ?? null;
